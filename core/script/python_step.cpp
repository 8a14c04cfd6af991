// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/script/python_step.h"

#include <algorithm>
#include <cassert>

#include "core/equation.h"
#include "core/script/python_text.h"

namespace rnnscope {
namespace {

using Kind = Expression::Kind;

std::string nameOf(const Cell& cell, Wire wire) {
    const std::string_view id = cell.quantities()[wire.index].id;
    return wire.place == Wire::Place::Before ? std::string(id) + "_before" : pythonName(id);
}

std::string functionOf(const std::string& symbol) {
    return symbol == "σ" ? "torch.sigmoid" : "torch." + symbol;
}

std::string textOf(const Cell& cell, const Expression& part);

/// In brackets, where a product would take it apart.
std::string factorOf(const Cell& cell, const Expression& part) {
    const bool apart = part.kind == Kind::Sum || part.kind == Kind::Complement ||
                       part.kind == Kind::Negative || part.kind == Kind::Matrix;
    const std::string text = textOf(cell, part);
    return apart ? "(" + text + ")" : text;
}

std::string joined(const Cell& cell, const Expression& part, const char* sign) {
    std::string text;
    for (const Expression& each : part.parts) {
        const bool factor = part.kind != Kind::Sum;
        text += (text.empty() ? "" : sign) + (factor ? factorOf(cell, each) : textOf(cell, each));
    }
    return text;
}

std::string textOf(const Cell& cell, const Expression& part) {
    switch (part.kind) {
        case Kind::Value:
            return nameOf(cell, part.wire);
        case Kind::Input:
            return "x";
        case Kind::Weights:
        case Kind::Bias:
            return part.symbol + "_" + part.subscript;
        case Kind::Matrix: {
            const Expression& vector = part.parts[1];
            const bool product = vector.kind == Kind::Product;
            return textOf(cell, part.parts[0]) + " @ " +
                   (product ? "(" + textOf(cell, vector) + ")" : factorOf(cell, vector));
        }
        case Kind::Product:
            return joined(cell, part, " * ");
        case Kind::Sum:
            return joined(cell, part, " + ");
        case Kind::Complement:
            return "1 - " + factorOf(cell, part.parts[0]);
        case Kind::Negative:
            return "-" + factorOf(cell, part.parts[0]);
        case Kind::Function:
            return functionOf(part.symbol) + "(" + textOf(cell, part.parts[0]) + ")";
    }
    return {};
}

/// "W_ii, W_if = getattr(self, "weight_ih" + suffix).chunk(2)"
std::string takenApart(const std::vector<std::string>& names, const std::string& tensor) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    text += " = getattr(self, \"" + tensor + "\" + suffix)";
    if (names.size() > 1)
        text += ".chunk(" + std::to_string(names.size()) + ")";
    return text;
}

std::vector<std::string> weightLines(const Cell& cell) {
    std::vector<std::string> lines;
    for (const auto& [letter, tensor] :
         {std::pair("W_i", "weight_ih"), std::pair("W_h", "weight_hh"), std::pair("b_i", "bias_ih"),
          std::pair("b_h", "bias_hh")}) {
        std::vector<std::string> names;
        for (const std::string_view block : cell.blocks())
            names.push_back(letter + std::string(block));
        lines.push_back(takenApart(names, tensor));
    }
    if (cell.peepholes().empty())
        return lines;
    std::vector<std::string> names;
    for (const PeepholeTerm& peephole : cell.peepholes())
        names.push_back("p_" + std::string(cell.blocks()[peephole.gradient]));
    lines.push_back(takenApart(names, "weight_ch"));
    return lines;
}

}  // namespace

std::vector<std::string> pythonStep(const Cell& cell, std::span<const std::size_t> held) {
    std::vector<std::string> lines = weightLines(cell);
    for (const Equation& equation : equationsOf(cell)) {
        assert(!equation.flipped);
        const std::string name = nameOf(cell, now(equation.quantity));
        const Quantity& quantity = cell.quantities()[equation.quantity];
        lines.push_back(name + " = " + textOf(cell, equation.expression) + "  # " +
                        std::string(quantity.name));
        if (std::ranges::count(held, equation.quantity))
            lines.push_back(name + " = held(\"" + std::string(quantity.id) + "\", suffix, t, " +
                            name + ")");
    }
    std::string states;
    for (const std::size_t state : cell.states())
        states += (states.empty() ? "" : ", ") + nameOf(cell, now(state));
    const bool one = cell.states().size() == 1;  // a tuple all the same
    lines.push_back("return " + (one ? "(" + states + ",)" : states));
    return lines;
}

std::string pythonStatesBefore(const Cell& cell) {
    std::string states;
    for (const std::size_t state : cell.states())
        states += (states.empty() ? "" : ", ") + nameOf(cell, before(state));
    return states;
}

std::string blockName(const Cell& cell, std::size_t block) {
    const std::string_view id = cell.blocks()[block];
    const auto quantity = cell.find(id);
    return std::string(quantity ? cell.quantities()[*quantity].name : id);
}

}  // namespace rnnscope
