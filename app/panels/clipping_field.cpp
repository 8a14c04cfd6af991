// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_field.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/loss_chart.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

bool has(const WeightEntry& entry, const Parameters& parameters) {
    const Parameter* found = parameters.find(entry.parameter);
    return found && !found->absent && entry.row >= 0 && entry.column >= 0 &&
           entry.row < found->value.rows() && entry.column < found->value.cols();
}

/// The largest entry but `other`, in size; NaN counts as nothing.
std::optional<WeightEntry> largest(const Parameter* gradient,
                                   const std::optional<WeightEntry>& other) {
    std::optional<WeightEntry> best;
    double size = -1;
    if (!gradient || gradient->absent)
        return best;
    for (Index column = 0; column < gradient->value.cols(); ++column)
        for (Index row = 0; row < gradient->value.rows(); ++row) {
            const WeightEntry entry{gradient->name, row, column};
            const double value = std::abs(gradient->value(row, column));
            const double counted = std::isnan(value) ? 0 : value;
            if (counted <= size || (other && entry == *other))
                continue;
            best = entry;
            size = counted;
        }
    return best;
}

}  // namespace

std::optional<FieldChoice> defaultFieldChoice(const Snapshot& snapshot, int layer, bool reverse) {
    if (!snapshot.backward)
        return std::nullopt;
    const Parameters& gradients = snapshot.backward->gradients.parameters;
    const std::string suffix = "_l" + std::to_string(std::min(layer, snapshot.shape().layers - 1)) +
                               (reverse && snapshot.shape().bidirectional ? "_reverse" : "");
    FieldChoice choice;
    std::optional<WeightEntry> first;
    for (const char* matrix : {"weight_hh", "weight_ih", "bias_ih"}) {
        const Parameter* gradient = gradients.find(matrix + suffix);
        if (!first && (first = largest(gradient, {})))
            choice.x = *first;
        if (const auto second = first ? largest(gradient, first) : std::nullopt) {
            choice.y = *second;
            return choice;
        }
    }
    return std::nullopt;
}

bool fits(const FieldChoice& choice, const Parameters& parameters) {
    return has(choice.x, parameters) && has(choice.y, parameters) && choice.x != choice.y;
}

QString ClippingField::arrowName(FieldArrow kind) {
    switch (kind) {
        case FieldArrow::Plain:
            return tr("as it is");
        case FieldArrow::ByValue:
            return tr("by value");
        case FieldArrow::ByNorm:
            break;
    }
    return tr("by norm");
}

const GradientField* ClippingField::field() const {
    const auto& analyses = source().analyses;
    return analyses && analyses->field ? &*analyses->field : nullptr;
}

QString ClippingField::message() const {
    if (!source().snapshot)
        return {};
    if (!snapshot().backward)
        return withoutLossText(snapshot(), tr("Choose a target to have a gradient to clip"));
    return field() ? QString() : tr("Working it out…");
}

QString ClippingField::words() const {
    if (!source().snapshot || !snapshot().backward)
        return {};
    // Of the pass that the picture is of, where there is a picture.
    const Snapshot& of = field() ? *source().analyses->of : snapshot();
    const ClipReport& value = of.backward->byValue;
    if (!std::isfinite(value.angle))
        return tr("The gradient here is not finite: neither way of clipping helps.");
    const QString angle = QString::number(value.angle, 'f', 1);
    if (!value.engaged() && !of.backward->byNorm.engaged())
        return tr("Here neither clips: no entry, nor the norm, is above %1.")
            .arg(shortNumber(of.setup.clipping.threshold));
    return tr("Here by value turns the whole gradient by %1°, by norm keeps its direction.")
        .arg(angle);
}

void ClippingField::paintSide(QPainter& painter, const QRectF& side) const {
    const Theme& look = theme();
    painter.setFont(look.font(11));
    const QFontMetricsF metrics(painter.font());
    const ArrowScale scale = arrowScale(*field());
    const FieldShades shades = fieldShades(*field());
    QRectF rest = side;
    const qreal line = metrics.height() + look.px(3);
    const qreal most = look.px(30);
    const auto write = [&](const QString& text) {
        const QRectF need =
            metrics.boundingRect(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        if (need.height() > rest.height() + 1)
            return;
        painter.setPen(QPen(look.mutedText));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        rest.setTop(rest.top() + need.height() + look.px(4));
    };
    // Two lengths as samples: the largest, and a tenth of it.
    if (scale.largest > 0 && rest.height() >= line) {
        qreal x = rest.left();
        for (const double size : {scale.largest, scale.largest / 10}) {
            const QString text = shortNumber(size);
            const qreal length = most * scale.length(size);
            const qreal width = length + look.px(5) + metrics.horizontalAdvance(text);
            if (x + width > rest.right() + 1)
                break;
            const qreal y = rest.top() + metrics.height() / 2;
            paintArrow(painter, {x, y}, {length, 0}, FieldArrow::Plain, look);
            painter.setPen(QPen(look.mutedText));
            painter.drawText(QRectF(x + length + look.px(5), rest.top(), width, metrics.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
            x += width + look.px(12);
        }
        rest.setTop(rest.top() + line);
    }
    write(words());
    if (scale.largest > 0)
        write(scale.logarithmic ? tr("length: log of the size") : tr("length: root of the size"));
    if (shades.known)
        write(tr("ground: loss %1 (faint) to %2 (full)")
                  .arg(shortNumber(shades.low), shortNumber(shades.high)));
}

void ClippingField::paintPicture(QPainter& painter, const QRectF& area, const QRectF& side) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!message().isEmpty()) {
        painter.setFont(theme().font(13));
        painter.setPen(QPen(theme().mutedText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, message());
    } else {
        paintField(painter, fieldPlaces(area, *field(), theme()), *field(), shown_, theme());
        if (!side.isEmpty())
            paintSide(painter, side);
    }
    painter.restore();
}

void ClippingField::paint(QPainter& painter, const QRectF& area) const {
    const Theme& look = theme();
    QRectF picture = area, side;
    if (area.width() > area.height() + look.px(130)) {
        picture.setWidth(std::min(area.width() - look.px(190), area.height() + look.px(50)));
        side = QRectF(picture.right() + look.px(16), area.top() + look.px(4), look.px(174),
                      area.height() - look.px(4));
    }
    if (!side.isEmpty() && message().isEmpty()) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(look.font(11));
        const qreal line = QFontMetricsF(painter.font()).height() + look.px(5);
        for (const FieldArrow kind : fieldArrows) {
            if (!shown_[std::size_t(kind)])
                continue;
            paintArrow(painter, {side.left(), side.top() + line / 2}, {look.px(26), 0}, kind, look);
            painter.setPen(QPen(look.text));
            painter.drawText(side.adjusted(look.px(34), 0, 0, line - side.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, arrowName(kind));
            side.setTop(side.top() + line);
        }
        side.setTop(side.top() + look.px(6));
        painter.restore();
    }
    paintPicture(painter, picture, side);
}

QString ClippingField::hoverText(const QRectF& area, const QPointF& point) const {
    if (!message().isEmpty())
        return {};
    const FieldPlaces at = fieldPlaces(area, *field(), theme());
    if (!at.plot.contains(point))
        return {};
    const auto [column, row] = at.columnRow(point);
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    text += numberRow(entryText(field()->choice.x), field()->xs[column]);
    text += numberRow(entryText(field()->choice.y), field()->ys[row]);
    text += numberRow(tr("loss"), field()->loss(row, column));
    text += QStringLiteral("</table>");
    for (const FieldArrow kind : fieldArrows) {
        const GradientField::Arrows& arrows = arrowsOf(*field(), kind);
        const double ax = arrows.x(row, column), ay = arrows.y(row, column);
        text += tr("<br><b>%1</b>: (%2, %3), length %4")
                    .arg(arrowName(kind), shortNumber(ax), shortNumber(ay),
                         shortNumber(arrows.length(row, column)));
        if (kind != FieldArrow::Plain)
            text +=
                tr(", turned by %1°").arg(arrows.degreesTo(field()->plain, row, column), 0, 'f', 1);
    }
    return text;
}

DataTable ClippingField::data() const {
    if (!message().isEmpty() || !field())
        return {};
    const GradientField& shown = *field();
    DataTable table;
    const auto add = [&](const char* name, auto value) {
        table.names << QString::fromLatin1(name);
        std::vector<double>& numbers = table.columns.emplace_back();
        for (Index row = 0; row < shown.loss.rows(); ++row)
            for (Index column = 0; column < shown.loss.cols(); ++column)
                numbers.push_back(value(row, column));
    };
    add("x", [&](Index, Index column) { return shown.xs[column]; });
    add("y", [&](Index row, Index) { return shown.ys[row]; });
    add("loss", [&](Index row, Index column) { return shown.loss(row, column); });
    const auto arrows = [&](const char* x, const char* y, const GradientField::Arrows& of) {
        add(x, [&](Index row, Index column) { return of.x(row, column); });
        add(y, [&](Index row, Index column) { return of.y(row, column); });
    };
    arrows("plain_x", "plain_y", shown.plain);
    arrows("by_value_x", "by_value_y", shown.byValue);
    arrows("by_norm_x", "by_norm_y", shown.byNorm);
    return table;
}

QString ClippingField::description() const {
    if (!message().isEmpty())
        return message();
    const FieldShades shades = fieldShades(*field());
    return tr("The gradient over %1 and %2, loss %3 to %4; %5")
        .arg(entryText(field()->choice.x), entryText(field()->choice.y), shortNumber(shades.low),
             shortNumber(shades.high), words());
}

}  // namespace rnnscope
