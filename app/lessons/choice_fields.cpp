// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/choice_fields.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QToolButton>

#include "app/lessons/lesson_writer.h"
#include "core/lesson_fields.h"

namespace rnnscope {
namespace {

constexpr std::size_t fewest = 2;

QString letter(std::size_t choice) {
    return QString(QChar(u'A' + char16_t(choice)));
}

}  // namespace

ChoiceFields::ChoiceFields(LessonWriter* writer, QWidget* question, QWidget* parent)
    : QWidget(parent), writer_(writer), question_(question) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    grid_ = new QGridLayout;
    rows->addLayout(grid_);
    group_ = new QButtonGroup(this);
    add_ = new QToolButton;
    add_->setProperty("role", "link");
    add_->setText(tr("+ choice"));
    add_->setAccessibleName(tr("Another choice"));
    rows->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QToolButton::clicked, this, [this] {
        const std::size_t added = count();
        setCount(added + 1, added + 1);
        if (added < count())
            fields_[added]->setFocus();
    });
    connect(group_, &QButtonGroup::idClicked, this, [this](int id) {
        const auto page = writer_->page();
        if (page && !showing_)
            writer_->change(tr("Choose the answer"), {}, [&](LessonDraft& draft) {
                draft.setAnswer(*page, static_cast<std::size_t>(id));
            });
    });
}

void ChoiceFields::setTheme(const Theme& theme) {
    grid_->setHorizontalSpacing(qRound(theme.px(4)));
    grid_->setVerticalSpacing(qRound(theme.px(5)));
}

void ChoiceFields::addRow() {
    const std::size_t k = count();
    const int row = static_cast<int>(k);
    auto* mark = new QRadioButton(letter(k));
    mark->setAccessibleName(tr("%1 is right").arg(letter(k)));
    mark->setToolTip(tr("This is the answer"));
    group_->addButton(mark, row);
    auto* field = new QLineEdit;
    field->setAccessibleName(tr("Choice %1").arg(letter(k)));
    field->installEventFilter(parentWidget());  // its undo is the lesson's
    connect(field, &QLineEdit::textEdited, this,
            [this, k](const QString& words) { write(k, words); });
    auto* remove = new QToolButton;
    remove->setProperty("role", "link");
    remove->setText(QStringLiteral("✕"));
    remove->setAccessibleName(tr("Without choice %1").arg(letter(k)));
    remove->setToolTip(remove->accessibleName());
    connect(remove, &QToolButton::clicked, this, [this, k] { setCount(count() - 1, k); });
    remove->ensurePolished();
    remove->setMinimumHeight(remove->sizeHint().height());
    grid_->addWidget(mark, row, 0);
    grid_->addWidget(field, row, 1);
    grid_->addWidget(remove, row, 2);
    // The Tab key goes on from what stands above.
    setTabOrder(fields_.empty() ? question_ : removes_.back(), mark);
    setTabOrder(mark, field);
    setTabOrder(field, remove);
    setTabOrder(remove, add_);
    marks_.push_back(mark);
    fields_.push_back(field);
    removes_.push_back(remove);
}

void ChoiceFields::fit(std::size_t wanted) {
    while (count() < wanted)
        addRow();
    while (count() > wanted) {
        for (QWidget* each :
             std::initializer_list<QWidget*>{marks_.back(), fields_.back(), removes_.back()}) {
            each->hide();
            each->deleteLater();  // it may be the one that was clicked
        }
        group_->removeButton(marks_.back());
        marks_.pop_back();
        fields_.pop_back();
        removes_.pop_back();
    }
    for (QToolButton* each : removes_)
        each->setEnabled(wanted > fewest);
    add_->setVisible(wanted < mostChoices);
}

void ChoiceFields::showDraft() {
    const auto page = writer_->page();
    const auto words =
        page ? writer_->draft().choices(*page, writer_->language()) : std::vector<std::string>();
    showing_ = true;
    fit(words.size());
    for (std::size_t k = 0; k < words.size(); ++k)
        if (const auto text = QString::fromStdString(words[k]); fields_[k]->text() != text)
            fields_[k]->setText(text);
    if (!words.empty())
        if (const std::size_t right = writer_->draft().answer(*page); right < words.size())
            marks_[right]->setChecked(true);
    showing_ = false;
}

void ChoiceFields::write(std::size_t choice, const QString& words) {
    const auto page = writer_->page();
    if (!page || showing_)
        return;
    writer_->change(tr("Type choice %1").arg(letter(choice)),
                    QStringLiteral("%1 choice %2").arg(*page).arg(choice), [&](LessonDraft& draft) {
                        auto all = draft.choices(*page, writer_->language());
                        all.resize(std::max(all.size(), choice + 1));
                        all[choice] = words.toStdString();
                        draft.setChoices(*page, writer_->language(), all);
                    });
}

/// One more, or the one of this number less, in all languages.
void ChoiceFields::setCount(std::size_t wanted, std::size_t without) {
    const auto page = writer_->page();
    if (!page || wanted < fewest || wanted > mostChoices)
        return;
    writer_->change(wanted > count() ? tr("Another choice") : tr("One choice less"), {},
                    [&](LessonDraft& draft) {
                        if (without < count())
                            draft.removeChoice(*page, without);
                        else
                            draft.addChoice(*page);
                    });
}

}  // namespace rnnscope
