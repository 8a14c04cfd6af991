// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/words.h"

namespace rnnscope {
namespace {

constexpr int columns = 3;
constexpr double textWidth = 215;  // at scale 1; what is longer goes on below

}  // namespace

KeysSheet::KeysSheet(const QList<QAction*>& actions, const Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    auto* beside = new QHBoxLayout(this);
    const int margin = qRound(theme.px(20));
    beside->setContentsMargins(margin, margin, margin, margin);
    beside->setSpacing(qRound(theme.px(20)));
    QList<QAction*> keyed;
    for (QAction* action : actions)
        if (!action->shortcuts().isEmpty())
            keyed << action;
    // Columns of pairs: key, what it does; each with rows of its own.
    const int rows = static_cast<int>((keyed.size() + columns - 1) / columns);
    QGridLayout* grid = nullptr;
    for (int k = 0; k < keyed.size(); ++k) {
        if (k % rows == 0) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(qRound(theme.px(14)));
            grid->setVerticalSpacing(qRound(theme.px(7)));
            column->addLayout(grid);
            column->addStretch(1);
            beside->addLayout(column);
        }
        QStringList keys;
        for (const QKeySequence& key : keyed[k]->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        auto* key = new QLabel(keys.join("  "));
        key->setFont(theme.monoFont(13));
        key->setProperty("role", "value");
        key->setAlignment(Qt::AlignRight | Qt::AlignTop);
        auto* what = new QLabel(actionName(*keyed[k]));
        what->setFont(theme.font());
        what->setWordWrap(true);
        const int width = qRound(theme.px(textWidth));
        what->setFixedSize(width, what->heightForWidth(width));
        what->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        // Beside one line the key stands in its middle, whatever the signs of both.
        if (what->height() < 2 * key->sizeHint().height()) {
            key->setFixedHeight(what->height());
            key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            what->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        }
        grid->addWidget(key, k % rows, 0);
        grid->addWidget(what, k % rows, 1);
    }
}

void KeysSheet::keyPressEvent(QKeyEvent*) {
    close();
}

void KeysSheet::mousePressEvent(QMouseEvent*) {
    close();
}

}  // namespace rnnscope
