// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dial.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "app/words.h"

namespace rnnscope {

// ---- scale ---------------------------------------------------------------------------------

double DialScale::rounded(double value) const {
    if (whole)
        return std::round(value);
    if (logarithmic)  // two significant digits: a pixel is coarser
        return QString::number(value, 'e', 1).toDouble();
    return std::round(value * fineness) / fineness;
}

double DialScale::positionOf(double value) const {
    if (!(high > low) || std::isnan(value))
        return 0;
    const double inside = std::clamp(value, low, high);
    return logarithmic ? std::log(inside / low) / std::log(high / low)
                       : (inside - low) / (high - low);
}

double DialScale::valueAt(double position) const {
    if (position <= 0 || !(high > low))
        return low;
    if (position >= 1)
        return high;
    const double value =
        logarithmic ? low * std::pow(high / low, position) : low + position * (high - low);
    return std::clamp(rounded(value), low, high);
}

double DialScale::stepped(double value, int steps) const {
    const double next = whole         ? value + steps
                        : logarithmic ? value * std::pow(10, steps / 20.0)
                                      : value + static_cast<double>(steps) / fineness;
    return std::clamp(rounded(next), lowest, highest);
}

std::optional<double> DialScale::read(const QString& text, QString& problem) const {
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));  // as it stands on the screen
    const auto edge = [this](double value) {
        return whole ? QString::number(value, 'f', 0) : QString::number(value, 'g', 6);
    };
    const QString range = Dial::tr("%1 to %2 are possible").arg(edge(lowest), edge(highest));
    bool ok = false;
    const double value = QLocale::c().toDouble(plain, &ok);
    if (plain.isEmpty())
        problem = Dial::tr("A number is needed; %1").arg(range);
    else if (std::isinf(value) || (ok && (value < lowest || value > highest)))
        problem = Dial::tr("Out of range; %1").arg(range);
    else if (!ok || std::isnan(value))
        problem = Dial::tr("Not a number; %1").arg(range);
    else if (whole && value != std::floor(value))
        problem = Dial::tr("Not a whole number; %1").arg(range);
    else
        return value;
    return std::nullopt;
}

// ---- dial ----------------------------------------------------------------------------------

Dial::Dial(const QString& label, const DialScale& scale, QWidget* parent)
    : QWidget(parent),
      theme_(Theme::light()),
      scale_(scale),
      name_(new QLabel(this)),
      reset_(new QToolButton(this)),
      slider_(new SetupSlider(this)),
      field_(new QLineEdit(this)),
      hint_(new Hint(field_)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : {static_cast<QWidget*>(name_), static_cast<QWidget*>(slider_),
                          static_cast<QWidget*>(reset_), static_cast<QWidget*>(field_)})
        row->addWidget(each);
    row->setStretchFactor(slider_, 1);
    name_->setProperty("role", "muted");
    name_->setBuddy(slider_);
    field_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field_->setFocusPolicy(Qt::ClickFocus);  // by keyboard: Return on the slider
    field_->installEventFilter(this);
    reset_->hide();
    keepRoomWhenHidden(reset_);
    setLabel(label);
    setFocusProxy(slider_);

    connect(slider_, &SetupSlider::moved, this,
            [this](double position) { want(scale_.valueAt(position)); });
    connect(slider_, &SetupSlider::stepped, this,
            [this](int steps) { want(scale_.stepped(present(), steps)); });
    connect(slider_, &SetupSlider::sentToEnd, this,
            [this](bool high) { want(high ? scale_.high : scale_.low); });
    connect(slider_, &SetupSlider::valueWanted, this, [this](double value) {
        QString problem;
        if (scale_.read(QString::number(value, 'g', 17), problem))
            want(value);
    });
    connect(slider_, &SetupSlider::released, this, &Dial::released);
    connect(slider_, &SetupSlider::typingWanted, this, [this] {
        fromSlider_ = true;
        field_->setFocus(Qt::OtherFocusReason);
    });
    connect(field_, &QLineEdit::returnPressed, this, [this] { endTyping(true); });
    connect(field_, &QLineEdit::textEdited, hint_, &Hint::hide);
    connect(reset_, &QToolButton::clicked, this, &Dial::cleared);
    connect(hint_, &Hint::changed, this, &Dial::styleField);
    setTheme(theme_);
}

void Dial::setLabel(const QString& label) {
    name_->setText(label);
    slider_->setAccessibleName(label);
    field_->setAccessibleName(tr("%1, as a number").arg(label));
    reset_->setAccessibleName(tr("%1, as it is of itself").arg(label));
}

QString Dial::label() const {
    return name_->text();
}

void Dial::setTip(const QString& tip) {
    const QString keys = tr("Arrows, Page Up and Page Down, Home and End; Return to type");
    name_->setToolTip(tip);
    slider_->setToolTip(tip.isEmpty() ? keys : tip + QStringLiteral("\n") + keys);
}

void Dial::setScale(const DialScale& scale) {
    if (scale == scale_)
        return;
    scale_ = scale;
    refresh();
}

void Dial::setFormat(Format format) {
    format_ = std::move(format);
    refresh();
}

void Dial::setOptional(const QString& absence) {
    absence_ = absence;
    reset_->setToolTip(absence);
    reset_->setAccessibleName(labelled(label(), absence));
    refresh();
}

void Dial::setValue(std::optional<double> value, double shown) {
    const bool same = value == value_ && (value || shown == shown_);
    value_ = value;
    shown_ = shown;
    if (!same || !typing_)
        refresh();
}

void Dial::setTheme(const Theme& theme) {
    theme_ = theme;
    layout()->setSpacing(qRound(theme.px(4)));
    setFixedHeight(qRound(theme.px(26)));
    name_->setFixedWidth(qRound(theme.px(86)));
    field_->setFixedSize(qRound(theme.px(68)), qRound(theme.px(24)));
    makeIconButton(reset_, setupIcon(SetupIcon::Reset, theme.mutedText), theme, 20);
    slider_->setTheme(theme);
    styleField();
    refresh();
}

QString Dial::hint() const {
    return hint_->text();
}

double Dial::present() const {
    const double value = value_.value_or(shown_);
    return std::isnan(value) ? scale_.low : value;
}

void Dial::want(double value) {
    // Through zero on the way to a round number, as in 0.1 − 0.1.
    if (value != value_)
        Q_EMIT dragged(value + 0.0);
}

void Dial::wantTyped(double value) {
    want(value);
    Q_EMIT released();
}

QString Dial::exactText(double value) const {
    if (std::isnan(value))
        return {};
    return scale_.whole ? QString::number(value, 'f', 0)
                        : QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString Dial::shownText() const {
    const double value = value_.value_or(shown_);
    if (std::isnan(value))
        return QStringLiteral("–");
    const QString text = format_        ? format_(value)
                         : scale_.whole ? exactText(value)
                                        : shortNumber(value);
    const int room = field_->width() - qRound(theme_.px(8));
    const QFontMetrics metrics(value_ ? theme_.boldFont() : theme_.font());
    return metrics.horizontalAdvance(text) <= room ? text : QString::number(value, 'g', 2);
}

void Dial::refresh() {
    slider_->setPosition(scale_.positionOf(present()));
    slider_->setFaint(!value_);
    reset_->setVisible(!absence_.isEmpty() && value_ && isEnabled());
    if (typing_)
        return;
    const QString text = shownText();
    if (field_->property("absent").toBool() != !value_) {
        field_->setProperty("absent", !value_);
        styleField();
    }
    field_->setText(text);
    field_->setCursorPosition(0);
    const QString exact = std::isnan(present()) ? QString() : fullNumber(present());
    field_->setToolTip(value_ ? exact : labelled(absence_, exact));
    slider_->setSpoken(present(), scale_.low, scale_.high,
                       scale_.stepped(scale_.low, 1) - scale_.low,
                       value_ ? text : labelled(absence_, text));
}

void Dial::styleField() {
    // Plain text until the pointer or the focus comes; bold once chosen.
    const bool absent = !value_;
    const bool wrong = hint_->isShown();
    const QColor ring = wrong ? theme_.danger : withContrast(theme_.accent, theme_.card, 3);
    field_->setStyleSheet(
        QStringLiteral("QLineEdit { background: transparent; border: 1px solid transparent;"
                       " border-radius: %1px; padding: 0 2px; min-height: 0; color: %2;"
                       " font-weight: %3; font-style: %4; }"
                       "QLineEdit:hover:!focus { border-color: %5; padding: 0 2px; }"
                       "QLineEdit:focus { background: %6; border: 2px solid %7; padding: 0 1px;"
                       " color: %8; font-weight: normal; font-style: normal; }")
            .arg(qRound(theme_.px(4)))
            .arg((absent || !isEnabled() ? theme_.mutedText : theme_.text).name(),
                 absent ? QStringLiteral("normal") : QStringLiteral("bold"),
                 absent ? QStringLiteral("italic") : QStringLiteral("normal"), theme_.groove.name(),
                 theme_.card.name(), ring.name(), theme_.text.name()));
}

// ---- typing --------------------------------------------------------------------------------

bool Dial::eventFilter(QObject* object, QEvent* event) {
    if (object != field_)
        return QWidget::eventFilter(object, event);
    switch (event->type()) {
        case QEvent::FocusIn:
            beginTyping();
            break;
        case QEvent::FocusOut:
            // Another window, or a menu: what is half typed waits.
            if (const auto reason = static_cast<QFocusEvent*>(event)->reason();
                reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                endTyping(false);
            break;
        case QEvent::ShortcutOverride:
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
                event->accept();  // ours before the window's
                return true;
            }
            break;
        case QEvent::KeyPress:
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
                restore();
                leaveField();
                return true;
            }
            break;
        default:
            break;
    }
    return QWidget::eventFilter(object, event);
}

void Dial::beginTyping() {
    if (typing_)
        return;
    typing_ = true;
    field_->setText(exactText(value_.value_or(shown_)));
    // After the click that brought the focus, which would undo it.
    QTimer::singleShot(0, field_, [this] {
        if (typing_ && !field_->isModified())
            field_->selectAll();
    });
}

void Dial::endTyping(bool moveFocus) {
    if (!typing_)
        return;
    if (!field_->isModified() || field_->text() == exactText(value_.value_or(shown_))) {
        restore();
    } else {
        QString problem;
        const auto value = scale_.read(field_->text(), problem);
        if (!value) {
            hint_->show(problem, theme_);
            if (!moveFocus)  // gone elsewhere: the old number back, the reason stays a while
                typing_ = false, refresh();
            return;
        }
        restore();
        wantTyped(*value);
    }
    if (moveFocus)
        leaveField();
}

/// Back to where the keys came from: the slider, or after a click the lecture.
void Dial::leaveField() {
    if (std::exchange(fromSlider_, false))
        slider_->setFocus(Qt::OtherFocusReason);
    else
        field_->clearFocus();
}

void Dial::restore() {
    typing_ = false;
    hint_->hide();
    refresh();
}

void Dial::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) {
        styleField();
        refresh();
    }
}

void Dial::hideEvent(QHideEvent* event) {
    if (typing_)
        restore();
    hint_->hide();
    QWidget::hideEvent(event);
}

}  // namespace rnnscope
