// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/archive.h"
#include "core/loss.h"
#include "core/network.h"

namespace rnnscope::testing {

/// PyTorch's figures for one network's analyses, with both passes of ours over it. Written by
/// tests/reference/analysis_figures.py.
struct AnalysisFigures {
    std::map<std::string, Array> arrays;
    NetworkShape shape;
    Parameters parameters;
    Record record;
    Gradients gradients;

    Network network() const { return Network(shape, parameters); }
    Eigen::MatrixXd matrix(const std::string& name) const { return arrays.at(name).toMatrix(); }
};

inline const std::filesystem::path analysisFolder =
    std::filesystem::path(RNNSCOPE_REFERENCE) / "analysis";

/// Networks that there are figures of: "lstm", "gru.window".
inline std::vector<std::string> analysisCases() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(analysisFolder))
        if (entry.path().filename() != "cliff.npz")
            names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

inline std::map<std::string, Array> readFigures(const std::string& name) {
    std::map<std::string, Array> arrays;
    auto read = readNpz(analysisFolder / (name + ".npz"));
    EXPECT_TRUE(read.ok()) << name;
    if (read.ok())
        for (Array& array : *read)
            arrays.emplace(array.name, std::move(array));
    return arrays;
}

inline AnalysisFigures readAnalysis(const std::string& name) {
    AnalysisFigures figures;
    figures.arrays = readFigures(name);
    const auto& arrays = figures.arrays;
    const Eigen::MatrixXd input = figures.matrix("input").transpose();
    const Eigen::MatrixXd target = figures.matrix("target").transpose();
    NetworkShape& shape = figures.shape;
    shape.cell = findCell(name.substr(0, name.find('.')));
    shape.input = input.rows();
    shape.hidden = figures.matrix("h0").cols();
    shape.output = target.rows();
    shape.layers = arrays.contains("param.weight_hh_l1") ? 2 : 1;
    shape.bidirectional = arrays.contains("param.weight_hh_l0_reverse");
    shape.readout = target.cols() == 1 ? Readout::LastStep : Readout::EveryStep;
    if (arrays.contains("window"))
        shape.window = static_cast<Index>(arrays.at("window").data[0]);
    figures.parameters = Network::parametersFor(shape);
    for (Parameter& item : figures.parameters.items)
        item.value = figures.matrix("param." + item.name);
    InitialState initial{figures.matrix("h0")};
    if (arrays.contains("c0"))
        initial.push_back(figures.matrix("c0"));
    const Network network = figures.network();
    network.forward(input, initial, figures.record);
    const LossResult loss =
        lossOf(Loss::MeanSquared, figures.record.output, target, figures.record.steps());
    network.backward(figures.record, loss.outputGradient, figures.gradients);
    return figures;
}

/// Largest difference over PyTorch's largest entry.
inline double relativeDifference(const Eigen::MatrixXd& ours, const Eigen::MatrixXd& theirs) {
    EXPECT_EQ(ours.rows(), theirs.rows());
    EXPECT_EQ(ours.cols(), theirs.cols());
    const double largest = theirs.cwiseAbs().maxCoeff();
    const double gap = (ours - theirs).cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
    return gap == 0 ? 0 : gap / largest;
}

inline std::string testName(const ::testing::TestParamInfo<std::string>& named) {
    std::string name = named.param;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

}  // namespace rnnscope::testing
