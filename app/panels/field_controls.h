// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

#include "app/panels/field_picture.h"
#include "core/parameters.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace rnnscope {

/// Which two weights a field is over, how far it reaches, and which arrows are shown.
class FieldControls : public QWidget {
    Q_OBJECT

  public:
    explicit FieldControls(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The parameters there are to choose from; keeps nothing of them.
    void setParameters(const Parameters& parameters);
    void setChoice(const FieldChoice& choice);
    const FieldChoice& choice() const { return choice_; }
    std::array<bool, 3> shown() const;

  signals:
    /// By the user.
    void chosen();
    void shownChanged();

  private:
    struct Entry {
        QLabel* label;
        QComboBox* parameter;
        QSpinBox *row, *column;
    };
    struct Shape {
        QString name;
        int rows, columns;

        bool operator==(const Shape&) const = default;
    };

    Entry makeEntry(int line, const QString& label, const QString& axis);
    void showEntry(const Entry& widgets, const WeightEntry& entry);
    void read();
    static double reachOf(int position);

    Entry x_, y_;
    QLabel* reachLabel_;
    QSlider* reach_;
    QLabel* reachValue_;
    std::array<QCheckBox*, 3> arrows_;
    std::vector<Shape> shapes_;
    FieldChoice choice_;
    bool showing_ = false;  // the widgets follow, they do not ask
};

}  // namespace rnnscope
