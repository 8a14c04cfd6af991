// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hold_field.h"

#include <QKeyEvent>
#include <utility>

#include "app/words.h"

namespace rnnscope {

HoldField::HoldField(QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(tr("f=1 holds a gate"));
    connect(this, &QLineEdit::editingFinished, this, &HoldField::take);
    connect(this, &QLineEdit::textEdited, &hint_, &Hint::hide);
}

void HoldField::setHolds(const std::vector<HoldChoice>& holds, const Cell& cell) {
    text_ = QString::fromStdString(toText(holds)).replace(QLatin1Char(','), QLatin1String(", "));
    if (!hasFocus() || !isModified())
        setText(text_);
    const QString resting = QString::fromStdString(restingHolds(holds, cell));
    if (std::exchange(resting_, resting) == resting || resting.isEmpty())
        return;
    hint_.show(tr("%1 has no %2: nothing is held there until a cell has")
                   .arg(inWords(cell.name()), resting),
               theme_);
}

void HoldField::refuse(const QString& reason) {
    setText(text_);
    hint_.show(reason, theme_);
}

void HoldField::setTheme(const Theme& theme) {
    theme_ = theme;
    setFont(theme.font());
}

void HoldField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        setText(text_);
        hint_.hide();
        return clearFocus();
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        clearFocus();  // the keys belong to the lecture again
}

void HoldField::take() {
    if (!isModified())
        return;
    setModified(false);
    const auto holds = parseHolds(text().toStdString());
    if (!holds)
        return refuse(QString::fromStdString(holds.error().text()));
    Q_EMIT chosen(*holds);
}

}  // namespace rnnscope
