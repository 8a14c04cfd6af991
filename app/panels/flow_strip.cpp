// SPDX-License-Identifier: GPL-3.0-or-later
// The strip under the matrices: the product of Jacobians over the chosen span.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "app/panels/flow_paint.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"
#include "app/plot/plural.h"
#include "app/words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::FlowPanel)
};

/// Exponents at the foot and the head of the small bars, the same for all.
constexpr double barFoot = -12, barHead = 3;

/// One number with its name in words, or as a symbol where there is little room.
struct Piece {
    QString words, symbol, number;

    QString text(bool brief) const {
        const QString& name = brief ? symbol : words;
        return name.isEmpty() ? number : name + QChar(0xA0) + number;
    }
};

const SpanProduct* productOf(const FlowFrame& frame) {
    if (!frame.span || !frame.analyses || !frame.analyses->span)
        return nullptr;
    const bool asked = frame.analyses->request.span == frame.span;
    const SpanProduct& product = *frame.analyses->span;
    return asked && product.from == frame.span->from && product.to == frame.span->to ? &product
                                                                                     : nullptr;
}

QString headline(const Span& span) {
    const int steps = int(std::abs(span.to - span.from));
    const QString product =
        QStringLiteral("∂h%1/∂h%2").arg(subscript(int(span.to) + 1), subscript(int(span.from) + 1));
    return plural(steps, Words::tr("%1 over one step").arg(product),
                  Words::tr("%1 over %2 steps").arg(product, QStringLiteral("%1")));
}

std::vector<Piece> pieces(const SpanProduct& product) {
    std::vector<Piece> all{
        {QStringLiteral("‖·‖"), QStringLiteral("‖·‖"), shortNumber(product.hiddenNorm)}};
    if (product.singular.size() > 0)
        all.push_back({Words::tr("largest singular value"), QStringLiteral("σ₁"),
                       shortNumber(product.singular[0])});
    all.push_back({Words::tr("spectral radius"), QStringLiteral("ρ"), shortNumber(product.radius)});
    all.push_back({Words::tr("per step"), Words::tr("a step"),
                   QStringLiteral("× ") + shortNumber(product.perStep())});
    return all;
}

QString hint(const FlowFrame& frame) {
    const FlowMatrix& matrix = *frame.maps.back().matrix;
    if (frame.figure)
        return matrix.singleLoss()
                   ? Words::tr("One loss, at t = %1: how much it depends on each state.")
                         .arg(matrix.steps())
                   : Words::tr("Each cell: how much the loss at t depends on the state at k.");
    return matrix.singleLoss()
               ? Words::tr(
                     "One loss, at t = %1: how much it depends on each state. Click a cell "
                     "for the product of Jacobians from there.")
                     .arg(matrix.steps())
               : Words::tr(
                     "Each cell: how much the loss at t depends on the state at k. Click one "
                     "for the product of Jacobians in between.");
}

/// Words in lines no wider than the place, or with `column` each in a line of its own; with `paint`
/// they are drawn. Returns the lines needed.
int flow(QPainter& painter, const std::vector<QString>& words, const QRectF& place, bool column,
         const Theme& theme, bool paint) {
    const double gap = theme.px(14);
    const double pitch = QFontMetricsF(theme.font(11)).height() + (column ? theme.px(3) : 0);
    double x = place.left();
    int line = 0;
    for (std::size_t k = 0; k < words.size(); ++k) {
        painter.setFont(k == 0 ? theme.boldFont(11) : theme.font(11));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words[k]);
        if (k > 0 && (column || x + width > place.right())) {
            x = place.left();
            ++line;
        }
        if (paint) {
            painter.setPen(QPen(theme.text));
            painter.drawText(
                QRectF(x, place.top() + line * pitch, width + 1, pitch),
                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, words[k]);
        }
        x += width + gap;
    }
    return line + 1;
}

void paintBars(QPainter& painter, const Eigen::VectorXd& values, const QRectF& area,
               const Theme& theme) {
    const auto heightOf = [&](double size) {
        const double part = (std::log10(size) - barFoot) / (barHead - barFoot);
        return std::clamp(part, 0.0, 1.0) * area.height();
    };
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, theme.plotGround);
    const double pitch = std::min(theme.px(18), area.width() / double(values.size()));
    const double space = pitch >= 3 ? std::min(theme.px(2), pitch / 4) : 0;
    for (Eigen::Index k = 0; k < values.size(); ++k) {
        const bool finite = std::isfinite(values[k]);
        const double height = finite ? std::max(1.0, heightOf(values[k])) : area.height();
        painter.fillRect(QRectF(area.left() + double(k) * pitch, area.bottom() - height,
                                std::max(0.5, pitch - space), height),
                         finite ? theme.quantity(u"gradient") : theme.danger);
    }
    const double one = area.bottom() - heightOf(1);
    painter.setPen(QPen(theme.strong, theme.px(1), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QLineF(area.left(), one, area.right(), one));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(10));
    painter.setPen(QPen(theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    const QString last = QStringLiteral("σ₁…σ") + subscript(int(values.size()));
    const QRectF beside(area.right() + theme.px(4), one - metrics.height() / 2, theme.px(30),
                        metrics.height());
    painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                     QStringLiteral("1"));
    painter.drawText(area.adjusted(0, 0, -theme.px(3), 0), Qt::AlignRight | Qt::AlignVCenter,
                     values.size() > 1 ? last : QStringLiteral("σ₁"));
}

}  // namespace

QString flowStripText(const FlowFrame& frame) {
    if (!frame.message.isEmpty() || frame.maps.empty())
        return {};
    if (!frame.span)
        return hint(frame);
    const QString text = headline(*frame.span);
    const SpanProduct* product = productOf(frame);
    if (!product)
        return labelled(text, Words::tr("working it out…"));
    QStringList all;
    for (const Piece& piece : pieces(*product))
        all << piece.text(false);
    return labelled(text, joined(all));
}

void paintFlowStrip(QPainter& painter, const FlowFrame& frame) {
    const Theme& theme = frame.theme;
    const bool column = frame.margins.side > 0;
    if (frame.margins.strip == 0 && !column)
        return;
    QRectF place = frame.stripRect().adjusted(theme.px(column ? 14 : 2), theme.px(column ? 8 : 5),
                                              -theme.px(2), 0);
    painter.save();
    painter.setFont(theme.font(11));
    if (!frame.span) {
        painter.setPen(QPen(theme.mutedText));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, hint(frame));
        painter.restore();
        return;
    }
    const SpanProduct* product = productOf(frame);
    const bool bars = product && product->singular.size() > 0;
    if (bars && !column && place.width() >= theme.px(330)) {
        const double side = std::min(theme.px(170), 0.3 * place.width());
        paintBars(painter, product->singular,
                  QRectF(place.right() - side, place.top() + theme.px(1), side - theme.px(12),
                         place.height() - theme.px(3)),
                  theme);
        place.setRight(place.right() - side - theme.px(12));
    }
    const double height = QFontMetricsF(theme.font(11)).height();
    const int room = std::max(1, int(place.height() / height));
    std::vector<QString> words;
    int lines = 0;
    for (const bool brief : {false, true}) {
        words = {headline(*frame.span)};
        if (product)
            for (const Piece& piece : pieces(*product))
                words.push_back(piece.text(brief));
        else
            words.push_back(Words::tr("working it out…"));
        double widest = 0;
        for (const QString& each : words)
            widest = std::max(widest, QFontMetricsF(theme.font(11)).horizontalAdvance(each));
        lines = flow(painter, words, place, column, theme, false);
        if (lines <= room && (!column || widest <= place.width()))
            break;
    }
    flow(painter, words, place, column, theme, true);
    const double rest = place.height() - lines * (height + theme.px(3)) - theme.px(8);
    if (bars && column && rest >= theme.px(26)) {
        const double tall = std::min(rest, theme.px(90));
        paintBars(painter, product->singular,
                  QRectF(place.left(), place.top() + lines * (height + theme.px(3)) + theme.px(6),
                         place.width() - theme.px(12), tall),
                  theme);
    }
    painter.restore();
}

}  // namespace rnnscope
