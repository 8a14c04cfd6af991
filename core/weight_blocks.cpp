// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weight_blocks.h"

#include <algorithm>

#include "core/scan.h"

namespace rnnscope {
namespace {

constexpr std::string_view gateTensors[] = {"weight_ih", "weight_hh", "bias_ih", "bias_hh"};
constexpr std::string_view peepholeTensor = "weight_ch";

}  // namespace

std::vector<WeightBlock> weightBlocks(const NetworkShape& shape, const Parameters& parameters) {
    std::vector<WeightBlock> blocks;
    const auto names = shape.cell->blocks();
    const auto peepholes = shape.cell->peepholes();
    // `pre`: the pre-activation that the rows lead to; the first quantities are those, block by
    // block.
    const auto add = [&](const std::string& tensor, std::size_t trace, std::size_t pre,
                         std::size_t position) {
        const Parameter* item = parameters.find(tensor);
        if (item && !item->absent)
            blocks.push_back({tensor + "." + std::string(names[pre]), tensor, pre, trace,
                              static_cast<Index>(position) * shape.hidden, shape.hidden,
                              item->value.cols()});
    };
    for (std::size_t trace = 0; trace < shape.traces(); ++trace) {
        const std::string suffix = shape.suffix(trace);
        for (const std::string_view tensor : gateTensors)
            for (std::size_t block = 0; block < names.size(); ++block)
                add(std::string(tensor) + suffix, trace, block, block);
        for (std::size_t k = 0; k < peepholes.size(); ++k)
            add(std::string(peepholeTensor) + suffix, trace, peepholes[k].gradient, k);
    }
    for (const std::string name : {"fc.weight", "fc.bias"})
        if (const Parameter* item = parameters.find(name); item && !item->absent)
            blocks.push_back({name, name, std::nullopt, std::nullopt, 0, item->value.rows(),
                              item->value.cols()});
    return blocks;
}

bool isBlockName(std::string_view target) {
    if (target == "fc.weight" || target == "fc.bias")
        return true;
    const std::size_t dot = target.find('.');
    if (dot == std::string_view::npos)
        return false;
    const std::string_view block = target.substr(dot + 1);
    std::string_view tensor = target.substr(0, dot);
    if (!takeLayer(tensor))
        return false;
    return std::ranges::any_of(cells(), [&](const Cell* cell) {
        const auto names = cell->blocks();
        const auto found = std::ranges::find(names, block);
        if (found == names.end())
            return false;
        if (tensor != peepholeTensor)
            return std::ranges::find(gateTensors, tensor) != std::end(gateTensors);
        const auto pre = static_cast<std::size_t>(found - names.begin());
        return std::ranges::any_of(cell->peepholes(),
                                   [&](const PeepholeTerm& term) { return term.gradient == pre; });
    });
}

}  // namespace rnnscope
