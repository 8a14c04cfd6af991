// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do in the flow matrix, and its switches.
#include <qcustomplot.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/panels/flow_panel.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"
#include "app/plot/style.h"
#include "app/words.h"

namespace rnnscope {

namespace {

QPushButton* segment(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setCheckable(true);
    button->setProperty("segment", "true");
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    return button;
}

}  // namespace

QWidget* FlowPanel::headerTool() {
    if (!tool_) {
        makeTool();
        updateTool();
    }
    return tool_;
}

void FlowPanel::makeTool() {
    tool_ = new QWidget(this);
    tool_->hide();  // until it stands in a title line
    auto* row = new QHBoxLayout(tool_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(theme().px(8)));
    states_ = new QWidget(tool_);
    auto* states = new QHBoxLayout(states_);
    states->setContentsMargins(0, 0, 0, 0);
    states->setSpacing(2);
    row->addWidget(states_);
    pin_ = segment(tr("pin"), tr("Keep this matrix beside those to come"), tool_);
    row->addWidget(pin_);
    connect(pin_, &QAbstractButton::clicked, this, [this](bool on) {
        setPinned(on);
        updateTool();  // where there was nothing to pin
    });
}

// As many buttons as the cell carries states; none for a single one.
void FlowPanel::updateTool() {
    if (!tool_)
        return;
    if (const QString look = titleSwitchSheet(theme()); tool_->styleSheet() != look)
        tool_->setStyleSheet(look);

    QStringList symbols;
    if (!maps_.empty()) {
        const Cell& cell = *maps_.back().matrix.shape.cell;
        for (const std::size_t quantity : cell.states()) {
            const std::string_view symbol = cell.quantities()[quantity].symbol;
            symbols << QString::fromUtf8(symbol.data(), qsizetype(symbol.size()));
        }
    }
    if (qsizetype(stateButtons_.size()) != symbols.size()) {
        qDeleteAll(stateButtons_);
        stateButtons_.clear();
        for (const QString& symbol : symbols) {
            auto* button = segment(symbol, tr("How each loss depends on %1").arg(symbol), states_);
            states_->layout()->addWidget(button);
            const std::size_t state = stateButtons_.size();
            connect(button, &QAbstractButton::clicked, this, [this, state] {
                setState(state);
                updateTool();
            });
            stateButtons_.push_back(button);
        }
    }
    for (std::size_t k = 0; k < stateButtons_.size(); ++k) {
        stateButtons_[k]->setText(symbols[qsizetype(k)]);
        stateButtons_[k]->setChecked(k == std::min(state_, stateButtons_.size() - 1));
    }
    states_->setVisible(stateButtons_.size() > 1);
    pin_->setChecked(isPinned());
    pin_->setEnabled(isPinned() || !maps_.empty());
}

QPoint FlowPanel::pointOf(int loss, int state) const {
    const FlowFrame now = frame();
    if (now.maps.empty())
        return {};
    return now.cellRect(now.maps.back(), loss, state).center().toPoint();
}

std::optional<FlowPanel::Hit> FlowPanel::hit(const QPointF& position) const {
    for (std::size_t k = 0; k < maps_.size(); ++k) {
        const QRectF rect = areaOf(*maps_[k].rect);
        if (!rect.contains(position))
            continue;
        const FlowMatrix& matrix = maps_[k].matrix;
        const int steps = matrix.steps();
        const auto cell = [steps](double part) {
            return std::clamp(int(part * steps), 0, steps - 1);
        };
        const FlowCell at{
            matrix.singleLoss() ? steps - 1 : cell((position.y() - rect.top()) / rect.height()),
            cell((position.x() - rect.left()) / rect.width())};
        if (matrix.exists(at.loss, at.state))
            return Hit{&matrix, at, k + 1 == maps_.size()};
    }
    return std::nullopt;
}

bool FlowPanel::overBar(const QPointF& position) const {
    const double labels = theme().px(50);
    return !maps_.empty() && frame().barRect().adjusted(0, 0, labels, 0).contains(position);
}

void FlowPanel::point(std::optional<FlowCell> cell) {
    if (cell == pointed_)
        return;
    pointed_ = cell;
    overlay_->update();
    if (cell && cell->loss < steps() && cell->state < steps())
        emit pairHovered(StepPair{cell->loss, cell->state});
    else
        emit pairHovered(std::nullopt);
}

void FlowPanel::choose(std::optional<Span> span) {
    if (span == shownSpan())
        return;
    span_ = span;
    asked_ = true;
    emit spanRequested(span);
    layOut(size());  // where it is low the strip is there only for a span
    describe();
    replot();
}

QString FlowPanel::stripText() const {
    return flowStripText(frame());
}

QString FlowPanel::hoverText(const FlowMatrix& matrix, const FlowCell& cell) const {
    const double norm = matrix.norm(cell.loss, cell.state);
    const int between = std::abs(cell.loss - cell.state);
    QString text =
        QStringLiteral("<b>%1 = %2</b><br>%3<br>")
            .arg(matrix.symbol(cell.loss, cell.state), shortNumber(norm), fullNumber(norm));
    const QString apart = between == 0   ? tr("the same step")
                          : between == 1 ? tr("one step between")
                                         : tr("%L1 steps between").arg(between);
    text += joined({apart, std::isinf(norm) ? tr("overflowed") : sizeBandName(sizeBand(norm))});
    if (maps_.size() > 1)
        text += QStringLiteral("<br>") + matrix.title();
    if (matrix == maps_.back().matrix && !matrix.spanOf(cell.loss, cell.state) && between > 0)
        text += QStringLiteral("<br>") +
                tr("by way of the other direction: no product of this one's Jacobians");
    return text;
}

void FlowPanel::mouseMoveEvent(QMouseEvent* event) {
    const auto found = hit(event->position());
    if (found) {
        point(found->cell);
        QToolTip::showText(event->globalPosition().toPoint(),
                           hoverText(*found->matrix, found->cell), this);
        return;
    }
    point(std::nullopt);
    if (overBar(event->position()))
        QToolTip::showText(event->globalPosition().toPoint(),
                           wide_ ? tr("The same colours for every network and update.\n"
                                      "Click for 10⁻⁶ … 1")
                                 : tr("The same colours for every network and update.\n"
                                      "Click for 10⁻¹² … 10⁶"),
                           this);
    else
        QToolTip::hideText();
}

void FlowPanel::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || maps_.empty())
        return event->ignore();
    if (overBar(event->position()))
        return setWide(!wide_);
    const auto found = hit(event->position());
    if (found && !found->present)
        return;  // of another network: no product is worked out for it
    std::optional<Span> span;
    if (found)
        span = found->matrix->spanOf(found->cell.loss, found->cell.state);
    choose(span == shownSpan() ? std::nullopt : span);
}

void FlowPanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    point(std::nullopt);
}

// Escape leaves the span; Return takes the one from the playhead's step to the last loss.
void FlowPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && shownSpan())
        return choose(std::nullopt);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || maps_.empty())
        return Panel::keyPressEvent(event);
    const FlowMatrix& matrix = maps_.back().matrix;
    const int last = matrix.reverse() && !matrix.singleLoss() ? 0 : matrix.steps() - 1;
    choose(matrix.spanOf(last, view().position.step));
}

void FlowPanel::focusInEvent(QFocusEvent* event) {
    Panel::focusInEvent(event);
    byKeyboard_ =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    overlay_->update();
}

void FlowPanel::focusOutEvent(QFocusEvent* event) {
    Panel::focusOutEvent(event);
    byKeyboard_ = false;
    overlay_->update();
}

bool FlowPanel::event(QEvent* event) {
    // Escape is a shortcut of the window too; here it belongs to the chosen span first.
    if (event->type() == QEvent::ShortcutOverride && shownSpan() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    // Buffers keep the device pixel ratio they were made for.
    if (event->type() == QEvent::ScreenChangeInternal)
        invalidate();
    return Panel::event(event);
}

}  // namespace rnnscope
