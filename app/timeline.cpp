// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace rnnscope {

// ---- geometry ------------------------------------------------------------------------------

TimelineGeometry timelineGeometry(double width, double scale, int length, bool hasGradient) {
    TimelineGeometry g;
    g.length = std::max(length, 1);
    g.hasGradient = hasGradient;
    const double margin = 17 * scale;  // room for half a handle and its focus ring
    g.forwardBegin = margin;
    if (!hasGradient) {
        g.forwardEnd = std::max(width - margin, margin + 1);
        return g;
    }
    // Distances between the parts; they give way in a narrow bar, dots stay apart.
    const double squeeze = std::clamp(width / (300 * scale), 0.6, 1.0) * scale;
    const double gap = 26 * squeeze, dots = 44 * squeeze, right = 25 * scale;
    const double track = std::max((width - margin - 3 * gap - dots - right) / 2, 1.0);
    g.forwardEnd = g.forwardBegin + track;
    g.loss = g.forwardEnd + gap;
    g.backwardBegin = g.loss + gap;
    g.backwardEnd = g.backwardBegin + track;
    g.clip = g.backwardEnd + gap;
    g.update = g.clip + dots;
    return g;
}

namespace {

double stepX(int index, double begin, double end, int length) {
    return begin + (end - begin) * (index + 0.5) / length;
}

int stepAtX(double x, double begin, double end, int length) {
    const double share = std::floor((x - begin) / (end - begin) * length);
    return static_cast<int>(std::clamp(share, 0.0, length - 1.0));
}

}  // namespace

double xOf(Position position, const TimelineGeometry& g) {
    const int step = std::clamp(position.step, 0, g.length - 1);
    switch (position.phase) {
        case Phase::Forward:
            return stepX(step, g.forwardBegin, g.forwardEnd, g.length);
        case Phase::Loss:
            return g.loss;
        case Phase::Backward:
            return stepX(g.length - 1 - step, g.backwardBegin, g.backwardEnd, g.length);
        case Phase::Clip:
            return g.clip;
        case Phase::Update:
            return g.update;
    }
    Q_UNREACHABLE();
}

Position positionAtX(double x, const TimelineGeometry& g, int update) {
    if (!g.hasGradient || x < (g.forwardEnd + g.loss) / 2)
        return {update, Phase::Forward, stepAtX(x, g.forwardBegin, g.forwardEnd, g.length)};
    if (x < (g.loss + g.backwardBegin) / 2)
        return {update, Phase::Loss, g.length - 1};
    if (x < (g.backwardEnd + g.clip) / 2) {
        const int index = stepAtX(x, g.backwardBegin, g.backwardEnd, g.length);
        return {update, Phase::Backward, g.length - 1 - index};
    }
    return {update, x < (g.clip + g.update) / 2 ? Phase::Clip : Phase::Update, 0};
}

QList<TimelineLabel> timelineLabels(const TimelineGeometry& g, const QFontMetricsF& metrics,
                                    double width, double top) {
    QList<TimelineLabel> placed;
    const double apart = metrics.horizontalAdvance(u'n');
    const auto rectOf = [&](double centre, const QString& text) {
        const double wide = metrics.horizontalAdvance(text);
        return QRectF(centre - wide / 2, top, wide, metrics.height());
    };
    // Clear of both ends and of the labels already there.
    const auto fits = [&](const QRectF& rect) {
        const QRectF clear = rect.adjusted(-apart, 0, apart, 0);
        return rect.left() >= 0 && rect.right() <= width &&
               std::none_of(placed.begin(), placed.end(),
                            [&](const auto& other) { return other.rect.intersects(clear); });
    };
    const auto place = [&](double centre, const QString& text) {
        const QRectF rect = rectOf(centre, text);
        const bool free = fits(rect);
        if (free)
            placed.append({text, rect});
        return free;
    };
    const double forward = (g.forwardBegin + g.forwardEnd) / 2;
    const double backward = (g.backwardBegin + g.backwardEnd) / 2;
    if (g.hasGradient) {
        place(g.loss, Timeline::tr("loss"));
        place(g.update, Timeline::tr("update"));
        place(g.clip, Timeline::tr("clip"));
    }
    // Long or short, but the same for both passes.
    const auto placeBoth = [&](const QString& there, const QString& back) {
        const qsizetype before = placed.size();
        if (place(forward, there) && (!g.hasGradient || place(backward, back)))
            return true;
        placed.resize(before);
        return false;
    };
    if (!placeBoth(Timeline::tr("forward 1 → %1").arg(g.length),
                   Timeline::tr("backward %1 → 1").arg(g.length)))
        placeBoth(Timeline::tr("forward"), Timeline::tr("backward"));
    return placed;
}

QColor phaseColour(Phase phase, const Theme& theme) {
    switch (phase) {
        case Phase::Forward:
            return theme.accent;
        case Phase::Backward:
        case Phase::Clip:
            return theme.gradient;
        case Phase::Loss:
        case Phase::Update:
            return theme.text;
    }
    Q_UNREACHABLE();
}

bool showsFocusRing(Qt::FocusReason reason, bool shown) {
    switch (reason) {
        case Qt::TabFocusReason:
        case Qt::BacktabFocusReason:
        case Qt::ShortcutFocusReason:
            return true;
        case Qt::MouseFocusReason:
            return false;
        default:
            return shown;
    }
}

// ---- accessibility -------------------------------------------------------------------------

namespace {

/// A slider whose value is read out in words: "Backward pass, t = 20 of 50, update 3".
class AccessibleTimeline : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit AccessibleTimeline(Timeline* timeline)
        : QAccessibleWidget(timeline, QAccessible::Slider), timeline_(timeline) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text which) const override {
        if (which == QAccessible::Value)
            return positionText(playhead()->position(), playhead()->length());
        return QAccessibleWidget::text(which);
    }
    QVariant currentValue() const override { return playhead()->index(); }
    QVariant minimumValue() const override { return 0; }
    QVariant maximumValue() const override { return playhead()->count() - 1; }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant& value) override {
        const int index = std::clamp(value.toInt(), 0, playhead()->count() - 1);
        playhead()->moveTo(positionAt(index, playhead()->length(), playhead()->position().update));
    }

  private:
    Playhead* playhead() const { return timeline_->playhead(); }

    Timeline* timeline_;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* timeline = qobject_cast<Timeline*>(object);
    return timeline ? new AccessibleTimeline(timeline) : nullptr;
}

}  // namespace

// ---- the widget ----------------------------------------------------------------------------

Timeline::Timeline(Playhead* playhead, QWidget* parent)
    : QWidget(parent), playhead_(playhead), theme_(Theme::light()) {
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("One pass: forward through time, the loss, backward through time, clipping, update"));
    connect(playhead, &Playhead::moved, this, &Timeline::announce);
    connect(playhead, &Playhead::lengthChanged, this, &Timeline::announce);
}

void Timeline::announce() {
    update();
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, playhead_->index());
    QAccessible::updateAccessibility(&event);
}

void Timeline::setTheme(const Theme& theme) {
    theme_ = theme;
    updateGeometry();
    update();
}

TimelineGeometry Timeline::geometryNow() const {
    return timelineGeometry(width(), theme_.scale, playhead_->length(), playhead_->hasGradient());
}

QSize Timeline::sizeHint() const {
    return QSizeF(theme_.px(900), theme_.px(76)).toSize();
}

QSize Timeline::minimumSizeHint() const {
    return QSizeF(theme_.px(220), theme_.px(64)).toSize();
}

double Timeline::lineY() const {
    return height() / 2.0;
}

std::optional<Position> Timeline::hovered() const {
    if (!pointer_)
        return {};
    return positionAtX(*pointer_ - dragging_.value_or(0), geometryNow(),
                       playhead_->position().update);
}

bool Timeline::overHandle(QPointF point) const {
    const QPointF away = point - QPointF(xOf(playhead_->position(), geometryNow()), lineY());
    return std::hypot(away.x(), away.y()) <= theme_.px(13);
}

// ---- mouse and keys ------------------------------------------------------------------------

void Timeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    resume_ = playhead_->isPlaying();
    playhead_->pause();  // or it would run away under the hand
    const double x = event->position().x();
    const double handle = xOf(playhead_->position(), geometryNow());
    dragging_ = overHandle(event->position()) ? x - handle : 0.0;
    pointer_ = x;
    overHandle_ = true;
    keyboardRing_ = false;
    playhead_->moveTo(*hovered());
    update();
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    pointer_ = event->position().x();
    if (dragging_)
        playhead_->moveTo(*hovered());
    else
        overHandle_ = overHandle(event->position());
    update();
}

void Timeline::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        endDrag();
}

void Timeline::endDrag() {
    if (!dragging_)
        return;
    dragging_.reset();
    // Let go at the end of the pass it stays there, as when playing arrives there by itself.
    if (resume_ && (!playhead_->atEnd() || playhead_->isLooping()))
        playhead_->play();
    resume_ = false;
    update();
}

void Timeline::hideEvent(QHideEvent*) {
    endDrag();
    pointer_.reset();
}

void Timeline::leaveEvent(QEvent*) {
    pointer_.reset();
    overHandle_ = false;
    update();
}

void Timeline::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    wheel_ += turn.y() != 0 ? turn.y() : turn.x();
    constexpr int notch = 120;
    for (; wheel_ >= notch; wheel_ -= notch)
        playhead_->next();
    for (; wheel_ <= -notch; wheel_ += notch)
        playhead_->previous();
    event->accept();
}

// In the main window these keys arrive as the playhead's shortcuts; alone the line knows them too.
void Timeline::keyPressEvent(QKeyEvent* event) {
    keyboardRing_ = true;
    update();
    switch (event->key()) {
        case Qt::Key_Right:
            return playhead_->next();
        case Qt::Key_Left:
            return playhead_->previous();
        case Qt::Key_Home:
            return playhead_->toStart();
        case Qt::Key_End:
            return playhead_->toEnd();
        default:
            QWidget::keyPressEvent(event);
    }
}

void Timeline::focusInEvent(QFocusEvent* event) {
    keyboardRing_ = showsFocusRing(event->reason(), keyboardRing_);
    update();
}

void Timeline::focusOutEvent(QFocusEvent*) {
    update();
}

// ---- painting ------------------------------------------------------------------------------

void Timeline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineGeometry g = geometryNow();
    paintTracks(painter, g);
    paintLabels(painter, g);
    paintHint(painter, g);
    paintHandle(painter, g);
}

void Timeline::paintTracks(QPainter& painter, const TimelineGeometry& g) const {
    const double y = lineY(), half = theme_.px(6);
    const int now = playhead_->index();
    const double here = xOf(playhead_->position(), g);
    painter.setPen(Qt::NoPen);
    const auto track = [&](double begin, double end, const QColor& colour) {
        QPainterPath shape;
        shape.addRoundedRect(QRectF(begin, y - half, end - begin, 2 * half), half, half);
        painter.fillPath(shape, theme_.faint(colour, 0.22));
        if (here <= begin)
            return;
        // Clipped rather than rounded again, so that the first steps keep the track's own shape.
        painter.save();
        painter.setClipRect(QRectF(begin - 1, 0, std::min(here, end) - begin + 1, height()));
        painter.fillPath(shape, colour);
        if (here >= end) {
            painter.setClipping(false);
            painter.fillPath(shape, colour);
        }
        painter.restore();
    };
    const auto dot = [&](double x, Phase phase, const QColor& colour) {
        const bool reached = now >= indexOf({0, phase, 0}, g.length);
        painter.setBrush(reached ? colour : theme_.faint(theme_.mutedText, 0.4));
        painter.drawEllipse(QPointF(x, y), theme_.px(8), theme_.px(8));
    };
    track(g.forwardBegin, g.forwardEnd, phaseColour(Phase::Forward, theme_));
    if (!g.hasGradient)
        return;
    track(g.backwardBegin, g.backwardEnd, phaseColour(Phase::Backward, theme_));
    dot(g.loss, Phase::Loss, phaseColour(Phase::Loss, theme_));
    dot(g.clip, Phase::Clip, phaseColour(Phase::Clip, theme_));
    dot(g.update, Phase::Update, phaseColour(Phase::Update, theme_));
}

void Timeline::paintLabels(QPainter& painter, const TimelineGeometry& g) const {
    const QFont font = theme_.font(11);
    const QFontMetricsF metrics(font, this);
    const double top = lineY() - theme_.px(16) - metrics.height();
    painter.setFont(font);
    painter.setPen(theme_.mutedText);
    for (const TimelineLabel& label : timelineLabels(g, metrics, width(), top))
        painter.drawText(QPointF(label.rect.left(), top + metrics.ascent()), label.text);
}

void Timeline::paintHint(QPainter& painter, const TimelineGeometry& g) const {
    const std::optional<Position> position = hovered();
    if (!position)
        return;
    const double x = xOf(*position, g), y = lineY();
    const bool inTime = position->phase == Phase::Forward || position->phase == Phase::Backward;
    const QString text =
        inTime ? tr("%1, t = %2").arg(phaseTitle(position->phase)).arg(position->step + 1)
               : phaseTitle(position->phase);
    const QFont font = theme_.font(11);
    const QFontMetricsF metrics(font, this);
    const double wide = metrics.horizontalAdvance(text);
    const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
    painter.setPen(
        QPen(phaseColour(position->phase, theme_), theme_.px(2), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, y - theme_.px(9)), QPointF(x, y + theme_.px(9)));
    painter.setFont(font);
    painter.setPen(theme_.text);
    painter.drawText(QPointF(left, y + theme_.px(17) + metrics.ascent()), text);
}

void Timeline::paintHandle(QPainter& painter, const TimelineGeometry& g) const {
    const QPointF centre(xOf(playhead_->position(), g), lineY());
    const QColor colour = phaseColour(playhead_->position().phase, theme_);
    const double radius = theme_.px(overHandle_ ? 11.5 : 10);
    painter.setBrush(dragging_ ? theme_.faint(colour, 0.3) : theme_.card);
    painter.setPen(QPen(colour, theme_.px(4)));
    painter.drawEllipse(centre, radius, radius);
    if (!hasFocus() || !keyboardRing_)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.text, theme_.px(1.5)));
    painter.drawEllipse(centre, theme_.px(15), theme_.px(15));
}

}  // namespace rnnscope
