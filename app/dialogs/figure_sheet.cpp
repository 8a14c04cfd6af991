// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/figure_sheet.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "app/card.h"
#include "app/panels/time_card.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

using Places = std::vector<QRectF>;
using Members = std::vector<std::size_t>;

constexpr double leftShare = 0.62;   // of the width, for what runs over time
constexpr double narrowWidth = 560;  // below it one column is all there is room for
constexpr double goodAspect = 1.9;   // width to height of a panel in a grid
constexpr double outerMargin = 12;
constexpr double gapBetween = 18;

/// What sums a pass up rather than running along the sequence.
bool sumsUp(const QString& id) {
    static const QString ids[] = {"gradients",     "flow",     "jacobians",
                                  "contributions", "clipping", "loss",
                                  "phase-plane",   "weights",  "cliff"};
    return std::find(std::begin(ids), std::end(ids), id) != std::end(ids);
}

/// Time plots that follow each other share one time axis, as in the window.
bool sharesAxis(const FigureSheet& sheet, std::size_t a, std::size_t b) {
    return dynamic_cast<const TimePanel*>(sheet.panels[a].get()) &&
           dynamic_cast<const TimePanel*>(sheet.panels[b].get());
}

/// The panels that are drawn as one, from this one on.
Members blockFrom(const FigureSheet& sheet, std::size_t first) {
    Members block{first};
    while (block.back() + 1 < sheet.panels.size() &&
           sharesAxis(sheet, block.back(), block.back() + 1))
        block.push_back(block.back() + 1);
    return block;
}

std::unique_ptr<TimeCard> timeCard(const FigureSheet& sheet, const Members& block,
                                   const Theme& theme) {
    auto card = std::make_unique<TimeCard>(theme);
    for (const TimeContent content :
         {TimeContent::Inputs, TimeContent::Gates, TimeContent::CellState, TimeContent::Hidden}) {
        const bool wanted = std::any_of(block.begin(), block.end(), [&](std::size_t i) {
            return static_cast<const TimePanel&>(*sheet.panels[i]).content() == content;
        });
        card->panel(content)->setVisible(wanted);
    }
    const auto& first = static_cast<const TimePanel&>(*sheet.panels[block.front()]);
    card->setDisplay(first.display());
    card->setGradients(first.showsGradients());
    card->setGhost(sheet.panels[block.front()]->ghost());
    card->setSnapshot(sheet.panels[block.front()]->snapshot());
    card->setView(sheet.panels[block.front()]->view());
    return card;
}

double titleHeight(const Theme& theme) {
    return std::ceil(QFontMetricsF(theme.headingFont()).height() + theme.px(8));
}

/// Panels under each other; each as tall as its own shape asks for, all scaled to fill. A block's
/// place is that of its first member.
void stack(const FigureSheet& sheet, const Members& members, const QRectF& area, double gap,
           const Theme& theme, Places& places) {
    const auto shape = [](QSizeF size) {
        return std::max(0.05, size.height() / std::max(1.0, size.width()));
    };
    std::vector<std::pair<std::size_t, double>> blocks;  // first member, natural height
    double total = 0;
    for (std::size_t k = 0; k < members.size();) {
        const Members block = blockFrom(sheet, members[k]);
        blocks.emplace_back(members[k],
                            shape(block.size() > 1 ? timeCard(sheet, block, theme)->figureSize()
                                                   : sheet.panels[members[k]]->figureSize()));
        total += blocks.back().second;
        k += block.size();
    }
    const double room = area.height() - gap * double(blocks.size() - 1);
    double top = area.top();
    for (const auto& [first, natural] : blocks) {
        const double height = std::max(1.0, room * natural / total);
        places[first] = QRectF(area.left(), top, area.width(), height);
        top += height + gap;
    }
}

/// Panels in rows, in as many columns as bring them nearest to a good shape.
void tile(const Members& members, const QRectF& area, double gap, Places& places) {
    const std::size_t count = members.size();
    std::size_t best = 1;
    double least = INFINITY;
    const auto cell = [&](std::size_t columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        return QSizeF((area.width() - gap * double(columns - 1)) / double(columns),
                      (area.height() - gap * double(rows - 1)) / double(rows));
    };
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const QSizeF size = cell(columns);
        const std::size_t empty = (columns - count % columns) % columns;
        const double off = std::abs(std::log(std::max(1.0, size.width()) /
                                             std::max(1.0, size.height()) / goodAspect)) +
                           0.3 * double(empty);
        if (off < least) {
            least = off;
            best = columns;
        }
    }
    const QSizeF size = cell(best);
    for (std::size_t i = 0; i < count; ++i)
        places[members[i]] = QRectF(QPointF(area.left() + double(i % best) * (size.width() + gap),
                                            area.top() + double(i / best) * (size.height() + gap)),
                                    size);
}

}  // namespace

void FigureSheet::add(const QString& id, const QString& title, std::unique_ptr<Panel> panel) {
    ids.push_back(id);
    titles.push_back(title);
    panels.push_back(std::move(panel));
}

std::vector<QRectF> FigureSheet::places(const QRectF& area, const Theme& theme) const {
    Places found(panels.size());
    if (panels.empty())
        return found;
    const double margin = std::min(theme.px(outerMargin), area.width() / 10);
    const double gap = theme.px(gapBetween);
    const QRectF inner = area.adjusted(margin, margin, -margin, -margin);
    Members all(panels.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    Members left, right;
    for (const std::size_t i : all)
        (sumsUp(ids[i]) ? right : left).push_back(i);

    if (left.empty()) {
        tile(right, inner, gap, found);
    } else if (right.empty() || inner.width() < theme.px(narrowWidth)) {
        stack(*this, all, inner, gap, theme, found);
    } else {
        const double width = (inner.width() - gap) * leftShare;
        QRectF side = inner;
        side.setLeft(inner.left() + width + gap);
        stack(*this, left, QRectF(inner.topLeft(), QSizeF(width, inner.height())), gap, theme,
              found);
        stack(*this, right, side, gap, theme, found);
    }
    return found;
}

void FigureSheet::paint(QCPPainter& painter, const QRectF& area, const Theme& theme) const {
    const Places where = places(area, theme);
    Members block;
    for (std::size_t i = 0; i < panels.size(); i += block.size()) {
        block = sumsUp(ids[i]) ? Members{i} : blockFrom(*this, i);
        QRectF place = where[i];
        if (!titles[i].isEmpty()) {
            QFont font = theme.headingFont();
            // Vector formats keep a font's name and size but not its capitals.
            font.setCapitalization(QFont::MixedCase);
            font.setLetterSpacing(QFont::PercentageSpacing, 108);  // pixels are scaled twice in PDF
            const double height = std::min(titleHeight(theme), place.height());
            painter.setFont(font);
            painter.setPen(QPen(theme.mutedText));
            const QString title = QFontMetricsF(font).elidedText(
                headingText(block.size() > 1 ? QObject::tr("Inside, over time") : titles[i]),
                Qt::ElideRight, place.width());
            painter.drawText(QRectF(place.topLeft(), QSizeF(place.width(), height)),
                             Qt::AlignLeft | Qt::AlignTop, title);
            place.setTop(place.top() + height);
        }
        if (place.width() < 1 || place.height() < 1)
            continue;
        painter.save();
        if (block.size() > 1) {
            timeCard(*this, block, theme)->paintFigure(painter, place);
        } else {
            panels[i]->resize(place.size().toSize());
            panels[i]->paintFigure(painter, place);
        }
        painter.restore();
    }
}

QSizeF FigureSheet::goodSize() const {
    if (panels.size() == 1)
        return panels.front()->figureSize();
    return {1600, 900};
}

Done saveFigure(const QString& file, const FigureOptions& options, const FigureSheet& sheet,
                const Theme& theme) {
    if (sheet.panels.empty())
        return Error{Sentence::tr("nothing is chosen to be drawn; choose one panel or more"),
                     file.toStdString()};
    return exportFigure(
        file, options,
        [&](QCPPainter& painter, const QRectF& area) { sheet.paint(painter, area, theme); }, theme);
}

namespace {

/// The caption's place is that of exportFigure(); a test holds both together.
QRectF captionPlace(const QString& caption, const QSizeF& figure, const Theme& theme) {
    const double margin = theme.px(10);
    const QRectF room(margin, figure.height() + margin / 2,
                      std::max(1.0, figure.width() - 2 * margin), 20000);
    QRectF place =
        QFontMetricsF(theme.font(12)).boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, caption);
    place.setWidth(room.width());
    place.setLeft(room.left());
    place.setHeight(std::ceil(place.height() * 1.05));
    return place;
}

/// Of the whole page.
double heightWith(const QRectF& caption, const Theme& theme) {
    return std::ceil(caption.bottom() + theme.px(10));
}

}  // namespace

double captionHeight(const QString& caption, double width, const Theme& theme) {
    return caption.isEmpty() ? 0 : heightWith(captionPlace(caption, {width, 0}, theme), theme);
}

QImage figureImage(const FigureOptions& options, const FigureSheet& sheet, const Theme& theme,
                   double scale) {
    QSizeF size = options.size;
    QRectF caption;
    if (!options.caption.isEmpty()) {
        caption = captionPlace(options.caption, options.size, theme);
        size.setHeight(heightWith(caption, theme));
    }
    QImage image(qRound(size.width() * scale), qRound(size.height() * scale), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(theme.card);
    QCPPainter painter;
    painter.begin(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.save();
    sheet.paint(painter, QRectF(QPointF(), options.size), theme);
    painter.restore();
    painter.setFont(theme.font(12));
    painter.setPen(QPen(theme.mutedText));
    if (!options.caption.isEmpty())
        painter.drawText(caption, Qt::TextWordWrap | Qt::AlignLeft, options.caption);
    return image;
}

}  // namespace rnnscope
