// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/weights_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"

namespace rnnscope {
namespace {

using Part = WeightField::Part;

constexpr double widest = 3.6;  // of a cell, in heights: numbers are wider than high
constexpr double longestCell = 92, highestCell = 40;
constexpr double readableRow = 9;    // least height for a row's number
constexpr double rim = 4;            // at the right, for the frames around cells
constexpr double titleShare = 0.06;  // of the height, that titles over small cells may take
constexpr double numberHeight = 12;  // least height of a cell with a number in it

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

/// Fields that stand side by side.
struct Group {
    std::vector<std::size_t> fields;
    Index rows = 0, units = 0;
};

std::vector<Group> groupsOf(const std::vector<WeightField>& fields,
                            const std::optional<std::size_t>& solo) {
    if (solo && *solo < fields.size()) {
        const WeightField& field = fields[*solo];
        return {{{*solo}, field.rows, field.quantity ? field.rows : 0}};
    }
    std::vector<Group> groups;
    Group rest;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        const WeightField& field = fields[k];
        if (field.gate && *field.gate >= groups.size())
            groups.resize(*field.gate + 1);
        Group& group = field.gate ? groups[*field.gate] : rest;
        group.fields.push_back(k);
        group.rows = std::max(group.rows, field.rows);
        if (field.quantity)
            group.units = field.rows;
    }
    if (!rest.fields.empty())
        groups.push_back(std::move(rest));
    return groups;
}

/// How much stands around the numbers.
struct Trim {
    bool titles;
    bool numbers;  ///< of the rows
};

/// Tries arrangements and takes the one with the largest cells.
class Fitting {
  public:
    Fitting(const std::vector<WeightField>& fields, const QRectF& area, const Theme& theme,
            const WeightsCamera& camera)
        : fields_(fields), theme_(theme), groups_(groupsOf(fields, camera.solo)) {
        const double foot = area.height() >= theme.px(110) ? theme.px(20) : 0;
        layout_.view = area.adjusted(0, 0, 0, -foot);
        layout_.labelSize = area.width() < theme.px(360) || area.height() < theme.px(190) ? 10 : 11;
        const QFontMetricsF metrics(theme.font(layout_.labelSize));
        labelHeight_ = metrics.height() + theme.px(2);
        placeFoot(area, foot);
        Index rows = 1;
        for (const Group& group : groups_)
            rows = std::max(rows, group.rows);
        numbersWidth_ =
            QFontMetricsF(theme.font(9)).horizontalAdvance(QString::number(rows)) + theme.px(5);
        gutter_ = theme.px(8);
        numberWidth_ = widthOfNumbers(theme);
        for (const WeightField& field : fields)
            names_.push_back(subscriptedWidth(symbolOf(field), theme.font(layout_.labelSize)) +
                             theme.px(3));
    }

    WeightsLayout make(const WeightsCamera& camera) {
        if (groups_.empty() || layout_.view.width() < 1 || layout_.view.height() < 1)
            return layout_;
        chooseTrim();
        layout_.mostZoom = std::max(1.0, theme_.px(highestCell) / std::max(cellHeight_, 1e-3));
        layout_.zoom = std::clamp(camera.zoom, 1.0, layout_.mostZoom);
        if (layout_.zoom > 1) {
            cellWidth_ = whole(cellWidth_ * layout_.zoom);
            cellHeight_ = whole(cellHeight_ * layout_.zoom);
            trim_.numbers = trim_.numbers || cellHeight_ >= theme_.px(readableRow);
        }
        place(camera.pan);
        return layout_;
    }

  private:
    /// Whole pixels where there are several: all cells are of one size then.
    static double whole(double length) { return length >= 3 ? std::floor(length) : length; }

    void placeFoot(const QRectF& area, double foot) {
        if (foot <= 0)
            return;
        const double bar = std::min(theme_.px(190), area.width());
        const QRectF line(area.left(), area.bottom() - theme_.px(16), area.width(), theme_.px(16));
        layout_.bar = QRectF(line.right() - bar, line.top(), bar, line.height());
        if (const double left = line.width() - bar - theme_.px(10); left > theme_.px(110))
            layout_.status = QRectF(line.left(), line.top(), left, line.height());
    }

    double slotWidth(std::size_t field, double cellWidth) const {
        return std::max(double(fields_[field].columns) * cellWidth, names_[field]);
    }
    double gap() const { return theme_.px(7); }
    double between() const { return theme_.px(18); }
    double beside() const { return trim_.numbers ? numbersWidth_ : gutter_; }
    double above() const {
        return labelHeight_ + (trim_.titles ? titleHeight() : 0) + theme_.px(2);
    }
    double titleHeight() const { return theme_.px(18); }
    double below() const { return theme_.px(9); }

    double groupWidth(const Group& group, double cellWidth) const {
        double width = beside() + gap() * double(group.fields.size() - 1);
        for (const std::size_t field : group.fields)
            width += slotWidth(field, cellWidth);
        return width;
    }
    /// The groups of one of `lines` lines: as many on each as on the others, or one less.
    std::pair<std::size_t, std::size_t> groupsOn(std::size_t line, std::size_t lines) const {
        const std::size_t each = (groups_.size() + lines - 1) / lines;
        return {std::min(line * each, groups_.size()), std::min((line + 1) * each, groups_.size())};
    }
    double lineWidth(std::size_t line, std::size_t lines, double cellWidth) const {
        const auto [first, last] = groupsOn(line, lines);
        double width = 0;
        for (std::size_t k = first; k < last; ++k)
            width += groupWidth(groups_[k], cellWidth) + (k > first ? between() : 0);
        return width;
    }
    double rowsOn(std::size_t line, std::size_t lines) const {
        const auto [first, last] = groupsOn(line, lines);
        Index rows = 0;
        for (std::size_t k = first; k < last; ++k)
            rows = std::max(rows, groups_[k].rows);
        return double(rows);
    }

    /// Titles and the rows' numbers go before the cells become small.
    void chooseTrim() {
        for (const Trim trim : {Trim{true, true}, Trim{false, true}, Trim{true, false}}) {
            trim_ = trim;
            fit();
            if (trim.numbers ? cellHeight_ >= theme_.px(trim.titles ? 13 : readableRow)
                             : double(lines_) * titleHeight() <= titleShare * layout_.view.height())
                return;
        }
        trim_ = {false, false};
        fit();
    }

    void fit() {
        double best = -1;
        for (std::size_t lines = 1; lines <= groups_.size(); ++lines) {
            const auto [w, h] = cellsOf(lines);
            const double width = std::min({w, widest * h, theme_.px(longestCell)});
            const double height = std::min({h, width, theme_.px(highestCell)});
            // Where numbers can be read that is worth more than larger cells.
            const bool readable = width >= numberWidth_ && height >= theme_.px(numberHeight);
            const double worth = width * height * (readable ? 4 : 1);
            if (worth > best) {
                best = worth;
                lines_ = lines;
                cellWidth_ = whole(width);
                cellHeight_ = whole(height);
            }
        }
    }

    /// Largest width and height of a cell with so many lines of groups.
    std::pair<double, double> cellsOf(std::size_t lines) const {
        double rows = 0, widestLine = 1e9;
        for (std::size_t line = 0; line < lines; ++line) {
            rows += rowsOn(line, lines);
            // A line's width grows with the cells' but for labels that are wider.
            const double room = layout_.view.width() - theme_.px(rim);
            double low = 0, high = layout_.view.width();
            for (int k = 0; k < 40; ++k) {
                const double middle = (low + high) / 2;
                (lineWidth(line, lines, middle) <= room ? low : high) = middle;
            }
            widestLine = std::min(widestLine, low);
        }
        const double fixed = double(lines) * above() + double(lines - 1) * below();
        return {std::max(widestLine, 1e-2), std::max((layout_.view.height() - fixed) / rows, 1e-2)};
    }

    void place(const QPointF& pan) {
        double height = -below(), width = 0;
        for (std::size_t line = 0; line < lines_; ++line) {
            height += above() + rowsOn(line, lines_) * cellHeight_ + below();
            width = std::max(width, lineWidth(line, lines_, cellWidth_));
        }
        layout_.whole = {width, height};
        layout_.cellWidth = cellWidth_;
        layout_.cellHeight = cellHeight_;
        layout_.rowNumbers = trim_.numbers;
        // What is smaller than the view stands in its middle; what is larger can be moved.
        const auto start = [](double room, double size, double moved) {
            return size <= room ? std::floor((room - size) / 2)
                                : std::round(std::clamp(moved, room - size, 0.0));
        };
        const QRectF& view = layout_.view;
        layout_.pan = {start(view.width(), width, pan.x()), start(view.height(), height, pan.y())};
        double y = std::round(view.top()) + layout_.pan.y();
        const double left = std::round(view.left()) + layout_.pan.x();
        for (std::size_t line = 0; line < lines_; ++line) {
            double x = left;
            const auto [first, last] = groupsOn(line, lines_);
            for (std::size_t k = first; k < last; ++k) {
                placeGroup(k, x, y);
                x += std::round(groupWidth(groups_[k], cellWidth_) + between());
            }
            y += std::round(above() + rowsOn(line, lines_) * cellHeight_ + below());
        }
    }

    void placeGroup(std::size_t index, double left, double top) {
        const Group& group = groups_[index];
        const double label = std::round(top + (trim_.titles ? titleHeight() : 0));
        const double cells = std::round(top + above());
        WeightsGroup placed{.title = {},
                            .rows = {left, cells, beside(), double(group.units) * cellHeight_},
                            .firstField = group.fields.front(),
                            .units = group.units};
        double x = std::round(left + beside());
        if (trim_.titles)
            placed.title = {x, top, groupWidth(group, cellWidth_) - beside(), titleHeight()};
        layout_.groups.push_back(placed);
        for (const std::size_t field : group.fields) {
            const double width = slotWidth(field, cellWidth_);
            layout_.places.push_back({field,
                                      index,
                                      {x, label, width, labelHeight_},
                                      {x, cells, double(fields_[field].columns) * cellWidth_,
                                       double(fields_[field].rows) * cellHeight_}});
            x += std::round(width + gap());
        }
    }

    const std::vector<WeightField>& fields_;
    const Theme& theme_;
    std::vector<Group> groups_;
    std::vector<double> names_;
    WeightsLayout layout_;
    Trim trim_{true, true};
    std::size_t lines_ = 1;
    double cellWidth_ = 1, cellHeight_ = 1;
    double labelHeight_ = 0, numbersWidth_ = 0, gutter_ = 0, numberWidth_ = 0;
};

}  // namespace

double widthOfNumbers(const Theme& theme) {
    const QString digits = QString(QChar(0x2212)) + QStringLiteral("0.0888");
    return QFontMetricsF(theme.font(smallNumber)).horizontalAdvance(digits) + theme.px(3);
}

bool WeightsLayout::showsNumbers(const Theme& theme) const {
    return cellWidth >= widthOfNumbers(theme) && cellHeight >= theme.px(smallNumber + 2);
}

QString symbolOf(const WeightField& field) {
    return text(field.letter) + QStringLiteral("_{%1}").arg(text(field.index));
}

QString nameOf(const WeightField& field) {
    return text(field.letter) + (field.part == Part::Start ? QString() : QStringLiteral("_")) +
           text(field.index);
}

QString placeOf(const WeightField& field, Index row, Index column) {
    const bool matrix =
        field.part == Part::Input || field.part == Part::Recurrent || field.part == Part::Readout;
    return nameOf(field) + (matrix ? QStringLiteral("[%1,%2]").arg(row + 1).arg(column + 1)
                                   : QStringLiteral("[%1]").arg(row + 1));
}

QString shapeOf(Index rows, Index columns) {
    return QStringLiteral("%1 × %2").arg(rows).arg(columns);
}

QString colourOf(const WeightField& field, const Cell& cell) {
    return field.quantity ? text(cell.quantities()[*field.quantity].id) : QStringLiteral("output");
}

const WeightsPlace* WeightsLayout::placeOf(std::size_t field) const {
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const WeightsPlace& each) { return each.field == field; });
    return found == places.end() ? nullptr : &*found;
}

QRectF WeightsLayout::cellRect(const WeightsPlace& place, Index row, Index column, Index rows,
                               Index columns) const {
    return {place.cells.left() + double(column) * cellWidth,
            place.cells.top() + double(row) * cellHeight, double(columns) * cellWidth,
            double(rows) * cellHeight};
}

WeightsCell WeightsLayout::nearest(const WeightsPlace& place, const QPointF& point) const {
    const auto along = [](double distance, double size, double length) {
        const auto count = Index(std::lround(length / size));
        return std::clamp(Index(std::floor(distance / size)), Index(0), count - 1);
    };
    return {place.field, along(point.y() - place.cells.top(), cellHeight, place.cells.height()),
            along(point.x() - place.cells.left(), cellWidth, place.cells.width())};
}

std::optional<WeightsCell> WeightsLayout::cellAt(const QPointF& point) const {
    if (!view.contains(point))
        return std::nullopt;
    for (const WeightsPlace& place : places)
        if (place.cells.contains(point))
            return nearest(place, point);
    return std::nullopt;
}

const WeightsPlace* WeightsLayout::labelAt(const QPointF& point) const {
    if (view.contains(point))
        for (const WeightsPlace& place : places)
            if (place.label.contains(point))
                return &place;
    return nullptr;
}

std::optional<Index> WeightsLayout::unitAt(const QPointF& point) const {
    if (view.contains(point))
        for (const WeightsGroup& group : groups)
            if (group.units > 0 && group.rows.contains(point))
                return std::clamp(Index((point.y() - group.rows.top()) / cellHeight), Index(0),
                                  group.units - 1);
    return std::nullopt;
}

WeightsLayout layOutWeights(const std::vector<WeightField>& fields, const QRectF& area,
                            const Theme& theme, const WeightsCamera& camera) {
    return Fitting(fields, area, theme, camera).make(camera);
}

WeightsCamera zoomedAt(const std::vector<WeightField>& fields, const QRectF& area,
                       const Theme& theme, const WeightsCamera& camera, double zoom,
                       const QPointF& point) {
    const WeightsLayout before = layOutWeights(fields, area, theme, camera);
    WeightsCamera next = camera;
    next.zoom = std::clamp(zoom, 1.0, before.mostZoom);
    const WeightsLayout after = layOutWeights(fields, area, theme, next);
    // Of the field at the point, or the one nearest to it.
    double least = 1e300;
    QPointF moved = after.pan;
    for (std::size_t k = 0; k < before.places.size(); ++k) {
        const QRectF &old = before.places[k].cells, &now = after.places[k].cells;
        const QPointF inside(std::clamp(point.x(), old.left(), old.right()),
                             std::clamp(point.y(), old.top(), old.bottom()));
        const QPointF away = point - inside;
        if (QPointF::dotProduct(away, away) >= least)
            continue;
        least = QPointF::dotProduct(away, away);
        const QPointF same(
            now.left() + (inside.x() - old.left()) * after.cellWidth / before.cellWidth,
            now.top() + (inside.y() - old.top()) * after.cellHeight / before.cellHeight);
        moved = after.pan + inside - same;
    }
    next.pan = moved;
    return next;
}

}  // namespace rnnscope
