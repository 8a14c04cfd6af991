// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

namespace rnnscope {
namespace {

constexpr double letterSize = 18;

QString textName(const Snapshot& snapshot, Index number) {
    const auto& names = snapshot.learnt->outputNames;
    const auto at = static_cast<std::size_t>(number);
    return at < names.size() ? QString::fromStdString(names[at]) : QString::number(number);
}

QFont letters(const Theme& theme, bool spaced, bool bold) {
    QFont font = spaced ? theme.font(letterSize) : theme.monoFont(letterSize);
    font.setBold(bold);
    return font;
}

}  // namespace

bool hasSpaces(const Snapshot& snapshot) {
    return snapshot.learnt->outputNames.empty() ||
           snapshot.setup.sequence.reading.unit == TextUnit::Words;
}

QString classMark(const Snapshot& snapshot, Index number) {
    const QString name = textName(snapshot, number);
    if (name == QStringLiteral(" "))
        return QStringLiteral("␣");
    if (name == QStringLiteral("\n"))
        return QStringLiteral("↵");
    if (name == QStringLiteral("\t"))
        return QStringLiteral("⇥");
    return name;
}

void GenerationText::set(const Snapshot& snapshot, const Theme& theme, double width) {
    theme_ = theme;
    spaced_ = hasSpaces(snapshot);
    given_ = int(snapshot.generated->given);
    words_.clear();
    places_.clear();
    // The wider of the two weights, so that nothing moves.
    const QFontMetricsF metrics(letters(theme, spaced_, true));
    lineHeight_ = std::ceil(metrics.height() + theme.px(5));
    const double gap = spaced_ ? metrics.horizontalAdvance(QLatin1Char(' ')) : 0;
    std::map<Index, std::pair<QString, double>> known;
    int line = 0;
    double x = 0;
    std::size_t wordStart = 0;  // first part of the word that is being set
    bool breaks = false;
    for (const Index number : snapshot.generated->classes) {
        auto& [word, wide] = known[number];
        if (word.isNull()) {
            word = textName(snapshot, number);
            if (word == QStringLiteral("\n") || word == QStringLiteral("\t"))
                word = classMark(snapshot, number);
            wide = metrics.horizontalAdvance(word);
        }
        const bool space = word == QStringLiteral(" ");
        if (std::exchange(breaks, false) || (x + wide > width && x > 0 && !space)) {
            ++line;
            // A word that began on the line before comes along, if it fits.
            const std::size_t from =
                wordStart < places_.size() && !spaced_ ? wordStart : places_.size();
            const bool whole = from < places_.size() && places_[from].x > 0 &&
                               places_[from].line == line - 1 && x + wide > width;
            double shift = 0;
            if (whole) {
                shift = places_[from].x;
                for (std::size_t k = from; k < places_.size(); ++k) {
                    places_[k].line = line;
                    places_[k].x -= shift;
                }
            }
            x = whole ? x - shift : 0;
        }
        words_ << word;
        places_.push_back({line, x, wide});
        x += wide + gap;
        if (space || word == QStringLiteral("↵") || word == QStringLiteral("⇥"))
            wordStart = places_.size();
        breaks = word == QStringLiteral("↵");
    }
    lines_ = line + 1;
}

/// The step's line stands in the middle where not all have room.
int GenerationText::firstLine(const QRectF& area, int step) const {
    const int fit = std::max(1, int(area.height() / lineHeight_));
    if (lines_ <= fit || places_.empty())
        return 0;
    const int line = places_[std::size_t(std::clamp(step, 0, parts() - 1))].line;
    return std::clamp(line - fit / 2, 0, lines_ - fit);
}

QRectF GenerationText::place(const QRectF& area, int step, int part) const {
    if (part < 0 || part >= parts())
        return {};
    const Place& at = places_[std::size_t(part)];
    const int line = at.line - firstLine(area, step);
    if (line < 0 || line >= std::max(1, int(area.height() / lineHeight_)))
        return {};
    return {area.left() + at.x, area.top() + line * lineHeight_, at.width, lineHeight_};
}

std::optional<int> GenerationText::partAt(const QRectF& area, int step,
                                          const QPointF& point) const {
    for (int part = 0; part < parts(); ++part)
        if (place(area, step, part).contains(point))
            return part;
    return std::nullopt;
}

void GenerationText::paint(QPainter& painter, const QRectF& area, int step) const {
    const QFont given = letters(theme_, spaced_, false), drawn = letters(theme_, spaced_, true);
    const QColor own = theme_.quantityText(u"output");
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int part = 0; part < parts(); ++part) {
        const QRectF box = place(area, step, part);
        if (box.isEmpty())
            continue;
        const QRectF frame =
            box.adjusted(-theme_.px(0.5), theme_.px(1), theme_.px(0.5), -theme_.px(1));
        if (part == step) {
            painter.setPen(QPen(theme_.strong, theme_.px(1.4)));
            painter.setBrush(theme_.hover);
            painter.drawRoundedRect(frame, theme_.px(3), theme_.px(3));
        } else if (part == step + 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(own);
            painter.drawRect(QRectF(box.left() + theme_.px(1), box.bottom() - theme_.px(3.5),
                                    box.width() - theme_.px(2), theme_.px(2.5)));
        }
        const bool isGiven = part < given_;
        const bool mark =
            words_[part] == QStringLiteral("↵") || words_[part] == QStringLiteral("⇥");
        QColor ink = mark ? theme_.mutedText : isGiven ? theme_.text : own;
        if (part > step + 1)
            ink = theme_.faint(ink, 0.45);
        painter.setPen(ink);
        painter.setFont(isGiven ? given : drawn);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, words_[part]);
    }
    const int fit = std::max(1, int(area.height() / lineHeight_));
    if (lines_ > fit) {  // how much of it is seen
        const double share = area.height() / lines_;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.groove);
        painter.drawRoundedRect(
            QRectF(area.right() + theme_.px(4), area.top() + firstLine(area, step) * share,
                   theme_.px(3), fit * share),
            theme_.px(1.5), theme_.px(1.5));
    }
    painter.restore();
}

}  // namespace rnnscope
