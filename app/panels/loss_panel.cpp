// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_panel.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/plot/beside_gradient.h"
#include "app/plot/number.h"
#include "app/plot/style.h"
#include "app/timeline.h"
#include "app/words.h"

namespace rnnscope {

namespace {

QString twinName(const Snapshot::Twin& twin) {
    return twin.clipping.mode == ClipMode::None ? LossPanel::tr("without clipping")
                                                : LossPanel::tr("with clipping");
}

QString memoryText(std::size_t bytes) {
    const double size = double(bytes) / double(1 << 20);
    if (size < 0.1)
        return LossPanel::tr("%1 kB").arg(qulonglong((bytes + 512) >> 10));
    return QString::number(size, 'f', size < 9.95 ? 1 : 0);
}

}  // namespace

LossPanel::LossPanel(const Theme& theme, QWidget* parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("loss"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownArrows", true);  // the playhead leaves them to it while it has the focus
}

QSize LossPanel::sizeHint() const {
    return QSizeF(theme().px(380), theme().px(250)).toSize();
}

QSize LossPanel::minimumSizeHint() const {
    return QSizeF(theme().px(220), theme().px(120)).toSize();
}

QWidget* LossPanel::headerTool() {
    if (!chip_) {
        chip_ = new QLabel(this);
        chip_->setProperty("role", "chip");
        chip_->hide();  // until it stands in a title line
        updateChip();
    }
    return chip_;
}

QString LossPanel::message() const {
    if (!snapshot())
        return {};
    if (!snapshot()->learns())
        return tr("Choose a target to have something to learn");
    if (snapshot()->history.size() < 2)
        return tr("Press Train (T) to see the loss fall");
    return {};
}

QString LossPanel::statesText() const {
    if (!snapshot() || !snapshot()->learns())
        return {};
    const CheckpointFacts& facts = snapshot()->checkpoints;
    if (facts.count == 0)
        return snapshot()->history.size() > 1
                   ? tr("no room for states: every way back is trained anew")
                   : QString();
    return tr("states every %L1 updates, %L2 kept, %3 of %4 MB")
        .arg(facts.interval)
        .arg(qulonglong(facts.count))
        .arg(memoryText(facts.bytes), QString::number(facts.budget >> 20));
}

/// Of the pass that is shown, which need not be the last.
double LossPanel::shownLoss() const {
    return snapshot()->history[std::size_t(snapshot()->update)].loss;
}

QString LossPanel::chipText() const {
    if (!snapshot() || snapshot()->history.empty())
        return {};
    return tr("loss %1").arg(shortNumber(shownLoss()));
}

void LossPanel::updateChip() {
    if (!chip_)
        return;
    const QString text = chipText();
    chip_->setText(text.isEmpty() ? tr("no loss") : text);
    if (snapshot() && !text.isEmpty())
        chip_->setToolTip(fullNumber(shownLoss()));
    setTone(*chip_, snapshot() && snapshot()->divergence ? QStringLiteral("danger")
                                                         : QStringLiteral("calm"));
}

ChartContent LossPanel::content() const {
    const Snapshot& shown = *snapshot();
    const Theme& look = theme();
    ChartContent content;
    content.lossTitle = tr("loss");
    content.normTitle = tr("‖g‖");
    const QColor grey = besideGradient(look), hue = look.quantityLine(u"gradient");
    if (shown.twin) {
        const QColor pale = look.faint(look.mutedText, 0.55);
        content.losses.push_back({&shown.twin->history,
                                  {&twin_, UpdateValue::Loss, pale, look.px(1.6)},
                                  tr("twin, %1").arg(twinName(*shown.twin)),
                                  look.mutedText});
        if (shown.twin->divergence)
            content.breaks.push_back(
                {shown.twin->divergence->update,
                 labelled(twinName(*shown.twin), breakWords(*shown.twin->divergence))});
    }
    content.losses.push_back({&shown.history,
                              {&own_, UpdateValue::Loss, look.text, look.px(1.8)},
                              shown.twin ? tr("this run") : QString(),
                              look.text});
    content.norms.push_back({&shown.history,
                             {&own_, UpdateValue::Norm, grey, look.px(1.6)},
                             tr("before clipping"),
                             look.mutedText});
    const Clipping& clipping = shown.setup.clipping;
    if (clipping.mode != ClipMode::None) {
        content.norms.push_back({&shown.history,
                                 {&own_, UpdateValue::ClippedNorm, hue, look.px(1.8)},
                                 tr("after"),
                                 look.quantityText(u"gradient")});
        content.engaged = &own_;
        content.engagedText = engagedWords(shown.history, std::size_t(shown.update));
    }
    if (clipping.mode == ClipMode::Norm)
        content.threshold = clipping.threshold;
    if (shown.divergence)
        content.breaks.push_back(
            {shown.divergence->update, shown.divergence->finite
                                           ? labelled(tr("diverged"), breakWords(*shown.divergence))
                                           : breakWords(*shown.divergence)});
    content.known = shown.history.size();
    content.planned = shown.setup.training.updates;
    setCaps(content, shown);
    return content;
}

void LossPanel::refresh() {
    still_.forget();
    if (!dragging_)
        asked_.reset();
    own_.follow(snapshot()->history, snapshot()->learnt);
    if (snapshot()->twin)
        twin_.follow(snapshot()->twin->history, snapshot()->learnt);
    else
        twin_.clear();
    chart_.set(message().isEmpty() ? content() : ChartContent{}, theme());
    updateChip();
    setAccessibleName(tr("Training"));
    QStringList lines{message().isEmpty() ? tr("update %1 of %2, %3")
                                                .arg(snapshot()->update)
                                                .arg(qulonglong(snapshot()->history.size() - 1))
                                                .arg(chipText())
                                          : message()};
    for (const ChartBreak& broken : chart_.content().breaks)
        lines << broken.words;
    lines << chart_.content().engagedText << statesText();
    lines.removeAll(QString());
    setAccessibleDescription(clauses(lines));
    update();
}

std::size_t LossPanel::shownUpdate() const {
    return asked_.value_or(std::size_t(snapshot()->update));
}

bool LossPanel::showsStates(const QRectF& area) const {
    return area.height() >= theme().px(150);
}

QRectF LossPanel::chartArea(const QRectF& area) const {
    const qreal below = QFontMetricsF(theme().font(11)).height() + theme().px(3);
    return area.adjusted(0, 0, 0, showsStates(area) ? -below : 0);
}

void LossPanel::paintStates(QPainter& painter, const QRectF& area) const {
    if (!showsStates(area))
        return;
    painter.setFont(theme().font(11));
    painter.setPen(QPen(theme().mutedText));
    const QFontMetricsF metrics(painter.font());
    const qreal left = chart_.places(chartArea(area)).loss.left();
    const QRectF line(left, area.bottom() - metrics.height(), area.right() - left,
                      metrics.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(statesText(), Qt::ElideRight, line.width()));
}

void LossPanel::paintStill(QPainter& painter, const QRectF& area) const {
    if (!message().isEmpty()) {
        painter.setFont(theme().font(13));
        painter.setPen(QPen(theme().mutedText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, message());
        return;
    }
    chart_.paint(painter, chartArea(area));
    paintStates(painter, area);
}

void LossPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!snapshot())
        return painter.fillRect(rect(), theme().card);
    painter.drawPixmap(0, 0, still_.get(*this, theme().card, [this](QPainter& inner) {
        paintStill(inner, rect());
    }));
    if (message().isEmpty())
        chart_.paintCursor(painter, chartArea(rect()), shownUpdate(), hasFocus() && keyboardRing_);
}

void LossPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    painter.save();
    paintStill(painter, area);
    if (message().isEmpty())
        chart_.paintCursor(painter, chartArea(area), std::size_t(snapshot()->update), false);
    painter.restore();
}

DataTable LossPanel::data() const {
    if (!snapshot() || snapshot()->history.empty())
        return {};
    const History& history = snapshot()->history;
    DataTable table;
    table.names = {"update", "loss", "grad_norm", "clipped_norm", "clipped"};
    table.columns.resize(5);
    for (std::size_t k = 0; k < history.size(); ++k) {
        const UpdateRecord& record = history[k];
        table.columns[0].push_back(double(k));
        table.columns[1].push_back(record.loss);
        table.columns[2].push_back(record.gradientNorm);
        table.columns[3].push_back(record.clippedNorm);
        table.columns[4].push_back(record.clipped ? 1 : 0);
    }
    if (!snapshot()->twin)
        return table;
    table.names << QStringLiteral("twin_loss");
    std::vector<double>& losses = table.columns.emplace_back();
    const History& twin = snapshot()->twin->history;
    for (std::size_t k = 0; k < history.size(); ++k)
        losses.push_back(k < twin.size() ? twin[k].loss : std::numeric_limits<double>::quiet_NaN());
    return table;
}

QString LossPanel::hoverText(std::size_t update) const {
    const History& history = snapshot()->history;
    if (update >= history.size())
        return {};
    const UpdateRecord& record = history[update];
    QString text = tr("<b>update %1</b>").arg(qulonglong(update));
    if (snapshot()->setup.clipping.mode != ClipMode::None)
        text += record.clipped ? tr(", clipped") : tr(", not clipped");
    text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    text += numberRow(tr("loss"), record.loss);
    text += numberRow(tr("‖g‖ before clipping"), record.gradientNorm);
    if (snapshot()->setup.clipping.mode != ClipMode::None)
        text += numberRow(tr("‖g‖ after"), record.clippedNorm);
    if (snapshot()->twin && update < snapshot()->twin->history.size())
        text += numberRow(tr("loss of the twin"), snapshot()->twin->history[update].loss);
    return text + QStringLiteral("</table>");
}

QPoint LossPanel::handleOf(std::size_t update) const {
    const TrainingChart::Places at = chart_.places(chartArea(rect()));
    return QPointF(at.updates.x(double(update)), at.strip.center().y()).toPoint();
}

// ---- mouse and keys ------------------------------------------------------------------------

void LossPanel::request(std::size_t update) {
    if (update == shownUpdate() && update == std::size_t(snapshot()->update))
        return;
    const bool news = !asked_ || *asked_ != update;
    asked_ = update;
    this->update();
    if (news)
        emit updateRequested(int(update));
}

void LossPanel::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !snapshot() || !message().isEmpty())
        return Panel::mousePressEvent(event);
    keyboardRing_ = false;
    const QRectF area = chartArea(rect());
    if (const auto broken = chart_.breakAt(area, event->position())) {
        const std::size_t last = snapshot()->history.size() - 1;
        return request(std::min(*broken, last));
    }
    const auto update = chart_.updateAt(area, event->position());
    dragging_ = update.has_value();
    if (update)
        request(*update);
}

void LossPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!snapshot() || !message().isEmpty())
        return;
    const QRectF area = chartArea(rect());
    if (dragging_) {
        const std::size_t update =
            chart_.places(area).updates.updateAt(event->position().x(), chart_.content().known);
        request(update);
        return QToolTip::hideText();
    }
    const auto broken = chart_.breakAt(area, event->position());
    setCursor(broken ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const auto update = broken ? broken : chart_.updateAt(area, event->position());
    if (update)
        QToolTip::showText(event->globalPosition().toPoint(), hoverText(*update), this);
    else
        QToolTip::hideText();
}

void LossPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    if (snapshot() && asked_ == std::size_t(snapshot()->update))
        asked_.reset();
}

void LossPanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    unsetCursor();
}

void LossPanel::hideEvent(QHideEvent* event) {
    dragging_ = false;
    asked_.reset();
    Panel::hideEvent(event);
}

void LossPanel::keyPressEvent(QKeyEvent* event) {
    if (!snapshot() || !message().isEmpty())
        return Panel::keyPressEvent(event);
    const std::size_t now = shownUpdate(), last = snapshot()->history.size() - 1;
    keyboardRing_ = true;
    switch (event->key()) {
        case Qt::Key_Left:
            return request(now > 0 ? now - 1 : 0);
        case Qt::Key_Right:
            return request(std::min(now + 1, last));
        case Qt::Key_Home:
            return request(0);
        case Qt::Key_End:
            return request(last);
        default:
            Panel::keyPressEvent(event);
    }
}

void LossPanel::focusInEvent(QFocusEvent* event) {
    keyboardRing_ = showsFocusRing(event->reason(), keyboardRing_);
    Panel::focusInEvent(event);
    update();
}

void LossPanel::focusOutEvent(QFocusEvent* event) {
    Panel::focusOutEvent(event);
    update();
}

}  // namespace rnnscope
