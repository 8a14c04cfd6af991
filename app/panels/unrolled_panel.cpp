// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_panel.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/panels/unrolled_painter.h"
#include "app/panels/unrolled_states.h"
#include "app/panels/unrolled_words.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

std::vector<double> normsOf(const Trace& trace, std::size_t quantity) {
    const Eigen::VectorXd norms = trace.norms(quantity);
    return {norms.begin(), norms.end()};
}

/// The largest finite |h| of a direction over all layers and steps.
double largestState(const Snapshot& snapshot, bool reverse) {
    const NetworkShape& shape = snapshot.shape();
    double largest = 0;
    for (int layer = 0; layer < shape.layers; ++layer) {
        const Trace& trace = snapshot.record.traces[shape.trace(layer, reverse)];
        for (Index column = 1; column <= trace.steps(); ++column)
            for (const double value : trace.at(shape.cell->hiddenState(), column))
                if (std::abs(value) > largest && std::isfinite(value))
                    largest = std::abs(value);
    }
    return largest;
}

}  // namespace

UnrolledPanel::UnrolledPanel(const Theme& theme, QWidget* parent) : Panel(theme, parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setAccessibleName(tr("Unrolled through time"));
}

QSize UnrolledPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize UnrolledPanel::minimumSizeHint() const {
    return QSizeF(theme().px(200), theme().px(112)).toSize();
}

QWidget* UnrolledPanel::headerTool() {
    if (!hint_) {
        hint_ = new QLabel;
        hint_->setProperty("role", QStringLiteral("muted"));
        refreshHint();
    }
    return hint_;
}

QString UnrolledPanel::hint() const {
    if (!snapshot())
        return {};
    const bool reverse = safeView().reverse;
    const bool strip = snapshot()->shape().hidden > mostBars;
    const QString bars =
        (strip ? tr("colours: h = ±%1") : tr("full bar |h| = %1")).arg(shortNumber(limit_));
    if (gradientNorms_.empty())
        return (reverse ? tr("forward ←") : tr("forward →")) + QStringLiteral(" · ") + bars;
    const bool complete =
        view().position.phase == Phase::Clip || view().position.phase == Phase::Update;
    const QString arrows = reverse ? tr("forward ← → gradient") : tr("forward → ← gradient");
    if (width() < theme().px(600))
        return complete ? tr("gradient complete") : arrows;
    const QString line = joined({arrows, tr("width ∝ log ‖∂L/∂h‖")});
    return (complete ? tr("gradient complete") : bars) + QStringLiteral(" · ") + line;
}

void UnrolledPanel::refreshHint() {
    if (!hint_)
        return;
    const QString text = hint();
    if (hint_->text() != text)
        hint_->setText(text);
}

void UnrolledPanel::refresh() {
    const std::size_t hidden = snapshot()->shape().cell->hiddenState();
    stateNorms_ = normsOf(snapshot()->record.traces[trace()], hidden);
    gradientNorms_.clear();
    if (snapshot()->backward)
        gradientNorms_ = normsOf(snapshot()->backward->gradients.traces[trace()], hidden);
    limit_ = roundLimit(largestState(*snapshot(), safeView().reverse));
    moveCursor();
}

void UnrolledPanel::moveCursor() {
    refreshHint();
    update();
}

// The playhead may still stand where the last, longer or larger network had a place.
View UnrolledPanel::safeView() const {
    const NetworkShape& shape = snapshot()->shape();
    View safe = view();
    safe.position.step = std::clamp(safe.position.step, 0, steps() - 1);
    safe.layer = std::clamp(safe.layer, 0, shape.layers - 1);
    safe.reverse = safe.reverse && shape.bidirectional;
    safe.unit = std::clamp(safe.unit, 0, static_cast<int>(shape.hidden) - 1);
    return safe;
}

UnrolledScene UnrolledPanel::scene() const {
    return {.snapshot = snapshot().get(),
            .view = safeView(),
            .theme = &theme(),
            .gradientNorms = &gradientNorms_,
            .limit = limit_};
}

UnrolledLayout UnrolledPanel::layoutNow() const {
    return unrolledLayout(scene().spec(QRectF(rect())));
}

void UnrolledPanel::paint(QPainter& painter, const QRectF& area) const {
    if (snapshot())
        paintUnrolled(painter, area, scene());
}

void UnrolledPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, QRectF(rect()));
}

void UnrolledPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    refreshHint();
}

void UnrolledPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    // On the screen the hint stands in the card's title line.
    const double line = theme().px(18);
    const bool room = area.height() > theme().px(150);
    const QRectF picture = area.adjusted(0, room ? line : 0, 0, 0);
    paint(painter, picture);
    if (!room || !snapshot())
        return;
    painter.setFont(theme().font(11));
    painter.setPen(QPen(theme().mutedText));
    painter.drawText(QRectF(area.left(), area.top(), area.width() - theme().px(6), line),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, hint());
}

QString UnrolledPanel::summary() const {
    const auto step = static_cast<std::size_t>(view().position.step);
    return step < stateNorms_.size() ? tr("‖h‖ = %1").arg(shortNumber(stateNorms_[step]))
                                     : QString();
}

DataTable UnrolledPanel::data() const {
    DataTable table;
    if (!snapshot())
        return table;
    const auto add = [&](const QString& name, std::vector<double> values) {
        table.names += name;
        table.columns.push_back(std::move(values));
    };
    const auto count = static_cast<std::size_t>(steps());
    std::vector<double> times(count);
    for (std::size_t t = 0; t < count; ++t)
        times[t] = static_cast<double>(t + 1);
    add(QStringLiteral("t"), std::move(times));
    const auto addRows = [&](const QString& name, const Eigen::MatrixXd& rows) {
        for (Index row = 0; row < rows.rows(); ++row) {
            std::vector<double> values(count, std::nan(""));
            // A read-out at the last step alone stands there.
            const auto first = count - static_cast<std::size_t>(rows.cols());
            for (Index t = 0; t < rows.cols(); ++t)
                values[first + static_cast<std::size_t>(t)] = rows(row, t);
            add(rows.rows() > 1 ? name + QString::number(row + 1) : name, std::move(values));
        }
    };
    const std::size_t hidden = snapshot()->shape().cell->hiddenState();
    addRows(QStringLiteral("x"), snapshot()->problem->input);
    addRows(QStringLiteral("h"), snapshot()->record.traces[trace()].overTime(hidden));
    add(QStringLiteral("‖h‖"), stateNorms_);
    addRows(QStringLiteral("ŷ"), snapshot()->record.output);
    if (snapshot()->problem->target)
        addRows(QStringLiteral("y"), *snapshot()->problem->target);
    if (snapshot()->backward) {
        const Eigen::VectorXd& loss = snapshot()->backward->loss.perStep;
        add(QStringLiteral("Lₜ"), {loss.begin(), loss.end()});
        add(QStringLiteral("‖∂L/∂h‖"), gradientNorms_);
    }
    return table;
}

// ---- mouse ---------------------------------------------------------------------------------

QString UnrolledPanel::tipAt(QPointF point) const {
    if (!snapshot())
        return {};
    const UnrolledLayout layout = layoutNow();
    const auto step = layout.stepAt(point);
    if (!step)
        return {};
    const View view = safeView();
    const NetworkShape& shape = snapshot()->shape();
    const std::size_t hidden = shape.cell->hiddenState();
    StepQuestion question{
        .trace = shape.trace(layout.layerAt(point).value_or(view.layer), view.reverse),
        .step = *step,
        .unit = view.unit};
    const auto at = static_cast<std::size_t>(*step);
    if (question.trace == trace()) {
        question.stateNorm = stateNorms_[at];
        if (snapshot()->backward)
            question.gradientNorm = gradientNorms_[at];
    } else {
        question.stateNorm = normsOf(snapshot()->record.traces[question.trace], hidden)[at];
        if (snapshot()->backward)
            question.gradientNorm =
                normsOf(snapshot()->backward->gradients.traces[question.trace], hidden)[at];
    }
    return stepTip(*snapshot(), question);
}

bool UnrolledPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return Panel::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(QPointF(help->pos()));
    if (tip.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    // Gone as soon as the mouse leaves the column or the box.
    const UnrolledLayout layout = layoutNow();
    const int step = *layout.stepAt(QPointF(help->pos()));
    const auto layer = layout.layerAt(QPointF(help->pos()));
    const QRectF column(layout.timeLabel(step).left(), 0, layout.pitch, height());
    QToolTip::showText(help->globalPos(), tip, this,
                       (layer ? layout.cell(step, *layer) : column).toAlignedRect());
    return true;
}

void UnrolledPanel::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !snapshot())
        return Panel::mousePressEvent(event);
    const int step = safeView().position.step;
    drag_ = Drag{.from = event->position(), .start = step, .asked = step};
}

void UnrolledPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!snapshot())
        return;
    if (!drag_) {  // the bars are the hidden state
        const UnrolledLayout layout = layoutNow();
        const auto step = layout.stepAt(event->position());
        const auto layer = layout.layerAt(event->position());
        const bool onBars = step && layer && layout.cell(*step, *layer).contains(event->position());
        emit quantityHovered(onBars ? std::optional(snapshot()->shape().cell->hiddenState())
                                    : std::nullopt);
        return;
    }
    const double dx = event->position().x() - drag_->from.x();
    if (!drag_->moved && std::abs(dx) < QApplication::startDragDistance())
        return;
    drag_->moved = true;
    const int step = scrubbedStep(layoutNow(), drag_->start, dx);
    if (step == drag_->asked)
        return;
    drag_->asked = step;
    emit stepRequested(step);
}

// A click counts where it was let go without a move: the row of cells runs on under the mouse.
void UnrolledPanel::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drag_)
        return;
    const bool click = !drag_->moved;
    drag_.reset();
    if (!click || !snapshot())
        return;
    const UnrolledLayout layout = layoutNow();
    const auto layer = layout.layerAt(event->position());
    const auto step = layout.stepAt(event->position());
    const int viewed = safeView().layer;
    if (step)
        emit stepRequested(*step);
    if (layer && *layer != viewed)
        emit layerRequested(*layer);
}

void UnrolledPanel::leaveEvent(QEvent* event) {
    emit quantityHovered({});
    Panel::leaveEvent(event);
}

void UnrolledPanel::wheelEvent(QWheelEvent* event) {
    if (!snapshot())
        return;
    const QPoint turn = event->angleDelta();
    wheel_ += turn.y() != 0 ? turn.y() : turn.x();
    constexpr int notch = 120;
    const int turns = wheel_ / notch;
    wheel_ -= turns * notch;
    const int now = safeView().position.step;
    const int step = std::clamp(now + turns, 0, steps() - 1);
    if (step != now)
        emit stepRequested(step);
    event->accept();
}

}  // namespace rnnscope
