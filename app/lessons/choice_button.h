// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QTextDocument>

#include "app/plot/theme.h"

namespace rnnscope {

/// One answer to choose: a letter and words that wrap, in a frame. After the answer is seen it says
/// with a mark, not by colour alone, whether it is the right one.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT

  public:
    enum class State {
        Open,    ///< can be chosen
        Chosen,  ///< the guess, while the answer is covered
        Right,
        Wrong,  ///< the guess, and not right
        Other,  ///< neither guessed nor right
    };

    /// `letter` is "A"; `html` what is shown, `plain` the same for screen readers.
    ChoiceButton(const QString& letter, const QString& html, const QString& plain,
                 const Theme& theme, QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return state_; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;

  private:
    QMarginsF margins() const;
    void tell();

    QString letter_, plain_;
    Theme theme_;
    State state_ = State::Open;
    mutable QTextDocument words_;
};

}  // namespace rnnscope
