// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transport.h"

#include <QAction>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/words.h"

namespace rnnscope {

// ---- buttons -------------------------------------------------------------------------------

namespace {

QPainterPath triangle(double tip, double base) {
    QPainterPath path({tip, 0});
    path.lineTo(base, -0.5);
    path.lineTo(base, 0.5);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double left, double width, double height = 1) {
    QPainterPath path;
    path.addRect(left, -height / 2, width, height);
    return path;
}

/// Two arrows chasing each other round a rectangle: the letter of endless repetition.
QPainterPath loopShape() {
    QPainterPath line;
    line.moveTo(-0.44, 0.02);
    line.lineTo(-0.44, -0.1);
    line.quadTo(-0.44, -0.3, -0.24, -0.3);
    line.lineTo(0.22, -0.3);
    QPainterPathStroker stroker;
    stroker.setWidth(0.12);
    QPainterPath half = stroker.createStroke(line);
    QPainterPath head({0.5, -0.3});
    head.lineTo(0.2, -0.52);
    head.lineTo(0.2, -0.08);
    head.closeSubpath();
    half = half.united(head);
    return half.united(QTransform().rotate(180).map(half));
}

}  // namespace

QPainterPath transportIcon(TransportIcon icon) {
    switch (icon) {
        case TransportIcon::Start:
            return bar(-0.5, 0.16).united(triangle(-0.28, 0.5));
        case TransportIcon::Back:
            return triangle(-0.46, 0.34);
        case TransportIcon::Play:
            return triangle(0.5, -0.36);
        case TransportIcon::Pause:
            return bar(-0.38, 0.26).united(bar(0.12, 0.26));
        case TransportIcon::Forward:
            return triangle(0.46, -0.34);
        case TransportIcon::End:
            return bar(0.34, 0.16).united(triangle(0.28, -0.5));
        case TransportIcon::Minus:
            return bar(-0.45, 0.9, 0.16);
        case TransportIcon::Plus:
            return bar(-0.45, 0.9, 0.16).united(bar(-0.08, 0.16, 0.9));
        case TransportIcon::Loop:
            return loopShape();
    }
    Q_UNREACHABLE();
}

TransportButton::TransportButton(TransportIcon icon, QAction* action, QWidget* parent)
    : QAbstractButton(parent), icon_(icon), action_(action), theme_(Theme::light()) {
    // A click must not take the keyboard away from the timeline or a field; Tab may come here.
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCheckable(action->isCheckable());
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &TransportButton::followAction);
    followAction();
}

void TransportButton::followAction() {
    setEnabled(action_->isEnabled());
    setChecked(action_->isChecked());
    setToolTip(action_->toolTip());
    setAccessibleName(withoutMnemonic(action_->text()));
    setAccessibleDescription(action_->toolTip());
    update();
}

void TransportButton::setIconShape(TransportIcon icon) {
    icon_ = icon;
    update();
}

void TransportButton::setLabel(const QString& label) {
    label_ = label;
    update();
}

void TransportButton::setPrimary(bool primary) {
    primary_ = primary;
    update();
}

void TransportButton::setTheme(const Theme& theme) {
    theme_ = theme;
    update();
}

double TransportButton::neededWidth() const {
    const double icon = theme_.px(36);
    if (label_.isEmpty())
        return icon;
    return icon + QFontMetricsF(theme_.font(12), this).horizontalAdvance(label_) + theme_.px(10);
}

QSize TransportButton::sizeHint() const {
    return QSizeF(neededWidth(), theme_.px(44)).toSize();
}

void TransportButton::focusInEvent(QFocusEvent* event) {
    ring_ = showsFocusRing(event->reason(), ring_);
    QAbstractButton::focusInEvent(event);
}

void TransportButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = (primary_ || isChecked()) && isEnabled();
    QColor ground = filled ? theme_.accent : underMouse() ? theme_.hover : theme_.control;
    if (!isEnabled())
        ground = theme_.control;
    else if (isDown() || (filled && underMouse()))
        ground = blend(ground, theme_.text, isDown() ? 0.8 : 0.9);
    const double half = theme_.px(1) / 2, radius = theme_.px(8);
    const QRectF frame = QRectF(rect()).adjusted(half, half, -half, -half);
    painter.setBrush(ground);
    painter.setPen(QPen(filled ? ground : theme_.cardBorder, theme_.px(1)));
    painter.drawRoundedRect(frame, radius, radius);
    if (hasFocus() && ring_) {
        const double in = theme_.px(3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(filled ? theme_.accentText : theme_.accent, theme_.px(1.5)));
        painter.drawRoundedRect(frame.adjusted(in, in, -in, -in), radius - in, radius - in);
    }

    QColor ink = filled ? theme_.accentText : theme_.text;
    if (!isEnabled())
        ink = theme_.faint(theme_.mutedText, 0.5);
    const double side = theme_.px(icon_ == TransportIcon::Loop ? 16 : 14);
    const double left = label_.isEmpty() ? width() / 2.0 : theme_.px(18);
    const QTransform place = QTransform::fromTranslate(left, height() / 2.0).scale(side, side);
    painter.fillPath(place.map(transportIcon(icon_)), ink);
    if (!label_.isEmpty()) {
        painter.setFont(theme_.font(12));
        painter.setPen(ink);
        painter.drawText(QRectF(theme_.px(34), 0, width() - theme_.px(34), height()),
                         Qt::AlignVCenter | Qt::AlignLeft, label_);
    }
}

// ---- words ---------------------------------------------------------------------------------

/// A few lines of text, each with its own font and colour, never cut: the bar makes room first.
class Transport::Words : public QWidget {
  public:
    struct Line {
        QString text;
        QFont font;
        QColor colour;
    };

    using QWidget::QWidget;

    void set(QList<Line> lines, Qt::Alignment alignment) {
        lines_ = std::move(lines);
        alignment_ = alignment;
        QStringList texts;
        for (const Line& line : lines_)
            texts << line.text;
        setAccessibleName(joined(texts));
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        double tall = 0;
        for (const Line& line : lines_)
            tall += QFontMetricsF(line.font, this).height();
        double y = (height() - tall) / 2;
        for (const Line& line : lines_) {
            const QFontMetricsF metrics(line.font, this);
            const QString text = metrics.elidedText(line.text, Qt::ElideRight, width());
            painter.setFont(line.font);
            painter.setPen(line.colour);
            // Chinese signs reach a little further than the font's own lines.
            painter.drawText(QRectF(0, y, width(), metrics.height()),
                             static_cast<int>(alignment_ | Qt::AlignVCenter) | Qt::TextSingleLine |
                                 Qt::TextDontClip,
                             text);
            y += metrics.height();
        }
    }

  private:
    QList<Line> lines_;
    Qt::Alignment alignment_ = Qt::AlignLeft;
};

// ---- the bar -------------------------------------------------------------------------------

namespace {

constexpr std::array<TransportLevel, 4> levels = {{
    {46, 8, 24, true, true, true},
    {44, 6, 18, false, true, true},
    {40, 5, 14, false, false, true},
    {34, 4, 10, false, false, false},
}};
constexpr double barHeight = 76;
constexpr double wantedTimeline = 480;  // a level is left for the next when the line gets less

QString timeText(Position position, int length) {
    return Transport::tr("t = %1 of %2").arg(position.step + 1).arg(length);
}

QString shortSpeed(double stepsPerSecond) {
    return Transport::tr("%1/s").arg(QLocale().toString(stepsPerSecond, 'g', 3));
}

}  // namespace

Transport::Transport(Playhead* playhead, QWidget* parent)
    : QWidget(parent), playhead_(playhead), theme_(Theme::light()), level_(&levels.front()) {
    setAccessibleName(tr("Transport"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addButton(TransportIcon::Start, playhead->startAction());
    addButton(TransportIcon::Back, playhead->previousAction())->setAutoRepeat(true);
    play_ = addButton(TransportIcon::Play, playhead->playAction());
    play_->setPrimary(true);
    addButton(TransportIcon::Forward, playhead->nextAction())->setAutoRepeat(true);
    addButton(TransportIcon::End, playhead->endAction());
    where_ = new Words(this);
    timeline_ = new Timeline(playhead, this);
    slower_ = new TransportButton(TransportIcon::Minus, playhead->slowerAction(), this);
    speed_ = new Words(this);
    faster_ = new TransportButton(TransportIcon::Plus, playhead->fasterAction(), this);
    loop_ = new TransportButton(TransportIcon::Loop, playhead->loopAction(), this);
    connect(playhead, &Playhead::moved, this, &Transport::refresh);
    connect(playhead, &Playhead::playingChanged, this, &Transport::refresh);
    connect(playhead, &Playhead::speedChanged, this, &Transport::refresh);
    connect(playhead, &Playhead::lengthChanged, this, &Transport::arrange);
    setTheme(theme_);
}

QWidget* Transport::place() const {
    return where_;
}

TransportButton* Transport::addButton(TransportIcon icon, QAction* action) {
    buttons_.push_back(new TransportButton(icon, action, this));
    return buttons_.back();
}

void Transport::setTheme(const Theme& theme) {
    theme_ = theme;
    for (TransportButton* button : findChildren<TransportButton*>())
        button->setTheme(theme);
    timeline_->setTheme(theme);
    updateGeometry();
    arrange();
    update();
}

QSize Transport::sizeHint() const {
    return QSizeF(theme_.px(1280), theme_.px(barHeight)).toSize();
}

QSize Transport::minimumSizeHint() const {
    const double line = timeline_->minimumSizeHint().width();
    return QSizeF(std::ceil(fixedWidth(levels.back()) + line), theme_.px(barHeight)).toSize();
}

void Transport::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.card);
    painter.fillRect(QRectF(0, 0, width(), theme_.px(1)), theme_.cardBorder);
}

void Transport::resizeEvent(QResizeEvent*) {
    arrange();
}

// The widest any phase and time can get, so that nothing moves while playing.
double Transport::wordsWidth(const TransportLevel& level) const {
    const QFontMetricsF bold(theme_.boldFont(14), this), plain(theme_.font(13), this);
    double width = 0;
    for (const Phase phase :
         {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update})
        width = std::max(width, bold.horizontalAdvance(phaseTitle(phase)));
    const int length = playhead_->length();
    const QString time = timeText({0, Phase::Forward, length - 1}, length);
    const QString update = tr("update %1").arg(QString(updateDigits_, u'0'));
    width = std::max(
        width, plain.horizontalAdvance(level.updateAside ? tr("%1 · %2").arg(time, update) : time));
    return std::ceil(std::max(width, plain.horizontalAdvance(update)) + 1);
}

double Transport::speedWidth(const TransportLevel& level) const {
    const QFontMetricsF plain(theme_.font(13), this);
    double width = 0;
    for (const double speed : Playhead::speeds)
        width = std::max(width, plain.horizontalAdvance(level.speedWords ? speedText(speed)
                                                                         : shortSpeed(speed)));
    return std::ceil(width + 1);
}

double Transport::fixedWidth(const TransportLevel& level) const {
    const double buttons = 5 * level.button + 4 * level.gap;
    const double speed = 2 * 30 + 2 * 6;  // minus, plus, and the air around the words
    const double label =
        QFontMetricsF(theme_.font(12), this).horizontalAdvance(tr("Keep training"));
    const double loop = theme_.px(36) + (level.loopLabel ? label + theme_.px(10) : 0);
    return theme_.px(buttons + speed + 16 * 2 + 3 * level.space + 12) + wordsWidth(level) +
           speedWidth(level) + loop;
}

void Transport::arrange() {
    const auto fits = [&](const TransportLevel& level) {
        return width() - fixedWidth(level) >= theme_.px(wantedTimeline);
    };
    const auto* level = std::find_if(levels.begin(), levels.end(), fits);
    applyLevel(level == levels.end() ? levels.back() : *level);
    refresh();
}

void Transport::applyLevel(const TransportLevel& level) {
    level_ = &level;
    loop_->setLabel(level.loopLabel ? tr("Keep training") : QString());
    const double middle = height() / 2.0;
    double x = theme_.px(16);
    const auto put = [&](QWidget* widget, double wide, double tall, double after) {
        widget->setGeometry(QRectF(x, middle - tall / 2, wide, tall).toRect());
        x += wide + after;
    };
    const double tall = theme_.px(44), gap = theme_.px(level.gap), space = theme_.px(level.space);
    for (TransportButton* button : buttons_)
        put(button, theme_.px(level.button), tall, button == buttons_.back() ? space : gap);
    put(where_, wordsWidth(level), theme_.px(barHeight - 4), space);
    put(timeline_, std::max(width() - fixedWidth(level), 1.0), height(), space);
    put(slower_, theme_.px(30), theme_.px(30), theme_.px(6));
    put(speed_, speedWidth(level), theme_.px(30), theme_.px(6));
    put(faster_, theme_.px(30), theme_.px(30), theme_.px(12));
    put(loop_, loop_->neededWidth(), theme_.px(36), 0);
}

void Transport::refresh() {
    const Position now = playhead_->position();
    const int digits = std::max<int>(3, static_cast<int>(QString::number(now.update).size()));
    if (digits != updateDigits_) {
        updateDigits_ = digits;
        return arrange();  // comes back here
    }
    play_->setIconShape(playhead_->isPlaying() ? TransportIcon::Pause : TransportIcon::Play);

    const QString update = tr("update %1").arg(now.update);
    const QString time = timeText(now, playhead_->length());
    const bool inTime = now.phase == Phase::Forward || now.phase == Phase::Backward;
    QList<Words::Line> lines = {
        {phaseTitle(now.phase), theme_.boldFont(14), phaseColour(now.phase, theme_)}};
    const QFont plain = theme_.font(13);
    if (inTime && level_->updateAside && playhead_->hasGradient()) {
        lines.append({tr("%1 · %2").arg(time, update), plain, theme_.mutedText});
    } else {
        if (inTime)
            lines.append({time, plain, theme_.mutedText});
        if (playhead_->hasGradient())
            lines.append({update, plain, theme_.mutedText});
    }
    where_->set(lines, Qt::AlignLeft);
    const double speed = playhead_->speed();
    speed_->set(
        {{level_->speedWords ? speedText(speed) : shortSpeed(speed), plain, theme_.mutedText}},
        Qt::AlignHCenter);
    speed_->setAccessibleName(tr("Speed: %1").arg(speedText(speed)));
}

}  // namespace rnnscope
