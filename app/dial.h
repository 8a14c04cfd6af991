// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "app/hint.h"
#include "app/plot/theme.h"
#include "app/setup_slider.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace rnnscope {

/// From a place on a slider to a number and back. Values found with the mouse are round ones.
struct DialScale {
    double low = 0, high = 1;        ///< the slider's ends; both above 0 where logarithmic
    double lowest = 0, highest = 1;  ///< what may be typed
    bool logarithmic = false;
    bool whole = false;
    int fineness = 100;  ///< linear and not whole: steps a unit

    bool operator==(const DialScale&) const = default;

    double positionOf(double value) const;
    double valueAt(double position) const;
    /// So many steps on: 1, or one of `fineness`, or a twentieth of a decade.
    double stepped(double value, int steps) const;
    /// The number that `text` says, or what is wrong with it.
    std::optional<double> read(const QString& text, QString& problem) const;

  private:
    double rounded(double value) const;
};

/// A name, a slider, and the number itself, which can be typed. Holds what it is given; what the
/// user wants leaves by signals.
class Dial : public QWidget {
    Q_OBJECT

  public:
    using Format = std::function<QString(double)>;

    explicit Dial(const QString& label, const DialScale& scale, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    QString label() const;
    void setScale(const DialScale& scale);
    const DialScale& scale() const { return scale_; }
    /// How the number is shown while it is not typed; three significant digits otherwise.
    void setFormat(Format format);
    /// Makes "no value" possible; `absence` names that state, as on the small button back to it.
    void setOptional(const QString& absence);
    /// `shown` stands there while there is no value: what the network has of itself. Not a number:
    /// not known.
    void setValue(std::optional<double> value, double shown = 0);
    std::optional<double> value() const { return value_; }
    void setTheme(const Theme& theme);
    /// Explains the quantity, on name and slider.
    void setTip(const QString& tip);

    SetupSlider* slider() const { return slider_; }
    QLineEdit* field() const { return field_; }
    QToolButton* resetButton() const { return reset_; }
    /// What is wrong with the number typed; empty where nothing is.
    QString hint() const;

  signals:
    void dragged(double value);  ///< each new value; released() follows
    void released();
    void cleared();

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    double present() const;  // the value, or what stands in its place
    void want(double value);
    void wantTyped(double value);
    void beginTyping();
    void endTyping(bool moveFocus);
    void leaveField();
    void restore();
    void refresh();
    QString shownText() const;
    QString exactText(double value) const;
    void styleField();

    Theme theme_;
    DialScale scale_;
    Format format_;
    std::optional<double> value_;
    double shown_ = 0;
    QString absence_;  // empty: there is always a value
    bool typing_ = false;
    bool fromSlider_ = false;  // typing began there, by a key
    QLabel* name_;
    QToolButton* reset_;
    SetupSlider* slider_;
    QLineEdit* field_;
    Hint* hint_;
};

}  // namespace rnnscope
