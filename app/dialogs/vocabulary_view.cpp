// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/vocabulary_view.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "app/words.h"

namespace rnnscope {
namespace {

constexpr int lines = 3;

double lineHeight(const Theme& theme) {
    return QFontMetricsF(theme.font(12)).height() + theme.px(6);
}

}  // namespace

VocabularyView::VocabularyView(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
    setFixedHeight(qRound(lines * (lineHeight(theme) + theme.px(5))));
}

void VocabularyView::setEntries(std::vector<VocabularyEntry> entries) {
    constexpr std::size_t most = 200;  // in the description
    entries_ = std::move(entries);
    QStringList all;
    for (std::size_t k = 0; k < std::min(most, entries_.size()); ++k)
        all << QString::fromStdString(entries_[k].name) + " " + QString::number(entries_[k].count);
    if (entries_.size() > most)
        all << QStringLiteral("…");
    setAccessibleName(tr("Vocabulary, the most frequent first"));
    setAccessibleDescription(joined(all));
    setToolTip(accessibleName());
    update();
}

std::vector<VocabularyView::Chip> VocabularyView::chips() const {
    constexpr qsizetype longest = 24;  // of a word
    const QFontMetricsF names(theme_.boldFont(12));
    const QFontMetricsF counts(theme_.font(11));
    const double height = lineHeight(theme_);
    const double gap = theme_.px(5);
    const double room = theme_.px(7);
    const auto rest = [&](std::size_t left) { return tr("and %L1 more").arg(left); };
    const double restWidth = counts.horizontalAdvance(rest(entries_.size())) + 2 * room;
    std::vector<Chip> chips;
    double x = 0;
    int line = 0;
    for (std::size_t k = 0; k < entries_.size(); ++k) {
        QString name = QString::fromStdString(entries_[k].name);
        if (name.size() > longest)
            name = name.left(longest - 1) + QStringLiteral("…");
        const QString count = QLocale().toString(qulonglong(entries_[k].count));
        const double width = names.horizontalAdvance(name) + counts.horizontalAdvance(count) +
                             2 * room + theme_.px(5);
        const bool wraps = x > 0 && x + width > this->width();
        // The last line keeps a place for how many are left.
        const bool last = k + 1 == entries_.size();
        const bool full =
            line == lines - 1 && (wraps || (!last && x + width + gap + restWidth > this->width()));
        if (full) {
            chips.push_back({QRectF(x, line * (height + gap), restWidth, height),
                             {},
                             rest(entries_.size() - k)});
            break;
        }
        if (wraps) {
            x = 0;
            ++line;
        }
        chips.push_back({QRectF(x, line * (height + gap), width, height), name, count});
        x += width + gap;
    }
    return chips;
}

std::size_t VocabularyView::shown() const {
    const auto all = chips();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const Chip& chip) { return !chip.name.isEmpty(); }));
}

void VocabularyView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = theme_.px(7);
    for (const Chip& chip : chips()) {
        if (!chip.name.isEmpty()) {
            painter.setPen(theme_.chipCalm.border);
            painter.setBrush(theme_.chipCalm.ground);
            painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(5),
                                    theme_.px(5));
            painter.setPen(theme_.text);
            painter.setFont(theme_.boldFont(12));
            painter.drawText(chip.rect.adjusted(room, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                             chip.name);
        }
        painter.setPen(theme_.mutedText);
        painter.setFont(theme_.font(11));
        painter.drawText(chip.rect.adjusted(0, 0, -room, 0), Qt::AlignVCenter | Qt::AlignRight,
                         chip.count);
    }
}

}  // namespace rnnscope
