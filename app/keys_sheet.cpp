// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keys_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>
#include <numeric>

#include "app/words.h"

namespace rnnscope {
namespace {

constexpr double textWidth = 242;  // at scale 1; what is longer goes on below

/// A row a key: the key, and what it does.
void addKey(QGridLayout& grid, const QAction& action, const Theme& theme) {
    QStringList keys;
    for (const QKeySequence& pressed : action.shortcuts())
        keys << pressed.toString(QKeySequence::NativeText);
    auto* key = new QLabel(keys.join("  "));
    key->setFont(theme.monoFont(13));
    key->setProperty("role", "value");
    key->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto* what = new QLabel(actionName(action));
    what->setFont(theme.font());
    what->setWordWrap(true);
    what->setToolTip(action.whatsThis());
    const int width = qRound(theme.px(textWidth));
    what->setFixedSize(width, what->heightForWidth(width));
    what->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Beside one line the key stands in its middle, whatever the signs of both.
    if (what->height() < 2 * key->sizeHint().height()) {
        key->setFixedHeight(what->height());
        key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        what->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    const int row = grid.rowCount();
    grid.addWidget(key, row, 0);
    grid.addWidget(what, row, 1);
}

void addHeading(QGridLayout& grid, const QString& title, bool first, const Theme& theme) {
    auto* heading = new QLabel(title);
    heading->setProperty("role", "heading");
    heading->setFont(theme.headingFont());
    heading->setContentsMargins(0, first ? 0 : qRound(theme.px(10)), 0, 0);
    grid.addWidget(heading, grid.rowCount(), 1);
}

}  // namespace

std::pair<std::size_t, std::size_t> columnBreaks(const std::vector<int>& heights) {
    const auto sum = [&heights](std::size_t from, std::size_t to) {
        return std::accumulate(heights.begin() + std::ptrdiff_t(from),
                               heights.begin() + std::ptrdiff_t(to), 0);
    };
    std::pair<std::size_t, std::size_t> best{heights.size(), heights.size()};
    int lowest = std::numeric_limits<int>::max();
    for (std::size_t second = 1; second < heights.size(); ++second)
        for (std::size_t third = second + 1; third <= heights.size(); ++third) {
            const int tallest =
                std::max({sum(0, second), sum(second, third), sum(third, heights.size())});
            if (tallest < lowest) {
                lowest = tallest;
                best = {second, third};
            }
        }
    return best;
}

KeysSheet::KeysSheet(const KeyGroups& groups, const Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    build(groups, theme);
    if (!parent)
        return;
    // In presenting type it may be larger than a small screen. Type has whole pixels, so that once
    // may not be enough.
    Theme smaller = theme;
    for (int turn = 0; turn < 5; ++turn) {
        const QSizeF wanted = sizeHint(), room = parent->size();
        const double part =
            std::min(room.width() / wanted.width(), room.height() / wanted.height());
        if (part >= 1)
            return;
        smaller.scale *= part * 0.98;
        build(groups, smaller);
    }
}

void KeysSheet::build(const KeyGroups& groups, const Theme& theme) {
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete layout();
    auto* beside = new QHBoxLayout(this);
    const int margin = qRound(theme.px(20));
    beside->setContentsMargins(margin, margin, margin, margin);
    beside->setSpacing(qRound(theme.px(24)));
    const auto keyed = [](const QAction* action) { return !action->shortcuts().isEmpty(); };
    std::vector<int> heights;  // in rows
    for (const KeyGroup& group : groups)
        heights.push_back(1 +
                          int(std::count_if(group.actions.begin(), group.actions.end(), keyed)));
    const auto [second, third] = columnBreaks(heights);
    QGridLayout* grid = nullptr;
    for (std::size_t k = 0; k < groups.size(); ++k) {
        const bool first = k == 0 || k == second || k == third;
        if (first) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(qRound(theme.px(14)));
            grid->setVerticalSpacing(qRound(theme.px(6)));
            column->addLayout(grid);
            column->addStretch(1);
            beside->addLayout(column);
        }
        addHeading(*grid, groups[k].title, first, theme);
        for (const QAction* action : groups[k].actions)
            if (keyed(action))
                addKey(*grid, *action, theme);
    }
}

void KeysSheet::keyPressEvent(QKeyEvent*) {
    close();
}

void KeysSheet::mousePressEvent(QMouseEvent*) {
    close();
}

}  // namespace rnnscope
