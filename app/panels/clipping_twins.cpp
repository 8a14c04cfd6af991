// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_twins.h"

#include <QPainter>
#include <algorithm>
#include <limits>

#include "app/plot/beside_gradient.h"
#include "app/plot/number.h"
#include "app/plot/plural.h"
#include "app/words.h"

namespace rnnscope {

QString ClippingTwins::runName(const Clipping& clipping) {
    const QString threshold = shortNumber(clipping.threshold);
    switch (clipping.mode) {
        case ClipMode::Norm:
            return tr("clipped by norm at %1").arg(threshold);
        case ClipMode::Value:
            return tr("clipped by value at %1").arg(threshold);
        case ClipMode::None:
            break;
    }
    return tr("without clipping");
}

bool ClippingTwins::canRun() const {
    return source().snapshot && snapshot().learns() && !snapshot().twin;
}

QString ClippingTwins::caption() const {
    if (!source().snapshot)
        return {};
    if (!snapshot().learns())
        return tr("Choose a target to have a gradient to clip");
    const Setup& setup = snapshot().setup;
    return tr("Trains this network twice from seed %1, %2 and %3: %4 side by side.")
        .arg(qulonglong(setup.seed))
        .arg(runName(setup.clipping), runName(twinClipping(setup.clipping)))
        .arg(updatesText(setup.training.updates));
}

ChartContent ClippingTwins::content() const {
    struct TwinRun {
        const History* history;
        const UpdateColumns* columns;
        Clipping clipping;
        std::optional<Divergence> divergence;
    };
    const Snapshot::Twin& twin = *snapshot().twin;
    TwinRun free{&snapshot().history, &own_, snapshot().setup.clipping, snapshot().divergence};
    TwinRun clipped{&twin.history, &twin_, twin.clipping, twin.divergence};
    if (free.clipping.mode != ClipMode::None)
        std::swap(free, clipped);

    const Theme& look = theme();
    ChartContent content;
    content.lossTitle = tr("loss");
    content.normTitle = tr("‖g‖ before clipping");
    for (const TwinRun& run : {free, clipped}) {
        const bool clips = run.clipping.mode != ClipMode::None;
        const QColor color = clips ? look.quantityLine(u"gradient") : besideGradient(look);
        const QColor ink = clips ? look.quantityText(u"gradient") : look.mutedText;
        const qreal width = look.px(clips ? 2 : 1.8);
        content.losses.push_back({run.history,
                                  {run.columns, UpdateValue::Loss, color, width},
                                  runName(run.clipping),
                                  ink});
        content.norms.push_back(
            {run.history, {run.columns, UpdateValue::Norm, color, width}, {}, ink});
        if (run.divergence)
            content.breaks.push_back(
                {run.divergence->update,
                 tr("%1: %2").arg(clips ? tr("with clipping") : tr("without clipping"),
                                  breakWords(*run.divergence))});
    }
    if (clipped.clipping.mode == ClipMode::Norm)
        content.threshold = clipped.clipping.threshold;
    content.engaged = clipped.columns;
    if (snapshot().update > 0)
        content.engagedText = engagedWords(
            *clipped.history, std::min(std::size_t(snapshot().update), clipped.history->size()));
    content.known = snapshot().history.size();
    content.planned = snapshot().setup.training.updates;
    setCaps(content, snapshot());
    return content;
}

void ClippingTwins::fill() {
    if (!hasTwins())
        return chart_.set({}, theme());
    own_.follow(snapshot().history, snapshot().learnt);
    twin_.follow(snapshot().twin->history, snapshot().learnt);
    chart_.set(content(), theme());
}

void ClippingTwins::paint(QPainter& painter, const QRectF& area) const {
    if (hasTwins())
        return chart_.paint(painter, area);
    painter.setFont(theme().font(12));
    painter.setPen(QPen(theme().mutedText));
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, caption());
}

void ClippingTwins::paintCursor(QPainter& painter, const QRectF& area, std::size_t update) const {
    if (hasTwins())
        chart_.paintCursor(painter, area, update, false);
}

QString ClippingTwins::hoverText(const QRectF& area, const QPointF& point) const {
    if (!hasTwins())
        return {};
    const auto broken = chart_.breakAt(area, point);
    const auto update = broken ? broken : chart_.updateAt(area, point);
    if (!update)
        return {};
    QString text = tr("<b>update %1</b>").arg(qulonglong(*update));
    for (const ChartLine& line : chart_.content().losses) {
        text += QStringLiteral("<br>") + line.name;
        if (*update >= line.history->size()) {
            text += tr(": ended before");
            continue;
        }
        const UpdateRecord& record = (*line.history)[*update];
        text += record.clipped ? tr(", clipped here") : QString();
        text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
        text += numberRow(tr("loss"), record.loss);
        text += numberRow(tr("norm before"), record.gradientNorm);
        text += numberRow(tr("norm after"), record.clippedNorm);
        text += QStringLiteral("</table>");
    }
    return text;
}

DataTable ClippingTwins::data() const {
    if (!hasTwins())
        return {};
    DataTable table;
    table.names << QStringLiteral("update");
    std::vector<double>& updates = table.columns.emplace_back();
    const std::size_t count = std::max(snapshot().history.size(), snapshot().twin->history.size());
    for (std::size_t k = 0; k < count; ++k)
        updates.push_back(double(k));
    const auto add = [&](const char* name, const History& history, auto value) {
        table.names << QString::fromLatin1(name);
        std::vector<double>& numbers = table.columns.emplace_back();
        for (std::size_t k = 0; k < count; ++k)
            numbers.push_back(k < history.size() ? double(value(history[k]))
                                                 : std::numeric_limits<double>::quiet_NaN());
    };
    const auto loss = [](const UpdateRecord& record) { return record.loss; };
    const auto norm = [](const UpdateRecord& record) { return record.gradientNorm; };
    const auto clipped = [](const UpdateRecord& record) { return record.clipped ? 1 : 0; };
    add("loss", snapshot().history, loss);
    add("grad_norm", snapshot().history, norm);
    add("clipped", snapshot().history, clipped);
    add("twin_loss", snapshot().twin->history, loss);
    add("twin_grad_norm", snapshot().twin->history, norm);
    add("twin_clipped", snapshot().twin->history, clipped);
    return table;
}

QString ClippingTwins::description() const {
    if (!hasTwins())
        return caption();
    QStringList lines;
    const auto update = std::size_t(snapshot().update);
    for (const ChartLine& line : chart_.content().losses)
        if (update < line.history->size())
            lines << tr("%1: loss %2 at update %3")
                         .arg(line.name, shortNumber((*line.history)[update].loss))
                         .arg(qulonglong(update));
    for (const ChartBreak& broken : chart_.content().breaks)
        lines << broken.words;
    lines << chart_.content().engagedText;
    return clauses(lines);
}

}  // namespace rnnscope
