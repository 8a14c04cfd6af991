// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

namespace rnnscope {

KeysSheet::KeysSheet(const QList<QAction*>& actions, const Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    auto* grid = new QGridLayout(this);
    const int margin = qRound(theme.px(24));
    grid->setContentsMargins(margin, margin, margin, margin);
    grid->setHorizontalSpacing(qRound(theme.px(16)));
    grid->setVerticalSpacing(qRound(theme.px(7)));
    QList<QAction*> keyed;
    for (QAction* action : actions)
        if (!action->shortcuts().isEmpty())
            keyed << action;
    // Two columns of pairs: key, what it does.
    const int rows = static_cast<int>((keyed.size() + 1) / 2);
    for (int k = 0; k < keyed.size(); ++k) {
        QStringList keys;
        for (const QKeySequence& key : keyed[k]->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        auto* key = new QLabel(keys.join("  "));
        key->setFont(theme.monoFont(13));
        key->setProperty("role", "value");
        key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* what = new QLabel(keyed[k]->iconText());
        what->setFont(theme.font());
        what->setContentsMargins(0, 0, qRound(theme.px(24)), 0);
        grid->addWidget(key, k % rows, 2 * (k / rows));
        grid->addWidget(what, k % rows, 2 * (k / rows) + 1);
    }
}

void KeysSheet::keyPressEvent(QKeyEvent*) {
    close();
}

void KeysSheet::mousePressEvent(QMouseEvent*) {
    close();
}

}  // namespace rnnscope
