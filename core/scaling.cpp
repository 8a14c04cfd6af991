// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling.h"

#include <cassert>
#include <cmath>

#include "core/unscaling.h"

namespace rnnscope {
namespace {

/// (column / largest − origin) / width; a width of 0 makes everything 0. Sums of 1e308 and
/// differences from −1e308 stay in range after the division by the largest.
struct Figures {
    double largest = 0;
    double origin = 0;
    double width = 0;
};

Figures figuresOf(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling) {
    Figures figures;
    figures.largest = column.cwiseAbs().maxCoeff();
    if (!(figures.largest > 0))
        return figures;
    const Eigen::VectorXd values = column / figures.largest;
    figures.origin = scaling == Scaling::Standard ? values.mean() : values.minCoeff();
    figures.width = scaling == Scaling::Standard
                        ? std::sqrt((values.array() - figures.origin).square().mean())
                        : values.maxCoeff() - figures.origin;
    if (!(figures.width > 1e-15))
        figures.width = 0;
    return figures;
}

bool isLinear(Scaling scaling) {
    return scaling == Scaling::Standard || scaling == Scaling::MinMax;
}

}  // namespace

Eigen::VectorXd scaled(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling) {
    if (scaling == Scaling::None || column.size() == 0)
        return column;
    if (scaling == Scaling::LogDifferences) {
        const Eigen::VectorXd logarithms = column.unaryExpr([](double x) { return std::log(x); });
        const Eigen::Index steps = column.size() - 1;
        return logarithms.tail(steps) - logarithms.head(steps);
    }
    const Figures figures = figuresOf(column, scaling);
    if (figures.width == 0)
        return Eigen::VectorXd::Zero(column.size());
    return ((column / figures.largest).array() - figures.origin) / figures.width;
}

ScalingLine scalingLine(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling) {
    if (!isLinear(scaling) || column.size() == 0)
        return {};
    const Figures figures = figuresOf(column, scaling);
    if (figures.width == 0)
        return {column[0], 0};
    return {figures.origin * figures.largest, figures.width * figures.largest};
}

Eigen::MatrixXd unscaled(const Unscaling& unscaling, const Eigen::MatrixXd& output,
                         Eigen::Index from) {
    if (unscaling.kind == Scaling::None)
        return output;
    if (isLinear(unscaling.kind)) {
        assert(output.rows() == unscaling.factor.size());
        return (unscaling.factor.asDiagonal() * output).colwise() + unscaling.offset;
    }
    assert(output.rows() == unscaling.base.rows());
    assert(from < unscaling.base.cols());
    Eigen::MatrixXd values = output.array().exp();
    for (Eigen::Index t = 0; t < output.cols(); ++t) {
        if (from + t < unscaling.base.cols())
            values.col(t).array() *= unscaling.base.col(from + t).array();
        else if (t > 0)
            values.col(t).array() *= values.col(t - 1).array();
    }
    return values;
}

}  // namespace rnnscope
