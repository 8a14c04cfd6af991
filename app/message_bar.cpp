// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_bar.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGraphicsOpacityEffect>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <utility>

namespace rnnscope {

namespace {

/// The line with "…" in its middle where it is too wide: between words, so that no number is cut
/// into another one. A single word too wide for all (a path, say) is cut wherever it must be.
QString elidedBetweenWords(const QString& line, const QFontMetrics& metrics, int width) {
    if (metrics.horizontalAdvance(line) <= width)
        return line;
    const QString dots = QStringLiteral(" … ");
    const int spaces = metrics.horizontalAdvance(dots) - metrics.horizontalAdvance(u'…');
    const QString cut = metrics.elidedText(line, Qt::ElideMiddle, width - spaces);
    const qsizetype gap = cut.indexOf(u'…');
    if (gap < 0)
        return cut;
    QTextBoundaryFinder ends(QTextBoundaryFinder::Line, line);
    const qsizetype rest = cut.size() - gap - 1;
    ends.setPosition(gap);
    const qsizetype head = ends.isAtBoundary() ? gap : ends.toPreviousBoundary();
    ends.setPosition(line.size() - rest);
    const qsizetype tail = ends.isAtBoundary() ? line.size() - rest : ends.toNextBoundary();
    if (head <= 0 || tail < 0 || tail >= line.size())
        return cut;
    return line.left(head).trimmed() + dots + line.mid(tail).trimmed();
}

}  // namespace

/// A line shortened in its middle, where a message's path is least missed. What is copied is the
/// whole message.
class MessageText : public QLabel {
  public:
    explicit MessageText(QWidget* parent) : QLabel(parent) {
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setFocusPolicy(Qt::ClickFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        setMinimumWidth(0);
    }

    void setMessage(const QString& message) {
        message_ = message;
        elide();
    }
    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }
    QSize sizeHint() const override {
        const double width = QFontMetricsF(font()).horizontalAdvance(message_.simplified());
        return {static_cast<int>(width) + 4, QLabel::sizeHint().height()};
    }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        elide();
    }
    void changeEvent(QEvent* event) override {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            elide();
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (!event->matches(QKeySequence::Copy))
            return QLabel::keyPressEvent(event);
        copy(selectedText());
    }
    void contextMenuEvent(QContextMenuEvent* event) override {
        QMenu menu(this);
        menu.addAction(MessageBar::tr("Copy message"), this, [this] { copy(message_); });
        menu.exec(event->globalPos());
    }

  private:
    // A selection across the gap means the whole line.
    void copy(const QString& selected) {
        if (selected.isEmpty())
            return;
        const bool acrossGap = text() != message_.simplified() && selected.contains(u'…');
        QGuiApplication::clipboard()->setText(acrossGap ? message_ : selected);
    }
    void elide() {
        const QString line = message_.simplified();
        const QString shown = elidedBetweenWords(line, fontMetrics(), width() - 2);
        if (shown != text())
            setText(shown);
        // As rich text, so that it wraps and no sign in it is taken for a tag.
        setToolTip(shown == message_ ? QString() : Qt::convertFromPlainText(message_));
    }

    QString message_;
};

namespace {

/// A flat cross.
class CloseButton : public QAbstractButton {
  public:
    CloseButton(const Theme& theme, const QColor& colour, QWidget* parent)
        : QAbstractButton(parent), theme_(theme), colour_(colour) {
        setText(MessageBar::tr("Close message"));
        setAccessibleName(text());
        setToolTip(MessageBar::tr("Close (Esc)"));
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    void setLook(const Theme& theme, const QColor& colour) {
        theme_ = theme;
        colour_ = colour;
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return QSizeF(theme_.px(24), theme_.px(24)).toSize(); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        QColor tint = colour_;
        tint.setAlphaF(isDown() ? 0.25F : underMouse() ? 0.14F : 0.0F);
        painter.setPen(hasFocus() ? QPen(colour_, theme_.px(1.5)) : QPen(Qt::NoPen));
        painter.setBrush(tint);
        painter.drawRoundedRect(box, theme_.px(5), theme_.px(5));
        painter.setPen(QPen(colour_, theme_.px(1.7), Qt::SolidLine, Qt::RoundCap));
        const QPointF c = box.center();
        const double r = theme_.px(4.2);
        painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
    }

  private:
    Theme theme_;
    QColor colour_;
};

/// Told apart by shape, not by colour alone: a disc, a triangle, an octagon.
QPainterPath iconOutline(MessageBar::Tone tone, QPointF c, double r) {
    QPainterPath path;
    switch (tone) {
        case MessageBar::Tone::Info:
            path.addEllipse(c, r, r);
            break;
        case MessageBar::Tone::Warning:
            path.addPolygon(QPolygonF{c + QPointF(0, -r), c + QPointF(1.12 * r, 0.92 * r),
                                      c + QPointF(-1.12 * r, 0.92 * r)});
            path.closeSubpath();
            break;
        case MessageBar::Tone::Error: {
            const double k = 0.414 * r;
            path.addPolygon(QPolygonF{c + QPointF(-k, -r), c + QPointF(k, -r), c + QPointF(r, -k),
                                      c + QPointF(r, k), c + QPointF(k, r), c + QPointF(-k, r),
                                      c + QPointF(-r, k), c + QPointF(-r, -k)});
            path.closeSubpath();
            break;
        }
    }
    return path;
}

void paintIcon(QPainter& painter, MessageBar::Tone tone, QPointF c, double r,
               const Theme::Chip& chip) {
    painter.setBrush(chip.text);
    painter.setPen(QPen(chip.text, 0.12 * r, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(iconOutline(tone, c, r));
    // "i", or "!" standing a little lower in its triangle.
    const bool info = tone == MessageBar::Tone::Info;
    const QPointF shift(0, tone == MessageBar::Tone::Warning ? 0.14 * r : 0);
    const double dot = info ? -0.5 * r : 0.52 * r, begin = info ? -0.08 * r : -0.52 * r,
                 end = info ? 0.52 * r : 0.12 * r;
    painter.setPen(QPen(chip.ground, 0.26 * r, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + shift + QPointF(0, begin), c + shift + QPointF(0, end));
    painter.drawPoint(c + shift + QPointF(0, dot));
}

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* bar = qobject_cast<MessageBar*>(object);
    return bar ? new QAccessibleWidget(bar, QAccessible::AlertMessage) : nullptr;
}

}  // namespace

MessageBar::MessageBar(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      label_(new MessageText(this)),
      action_(new QPushButton(this)),
      close_(new CloseButton(theme, theme.text, this)) {
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->addWidget(label_, 1);
    row->addWidget(action_);
    row->addWidget(close_);
    action_->setAutoDefault(false);
    action_->hide();
    hide();

    auto* effect = new QGraphicsOpacityEffect(this);
    effect->setEnabled(false);  // it costs a buffer at every painting
    setGraphicsEffect(effect);
    fading_.setTargetObject(effect);
    fading_.setPropertyName("opacity");
    fading_.setDuration(300);
    fading_.setStartValue(1.0);
    fading_.setEndValue(0.0);
    clock_.setSingleShot(true);
    connect(&clock_, &QTimer::timeout, this, &MessageBar::fade);
    connect(&fading_, &QPropertyAnimation::finished, this, &MessageBar::dismiss);
    connect(close_, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(act_, {});
        dismiss();
        if (act)
            act();
    });
    applyColours();
}

MessageBar::~MessageBar() = default;

QPushButton* MessageBar::actionButton() const {
    return action_;
}

void MessageBar::show(const QString& text, Tone tone) {
    if (text.trimmed().isEmpty())
        return dismiss();
    stopFading();
    act_ = {};
    action_->hide();
    text_ = text;
    tone_ = tone;
    label_->setMessage(text);
    setAccessibleName(text);
    applyColours();
    QWidget::show();
    startClock();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::setAction(const QString& text, std::function<void()> act) {
    act_ = std::move(act);
    action_->setText(text);
    action_->setVisible(act_ && !text_.isEmpty());
}

void MessageBar::dismiss() {
    stopFading();
    clock_.stop();
    act_ = {};
    action_->hide();
    hide();
    if (text_.isEmpty())
        return;
    text_.clear();
    setAccessibleName({});
    emit closed();
}

// Not while somebody reads it with the pointer on it.
void MessageBar::startClock() {
    if (tone_ == Tone::Info && !underMouse())
        clock_.start(infoStays_);
    else
        clock_.stop();
}

void MessageBar::fade() {
    if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0)
        return dismiss();
    graphicsEffect()->setEnabled(true);
    fading_.start();
}

void MessageBar::stopFading() {
    const QSignalBlocker quiet(&fading_);
    fading_.stop();
    graphicsEffect()->setEnabled(false);
}

void MessageBar::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    stopFading();
    clock_.stop();
}

void MessageBar::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (tone_ == Tone::Info && !text_.isEmpty())
        clock_.start(infoStays_);
}

void MessageBar::setTheme(const Theme& theme) {
    theme_ = theme;
    applyColours();
}

const Theme::Chip& MessageBar::colours() const {
    switch (tone_) {
        case Tone::Info:
            return theme_.chipCalm;
        case Tone::Warning:
            return theme_.chipWarning;
        case Tone::Error:
            return theme_.chipDanger;
    }
    Q_UNREACHABLE();
}

void MessageBar::applyColours() {
    const Theme::Chip& chip = colours();
    const auto side = [this](double length) { return qRound(theme_.px(length)); };
    // The left margin holds the icon.
    layout()->setContentsMargins(side(38), side(5), side(8), side(5));
    layout()->setSpacing(side(10));
    label_->setFont(theme_.font(13));
    // A style sheet of the application would win over a palette.
    label_->setStyleSheet(QStringLiteral("color: %1; background: transparent;"
                                         "selection-background-color: %1; selection-color: %2;")
                              .arg(chip.text.name(), chip.ground.name()));
    action_->setFont(theme_.boldFont(12));
    action_->setStyleSheet(
        QStringLiteral("QPushButton { color: %1; background: transparent; border: 1px solid %2;"
                       " border-radius: %3px; padding: %4px %5px; }"
                       "QPushButton:hover, QPushButton:focus { border-color: %1; }"
                       "QPushButton:pressed { background: %2; }")
            .arg(chip.text.name(), chip.border.name())
            .arg(side(5))
            .arg(side(2))
            .arg(side(10)));
    static_cast<CloseButton*>(close_)->setLook(theme_, chip.text);
    update();
}

void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme::Chip& chip = colours();
    painter.setPen(QPen(chip.border, theme_.px(1)));
    painter.setBrush(chip.ground);
    const double half = theme_.px(0.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), theme_.px(6),
                            theme_.px(6));
    paintIcon(painter, tone_, {theme_.px(21), height() / 2.0}, theme_.px(8), chip);
}

}  // namespace rnnscope
