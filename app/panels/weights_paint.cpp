// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/weights_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {
namespace {

using Part = WeightField::Part;

constexpr Index mostRectangles = 20'000;  // of one field in a figure of vectors
constexpr double leastMark = 4;           // px of a cell that still has a corner of its own

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

class Painter {
  public:
    Painter(QPainter& painter, const WeightsPicture& picture)
        : painter_(painter),
          is_(picture),
          scale_(ColorScale::diverging(picture.limit, picture.theme.signedColors)) {}

    void paint() {
        painter_.save();
        painter_.setClipRect(is_.layout.view);
        for (const WeightsGroup& group : is_.layout.groups)
            paintGroup(group);
        for (const WeightsPlace& place : is_.layout.places) {
            paintLabel(place);
            if (place.cells.intersects(is_.layout.view))
                paintCells(place);
        }
        if (is_.chosen)
            paintChosen(*is_.chosen);
        painter_.restore();
        paintFoot();
    }

  private:
    double px(double length) const { return is_.theme.px(length); }
    const WeightField& field(const WeightsPlace& place) const { return is_.fields[place.field]; }

    void paintGroup(const WeightsGroup& group);
    void paintRows(const WeightsGroup& group);
    void paintLabel(const WeightsPlace& place);
    void paintCells(const WeightsPlace& place);
    void paintRectangles(const WeightsPlace& place, const WeightsSheet& sheet);
    void paintNumbers(const WeightsPlace& place, const WeightsSheet& sheet);
    void paintMarks(const WeightsPlace& place, const WeightsSheet& sheet);
    void paintFrames(const WeightsPlace& place);
    void paintChosen(const WeightsRange& range);
    void paintFoot();
    void paintBar(const QRectF& room);
    /// Rows or columns of a place that are in view, first and last.
    std::pair<Index, Index> rowsInView(const WeightsPlace& place) const;
    std::pair<Index, Index> columnsInView(const WeightsPlace& place) const;

    QPainter& painter_;
    const WeightsPicture& is_;
    ColorScale scale_;
};

/// "f forget gate", in its colour.
void Painter::paintGroup(const WeightsGroup& group) {
    const WeightField& first = is_.fields[group.firstField];
    paintRows(group);
    if (group.title.isEmpty())
        return;
    painter_.setPen(is_.theme.mutedText);
    const QFont bold = is_.theme.boldFont(12), plain = is_.theme.font(11);
    QRectF line = group.title;
    QString words = QCoreApplication::translate("rnnscope::WeightsPanel", "start and read-out");
    if (first.gate && first.quantity) {
        const Quantity& quantity = is_.cell.quantities()[*first.quantity];
        painter_.setPen(is_.theme.quantityText(colourOf(first, is_.cell)));
        painter_.setFont(bold);
        painter_.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text(quantity.symbol));
        line.setLeft(line.left() + QFontMetricsF(bold).horizontalAdvance(text(quantity.symbol)) +
                     px(6));
        painter_.setPen(is_.theme.mutedText);
        words = inWords(quantity.name);
    }
    painter_.setFont(plain);
    painter_.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(plain).elidedText(words, Qt::ElideRight, line.width()));
}

/// The units' numbers; where they are too low, a mark at the chosen one.
void Painter::paintRows(const WeightsGroup& group) {
    if (group.units == 0)
        return;
    const double height = is_.layout.cellHeight;
    const Index chosen = std::clamp(is_.unit, Index(0), group.units - 1);
    if (is_.layout.rowNumbers && height >= px(7)) {
        const QFont font = is_.theme.font(std::min(10.0, height / is_.theme.scale - 1));
        const QFont bold = is_.theme.boldFont(std::min(10.0, height / is_.theme.scale - 1));
        for (Index row = 0; row < group.units; ++row) {
            const QRectF line(group.rows.left(), group.rows.top() + double(row) * height,
                              group.rows.width() - px(4), height);
            if (!line.intersects(is_.layout.view))
                continue;
            painter_.setFont(row == chosen ? bold : font);
            painter_.setPen(row == chosen ? is_.theme.text : is_.theme.mutedText);
            painter_.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(row + 1));
        }
        return;
    }
    const double y = group.rows.top() + (double(chosen) + 0.5) * height, half = px(3.5);
    const QPointF points[] = {{group.rows.right() - px(7), y - half},
                              {group.rows.right() - px(1), y},
                              {group.rows.right() - px(7), y + half}};
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(is_.theme.strong);
    painter_.drawPolygon(points, 3);
    painter_.setBrush(Qt::NoBrush);
}

/// "W_hf", its shape where there is room, and what opens the menu.
void Painter::paintLabel(const WeightsPlace& place) {
    const WeightField& is = field(place);
    const QString symbol = symbolOf(is);
    const QFont font = is_.theme.boldFont(is_.layout.labelSize);
    const QFont plain = is_.theme.font(is_.layout.labelSize);
    const bool lit = leadsTo(is, is_.quantity);
    // Bold only where it needs no more room than there is.
    const bool room = subscriptedWidth(symbol, font) <= place.label.width();
    painter_.setPen(is_.theme.quantityText(colourOf(is, is_.cell)));
    drawSubscripted(painter_, place.label, symbol, lit && room ? font : plain, Qt::AlignLeft);
    const double taken = subscriptedWidth(symbol, font) + px(6);
    const QRectF button = menuButtonOf(is_.layout, place, is, is_.theme);
    if (!button.isEmpty()) {
        const QPointF middle = button.center();
        const double half = px(3);
        painter_.setPen(QPen(is_.pointed == place.field ? is_.theme.text : is_.theme.mutedText,
                             px(1.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] = {{middle.x() - half, middle.y() - half / 2},
                                  {middle.x(), middle.y() + half / 2},
                                  {middle.x() + half, middle.y() - half / 2}};
        painter_.drawPolyline(points, 3);
    }
    const QString shape = shapeOf(is.rows, is.columns);
    const QRectF left(place.label.left() + taken + button.width(), place.label.top(),
                      place.label.width() - taken - button.width(), place.label.height());
    painter_.setFont(is_.theme.font(is_.layout.labelSize - 1));
    if (QFontMetricsF(painter_.font()).horizontalAdvance(shape) > left.width())
        return;
    painter_.setPen(is_.theme.mutedText);
    painter_.drawText(left, Qt::AlignLeft | Qt::AlignVCenter, shape);
}

void Painter::paintCells(const WeightsPlace& place) {
    WeightsSheet& sheet = is_.sheets[place.field];
    if (sheet.numbers.size() == 0) {
        painter_.fillRect(place.cells, is_.theme.plotGround);
        painter_.setPen(QPen(is_.theme.plotFrame, 1));
        painter_.drawRect(place.cells);
        return;
    }
    if (is_.vectors && sheet.numbers.size() <= mostRectangles) {
        paintRectangles(place, sheet);
    } else {
        const QSize most = (place.cells.size() * is_.ratio).toSize().expandedTo({1, 1});
        if (sheet.image.isNull())
            sheet.image = weightsImage(sheet.numbers, scale_, most);
        painter_.drawImage(place.cells, sheet.image);
    }
    paintFrames(place);
    paintMarks(place, sheet);
    paintNumbers(place, sheet);
}

void Painter::paintRectangles(const WeightsPlace& place, const WeightsSheet& sheet) {
    for (Index row = 0; row < sheet.numbers.rows(); ++row)
        for (Index column = 0; column < sheet.numbers.cols(); ++column) {
            const QRectF cell = is_.layout.cellRect(place, row, column);
            if (is_.layout.view.contains(cell.center()))
                painter_.fillRect(cell & is_.layout.view,
                                  QColor(scale_.color(sheet.numbers(row, column))));
        }
}

std::pair<Index, Index> Painter::rowsInView(const WeightsPlace& place) const {
    const QRectF seen = place.cells & is_.layout.view;
    return {is_.layout.nearest(place, seen.topLeft()).row,
            is_.layout.nearest(place, seen.bottomRight()).row};
}

std::pair<Index, Index> Painter::columnsInView(const WeightsPlace& place) const {
    const QRectF seen = place.cells & is_.layout.view;
    return {is_.layout.nearest(place, seen.topLeft()).column,
            is_.layout.nearest(place, seen.bottomRight()).column};
}

/// Three digits in the cells that have the room.
void Painter::paintNumbers(const WeightsPlace& place, const WeightsSheet& sheet) {
    const double width = is_.layout.cellWidth, height = is_.layout.cellHeight;
    if (!is_.layout.showsNumbers(is_.theme))
        return;
    const double room = width - px(2);
    // As large as the room of most allows; the others a little smaller.
    const double wide = smallNumber * width / widthOfNumbers(is_.theme);
    const double size = std::clamp(std::min(wide, height / is_.theme.scale - 4), smallNumber, 11.0);
    const QFont fonts[] = {is_.theme.font(size), is_.theme.font(smallNumber - 1)};
    const QFontMetricsF metrics[] = {QFontMetricsF(fonts[0]), QFontMetricsF(fonts[1])};
    const auto [top, bottom] = rowsInView(place);
    const auto [left, right] = columnsInView(place);
    for (Index row = top; row <= bottom; ++row)
        for (Index column = left; column <= right; ++column) {
            const double value = sheet.numbers(row, column);
            const QString digits = shortNumber(value);
            const int small = metrics[0].horizontalAdvance(digits) > room ? 1 : 0;
            if (small == 1 && metrics[1].horizontalAdvance(digits) > room)
                continue;
            painter_.setFont(fonts[small]);
            painter_.setPen(is_.theme.textOn(QColor(scale_.color(value))));
            painter_.drawText(is_.layout.cellRect(place, row, column), Qt::AlignCenter, digits);
        }
}

/// A corner of each edited number.
void Painter::paintMarks(const WeightsPlace& place, const WeightsSheet& sheet) {
    const double width = is_.layout.cellWidth, height = is_.layout.cellHeight;
    if (sheet.edited.empty())
        return;
    painter_.setPen(Qt::NoPen);
    painter_.setRenderHint(QPainter::Antialiasing);
    if (std::min(width, height) < leastMark) {
        // One corner for all, on the block.
        const double side = px(7);
        const QPointF corner = place.cells.topRight();
        const QPointF points[] = {corner, corner - QPointF(side, 0), corner + QPointF(0, side)};
        painter_.setBrush(is_.theme.strong);
        painter_.drawPolygon(points, 3);
        return;
    }
    const double side = std::min({px(7), 0.38 * width, 0.38 * height});
    for (const auto& [row, column] : sheet.edited) {
        const QRectF cell = is_.layout.cellRect(place, row, column);
        if (!cell.intersects(is_.layout.view))
            continue;
        const QPointF corner = cell.topRight();
        const QPointF points[] = {corner, corner - QPointF(side, 0), corner + QPointF(0, side)};
        painter_.setBrush(is_.theme.textOn(QColor(scale_.color(sheet.numbers(row, column)))));
        painter_.drawPolygon(points, 3);
    }
}

/// Around all, around the chosen unit's row, and around what is pointed at.
void Painter::paintFrames(const WeightsPlace& place) {
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(is_.theme.plotFrame, 1));
    painter_.drawRect(place.cells);
    const WeightField& is = field(place);
    if (is.quantity) {
        const Index unit = std::clamp(is_.unit, Index(0), is.rows - 1);
        painter_.setPen(QPen(is_.theme.strong, px(1.3)));
        painter_.drawRect(is_.layout.cellRect(place, unit, 0, 1, is.columns));
    }
    if (leadsTo(is, is_.quantity)) {
        painter_.setPen(QPen(is_.theme.quantity(colourOf(is, is_.cell)), px(2.5)));
        painter_.drawRect(place.cells.adjusted(-px(2), -px(2), px(2), px(2)));
    }
}

void Painter::paintChosen(const WeightsRange& range) {
    const WeightsPlace* place = is_.layout.placeOf(range.field);
    if (!place)
        return;
    QRectF frame = is_.layout.cellRect(*place, range.row, range.column, range.rows, range.columns);
    // Small cells are found again by a frame around them.
    const double least = px(6);
    frame.adjust(
        -std::max(0.0, least - frame.width()) / 2, -std::max(0.0, least - frame.height()) / 2,
        std::max(0.0, least - frame.width()) / 2, std::max(0.0, least - frame.height()) / 2);
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(is_.theme.card, px(4)));
    painter_.drawRect(frame);
    painter_.setPen(QPen(withContrast(is_.theme.accent, is_.theme.card, 3), px(2),
                         is_.focused ? Qt::SolidLine : Qt::DashLine));
    painter_.drawRect(frame);
    const QRectF handle = handleOf(is_.layout, range, is_.theme);
    if (handle.isEmpty())
        return;
    painter_.setPen(QPen(is_.theme.card, px(1.5)));
    painter_.setBrush(withContrast(is_.theme.accent, is_.theme.card, 3));
    painter_.drawEllipse(handle);
    // Up and down.
    painter_.setPen(QPen(is_.theme.card, px(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = handle.center();
    for (const double way : {-1.0, 1.0}) {
        const QPointF points[] = {middle + QPointF(-px(2), way * px(1.2)),
                                  middle + QPointF(0, way * px(3)),
                                  middle + QPointF(px(2), way * px(1.2))};
        painter_.drawPolyline(points, 3);
    }
}

void Painter::paintFoot() {
    const QFont font = is_.theme.font(11);
    if (!is_.layout.status.isEmpty()) {
        // What is said last goes first.
        const QString between = QStringLiteral(" · ");
        QStringList parts = is_.status.split(between);
        while (!parts.isEmpty() &&
               subscriptedWidth(parts.join(between), font) > is_.layout.status.width())
            parts.removeLast();
        painter_.setPen(is_.theme.text);
        drawSubscripted(painter_, is_.layout.status, parts.join(between), font, Qt::AlignLeft);
    }
    if (!is_.layout.bar.isEmpty())
        paintBar(is_.layout.bar);
}

/// "values −0.5 ▬▬▬ 0.5"; the name goes where there is no room.
void Painter::paintBar(const QRectF& room) {
    const QFont font = is_.theme.font(10);
    const QFontMetricsF metrics(font);
    const QString low = shortNumber(-is_.limit), high = shortNumber(is_.limit);
    double left = room.left();
    painter_.setFont(font);
    painter_.setPen(is_.theme.mutedText);
    const double ends = metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + px(12);
    const double name = metrics.horizontalAdvance(is_.scaleName) + px(8);
    if (room.width() - ends - name >= px(48)) {
        painter_.drawText(QRectF(left, room.top(), name, room.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, is_.scaleName);
        left += name;
    }
    painter_.drawText(QRectF(left, room.top(), room.right() - left, room.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, low);
    painter_.drawText(room, Qt::AlignRight | Qt::AlignVCenter, high);
    const QRectF bar(left + metrics.horizontalAdvance(low) + px(6), room.center().y() - px(4),
                     room.right() - left - ends, px(8));
    constexpr int parts = 65;
    for (int k = 0; k < parts; ++k) {
        const double from = bar.left() + bar.width() * k / parts;
        const double to = bar.left() + bar.width() * (k + 1) / parts;
        painter_.fillRect(
            QRectF(from, bar.top(), std::min(to + 0.5, bar.right()) - from, bar.height()),
            QColor(scale_.at(k / double(parts - 1))));
    }
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(is_.theme.plotFrame, 1));
    painter_.drawRect(bar);
}

}  // namespace

bool leadsTo(const WeightField& field, std::optional<std::size_t> quantity) {
    return quantity && (field.quantity == quantity || field.before == quantity);
}

QImage weightsImage(const Eigen::MatrixXd& numbers, const ColorScale& scale, const QSize& most) {
    const Index width = std::min<Index>(numbers.cols(), most.width());
    const Index height = std::min<Index>(numbers.rows(), most.height());
    QImage image(int(width), int(height), QImage::Format_RGB32);
    const auto start = [](Index pixel, Index pixels, Index count) {
        return pixel * count / pixels;
    };
    const bool single = width == numbers.cols() && height == numbers.rows();
    for (Index y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(int(y)));
        const Index top = start(y, height, numbers.rows());
        const Index rows = start(y + 1, height, numbers.rows()) - top;
        for (Index x = 0; x < width; ++x) {
            if (single) {
                line[x] = scale.color(numbers(y, x));
                continue;
            }
            const Index left = start(x, width, numbers.cols());
            const Index columns = start(x + 1, width, numbers.cols()) - left;
            double largest = 0;
            for (Index column = left; column < left + columns; ++column)
                for (Index row = top; row < top + rows; ++row) {
                    const double value = numbers(row, column);
                    // What is not a number must not hide behind what is.
                    if (std::isnan(value) || std::abs(value) > std::abs(largest))
                        largest = value;
                }
            line[x] = scale.color(largest);
        }
    }
    return image;
}

QRectF menuButtonOf(const WeightsLayout& layout, const WeightsPlace& place,
                    const WeightField& field, const Theme& theme) {
    const double taken =
        subscriptedWidth(symbolOf(field), theme.boldFont(layout.labelSize)) + theme.px(3);
    const double width = theme.px(13);
    if (place.label.width() < taken + width)
        return {};
    return {place.label.left() + taken, place.label.top(), width, place.label.height()};
}

QRectF handleOf(const WeightsLayout& layout, const WeightsRange& range, const Theme& theme) {
    const WeightsPlace* place = layout.placeOf(range.field);
    if (!place || layout.cellHeight < theme.px(10) || layout.cellWidth < theme.px(10))
        return {};
    const QPointF corner =
        layout.cellRect(*place, range.row, range.column, range.rows, range.columns).bottomRight();
    const double side = theme.px(12);
    return {corner.x() - side / 2, corner.y() - side / 2, side, side};
}

void paintWeights(QPainter& painter, const WeightsPicture& picture) {
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    Painter(painter, picture).paint();
    painter.restore();
}

}  // namespace rnnscope
