// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/compare_panel.h"

#include <qcustomplot.h>

#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "app/hint.h"
#include "app/panels/compare_paint.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/lane_head.h"
#include "app/panels/time_paint.h"
#include "app/panels/time_panel.h"
#include "app/words.h"
#include "core/lanes.h"

namespace rnnscope {
namespace {

/// The curves of all networks, each kind once; those of a cell state only where a network has one.
std::vector<GradientCurve> distinctCurves(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                                          const std::vector<View>& views) {
    std::vector<GradientCurve> all;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        for (GradientCurve& curve :
             gradientCurves(*lanes[lane], viewedTrace(*lanes[lane], views[lane])))
            if (std::none_of(all.begin(), all.end(), [&](const GradientCurve& each) {
                    return each.symbol == curve.symbol && each.dashed == curve.dashed;
                }))
                all.push_back(std::move(curve));
    // What is told of one loss alone stands last.
    std::stable_partition(all.begin(), all.end(),
                          [](const GradientCurve& curve) { return !curve.dashed; });
    return all;
}

}  // namespace

ComparePanel::ComparePanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent), add_(new QToolButton(this)) {
    setObjectName(QStringLiteral("compare"));
    setAccessibleName(tr("Networks side by side"));
    add_->setText(QStringLiteral("+"));
    add_->setToolTip(tr("Compare one network more"));
    add_->setAccessibleName(add_->toolTip());
    add_->setFocusPolicy(Qt::TabFocus);
    connect(add_, &QToolButton::clicked, this, &ComparePanel::laneAdditionRequested);
}

ComparePanel::~ComparePanel() {
    delete editor_;
}

TimePanel* ComparePanel::plot(int lane, TimeContent content) const {
    return lanes_[std::size_t(lane)].plots[std::size_t(content)];
}

std::vector<View> ComparePanel::views() const {
    std::vector<View> all;
    for (const auto& lane : shown_)
        all.push_back(laneView(view(), *snapshot(), *lane));
    return all;
}

ComparePanel::Column ComparePanel::makeColumn(int lane) {
    Column column{new LaneHead(theme(), this), {}, new GradientPanel(theme(), this)};
    connect(column.head, &LaneHead::chosen, this, [this, lane] {
        if (std::size_t(lane) != own_)
            Q_EMIT laneRequested(lane);
    });
    connect(column.head->menuButton(), &QToolButton::clicked, this, [this, lane] {
        const bool open = editor_ && editor_->isVisible() && edited_ == lane;
        open ? void(closeEditor()) : openEditor(lane);
    });
    // A step of one whose computation runs the other way is counted back.
    const auto ask = [this, lane](int step) {
        const View its = laneView(view(), *snapshot(), *shown_[std::size_t(lane)]);
        const bool turned = its.reverse != view().reverse;
        Q_EMIT stepRequested(turned ? steps() - 1 - step : step);
    };
    for (const TimeContent content : timeContents) {
        auto* plot = new TimePanel(theme(), content, this);
        column.plots[std::size_t(content)] = plot;
        connect(plot, &Panel::stepRequested, this, ask);
        connect(plot, &Panel::unitRequested, this, &Panel::unitRequested);
        connect(plot, &TimePanel::timeRangeRequested, this, &ComparePanel::setTimeRange);
    }
    connect(column.gradient, &Panel::stepRequested, this, ask);
    for (QWidget* each : findChildren<QWidget*>())  // for the wheel
        each->installEventFilter(this);
    // The comparison is one stop of the Tab key, and one table.
    column.gradient->setFocusPolicy(Qt::NoFocus);
    for (QWidget* plot : column.plots)
        plot->setFocusPolicy(Qt::NoFocus);
    for (QWidget* each : std::initializer_list<QWidget*>{column.head, column.gradient})
        each->show();
    return column;
}

void ComparePanel::setLaneCount(std::size_t count) {
    while (lanes_.size() > count) {
        const Column& last = lanes_.back();
        for (TimePanel* plot : last.plots)
            delete plot;
        delete last.gradient;
        delete last.head;
        lanes_.pop_back();
    }
    while (lanes_.size() < count)
        lanes_.push_back(makeColumn(int(lanes_.size())));
}

void ComparePanel::refresh() {
    const std::size_t before = shown_.empty() ? 0 : std::size_t(shown_.front()->steps());
    shown_ = lanesOf(snapshot());
    own_ = std::min(snapshot()->setup.lanes.place, shown_.size() - 1);
    if (before != std::size_t(steps()))
        range_.reset();
    setLaneCount(shown_.size());
    const bool otherTheme =
        !drawnTheme_ || drawnTheme_->id != theme().id || drawnTheme_->scale != theme().scale;
    drawnTheme_ = theme();
    const std::vector<View> seen = views();
    rows_ = comparedRows(shown_, seen, theme().signedColors);
    facts_ = laneFacts(shown_, seen, own_);
    curves_ = distinctCurves(shown_, seen);
    axis_ = sharedGradientAxis(shown_, seen);
    if (otherTheme)
        for (const Column& lane : lanes_) {
            for (TimePanel* plot : lane.plots)
                plot->setTheme(theme());
            lane.gradient->setTheme(theme());
        }
    arrange();
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        handOn(lane);
    if (editor_ && editor_->isVisible()) {
        if (edited_ < laneCount() && laneCount() > 1)
            editor_->setSetup(shown_[std::size_t(edited_)]->setup, std::size_t(edited_) == own_);
        else
            closeEditor();
    }
    QStringList told;
    for (const LaneFacts& facts : facts_)
        told << facts.title();
    setAccessibleDescription(clauses(told));
    update();
}

/// Gives a lane's parts its numbers, and what is decided for all.
void ComparePanel::handOn(std::size_t lane) {
    const Column& column = lanes_[lane];
    const View its = laneView(view(), *snapshot(), *shown_[lane]);
    for (const TimeContent content : timeContents) {
        TimePanel* plot = column.plots[std::size_t(content)];
        plot->setShared(rows_.shared(lane, content));
        plot->setTimeRange(range_);
        plot->setView(its);
        plot->setSnapshot(shown_[lane]);
    }
    column.gradient->setShared(axis_);
    column.gradient->setTimeRange(range_);
    column.gradient->setView(its);
    column.gradient->setSnapshot(shown_[lane]);
}

void ComparePanel::moveCursor() {
    follow();
    const std::vector<View> seen = views();
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        for (TimePanel* plot : lanes_[lane].plots)
            plot->setView(seen[lane]);
        lanes_[lane].gradient->setView(seen[lane]);
    }
}

void ComparePanel::arrange() {
    if (shown_.empty())
        return;
    layout_ = compareLayout(QSizeF(size()), rows_, facts_, theme());
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const Column& column = lanes_[lane];
        column.head->set(facts_[lane], layout_.tallHeads, lanes_.size() > 1, theme());
        column.head->setGeometry(layout_.headRect(lane).toRect());
        for (const TimeContent content : timeContents) {
            TimePanel* plot = column.plots[std::size_t(content)];
            const bool shows = layout_.section(content).rows > 0;
            plot->setEnds(layout_.isFirst(content), false);
            if (shows)
                plot->setGeometry(layout_.timeRect(lane, content).toRect());
            plot->setVisible(shows);
        }
        column.gradient->setGeometry(layout_.gradientRect(lane).toRect());
    }
    const int side = qRound(theme().px(28));
    add_->setFont(theme().boldFont(16));
    add_->setGeometry(width() - side - qRound(theme().px(6)), qRound(theme().px(4)), side, side);
    add_->setStyleSheet(QStringLiteral("QToolButton { padding: 0; min-height: 0; }"));
    add_->setVisible(lanes_.size() > 1 && lanes_.size() < mostLanes);
    placeEditor();
}

void ComparePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    arrange();
    update();
}

void ComparePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (snapshot() && !shown_.empty())
        paintCompareSides(painter, {layout_, rows_, curves_, axis_, double(width())}, theme());
}

void ComparePanel::hideEvent(QHideEvent* event) {
    closeEditor();
    Panel::hideEvent(event);
}

// ---- time ----------------------------------------------------------------------------------

std::pair<double, double> ComparePanel::timeRange() const {
    return range_.value_or(std::pair(0.5, (snapshot() ? steps() : 1) + 0.5));
}

void ComparePanel::setTimeRange(double lower, double upper) {
    if (!snapshot())
        return;
    const double end = steps() + 0.5;
    const double span = std::clamp(upper - lower, std::min(4.0, double(steps())), double(steps()));
    lower = std::clamp(lower, 0.5, end - span);
    range_.reset();
    if (span < steps())
        range_ = {lower, lower + span};
    for (const Column& lane : lanes_) {
        for (TimePanel* plot : lane.plots)
            plot->setTimeRange(range_);
        lane.gradient->setTimeRange(range_);
    }
}

/// A page at a time, so that playing does not redraw everything at every step.
void ComparePanel::follow() {
    if (!range_)
        return;
    const double key = view().position.step + 1;
    const auto [lower, upper] = *range_;
    if (key >= lower && key <= upper)
        return;
    const double span = upper - lower;
    const double from = key > upper ? key - 0.1 * span : key - 0.9 * span;
    setTimeRange(from, from + span);
}

void ComparePanel::zoom(const QWidget& over, double x, double notches, bool scroll) {
    const TimeMargins room = TimeMargins::of(0, theme(), true);
    const double left = over.mapFrom(this, QPoint()).x();  // of this panel, in the other's pixels
    const auto column = std::find_if(layout_.columns.begin(), layout_.columns.end(),
                                     [&](const QRectF& each) { return x - left < each.right(); });
    const auto [lower, upper] = timeRange();
    if (scroll || column == layout_.columns.end()) {
        const double by = -0.1 * notches * (upper - lower);
        return setTimeRange(lower + by, upper + by);
    }
    const double part = std::clamp((x - left - column->left() - room.left) /
                                       std::max(1.0, column->width() - room.left - room.right),
                                   0.0, 1.0);
    const double key = lower + part * (upper - lower);
    const double span =
        std::max((upper - lower) * std::pow(0.8, notches), std::min(4.0, double(steps())));
    setTimeRange(key - part * span, key + (1 - part) * span);
}

bool ComparePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel || !snapshot())
        return Panel::eventFilter(watched, event);
    const auto* wheel = static_cast<QWheelEvent*>(event);
    // Some platforms turn the wheel sideways while Shift is held.
    const QPoint turn = wheel->angleDelta();
    zoom(*static_cast<QWidget*>(watched), wheel->position().x(),
         (turn.y() != 0 ? turn.y() : turn.x()) / 120.0, wheel->modifiers() & Qt::ShiftModifier);
    event->accept();
    return true;
}

// ---- editing -------------------------------------------------------------------------------

void ComparePanel::openEditor(int lane) {
    closeEditor();
    edited_ = lane;
    editor_ = new LaneEditor(theme(), window());
    editor_->setSetup(shown_[std::size_t(lane)]->setup, std::size_t(lane) == own_);
    connect(editor_, &LaneEditor::chosen, this,
            [this](const QString& option, const std::optional<QString>& value) {
                Q_EMIT laneChoiceRequested(edited_, option, value);
            });
    connect(editor_, &LaneEditor::removed, this, [this] {
        const int removed = edited_;
        closeEditor();
        Q_EMIT laneRemovalRequested(removed);
    });
    connect(editor_, &LaneEditor::madeOwn, this, [this] { Q_EMIT laneRequested(edited_); });
    connect(editor_, &LaneEditor::closed, this, [this] { closeEditor(); });
    placeEditor();
    editor_->show();
    editor_->raise();
}

void ComparePanel::placeEditor() {
    if (!editor_ || edited_ >= laneCount())
        return;
    editor_->adjustSize();
    const QWidget* window = this->window();
    const QRect head = layout_.headRect(std::size_t(edited_)).toRect();
    // What the head tells stays in sight. Open, the sheet stays where it is, under the hand.
    QPoint corner = editor_->isVisible()
                        ? editor_->pos()
                        : mapTo(window, QPoint(head.right() - editor_->width(), head.bottom()));
    corner.setX(std::clamp(corner.x(), 0, std::max(0, window->width() - editor_->width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, window->height() - editor_->height())));
    editor_->move(corner);
}

bool ComparePanel::closeEditor() {
    if (!editor_ || editor_->isHidden())
        return false;
    editor_->hide();
    editor_->deleteLater();
    editor_.clear();
    return true;
}

void ComparePanel::refuse(const QString& option, const QString& text) {
    if (editor_ && editor_->isVisible())
        return editor_->refuse(option, text);
    auto* hint = add_->findChild<Hint*>();
    if (!hint)
        hint = new Hint(add_);
    hint->show(text, theme());
}

// ---- figures -------------------------------------------------------------------------------

void ComparePanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    const CompareLayout layout = compareLayout(area.size(), rows_, facts_, theme());
    const auto at = [&](const QRectF& rect) { return rect.translated(area.topLeft()); };
    painter.save();
    painter.translate(area.topLeft());
    paintCompareSides(painter, {layout, rows_, curves_, axis_, area.width()}, theme());
    HeadLook look;
    look.tall = layout.tallHeads;
    look.compared = facts_.size() > 1;
    for (std::size_t lane = 0; lane < facts_.size(); ++lane)
        paintLaneHead(painter, layout.headRect(lane), facts_[lane], look, theme());
    painter.restore();
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        for (const TimeContent content : timeContents)
            if (layout.section(content).rows > 0)
                lanes_[lane].plots[std::size_t(content)]->paintStrips(
                    painter, at(layout.timeRect(lane, content)), layout.isFirst(content), false,
                    false);
        lanes_[lane].gradient->freshen();
        lanes_[lane].gradient->paintFigure(painter, at(layout.gradientRect(lane)));
    }
}

QSizeF ComparePanel::figureSize() const {
    const auto lanes = double(std::max<std::size_t>(1, shown_.size()));
    const auto rows = double(rows_.rows.size());
    return {theme().px(190 + 340 * lanes), theme().px(100 + 50 * (rows + 3))};
}

DataTable ComparePanel::data() const {
    DataTable all;
    if (!snapshot())
        return all;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const QString prefix = QStringLiteral("lane%1_").arg(lane + 1);
        const auto add = [&](DataTable part) {
            for (std::size_t k = 0; k < part.columns.size(); ++k) {
                const QString& name = part.names[qsizetype(k)];
                // Time, input and target are the same for all.
                const bool common = name == QLatin1String("t") ||
                                    name.startsWith(QLatin1String("input_")) ||
                                    name.startsWith(QLatin1String("target_"));
                if (common && all.names.contains(name))
                    continue;
                all.names << (common ? name : prefix + name);
                all.columns.push_back(std::move(part.columns[k]));
            }
        };
        for (const TimePanel* plot : lanes_[lane].plots)
            add(plot->data());
        add(lanes_[lane].gradient->data());
    }
    return all;
}

QSize ComparePanel::sizeHint() const {
    return QSizeF(theme().px(900), theme().px(560)).toSize();
}

QSize ComparePanel::minimumSizeHint() const {
    return QSizeF(theme().px(420), theme().px(280)).toSize();
}

}  // namespace rnnscope
