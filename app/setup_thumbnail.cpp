// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_thumbnail.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace rnnscope {

namespace {

constexpr Index mostLines = 4;

/// The lines to draw: the rows themselves; of many (characters, one-hot) the number of the largest.
Eigen::MatrixXd linesOf(const Eigen::MatrixXd& values) {
    if (values.rows() <= mostLines)
        return values;
    Eigen::MatrixXd largest(1, values.cols());
    for (Index t = 0; t < values.cols(); ++t) {
        Index row = 0;
        values.col(t).maxCoeff(&row);
        largest(0, t) = static_cast<double>(row);
    }
    return largest;
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(const Eigen::MatrixXd& values) {
        for (Index k = 0; k < values.size(); ++k)
            if (const double value = values.data()[k]; std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    }
    double part(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

/// One row over `area`; where there are more steps than pixels, a stroke a pixel from the least to
/// the largest value. Steps that are no numbers are gaps.
QPainterPath pathOf(const Eigen::MatrixXd& lines, Index row, const Range& range,
                    const QRectF& area) {
    const Index steps = lines.cols();
    const auto yOf = [&](double value) {
        return area.bottom() - range.part(value) * area.height();
    };
    const auto xOf = [&](Index t) {
        return steps == 1 ? area.center().x()
                          : area.left() + area.width() * static_cast<double>(t) /
                                              static_cast<double>(steps - 1);
    };
    QPainterPath path;
    bool open = false;
    const auto to = [&](double x, double y) {
        open ? path.lineTo(x, y) : path.moveTo(x, y);
        open = true;
    };
    const Index pixels = std::max<Index>(1, static_cast<Index>(area.width()));
    const Index stride = steps > 2 * pixels ? (steps + pixels - 1) / pixels : 1;
    for (Index t = 0; t < steps; t += stride) {
        Range here;
        here.include(lines.block(row, t, 1, std::min(stride, steps - t)));
        if (here.low > here.high) {
            open = false;
            continue;
        }
        to(xOf(t), yOf(here.low));
        if (stride > 1)
            to(xOf(t), yOf(here.high));
        else if (steps == 1)
            path.addEllipse(QPointF(xOf(t), yOf(here.low)), 1, 1);
    }
    return path;
}

}  // namespace

SetupThumbnail::SetupThumbnail(QWidget* parent) : QWidget(parent), theme_(Theme::light()) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SetupThumbnail::setProblem(std::shared_ptr<const Problem> problem) {
    if (problem == problem_)
        return;
    problem_ = std::move(problem);
    if (problem_) {
        setAccessibleName(tr("The sequence, %L1 steps").arg(problem_->input.cols()));
        setToolTip(problem_->target ? tr("Input, and the target dotted") : tr("Input"));
    }
    update();
}

void SetupThumbnail::setTheme(const Theme& theme) {
    theme_ = theme;
    setFixedHeight(qRound(theme.px(64)));
    update();
}

QSize SetupThumbnail::sizeHint() const {
    return {qRound(theme_.px(200)), qRound(theme_.px(64))};
}

void SetupThumbnail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.plotFrame, 1));
    painter.setBrush(theme_.plotGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(5),
                            theme_.px(5));
    if (!problem_)
        return;
    const double margin = theme_.px(7);
    const QRectF area = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const Eigen::MatrixXd input = linesOf(problem_->input);
    Range range;
    range.include(input);
    painter.setBrush(Qt::NoBrush);
    // A target of every step alone is drawn: one value at the end is no curve.
    if (const auto& target = problem_->target; target && target->cols() == problem_->input.cols()) {
        const bool alike =
            target->rows() == problem_->input.rows() && input.rows() == target->rows();
        const Eigen::MatrixXd lines = linesOf(*target);
        Range own;
        own.include(lines);
        if (alike) {  // on one scale
            range.include(lines);
            own = range;
        }
        painter.setPen(QPen(theme_.faint(theme_.quantityLine(u"target"), 0.6), theme_.px(1.2),
                            theme_.quantityDash(u"target")));
        for (Index row = 0; row < lines.rows(); ++row)
            painter.drawPath(pathOf(lines, row, own, area));
    }
    for (Index row = 0; row < input.rows(); ++row) {
        painter.setPen(
            QPen(theme_.faint(theme_.quantityLine(u"input"),
                              1 - 0.5 * static_cast<double>(row) / static_cast<double>(mostLines)),
                 theme_.px(1.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(pathOf(input, row, range, area));
    }
}

}  // namespace rnnscope
