// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_panel.h"

#include <qcustomplot.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolTip>
#include <algorithm>

#include "app/panels/field_controls.h"

namespace rnnscope {

ClippingPanel::ClippingPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent), run_(new QPushButton(this)), controls_(new FieldControls(this)) {
    setObjectName(QStringLiteral("clipping"));
    setMouseTracking(true);
    run_->setText(tr("Run twins: with and without clipping"));
    run_->setProperty("role", "good");
    run_->hide();
    controls_->hide();
    connect(run_, &QPushButton::clicked, this, &ClippingPanel::twinsRequested);
    connect(controls_, &FieldControls::chosen, this, [this] {
        choice_ = controls_->choice();
        emit fieldRequested(*choice_);
    });
    connect(controls_, &FieldControls::shownChanged, this, [this] {
        field_.setShown(controls_->shown());
        still_.forget();
        update();
    });
}

QSize ClippingPanel::sizeHint() const {
    return QSizeF(theme().px(380), theme().px(215)).toSize();
}

QSize ClippingPanel::minimumSizeHint() const {
    return QSizeF(theme().px(240), theme().px(130)).toSize();
}

// ---- pages ---------------------------------------------------------------------------------

QWidget* ClippingPanel::headerTool() {
    if (!tool_)
        makeTool();
    return tool_;
}

void ClippingPanel::makeTool() {
    tool_ = new QWidget(this);
    tool_->hide();  // until it stands in a title line
    tool_->setAccessibleName(tr("Pages of the clipping bench"));
    auto* row = new QHBoxLayout(tool_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    pages_ = new QButtonGroup(tool_);
    const std::pair<QString, QString> texts[] = {
        {tr("gradient"), tr("What clipping does to the present gradient")},
        {tr("twins"), tr("The same training with and without clipping")},
        {tr("field"), tr("The gradient as arrows over two weights")}};
    for (int k = 0; k < 3; ++k) {
        auto* button = new QPushButton(texts[k].first, tool_);
        button->setCheckable(true);
        button->setProperty("segment", "true");
        button->setFocusPolicy(Qt::TabFocus);  // after a click the keys are for the lecture
        button->setToolTip(texts[k].second);
        button->setAccessibleDescription(texts[k].second);
        pages_->addButton(button, k);
        row->addWidget(button);
    }
    pages_->button(int(page_))->setChecked(true);
    connect(pages_, &QButtonGroup::idClicked, this, [this](int id) { setPage(Page(id)); });
    styledFor_.clear();
    styleParts();
}

// Not at every snapshot of a training: a style sheet costs more than all that is drawn.
void ClippingPanel::styleParts() {
    const QString style = QStringLiteral("%1 %2").arg(theme().id).arg(theme().scale);
    if (style == styledFor_)
        return;
    styledFor_ = style;
    controls_->setTheme(theme());
    if (!tool_)
        return;
    // Lower than the buttons of the tool bar: these stand in a title line.
    const auto px = [this](double length) { return QString::number(qRound(theme().px(length))); };
    tool_->setStyleSheet(
        QStringLiteral("QPushButton[segment=\"true\"] { padding: %1px %2px; min-height: %3px;"
                       " font-size: %4px; }"
                       "QPushButton[segment=\"true\"]:focus { padding: 0px %5px; }")
            .arg(px(1), px(8), px(15), px(11), px(7)));
}

QAbstractButton* ClippingPanel::pageButton(Page page) const {
    return pages_ ? pages_->button(int(page)) : nullptr;
}

void ClippingPanel::setPage(Page page) {
    if (page == page_)
        return;
    const unsigned before = needs();
    page_ = page;
    if (pages_)
        pages_->button(int(page))->setChecked(true);
    asked_.reset();
    dragging_ = false;
    invalidate();
    if (needs() != before)
        emit needsChanged();
}

void ClippingPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const ClippingPanel&>(shown);
    choice_ = other.choice_;
    if (choice_)
        emit fieldRequested(*choice_);
    setPage(other.page_);
}

const ClippingPage& ClippingPanel::current() const {
    if (page_ == Page::Twins)
        return twins_;
    if (page_ == Page::Field)
        return field_;
    return bars_;
}

unsigned ClippingPanel::needs() const {
    return page_ == Page::Field ? FieldAnalysis : NoAnalysis;
}

bool ClippingPanel::clippingPlayed() const {
    return view().position.phase == Phase::Clip || view().position.phase == Phase::Update;
}

DataTable ClippingPanel::data() const {
    return snapshot() ? current().data() : DataTable{};
}

void ClippingPanel::refresh() {
    const ClippingSource source{snapshot(), analyses(), theme(), clippingPlayed()};
    bars_.show(source);
    twins_.show(source);
    field_.show(source);
    if (!dragging_)
        asked_.reset();
    styleParts();
    controls_->setParameters(snapshot()->parameters);
    if (page_ == Page::Field)
        chooseField();
    setAccessibleName(tr("Clipping bench"));
    setAccessibleDescription(current().description());
    run_->setAccessibleDescription(twins_.caption());
    arrange();
    still_.forget();
    update();
}

/// Keeps what was chosen as long as the network has it.
void ClippingPanel::chooseField() {
    if (choice_ && fits(*choice_, snapshot()->parameters))
        return controls_->setChoice(*choice_);
    const double reach = choice_ ? choice_->reach : FieldChoice().reach;
    choice_ = defaultFieldChoice(*snapshot(), view().layer, view().reverse);
    if (!choice_)
        return;
    choice_->reach = reach;
    controls_->setChoice(*choice_);
    emit fieldRequested(*choice_);
}

void ClippingPanel::moveCursor() {
    if (page_ != Page::Gradient)  // nothing there follows the playhead within a pass
        return;
    bars_.setPlayed(clippingPlayed());
    update();
}

// ---- places --------------------------------------------------------------------------------

QRectF ClippingPanel::pictureArea() const {
    QRectF area = rect();
    if (controls_->isHidden())
        return area;
    if (controls_->x() > 0)
        area.setRight(controls_->x() - theme().px(12));
    else
        area.setBottom(controls_->y() - theme().px(6));
    return area;
}

QRectF ClippingPanel::sideArea() const {
    if (controls_->isHidden() || controls_->x() == 0)
        return {};
    const QRectF taken = controls_->geometry();
    const qreal top = taken.bottom() + theme().px(10);
    return QRectF(taken.left(), top, taken.width(), std::max(0.0, height() - top));
}

void ClippingPanel::arrange() {
    run_->setVisible(page_ == Page::Twins && twins_.canRun());
    if (!run_->isHidden()) {
        run_->setText(tr("Run twins: with and without clipping"));
        if (run_->sizeHint().width() > width())
            run_->setText(tr("Run twins"));
        const int wide = std::min(run_->sizeHint().width(), width());
        const int top = std::max(0, height() / 2 - run_->sizeHint().height());
        run_->setGeometry((width() - wide) / 2, top, wide, run_->sizeHint().height());
    }
    const int spare = width() - height() - qRound(theme().px(62));
    const int wide = std::clamp(spare, qRound(theme().px(184)), qRound(theme().px(230)));
    const int high = controls_->sizeHint().height();
    const bool beside = width() >= wide + qRound(theme().px(140));
    const bool below = !beside && height() >= high + qRound(theme().px(150));
    controls_->setVisible(page_ == Page::Field && snapshot() && snapshot()->backward &&
                          (below || (beside && height() >= high)));
    if (beside) {
        // The picture is square: no gap between it and what stands beside it.
        const int left = std::min(width() - wide, height() + qRound(theme().px(50)));
        controls_->setGeometry(left, qRound(theme().px(2)), wide, high);
    } else {
        controls_->setGeometry(0, height() - high, width(), high);
    }
}

void ClippingPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    if (snapshot())
        arrange();
}

// ---- painting ------------------------------------------------------------------------------

void ClippingPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (!snapshot())
        return;
    if (page_ == Page::Gradient)
        return bars_.paint(painter, rect());
    painter.drawPixmap(0, 0, still_.get(*this, theme().card, [this](QPainter& inner) {
        if (page_ == Page::Field)
            return field_.paintPicture(inner, pictureArea(), sideArea());
        QRectF area = rect();
        if (!run_->isHidden()) {  // the caption stands under the button
            area.setTop(run_->geometry().bottom() + theme().px(8));
            area.setHeight(theme().px(60));
            area.adjust(theme().px(12), 0, -theme().px(12), 0);
        }
        twins_.paint(inner, area);
    }));
    if (page_ == Page::Twins)
        twins_.paintCursor(painter, rect(), asked_.value_or(std::size_t(snapshot()->update)));
}

void ClippingPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    painter.save();
    current().paint(painter, area);
    if (page_ == Page::Twins)
        twins_.paintCursor(painter, area, std::size_t(snapshot()->update));
    painter.restore();
}

QString ClippingPanel::hoverText(const QPointF& point) const {
    if (!snapshot())
        return {};
    return current().hoverText(page_ == Page::Field ? pictureArea() : QRectF(rect()), point);
}

// ---- mouse ---------------------------------------------------------------------------------

QPoint ClippingPanel::handleOf(std::size_t update) const {
    const TrainingChart::Places at = twins_.chart().places(rect());
    return QPointF(at.updates.x(double(update)), at.strip.center().y()).toPoint();
}

void ClippingPanel::request(std::size_t update) {
    const std::size_t now = asked_.value_or(std::size_t(snapshot()->update));
    asked_ = update;
    this->update();
    if (update != now)
        emit updateRequested(int(update));
}

void ClippingPanel::mousePressEvent(QMouseEvent* event) {
    const bool twins = snapshot() && page_ == Page::Twins && twins_.hasTwins();
    if (event->button() != Qt::LeftButton || !twins)
        return Panel::mousePressEvent(event);
    const TrainingChart& chart = twins_.chart();
    if (const auto broken = chart.breakAt(rect(), event->position()))
        return request(std::min(*broken, snapshot()->history.size() - 1));
    const auto update = chart.updateAt(rect(), event->position());
    dragging_ = update.has_value();
    if (update)
        request(*update);
}

void ClippingPanel::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) {
        const TrainingChart& chart = twins_.chart();
        request(
            chart.places(rect()).updates.updateAt(event->position().x(), chart.content().known));
        return QToolTip::hideText();
    }
    const bool mark = page_ == Page::Twins && snapshot() && twins_.hasTwins() &&
                      twins_.chart().breakAt(rect(), event->position());
    setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const QString text = hoverText(event->position());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

void ClippingPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    if (snapshot() && asked_ == std::size_t(snapshot()->update))
        asked_.reset();
}

void ClippingPanel::hideEvent(QHideEvent* event) {
    dragging_ = false;
    asked_.reset();
    Panel::hideEvent(event);
}

}  // namespace rnnscope
