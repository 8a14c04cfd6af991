// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_curves.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/generation_panel.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/words.h"
#include "core/generation.h"

namespace rnnscope {
namespace {

constexpr double leastStrip = 54;

}  // namespace

void GenerationCurves::set(const Snapshot& snapshot, const Theme& theme, const QRectF& area) {
    theme_ = theme;
    area_ = area;
    input_ = snapshot.record.layerInput.front();
    foreseen_ = foreseen(snapshot.setup, snapshot.record);
    given_ = int(snapshot.generated->given);
    steps_ = int(snapshot.steps());
    names_.clear();
    for (const std::string& name : snapshot.problem->inputNames)
        names_.push_back(QString::fromStdString(name));
    strips_.clear();
    const double head = QFontMetricsF(theme.boldFont(12)).height() + theme.px(6);
    const double foot = QFontMetricsF(theme.font(11)).height() + theme.px(3);
    const double left = theme.px(64), gap = theme.px(8);
    const QRectF room = area.adjusted(left, head, -theme.px(10), -foot);
    const Index rows = input_.rows();
    const auto fit =
        std::clamp<Index>(Index((room.height() + gap) / (theme.px(leastStrip) + gap)), 1, rows);
    hidden_ = rows - fit;
    const double high = std::max(1.0, (room.height() - gap * double(fit - 1)) / double(fit));
    for (Index row = 0; row < fit; ++row) {
        double low = std::numeric_limits<double>::infinity(), top = -low;
        const auto include = [&](double value) {
            if (!std::isfinite(value))
                return;
            low = std::min(low, value);
            top = std::max(top, value);
        };
        for (Index t = 0; t < input_.cols(); ++t)
            include(input_(row, t));
        for (Index t = 0; t < foreseen_.cols(); ++t)
            include(foreseen_(row, t));
        if (low > top)
            low = top = 0;
        if (low == top) {
            low -= 1;
            top += 1;
        }
        strips_.push_back({row,
                           QRectF(room.left(), room.top() + (high + gap) * double(row),
                                  std::max(1.0, room.width()), high),
                           low, top});
    }
}

double GenerationCurves::x(int step) const {
    const QRectF& rect = strips_.front().rect;
    return rect.left() + rect.width() * double(step) / double(std::max(1, steps_));
}

double GenerationCurves::y(const Strip& strip, double value) const {
    const double margin = theme_.px(5);
    return strip.rect.bottom() - margin -
           (value - strip.low) / (strip.high - strip.low) * (strip.rect.height() - 2 * margin);
}

std::optional<int> GenerationCurves::stepAt(const QPointF& point) const {
    if (strips_.empty() || point.x() < strips_.front().rect.left() ||
        point.x() > strips_.front().rect.right() || point.y() < strips_.front().rect.top() ||
        point.y() > strips_.back().rect.bottom())
        return std::nullopt;
    const double part = (point.x() - strips_.front().rect.left()) / strips_.front().rect.width();
    return std::clamp(int(std::lround(part * steps_)), 0, steps_ - 1);
}

QString GenerationCurves::headline(int step) const {
    const QString next = shortNumber(foreseen_(0, step + 1));
    const QString now = shortNumber(input_(0, step));
    const QString line =
        (step < given_ ? GenerationPanel::tr("t = %1: given %2, foreseen next %3")
                       : GenerationPanel::tr("t = %1: fed back %2, foreseen next %3"))
            .arg(step + 1)
            .arg(now, next);
    return input_.rows() > 1 && !names_.empty() ? joined({names_.front(), line}) : line;
}

void GenerationCurves::paint(QPainter& painter, int step) const {
    if (strips_.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont heading = theme_.boldFont(12), small = theme_.font(11);
    const QFontMetricsF headMetrics(heading), metrics(small);
    const QRectF head(area_.left(), area_.top(), area_.width(), headMetrics.height());
    painter.setFont(heading);
    painter.setPen(theme_.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, headline(step));
    painter.setFont(small);
    const QString dashed = GenerationPanel::tr("– – foreseen");
    const QString solid = GenerationPanel::tr("— given");
    const double wide = metrics.horizontalAdvance(dashed + solid) + theme_.px(14);
    if (headMetrics.horizontalAdvance(headline(step)) + wide + theme_.px(16) < head.width()) {
        painter.setPen(theme_.quantityText(u"output"));
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, dashed);
        painter.setPen(theme_.quantityText(u"input"));
        painter.drawText(head.adjusted(0, 0, -metrics.horizontalAdvance(dashed) - theme_.px(14), 0),
                         Qt::AlignRight | Qt::AlignVCenter, solid);
    }
    for (const Strip& strip : strips_) {
        painter.setPen(QPen(theme_.plotFrame, 1));
        painter.setBrush(theme_.plotGround);
        painter.drawRect(strip.rect);
        // Where the network is on its own.
        const QRectF alone(QPointF(x(given_ - 1), strip.rect.top()), strip.rect.bottomRight());
        painter.fillRect(alone.adjusted(0, 1, -1, -1),
                         theme_.faint(theme_.quantity(u"output"), 0.1));
        painter.setClipRect(strip.rect);
        const auto draw = [&](const Eigen::MatrixXd& values, Index from, Index to,
                              const QPen& pen) {
            QPolygonF run;
            for (Index t = from; t < to; ++t) {
                const double value = values(strip.row, t);
                if (std::isfinite(value)) {
                    run << QPointF(x(int(t)), y(strip, value));
                } else {
                    drawRun(painter, run, pen);
                    run.clear();
                }
            }
            drawRun(painter, run, pen);
        };
        const QColor own = theme_.quantityLine(u"output");
        const Index played = step + 1;
        const auto pen = [&](const QColor& ink, double width, Qt::PenStyle style) {
            return QPen(ink, theme_.px(width), style, Qt::FlatCap, Qt::RoundJoin);
        };
        draw(input_, 0, given_, pen(theme_.quantityLine(u"input"), 1.6, Qt::SolidLine));
        draw(foreseen_, played, foreseen_.cols(),
             pen(theme_.faint(own, 0.4), 1.8, theme_.quantityDash(u"output")));
        draw(foreseen_, 0, played + 1, pen(own, 2, theme_.quantityDash(u"output")));
        painter.setClipping(false);
        painter.setFont(small);
        painter.setPen(theme_.mutedText);
        const auto beside = [&](double top, const QString& text) {
            painter.drawText(
                QRectF(area_.left(), top, strip.rect.left() - area_.left() - theme_.px(6),
                       metrics.height()),
                Qt::AlignRight | Qt::AlignVCenter, text);
        };
        beside(strip.rect.top(), shortNumber(strip.high));
        beside(strip.rect.bottom() - metrics.height(), shortNumber(strip.low));
        if (std::size_t(strip.row) < names_.size() && strip.rect.height() > 3.2 * metrics.height())
            beside(
                strip.rect.center().y() - metrics.height() / 2,
                metrics.elidedText(names_[std::size_t(strip.row)], Qt::ElideRight, theme_.px(54)));
    }
    const QRectF& first = strips_.front().rect;
    const double bottom = strips_.back().rect.bottom();
    painter.setPen(QPen(theme_.strong, theme_.px(1.4)));
    painter.drawLine(QPointF(x(step), first.top()), QPointF(x(step), bottom));
    painter.setFont(small);
    painter.setPen(theme_.mutedText);
    const double line = bottom + theme_.px(3);
    const double border = x(given_ - 1);
    painter.drawText(
        QRectF(first.left(), line, border - first.left() - theme_.px(8), metrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(GenerationPanel::tr("given, 1 to %1").arg(given_), Qt::ElideRight,
                           border - first.left() - theme_.px(8)));
    const double roomRight = first.right() - border;
    QString after = GenerationPanel::tr("own answers fed back");
    if (hidden_ > 0)
        after += QStringLiteral(" · ") + GenerationPanel::tr("%1 more values").arg(hidden_);
    painter.drawText(QRectF(border, line, roomRight, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(after, Qt::ElideRight, roomRight));
    painter.restore();
}

}  // namespace rnnscope
