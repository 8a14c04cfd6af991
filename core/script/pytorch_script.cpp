// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/script/pytorch_script.h"

#include "core/script/plan.h"
#include "core/script/python_step.h"
#include "core/script/python_text.h"

namespace rnnscope {
namespace {

using script::Plan;

std::string hiddenText(const Plan& plan) {
    return std::to_string(plan.shape().hidden);
}

/// Values per step that the read-out sees.
std::string topText(const Plan& plan) {
    return std::to_string(plan.shape().hidden * static_cast<Index>(plan.shape().directions()));
}

std::string counted(Index count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string header(const Plan& plan) {
    const Snapshot& snapshot = plan.snapshot;
    const NetworkShape& shape = plan.shape();
    std::string text = "# One forward and one backward pass, as RNNScope computes it: " +
                       std::string(plan.cell().name()) + ",\n# " + counted(shape.layers, "layer") +
                       " of " + counted(shape.hidden, "unit") +
                       (shape.bidirectional ? ", both directions" : "") +
                       ". Needs PyTorch.\n#\n"
                       "# Prints one `name value` a line: the loss, the norm of each parameter's "
                       "gradient, and the\n# norm over all parameters together" +
                       (plan.clips() ? ", before and after clipping" : "") + ".\n#\n";
    text +=
        "# The weights are those " +
        (snapshot.update == 0 ? std::string("before the first update.")
                              : "after " + counted(snapshot.update, "update") + " by RNNScope.") +
        " What concerns updates alone, as\n# optimizer and learning rate, has no part in a "
        "single pass.\n#\n# The setup:\n";
    Setup setup = snapshot.setup;
    setup.lanes = {};  // networks of their own
    for (const SetupOption& option : setupOptions())
        if (const auto value = option.get(setup))
            text += "#   " + std::string(option.name) + ": " +
                    (option.values.empty() ? "true" : pythonComment(*value)) + "\n";
    return text +
           "\nimport torch\nfrom torch import nn\n\n"
           "torch.set_default_dtype(torch.float64)\n";
}

std::string readoutLines(const Plan& plan) {
    return "        self.fc = nn.Linear(" + topText(plan) + ", " +
           std::to_string(plan.shape().output) + ")\n";
}

/// Shapes of what forward() is given and gives.
std::string forwardWords(const Plan& plan) {
    const NetworkShape& shape = plan.shape();
    return "        \"\"\"x (T, " + std::to_string(shape.input) + "), initial states (" +
           std::to_string(shape.traces()) + ", " + hiddenText(plan) + "): a row a layer" +
           (shape.bidirectional ? " and direction" : "") + ". The read-out, (" +
           (plan.lastStep() ? "1" : "T") + ", " + std::to_string(shape.output) + ").\"\"\"\n";
}

std::string moduleNetwork(const Plan& plan) {
    const NetworkShape& shape = plan.shape();
    std::string states;
    for (const std::size_t state : plan.cell().states())
        states +=
            (states.empty() ? "" : ", ") + std::string(plan.cell().quantities()[state].id) + "0";
    const bool several = plan.cell().states().size() > 1;
    return "\n\nclass Network(" + std::string(plan.module->name) +
           "):\n    \"\"\"The recurrent layers, and a read-out of their hidden states.\"\"\"\n\n"
           "    def __init__(self):\n        super().__init__(" +
           std::to_string(shape.input) + ", " + hiddenText(plan) +
           ", num_layers=" + std::to_string(shape.layers) +
           (shape.bidirectional ? ", bidirectional=True" : "") +
           (plan.lack.empty() ? "" : ", bias=False") + std::string(plan.module->further) + ")\n" +
           readoutLines(plan) + "\n    def forward(self, x, " + states + "):\n" +
           forwardWords(plan) + "        hidden, _ = super().forward(x, " +
           (several ? "(" + states + ")" : states) + ")\n        return self.fc(hidden" +
           (plan.lastStep() ? "[-1:]" : "") + ")\n";
}

std::string heldFunction() {
    return R"(

def held(quantity, suffix, t, computed):
    """What is used of a quantity (H): a constant where it is held, else what was computed. No
    gradient comes back through a constant."""
    for name, where, units, times, value in HOLDS:
        if name == quantity and where == suffix and t in times:
            computed = computed.clone()
            computed[units] = value
    return computed
)";
}

/// Registers the tensors that the file holds, and zeros for those it lacks.
std::string loopTensors(const Plan& plan) {
    std::string text = R"(        for name, values in WEIGHTS.items():
            if not name.startswith("fc."):
                self.register_parameter(name, nn.Parameter(torch.tensor(values)))
)";
    if (plan.lack.empty())
        return text;
    text += "        # The network was built without these.\n        for name in (";
    for (const std::string& name : plan.lack)
        text += "\n            \"" + name + "\",";
    const Index rows = static_cast<Index>(plan.cell().blocks().size()) * plan.shape().hidden;
    return text + "\n        ):\n            self.register_buffer(name, torch.zeros(" +
           std::to_string(rows) + "), persistent=False)\n";
}

std::string loopNetwork(const Plan& plan) {
    const bool holds = !plan.holds.empty(), bidirectional = plan.shape().bidirectional;
    std::string text = holds ? heldFunction() : std::string();
    text +=
        "\n\nclass Network(nn.Module):\n    \"\"\"The recurrent layers as a loop over time, and "
        "a read-out of their hidden states.\"\"\"\n\n"
        "    def __init__(self):\n        super().__init__()\n" +
        loopTensors(plan) + readoutLines(plan);
    text += "\n    def step(self, suffix, " + std::string(holds ? "t, " : "") + "x, " +
            pythonStatesBefore(plan.cell()) +
            "):\n        \"\"\"One step of a layer: from its input and the states before it to the "
            "states after it, (H)\n        each.\"\"\"\n";
    const std::vector<std::size_t> held = plan.held();
    for (const std::string& line : pythonStep(plan.cell(), held))
        text += "        " + line + "\n";
    text += "\n    def layer(self, suffix, x, states):\n        \"\"\"One layer" +
            std::string(bidirectional ? " in one direction" : "") +
            ": all its hidden states, (T, H).\"\"\"\n        hidden = [None] * len(x)\n";
    const std::string times = bidirectional ? "times" : std::string("range(len(x))");
    if (bidirectional)
        text +=
            "        times = range(len(x))\n"
            "        if suffix.endswith(\"_reverse\"):\n            times = reversed(times)\n";
    if (plan.truncated())
        text += "        for taken, t in enumerate(" + times +
                "):\n            if taken > 0 and taken % " + std::to_string(*plan.shape().window) +
                " == 0:  # no gradient crosses this border\n"
                "                states = [each.detach() for each in states]\n";
    else
        text += "        for t in " + times + ":\n";
    text +=
        "            states = self.step(suffix, " + std::string(holds ? "t, " : "") +
        "x[t], *states)\n            hidden[t] = states[0]\n        return torch.stack(hidden)\n";
    text += "\n    def forward(self, x, *initial):\n" + forwardWords(plan);
    text += R"(        row = 0
        for suffixes in LAYERS:
            directions = []
            for suffix in suffixes:
                directions.append(self.layer(suffix, x, [each[row] for each in initial]))
                row += 1
            x = torch.cat(directions, dim=1)
)";
    return text + "        return self.fc(x" + (plan.lastStep() ? "[-1:]" : "") + ")\n";
}

std::string mainFunction(const Plan& plan) {
    const Clipping& clipping = plan.snapshot.setup.clipping;
    const std::string loss = plan.classes() ? "nn.CrossEntropyLoss()" : "nn.MSELoss()";
    std::string text =
        R"(

def norm(tensors):
    """The 2-norm over all entries of all tensors together."""
    return torch.cat([each.flatten() for each in tensors]).norm().item()


def tell(name, value):
    print(f"{name} {value:.17g}")


def losses(network, sequences):
    """The loss of each sequence: the mean over its answers."""
    criterion = )" +
        loss +
        R"(
)" +
        std::string(plan.carried() ? R"(    for x, target, begin in sequences:
        initial = [torch.tensor(values) for values in begin]
)"
                                   : R"(    initial = [torch.tensor(values) for values in INITIAL]
    for x, target in sequences:
)") + R"(        yield criterion(network(torch.tensor(x), *initial), torch.tensor(target))


def gradients(network, loss):
    """The derivatives of the loss by all parameters, by their names; left in the network too."""
    for parameter in network.parameters():
        parameter.grad = torch.zeros_like(parameter)
    loss.backward()
    return {name: parameter.grad for name, parameter in network.named_parameters()}


def main():
    network = Network()
    network.load_state_dict({name: torch.tensor(values) for name, values in WEIGHTS.items()})

)";
    if (plan.batch())
        text += "    # The sequence that is shown.\n";
    text += R"(    (loss,) = losses(network, SEQUENCES[:1])
    gradient = gradients(network, loss)
    tell("loss", loss.item())
    for name, values in gradient.items():
        tell("grad." + name, norm([values]))
)";
    if (plan.batch())
        text +=
            "\n    # What an update learns from: the mean over several sequences.\n"
            "    batch = SEQUENCES" +
            std::string(plan.batchFrom == 1 ? "[1:]" : "") +
            "\n    gradient = gradients(network, sum(losses(network, batch)) / len(batch))\n";
    text += "    tell(\"grad_norm\", norm(gradient.values()))\n";
    if (plan.clips())
        text +=
            "    nn.utils." +
            std::string(clipping.mode == ClipMode::Norm ? "clip_grad_norm_" : "clip_grad_value_") +
            "(network.parameters(), " + pythonNumber(clipping.threshold) +
            ")\n    tell(\"clipped_norm\", norm(each.grad for each in network.parameters()))\n";
    return text;
}

}  // namespace

Result<std::string> pytorchScript(const Snapshot& snapshot) {
    const auto plan = script::planFor(snapshot);
    if (!plan)
        return plan.error();
    return header(*plan) + (plan->module ? moduleNetwork(*plan) : loopNetwork(*plan)) +
           mainFunction(*plan) + dataText(*plan) + "\n\nif __name__ == \"__main__\":\n    main()\n";
}

}  // namespace rnnscope
