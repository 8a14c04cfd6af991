// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/plot/theme.h"

class QButtonGroup;
class QGridLayout;
class QLineEdit;
class QRadioButton;
class QToolButton;

namespace rnnscope {

class LessonWriter;

/// The choices of a page's question, to be typed; the right one is marked.
class ChoiceFields : public QWidget {
    Q_OBJECT

  public:
    /// The Tab key comes from the field of the question.
    ChoiceFields(LessonWriter* writer, QWidget* question, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The draft's, of the page and the language that are worked at.
    void showDraft();

    std::size_t count() const { return fields_.size(); }
    QLineEdit* field(std::size_t choice) const { return fields_[choice]; }
    QRadioButton* mark(std::size_t choice) const { return marks_[choice]; }
    QToolButton* addButton() const { return add_; }

  private:
    void fit(std::size_t count);
    void addRow();
    void write(std::size_t choice, const QString& words);
    void setCount(std::size_t count, std::size_t without);

    LessonWriter* writer_;
    QWidget* question_;
    bool showing_ = false;
    QGridLayout* grid_;
    QButtonGroup* group_;
    std::vector<QRadioButton*> marks_;
    std::vector<QLineEdit*> fields_;
    std::vector<QToolButton*> removes_;
    QToolButton* add_;
};

}  // namespace rnnscope
