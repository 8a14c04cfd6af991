// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "app/plot/theme.h"
#include "core/setup.h"

class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace rnnscope {

class Dial;

/// What a network that goes on by itself begins with, how freely it draws, and for how long.
class GenerationControls : public QWidget {
    Q_OBJECT

  public:
    struct State {
        Generation choice;
        bool possible = true;
        bool text = false;     ///< there is a prompt
        bool classes = false;  ///< they are drawn
        QString first;         ///< what stands for an empty prompt

        bool operator==(const State&) const = default;
    };

    explicit GenerationControls(QWidget* parent = nullptr);

    void setState(const State& state);
    void setTheme(const Theme& theme);
    /// In one row or two, as the width asks for.
    int heightFor(int width) const;
    void arrange(const QRect& rect);

    QLineEdit* prompt() const { return prompt_; }
    Dial* temperature() const { return temperature_; }
    QSpinBox* steps() const { return steps_; }
    QToolButton* dice() const { return dice_; }
    QPushButton* button() const { return button_; }

  signals:
    /// By the user; changes in a row with the same, non-empty key belong together until released().
    void wanted(rnnscope::Generation choice, const QString& what, const QString& key);
    void released();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool generates() const { return state_.choice.steps > 0; }
    Generation asked() const;
    void toggle();
    void takePrompt();
    void refresh();
    void applyLook();
    int rowHeight() const;
    int numbersWidth() const;

    Theme theme_;
    State state_;
    std::string shownPrompt_;  ///< of the setup; what is typed may be ahead of it
    QLineEdit* prompt_;
    Dial* temperature_;
    QSpinBox* steps_;
    QToolButton* dice_;
    QPushButton* button_;
};

}  // namespace rnnscope
