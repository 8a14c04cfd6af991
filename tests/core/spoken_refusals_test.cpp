// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused in a setup, an edit or a drawing is said in whole sentences, so that another
// language can say it, and in English as it is written here.
#include <gtest/gtest.h>

#include <limits>

#include "core/block_edit.h"
#include "core/drawing_tools.h"
#include "core/experiment.h"
#include "core/input_edit.h"
#include "core/script/pytorch_script.h"
#include "core/sentence.h"
#include "core/training_state.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::fromTable;
using testing::several;
using testing::with;

struct Refusal {
    const char* english;
    std::string (*said)();
};

std::string why(const auto& result) {
    EXPECT_FALSE(result.ok());
    return result.ok() ? "" : result.error().message;
}

std::string refused(const Choices& setup) {
    return why(check(setup));
}

std::string refused(std::initializer_list<std::pair<const char*, const char*>> options) {
    return refused(with(options));
}

std::string badOption(const char* name, const char* value) {
    Choices setup;
    return why(setOption(setup, name, value));
}

std::string pasted(const char* text, Index time, Index inputs) {
    return why(pastedInputs(Choices{}, text, time, inputs, 8, 0));
}

Drawing drawn(Index steps, Index columns) {
    Drawing drawing;
    for (Index column = 0; column < columns; ++column)
        drawing.names.push_back(freeName(drawing, "x"));
    drawing.values = Eigen::MatrixXd::Zero(steps, columns);
    return drawing;
}

/// A network that foresees its one column, with these options beside it.
std::string goingOn(std::initializer_list<std::pair<const char*, const char*>> options) {
    Choices setup = with({{"generate", "3"}, {"target", "next"}});
    for (const auto& [name, value] : options)
        EXPECT_TRUE(setOption(setup, name, value).ok()) << name;
    return refused(setup);
}

std::string untrainedInto(const Choices& setup, const Choices& other) {
    auto experiment = Experiment::create(setup), wrong = Experiment::create(other);
    EXPECT_TRUE(experiment.ok() && wrong.ok());
    return why(experiment->restore(trainingState(*wrong->snapshot(1))));
}

const double infinity = std::numeric_limits<double>::infinity();
const Eigen::MatrixXd ones = Eigen::MatrixXd::Ones(2, 2);

const Refusal refusals[] = {
    // numbers of a setup
    {"0 updates are too few; 1 to 1000000 are possible",
     [] {
         return refused({{"updates", "0"}});
     }},
    {"1000001 updates are too many; 1 to 1000000 are possible",
     [] {
         return refused({{"updates", "1000001"}});
     }},
    {"0 sequences an update are too few; 1 to 1024 are possible",
     [] {
         return refused({{"sequences", "0"}});
     }},
    {"1025 sequences an update are too many; 1 to 1024 are possible",
     [] {
         return refused({{"sequences", "1025"}});
     }},
    {"the hidden size is 0; 1 to 4096 are possible",
     [] {
         return refused({{"hidden", "0"}});
     }},
    {"0 layers are too few; 1 to 64 are possible",
     [] {
         return refused({{"layers", "0"}});
     }},
    {"65 layers are too many; 1 to 64 are possible",
     [] {
         return refused({{"layers", "65"}});
     }},
    {"sequence 1025 of a task is too far; 1 to 1024 can be shown",
     [] {
         return refused({{"show-sequence", "1025"}});
     }},
    {"the learning rate must be a number above 0",
     [] {
         return refused({{"lr", "0"}});
     }},
    // what does not go together
    {"there is no cell 'x'; there are rnn, rnn-relu, lstm, gru, gru-reset-before, lstm-peephole, "
     "lstm-coupled, ugrnn, mgu",
     [] { return badOption("cell", "x"); }},
    {"a file name is needed", [] { return badOption("weights", ""); }},
    {"there is no such choice", [] { return badOption("colour", "blue"); }},
    {"holds 2 sequences; an update cannot learn from 3",
     [] {
         Choices setup = several({5, 6});
         setup.training.sequences = 3;
         return refused(setup);
     }},
    {"holds 1 sequence; an update cannot learn from 3",
     [] {
         Choices setup = several({5});
         setup.training.sequences = 3;
         return refused(setup);
     }},
    {"as edited after update 4, the input asks for 4 classes where the network answers 3; edit it "
     "before the first update, or stay below",
     [] {
         Choices setup = fromTable(Eigen::VectorXd{{0, 1, 2, 1, 0}}, {"x"});
         setup.loss = Loss::CrossEntropy;
         setup.edits = parseEdits("x@3#4=3").value();
         return refused(setup);
     }},
    {"lane 2: the spectral radius must not be negative",
     [] {
         return refused({{"lanes", "*; spectral-radius=-1"}});
     }},
    {"only a network that foresees the next value can be given its own answers; set teacher "
     "forcing to 1, or the target to the next value",
     [] {
         return refused({{"task", "parity"}, {"teacher-forcing", "0.5"}});
     }},
    // holds and edits
    {"hold 'f' names no value; write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0",
     [] { return why(parseHolds("f")); }},
    {"the value of hold 'f=x' is not a finite number; write QUANTITY=VALUE, as f=1 or "
     "h_l0[3]@5-9=0",
     [] { return why(parseHolds("f=x")); }},
    {"hold k=1: there is no such quantity; of this cell h can be held",
     [] {
         return refused({{"hold", "k=1"}});
     }},
    {"hold h[9]=1: there are only 8 units; hold one of them",
     [] {
         return refused({{"hold", "h[9]=1"}});
     }},
    {"edit 'y@1=2' names nothing that a network has; write PLACE=VALUE, as x@5=0.3, h0_l0[2]=1 or "
     "weight_hh_l0.f[3,5]=0.7",
     [] { return why(parseEdits("y@1=2")); }},
    // lanes
    {"lanes cannot differ in 'length'; they can in cell, hidden, layers, bidirectional, "
     "forget-bias, spectral-radius, recurrent, zero-biases, carry-state, hold, edit, clip, "
     "clip-threshold, optimizer, lr, truncate",
     [] { return why(parseLanes("length=3")); }},
    {"lane choice 'hidden=x': 'x' is not a whole number in range; write digits only, as 8",
     [] { return why(parseLanes("hidden=x")); }},
    {"a lane says nothing of what it differs in; write OPTION=VALUE, as cell=rnn; *; cell=gru, "
     "forget-bias=2",
     [] { return why(parseLanes("*;cell=gru,")); }},
    {"a lane chooses cell twice; once is enough",
     [] { return why(parseLanes("cell=gru,cell=rnn")); }},
    {"hidden: 'x' is not a whole number in range; write digits only, as 8",
     [] { return why(withLaneChoice(Choices{}, 0, "hidden", "x")); }},
    // going on by itself
    {"a network that goes on by itself must run in one direction; change that, or generate 0 steps",
     [] {
         return goingOn({{"bidirectional", ""}});
     }},
    {"a network that goes on by itself must answer at every step; change the read-out, or generate "
     "0 steps",
     [] {
         return goingOn({{"readout", "last-step"}});
     }},
    {"a prompt begins a text, but this sequence is of numbers and goes on itself; leave the prompt "
     "out",
     [] {
         return goingOn({{"prompt", "ab"}});
     }},
    {"to generate 900000000 steps would take over 4 GB; generate fewer, or use fewer units",
     [] {
         return goingOn({{"generate", "900000000"}});
     }},
    // inputs
    {"line 1, column 2: 'b' is not a finite number; write one, as 0.5",
     [] { return pasted("1\tb", 0, 2); }},
    {"line 2 holds 1 number, but a step has 2 inputs; a line a step, a column an input is needed",
     [] { return pasted("1\t2\n3", 0, 2); }},
    {"line 1 holds 2 numbers, but a step has 1 input; a line a step, a column an input is needed",
     [] { return pasted("1\t2\n3\t4", 0, 1); }},
    {"2 steps do not fit from t = 8 on, where 1 step is left; paste fewer, or earlier",
     [] { return pasted("1\n2", 7, 1); }},
    {"3 steps do not fit from t = 7 on, where 2 steps are left; paste fewer, or earlier",
     [] { return pasted("1\n2\n3", 6, 1); }},
    {"1e+300 cannot be had with an input scale of 1e-300; write a finite number",
     [] {
         return why(inputEdit(with({{"input-scale", "1e-300"}}), {0, 4}, 1e300, 0));
     }},
    // blocks of weights
    {"scaled so, a number would leave the range of numbers",
     [] { return why(scaledBlock(ones, infinity)); }},
    {"shifted so, a number would leave the range of numbers",
     [] { return why(shiftedBlock(ones, infinity)); }},
    {"row 1, number 2 is empty; copy rows of as many numbers each",
     [] { return why(parseBlock("1\t\t3")); }},
    {"row 2, number 2: 'x' is not a finite number; copy rows of as many numbers each",
     [] { return why(parseBlock("1\t2\n3\tx")); }},
    {"row 2 has 1 numbers and the first 2; copy rows of as many numbers each",
     [] { return why(parseBlock("1\t2\n3")); }},
    {"there are no numbers; copy rows of as many numbers each", [] { return why(parseBlock("")); }},
    {"nothing is not a finite number; type one, as −0.5 or 1e-3",
     [] { return why(typedNumber(" ")); }},
    {"'x' is not a finite number; type one, as −0.5 or 1e-3", [] { return why(typedNumber("x")); }},
    {"2 × 2 numbers where 3 × 1 are needed", [] { return why(ofShape(ones, 3, 1)); }},
    // drawings
    {"there is no room for 1 step more; at most 2000 can be drawn",
     [] { return why(withStepsAt(drawn(2000, 1), 0, 1)); }},
    {"2 steps do not fit from step 2000 on; a drawing has at most 2000",
     [] { return why(withPasted(drawn(2000, 1), "1\n2", 1999, 0)); }},
    {"2 columns do not fit from column 8 on; a drawing has at most 8",
     [] { return why(withPasted(drawn(4, 8), "1\t2", 0, 7)); }},
    {"there are 8 columns already, and no room for more; remove one first",
     [] { return why(withColumn(drawn(4, 8), false)); }},
    {"there is a column 'x' already; choose another name",
     [] { return why(withName(drawn(4, 2), 1, "x")); }},
    // what was trained
    {"\"training\" has no twin; it must be of the setup beside it",
     [] {
         return untrainedInto(with({{"twin", ""}}), Choices{});
     }},
    {"\"training\" has a twin; it must be of the setup beside it",
     [] {
         return untrainedInto(Choices{}, with({{"twin", ""}}));
     }},
    {"\"training\" is of 2 networks, not 1; it must be of the setup beside it",
     [] {
         return untrainedInto(Choices{}, with({{"lanes", "cell=gru"}}));
     }},
};

std::string quoted(const char* english) {
    return "«" + std::string(english) + "»";
}

std::string without(std::string text, std::string_view sign) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign))
        text.erase(at, sign.size());
    return text;
}

TEST(SpokenRefusals, AreWholeSentences) {
    for (const Refusal& refusal : refusals)
        EXPECT_EQ(refusal.said(), refusal.english);
    Sentence::speakBy(quoted);
    for (const Refusal& refusal : refusals) {
        const std::string said = refusal.said();
        EXPECT_TRUE(said.starts_with("«") && said.ends_with("»")) << said;
        EXPECT_EQ(without(without(said, "«"), "»"), refusal.english);
    }
    Sentence::speakBy(nullptr);
}

}  // namespace
}  // namespace rnnscope
