// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_controls.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "app/dial.h"
#include "app/setup_widgets.h"

namespace rnnscope {
namespace {

constexpr double rowGap = 6, partGap = 10;
constexpr int usualSteps = 100, mostSteps = 100'000;

}  // namespace

GenerationControls::GenerationControls(QWidget* parent)
    : QWidget(parent),
      theme_(Theme::light()),
      prompt_(new QLineEdit(this)),
      temperature_(new Dial(tr("Temperature"), {0, 2, 0, 100, false, false, 20}, this)),
      steps_(new QSpinBox(this)),
      dice_(new QToolButton(this)),
      button_(new QPushButton(this)) {
    prompt_->setAccessibleName(tr("Prompt"));
    prompt_->setToolTip(tr("What the text begins with; the network goes on from there"));
    temperature_->setTip(
        tr("The read-out is divided by it before the softmax: at 0 the likeliest is always taken, "
           "above 1 chance has more to say"));
    steps_->setRange(1, mostSteps);
    steps_->setValue(usualSteps);
    steps_->setKeyboardTracking(false);
    steps_->setAccessibleName(tr("Steps to generate"));
    steps_->setToolTip(tr("So many own answers, each fed back as the next input"));
    ignoreWheelWithoutFocus(steps_);
    dice_->setToolTip(tr("Another draw from the same network"));
    dice_->setAccessibleName(tr("Another draw"));

    prompt_->installEventFilter(this);
    connect(button_, &QPushButton::clicked, this, &GenerationControls::toggle);
    connect(prompt_, &QLineEdit::textEdited, this, &GenerationControls::takePrompt);
    connect(prompt_, &QLineEdit::returnPressed, this, [this] {
        if (!generates() && button_->isEnabled())
            toggle();
        prompt_->clearFocus();  // keys are for the lecture again
    });
    connect(prompt_, &QLineEdit::editingFinished, this, &GenerationControls::released);
    connect(temperature_, &Dial::dragged, this, [this](double value) {
        Generation next = state_.choice;
        next.temperature = value;
        Q_EMIT wanted(next, tr("Change the temperature"), QStringLiteral("temperature"));
    });
    connect(temperature_, &Dial::released, this, &GenerationControls::released);
    connect(steps_, &QSpinBox::valueChanged, this, [this](int steps) {
        if (!generates())
            return;  // they count once it begins
        Generation next = state_.choice;
        next.steps = steps;
        Q_EMIT wanted(next, tr("Generate %L1 steps").arg(steps), QStringLiteral("generate"));
        Q_EMIT released();
    });
    connect(dice_, &QToolButton::clicked, this, [this] {
        Generation next = state_.choice;
        ++next.draw;
        Q_EMIT wanted(next, tr("Draw another text"), {});
    });
    refresh();
}

/// With what has been typed.
Generation GenerationControls::asked() const {
    Generation next = state_.choice;
    next.steps = steps_->value();
    if (state_.text)
        next.prompt = prompt_->text().toStdString();
    return next;
}

void GenerationControls::toggle() {
    if (!generates())
        return Q_EMIT wanted(asked(), tr("Generate"), {});
    Generation next = state_.choice;
    next.steps = 0;
    Q_EMIT wanted(next, tr("Back to the sequence"), {});
}

/// While a text is shown, it goes on from each letter that is typed.
void GenerationControls::takePrompt() {
    if (generates())
        Q_EMIT wanted(asked(), tr("Change the prompt"), QStringLiteral("prompt"));
}

/// Esc leaves the prompt, and what was typed in vain.
bool GenerationControls::eventFilter(QObject* watched, QEvent* event) {
    if (watched == prompt_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        prompt_->setText(QString::fromStdString(shownPrompt_));
        prompt_->clearFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GenerationControls::setState(const State& state) {
    if (state == state_)
        return;
    state_ = state;
    refresh();
}

void GenerationControls::refresh() {
    const QSignalBlocker quiet(steps_);
    prompt_->setVisible(state_.text);
    temperature_->setVisible(state_.classes);
    dice_->setVisible(state_.classes);
    prompt_->setPlaceholderText(tr("Prompt: ‘%1’ without one").arg(state_.first));
    if (state_.choice.prompt != shownPrompt_) {
        shownPrompt_ = state_.choice.prompt;
        const QString text = QString::fromStdString(shownPrompt_);
        if (prompt_->text() != text)
            prompt_->setText(text);
    }
    temperature_->setValue(state_.choice.temperature);
    if (generates())
        steps_->setValue(int(std::min<Index>(state_.choice.steps, mostSteps)));
    steps_->setSuffix(tr(" steps"));
    button_->setText(generates() ? tr("Back to the sequence") : tr("Generate"));
    button_->setToolTip(generates() ? tr("Shows the sequence that is learnt from again")
                                    : tr("The network goes on by itself: each answer is its next "
                                         "input"));
    button_->setProperty("role", generates() ? QString() : QStringLiteral("primary"));
    applyLook();
    for (QWidget* each : {static_cast<QWidget*>(prompt_), static_cast<QWidget*>(temperature_),
                          static_cast<QWidget*>(steps_), static_cast<QWidget*>(button_)})
        each->setEnabled(state_.possible);
    dice_->setEnabled(state_.possible && generates() && state_.choice.temperature > 0);
    arrange(geometry());
}

void GenerationControls::setTheme(const Theme& theme) {
    if (theme.id == theme_.id && theme.scale == theme_.scale)
        return;
    theme_ = theme;
    applyLook();
}

void GenerationControls::applyLook() {
    const Theme& theme = theme_;
    temperature_->setTheme(theme);
    temperature_->findChild<QLabel*>()->setFixedWidth(
        QFontMetrics(theme.font()).horizontalAdvance(temperature_->label()) + qRound(theme.px(4)));
    temperature_->field()->setFixedWidth(qRound(theme.px(60)));
    temperature_->resetButton()->setSizePolicy(QSizePolicy());
    prompt_->setFont(theme.monoFont(13));
    makeIconButton(dice_, setupIcon(SetupIcon::Dice, theme.mutedText), theme, 26);
    // The style sheet reads the role when it is set anew.
    button_->style()->unpolish(button_);
    button_->style()->polish(button_);
}

int GenerationControls::rowHeight() const {
    return qRound(theme_.px(30));
}

/// Of temperature, steps and dice.
int GenerationControls::numbersWidth() const {
    const int gap = qRound(theme_.px(partGap));
    const int dial = state_.classes ? temperature_->minimumSizeHint().width() + gap : 0;
    const int dice = state_.classes ? dice_->width() + gap : 0;
    return dial + steps_->sizeHint().width() + dice;
}

int GenerationControls::heightFor(int width) const {
    const int gap = qRound(theme_.px(partGap));
    const int prompt = state_.text ? qRound(theme_.px(180)) + gap : 0;
    const bool one = prompt + numbersWidth() + gap + button_->sizeHint().width() <= width;
    return one ? rowHeight() : 2 * rowHeight() + qRound(theme_.px(rowGap));
}

void GenerationControls::arrange(const QRect& rect) {
    setGeometry(rect);
    const int gap = qRound(theme_.px(partGap)), high = rowHeight();
    const bool one = heightFor(rect.width()) <= high;
    const int button = std::min(button_->sizeHint().width(), rect.width());
    button_->setGeometry(rect.width() - button, 0, button, high);
    const int second = one ? 0 : high + qRound(theme_.px(rowGap));
    const int end = one ? rect.width() - button - gap : rect.width();
    int x = 0;
    if (state_.text) {
        const int wide = one ? std::min(end - numbersWidth() - gap, qRound(theme_.px(380)))
                             : rect.width() - button - gap;
        prompt_->setGeometry(0, 0, std::max(0, wide), high);
        x = one ? wide + gap : 0;
    }
    const int dice = state_.classes ? dice_->width() + gap : 0;
    const int steps = steps_->sizeHint().width();
    if (state_.classes) {
        const int wide = std::min(end - x - steps - dice - gap, qRound(theme_.px(300)));
        temperature_->setGeometry(x, second, std::max(0, wide), high);
        x += wide + gap;
    }
    steps_->setGeometry(x, second, steps, high);
    dice_->move(x + steps + gap, second + (high - dice_->height()) / 2);
}

}  // namespace rnnscope
