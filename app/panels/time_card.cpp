// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_card.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "app/panels/time_paint.h"

namespace rnnscope {

namespace {

constexpr int mostLayerButtons = 4;
constexpr int rowHeight = 60, leastRowHeight = 26;

QPushButton* addSegment(QHBoxLayout* row, QButtonGroup* group, const QString& text,
                        const QString& tip) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setProperty("segment", "true");
    button->setFocusPolicy(Qt::TabFocus);  // after a click the keys are for the lecture
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    group->addButton(button);
    row->addWidget(button);
    return button;
}

QHBoxLayout* tightRow(QWidget* parent) {
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    return row;
}

int layerIndex(int layer, bool reverse, std::size_t directions) {
    return layer * int(directions) + (reverse && directions > 1 ? 1 : 0);
}

}  // namespace

TimeCard::TimeCard(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    for (const auto content :
         {TimeContent::Inputs, TimeContent::Gates, TimeContent::CellState, TimeContent::Hidden}) {
        auto* panel = new TimePanel(theme, content, this);
        panels_[std::size_t(content)] = panel;
        connect(panel, &TimePanel::stepRequested, this, &TimeCard::stepRequested);
        connect(panel, &TimePanel::unitRequested, this, &TimeCard::unitRequested);
        connect(panel, &TimePanel::quantityHovered, this, &TimeCard::quantityHovered);
        connect(panel, &TimePanel::timeRangeRequested, this, &TimeCard::setTimeRange);
        connect(panel, &TimePanel::inputEdited, this, &TimeCard::inputEdited);
        connect(panel, &TimePanel::inputReset, this, &TimeCard::inputReset);
        panel->installEventFilter(this);
    }
    makeTool();
    arrange();
}

TimePanel* TimeCard::panel(TimeContent content) const {
    return panels_[std::size_t(content)];
}

void TimeCard::makeTool() {
    tool_ = new QWidget(this);
    tool_->hide();  // until it stands in a title line
    auto* row = tightRow(tool_);
    row->setSpacing(12);
    ghostChip_ = new QPushButton(tool_);
    ghostChip_->setObjectName(QStringLiteral("ghost"));
    ghostChip_->setAccessibleName(tr("Dismiss the previous curves"));
    ghostChip_->hide();
    row->addWidget(ghostChip_);
    connect(ghostChip_, &QAbstractButton::clicked, this, &TimeCard::ghostDismissed);
    layers_ = new QWidget(tool_);
    tightRow(layers_);
    row->addWidget(layers_);

    auto* values = new QWidget(tool_);
    auto* valueGroup = new QButtonGroup(values);
    auto* valueRow = tightRow(values);
    values_ = {addSegment(valueRow, valueGroup, tr("values"), tr("The values themselves")),
               addSegment(valueRow, valueGroup, QStringLiteral("∂L/∂"), {})};
    row->addWidget(values);
    connect(values_[0], &QAbstractButton::clicked, this, [this] { setGradients(false); });
    connect(values_[1], &QAbstractButton::clicked, this, [this] { setGradients(true); });

    auto* displays = new QWidget(tool_);
    auto* displayGroup = new QButtonGroup(displays);
    auto* displayRow = tightRow(displays);
    displays_ = {
        addSegment(displayRow, displayGroup, tr("auto"),
                   tr("Lines for up to 8 units, a heatmap for more")),
        addSegment(displayRow, displayGroup, tr("lines"), tr("A line for each unit")),
        addSegment(displayRow, displayGroup, tr("heat"), tr("A row of cells for each unit"))};
    row->addWidget(displays);
    for (std::size_t k = 0; k < displays_.size(); ++k)
        connect(displays_[k], &QAbstractButton::clicked, this,
                [this, k] { setDisplay(TimeDisplay(k)); });
    styleTool();
    fillLayers();
    showSwitches();
}

// Lower than the buttons of the tool bar: these stand in a title line.
void TimeCard::styleTool() {
    const auto px = [this](double length) { return QString::number(qRound(theme_.px(length))); };
    tool_->setStyleSheet(
        QStringLiteral("QPushButton[segment=\"true\"] { padding: %1px %2px; min-height: %3px;"
                       " font-size: %4px; }"
                       "QPushButton[segment=\"true\"]:focus { padding: 0px %5px; }"
                       "QComboBox { padding: %1px %2px; min-height: %3px; font-size: %4px; }"
                       "QPushButton#ghost { padding: %1px %2px; min-height: %3px; font-size: %4px;"
                       " color: %6; background: transparent; border: 1px dashed %7; }"
                       "QPushButton#ghost:hover { background: %8; }"
                       "QPushButton#ghost:focus { padding: %1px %2px; border: 1px solid %9; }")
            .arg(px(1), px(8), px(15), px(11), px(7))
            .arg(theme_.mutedText.name(), theme_.faint(theme_.mutedText, 0.6).name(),
                 theme_.hover.name(), theme_.accent.name()));
    showGhostChip();
}

// In as many words as there is room for.
void TimeCard::showGhostChip() {
    const auto& ghost = panels_[0]->ghost();
    ghostChip_->setVisible(ghost != nullptr);
    if (!ghost)
        return;
    const QString cross = QStringLiteral("  \u2715");
    ghostChip_->setText(width() >= theme_.px(720)   ? tr("previous curves shown faint") + cross
                        : width() >= theme_.px(500) ? tr("previous") + cross
                                                    : cross.trimmed());
    ghostChip_->setToolTip(tr("Faint and dashed: as it was before the latest change, after "
                              "%L1 updates. A click, or Esc, dismisses it; B turns it off.")
                               .arg(ghost->update));
}

void TimeCard::fillLayers() {
    qDeleteAll(layers_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(layers_->findChildren<QButtonGroup*>());
    layerButtons_.clear();
    layerList_ = nullptr;
    const int layers = snapshot_ ? snapshot_->shape().layers : 1;
    const std::size_t directions = snapshot_ ? snapshot_->shape().directions() : 1;
    const int count = layers * int(directions);
    layers_->setVisible(count > 1);
    if (count == 1)
        return;
    const auto choose = [this, directions](int index) {
        const bool reverse = directions > 1 && index % 2 == 1;
        showSwitches();  // until whoever listens has decided
        emit layerRequested(index / int(directions));
        emit reverseRequested(reverse);
    };
    auto* row = static_cast<QHBoxLayout*>(layers_->layout());
    auto* group = new QButtonGroup(layers_);
    QStringList texts, tips;
    for (int index = 0; index < count; ++index) {
        const int layer = index / int(directions) + 1;
        const bool reverse = directions > 1 && index % 2 == 1;
        const QString number = index == 0 || count > mostLayerButtons ? tr("layer %1").arg(layer)
                                                                      : QString::number(layer);
        texts.append(directions > 1 ? number + (reverse ? " ←" : " →") : number);
        tips.append(reverse ? tr("Layer %1, from the end to the start").arg(layer)
                            : tr("Layer %1, from the start to the end").arg(layer));
    }
    if (count > mostLayerButtons) {
        layerList_ = new QComboBox;
        layerList_->addItems(texts);
        layerList_->setToolTip(tr("Layer and direction"));
        row->addWidget(layerList_);
        connect(layerList_, &QComboBox::activated, this, choose);
        return;
    }
    for (int index = 0; index < count; ++index) {
        layerButtons_.push_back(addSegment(row, group, texts[index], tips[index]));
        connect(layerButtons_.back(), &QAbstractButton::clicked, this,
                [choose, index] { choose(index); });
    }
}

// The switches follow what is shown, not the other way round.
void TimeCard::showSwitches() {
    const bool gradient = !snapshot_ || snapshot_->backward;
    values_[1]->setEnabled(gradient);
    values_[1]->setToolTip(
        gradient ? tr("Their gradients: how the loss changes with each value")
                 : withoutLossText(*snapshot_, tr("There is no gradient: without a target "
                                                  "there is no loss")));
    values_[panels_[0]->showsGradients() ? 1 : 0]->setChecked(true);
    displays_[std::size_t(panels_[0]->display())]->setChecked(true);
    const int index =
        layerIndex(view_.layer, view_.reverse, snapshot_ ? snapshot_->shape().directions() : 1);
    if (layerList_)
        layerList_->setCurrentIndex(index);
    if (index < int(layerButtons_.size()))
        layerButtons_[std::size_t(index)]->setChecked(true);
}

void TimeCard::setSnapshot(std::shared_ptr<const Snapshot> snapshot) {
    const auto before = std::exchange(snapshot_, std::move(snapshot));
    const auto kept = range_;
    if (!before || !snapshot_ || before->steps() != snapshot_->steps())
        range_.reset();
    for (TimePanel* panel : panels_) {
        panel->setTimeRange(range_);
        panel->setSnapshot(snapshot_);
    }
    const auto sizes = [](const auto& of) {
        return of ? std::pair(of->shape().layers, of->shape().bidirectional) : std::pair(1, false);
    };
    if (sizes(before) != sizes(snapshot_))
        fillLayers();
    showSwitches();
    showPanels();
    if (kept != range_ || !before || before->steps() != snapshot_->steps()) {
        const auto [lower, upper] = timeRange();
        emit timeRangeChanged(lower, upper);
    }
}

void TimeCard::setGhost(const std::shared_ptr<const Snapshot>& ghost) {
    for (TimePanel* panel : panels_)
        panel->setGhost(ghost);
    showGhostChip();
}

void TimeCard::setView(const View& view) {
    const bool sameTrace = view.layer == view_.layer && view.reverse == view_.reverse;
    view_ = view;
    follow();
    for (TimePanel* panel : panels_)
        panel->setView(view);
    if (!sameTrace)
        showSwitches();
}

void TimeCard::setTheme(const Theme& theme) {
    theme_ = theme;
    for (TimePanel* panel : panels_)
        panel->setTheme(theme);
    styleTool();
    arrange();
}

void TimeCard::setDisplay(TimeDisplay display) {
    for (TimePanel* panel : panels_)
        panel->setDisplay(display);
    followPanels();
}

void TimeCard::setGradients(bool on) {
    for (TimePanel* panel : panels_)
        panel->setGradients(on);
    followPanels();
}

void TimeCard::followPanels() {
    showSwitches();
    showPanels();
}

std::pair<double, double> TimeCard::timeRange() const {
    return range_.value_or(std::pair(0.5, (snapshot_ ? double(snapshot_->steps()) : 1.0) + 0.5));
}

void TimeCard::setTimeRange(double lower, double upper) {
    if (!snapshot_)
        return;
    const double end = double(snapshot_->steps()) + 0.5;
    lower = std::clamp(lower, 0.5, end - 0.5);
    upper = std::clamp(upper, lower + 0.5, end);
    const auto before = timeRange();
    range_.reset();
    if (lower > 0.5 || upper < end)
        range_ = {lower, upper};
    for (TimePanel* panel : panels_)
        panel->setTimeRange(range_);
    if (timeRange() != before)
        emit timeRangeChanged(lower, upper);
}

// A page at a time, so that playing does not redraw everything at every step.
void TimeCard::follow() {
    if (!range_)
        return;
    const double key = view_.position.step + 1;
    const auto [lower, upper] = *range_;
    if (key >= lower && key <= upper)
        return;
    const double span = upper - lower;
    const double end = double(snapshot_->steps()) + 0.5;
    const double start = key > upper ? key - 0.1 * span : key - 0.9 * span;
    const double from = std::clamp(start, 0.5, end - span);
    setTimeRange(from, from + span);
}

bool TimeCard::eventFilter(QObject* watched, QEvent* event) {
    const bool shows = event->type() == QEvent::ShowToParent;
    if (!arranging_ && (shows || event->type() == QEvent::HideToParent)) {
        for (std::size_t k = 0; k < panels_.size(); ++k)
            if (panels_[k] == watched)
                wanted_[k] = shows;
        showPanels();
    }
    return QWidget::eventFilter(watched, event);
}

// What was asked for, less what this cell does not have.
void TimeCard::showPanels() {
    arranging_ = true;
    for (std::size_t k = 0; k < panels_.size(); ++k)
        panels_[k]->setVisible(wanted_[k] && (!snapshot_ || panels_[k]->rowCount(*snapshot_) > 0));
    arranging_ = false;
    arrange();
    updateGeometry();
    emit plotsChanged();
}

std::vector<TimePanel*> TimeCard::shown() const {
    std::vector<TimePanel*> all;
    std::copy_if(panels_.begin(), panels_.end(), std::back_inserter(all),
                 [](const TimePanel* panel) { return !panel->isHidden(); });
    return all;
}

std::vector<TimeCard::Place> TimeCard::places(int height) const {
    const std::vector<TimePanel*> all = shown();
    std::vector<Place> result;
    if (all.empty())
        return result;
    int rows = 0;
    for (const TimePanel* panel : all)
        rows += snapshot_ ? panel->rowCount(*snapshot_) : 1;
    const int above = all.front()->spareHeight(true, false);
    const int below = all.front()->spareHeight(false, true);
    const double each = std::max(1.0, double(height - above - below) / std::max(1, rows));
    int done = 0, top = 0;
    for (TimePanel* panel : all) {
        done += snapshot_ ? panel->rowCount(*snapshot_) : 1;
        // Ends are rounded, not heights, so that no pixel is lost or left over.
        const int bottom = above + qRound(done * each) + (panel == all.back() ? below : 0);
        result.push_back({panel, top, bottom - top});
        top = bottom;
    }
    return result;
}

void TimeCard::arrange() {
    for (const Place& place : places(height())) {
        const bool first = place.top == 0;
        const bool last = place.top + place.height >= height() - 1;
        place.panel->setGeometry(0, place.top, width(), place.height);
        place.panel->setEnds(first, last);
    }
}

void TimeCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
    showGhostChip();
}

int TimeCard::totalHeight(int perRow) const {
    int height = panels_[0]->spareHeight(true, true);
    for (const TimePanel* panel : shown())
        height += (snapshot_ ? panel->rowCount(*snapshot_) : 1) * qRound(theme_.px(perRow));
    return height;
}

QSize TimeCard::minimumSizeHint() const {
    return {qRound(theme_.px(280)), totalHeight(leastRowHeight)};
}

QSize TimeCard::sizeHint() const {
    return {qRound(theme_.px(720)), totalHeight(rowHeight)};
}

QSizeF TimeCard::figureSize() const {
    return QSizeF(theme_.px(900), totalHeight(rowHeight));
}

void TimeCard::paintFigure(QCPPainter& painter, const QRectF& figure) {
    const QRectF area = figure.adjusted(theme_.px(8), 0, 0, 0);
    const std::vector<Place> all = places(qRound(area.height()));
    bool previous = false;
    for (const Place& place : all) {
        place.panel->freshen();
        previous = previous || place.panel->drawsPrevious();
    }
    for (const Place& place : all)
        place.panel->paintStrips(
            painter, QRectF(area.left(), area.top() + place.top, area.width(), place.height),
            place.panel == all.front().panel, place.panel == all.back().panel, previous);
}

DataTable TimeCard::data() const {
    DataTable all;
    for (const TimePanel* panel : shown()) {
        DataTable part = panel->data();
        const std::size_t skipped = all.columns.empty() ? 0 : 1;  // one column of times
        for (std::size_t k = skipped; k < part.columns.size(); ++k) {
            all.names.append(part.names[qsizetype(k)]);
            all.columns.push_back(std::move(part.columns[k]));
        }
    }
    return all;
}

}  // namespace rnnscope
