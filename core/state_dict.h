// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "core/archive.h"
#include "core/network.h"
#include "core/result.h"

namespace rnnscope {

/// What the tensors of a PyTorch state_dict say about a network.
struct StateDict {
    struct Taken {
        std::size_t tensor;  ///< position among those given
        std::string name;    ///< the network's: "weight_ih_l0"
    };
    struct Unused {
        std::size_t tensor;
        std::string why;
    };

    NetworkShape shape;  ///< `output` is 0 where there is no read-out
    /// Under RNNScope's names. Biases that are missing are marked absent; without a read-out its
    /// two are missing here.
    Parameters parameters;
    std::string prefix;          ///< of the recurrent module, with its dot: "lstm."
    std::string readout;         ///< the read-out's module: "head"; empty where there is none
    std::vector<Taken> taken;    ///< in the network's order
    std::vector<Unused> unused;  ///< in the order given
};

/// "(16, 8)".
std::string shapeText(const std::vector<std::size_t>& shape);

/// Whether both cells' tensors have the same names and shapes, so that only a name tells them
/// apart.
bool haveSameTensors(const Cell& a, const Cell& b);

/// Reads the network off the tensors' names and shapes: any module prefix, layers `_l0`, `_l1`, …,
/// `_reverse`; rows over hidden size tell the cell (1 rnn, 3 gru, 4 lstm; `preferred` where its
/// number of gates fits, so that it decides the GRU's form). `named`, where there is one, is the
/// cell that the file says it is of; shapes that contradict it are an error. The read-out is the
/// pair of a 2-D `….weight` and a 1-D `….bias` that is left, or, of several, the only one that fits
/// the last layer. Anything else is left unused. `file` is for messages.
Result<StateDict> readStateDict(std::span<const Array> tensors, const Cell& preferred,
                                const std::string& file, const Cell* named = nullptr);

/// Parameters as arrays under PyTorch's names, each name after `prefix`.
std::vector<Array> toArrays(const Parameters& parameters, const std::string& prefix = {});

}  // namespace rnnscope
