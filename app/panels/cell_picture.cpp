// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/panels/cell_paint.h"
#include "app/panels/cell_strip.h"
#include "app/panels/cell_words.h"

namespace rnnscope {

using Place = Wire::Place;

QColor wireColor(const CellPicture& picture, Wire wire) {
    const Cell& cell = picture.values.cell();
    if (!wire)
        return picture.theme.quantity(u"input");
    if (wire.place == Place::Inner) {
        const int node = picture.layout.nodeOf(wire);
        if (node < 0 || !picture.layout.nodes[std::size_t(node)].rail)
            return picture.theme.mutedText;
        // On a rail: of the state that passes there.
        for (const CellNode& each : picture.layout.nodes)
            if (each.rail && each.row == picture.layout.nodes[std::size_t(node)].row &&
                each.result.place == Place::Now)
                return wireColor(picture, each.result);
        return picture.theme.mutedText;
    }
    const Quantity& quantity = cell.quantities()[wire.index];
    if (quantity.role != Role::Inner)
        return picture.theme.quantity(
            QString::fromUtf8(quantity.id.data(), qsizetype(quantity.id.size())));
    // What a function alone makes of something looks like it.
    for (const Operation& each : cell.operations())
        if (each.result == wire && each.kind == OperationKind::Tanh)
            return wireColor(picture, each.a);
    return picture.theme.mutedText;
}

std::vector<CellReading> readingsOf(const CellPicture& picture) {
    std::vector<CellReading> readings;
    const Cell& cell = picture.values.cell();
    const auto add = [&](Wire wire) {
        if (!picture.progress.known(cell, wire))
            return;
        const Eigen::VectorXd all =
            picture.progress.backward ? picture.values.gradient(wire) : picture.values.value(wire);
        readings.push_back({wire, all[std::min<Index>(picture.unit, all.size() - 1)]});
    };
    for (std::size_t k = 0; k < picture.layout.nodes.size(); ++k) {
        const CellNode& node = picture.layout.nodes[k];
        if (!node.box())
            continue;
        add(node.result);
        const bool lower = !picture.scene.lower(k).isEmpty();
        const bool early = !picture.progress.backward && !picture.progress.done(node.last());
        if (node.function && (lower || early))
            add(cell.operations()[*node.affine].result);
    }
    for (const CellScene::Label& label : picture.scene.labels)
        add(label.wire);
    return readings;
}

QString equationLine(const CellPicture& picture) {
    const CellValues& values = picture.values;
    const double room = picture.scene.equation.width();
    const QFont font = picture.theme.font(picture.scene.fontSize);
    const auto fits = [&](const QString& text) { return subscriptedWidth(text, font) <= room; };
    const auto shortest = [](const QString& text) {
        const qsizetype last = text.lastIndexOf(QStringLiteral(" = "));
        return text.section(QStringLiteral(" = "), 0, 0) + text.mid(std::max<qsizetype>(0, last));
    };
    std::size_t operation = 0;
    Wire wire = now(values.cell().hiddenState());
    if (picture.hovered >= 0)
        wire = picture.layout.nodes[std::size_t(picture.hovered)].result;
    else if (const auto current = picture.progress.current()) {
        const QString all =
            operationText(values, *current, picture.progress.backward, picture.unit);
        if (fits(all))
            return all;
        const QString numbers =
            operationText(values, *current, picture.progress.backward, picture.unit, false);
        return fits(numbers) || picture.progress.backward ? numbers : shortest(numbers);
    }
    if (picture.progress.backward) {
        const int node = picture.layout.nodeOf(wire);
        operation = picture.layout.nodes[std::size_t(std::max(0, node))].last();
        if (picture.progress.done(operation)) {
            const QString all = operationText(values, operation, true, picture.unit);
            return fits(all) ? all : operationText(values, operation, true, picture.unit, false);
        }
    }
    const QString letters = equationText(values, wire, false, picture.unit);
    if (!picture.progress.backward && !picture.progress.known(values.cell(), wire))
        return letters;
    const QString numbers = equationText(values, wire, true, picture.unit);
    if (values.heldAt(wire, picture.unit))
        return numbers;
    const qsizetype equals = numbers.indexOf(QStringLiteral(" = "));
    for (const QString& each : {letters + numbers.mid(equals), numbers})
        if (fits(each))
            return each;
    return shortest(numbers);
}

CellHit hitAt(const CellPicture& picture, const QPointF& point) {
    CellHit hit;
    const auto strip = [&](const QRectF& room, Wire wire) {
        if (room.adjusted(0, -2, 0, 2).contains(point) && wire &&
            picture.progress.known(picture.values.cell(), wire))
            hit.unit = unitAt(room, picture.values.hidden(), point.x());
    };
    for (std::size_t k = 0; k < picture.scene.nodes.size(); ++k) {
        if (!picture.scene.nodes[k].contains(point))
            continue;
        hit.node = int(k);
        strip(picture.scene.strip(k), picture.layout.nodes[k].result);
    }
    for (const CellScene::Label& label : picture.scene.labels) {
        strip(label.strip, label.wire);
        if (hit.node >= 0 || !(label.number.contains(point) || label.symbol.contains(point)))
            continue;
        hit.node = picture.layout.nodeOf(label.wire);
        if (hit.node < 0)
            hit.end = label.wire;
    }
    hit.equation = picture.scene.equation.contains(point);
    return hit;
}

std::optional<std::size_t> quantityAt(const CellPicture& picture, const CellHit& hit) {
    int node = hit.node;
    if (node < 0 && hit.equation) {
        const auto current = picture.progress.current();
        node = picture.hovered >= 0 ? picture.hovered
               : current            ? picture.layout.nodeDoing(*current)
                         : picture.layout.nodeOf(now(picture.values.cell().hiddenState()));
    }
    const Wire wire =
        node >= 0 ? picture.layout.nodes[std::size_t(node)].result : hit.end.value_or(Wire{});
    if (wire.place != Place::Now && wire.place != Place::Before)
        return std::nullopt;
    return wire.index;
}

}  // namespace rnnscope
