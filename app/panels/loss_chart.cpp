// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_chart.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::LossPanel)
};

qreal widestLabel(const SizeAxis& axis, qreal height, const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (const SizeTick& tick : sizeTicks(axis.log, height, metrics.height()))
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return widest;
}

}  // namespace

void setCaps(ChartContent& content, const Snapshot& snapshot) {
    const auto cap = [](double start) {
        return start > 0 && std::isfinite(start) ? divergedFactor * start
                                                 : std::numeric_limits<double>::infinity();
    };
    const UpdateRecord& first = snapshot.history[0];
    content.mostLoss = cap(first.loss);
    content.mostNorm = std::max(cap(first.gradientNorm), cap(snapshot.setup.clipping.threshold));
}

QString breakWords(const Divergence& divergence) {
    const auto update = qulonglong(divergence.update);
    if (divergence.finite)
        return Words::tr("loss %1 at update %2").arg(shortNumber(divergence.loss)).arg(update);
    if (std::isnan(divergence.loss))
        return Words::tr("NaN at update %1").arg(update);
    if (!std::isfinite(divergence.loss))
        return Words::tr("loss ∞ at update %1").arg(update);
    return Words::tr("loss %1, ‖g‖ %2 at update %3")
        .arg(shortNumber(divergence.loss), shortNumber(divergence.gradientNorm))
        .arg(update);
}

QString engagedWords(const History& history, std::size_t count) {
    return Words::tr("engaged in %L1 of %L2")
        .arg(qulonglong(history.engaged(count)))
        .arg(qulonglong(count));
}

QString numberRow(const QString& name, double value) {
    return QStringLiteral("<tr><td>%1</td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
        .arg(name, shortNumber(value), fullNumber(value));
}

void TrainingChart::set(ChartContent content, const Theme& theme) {
    content_ = std::move(content);
    theme_ = theme;
}

LogAxis TrainingChart::limits(const std::vector<ChartLine>& lines, double most) const {
    std::vector<ValueRange> ranges;
    for (const ChartLine& line : lines)
        for (const UpdateColumn& column : line.curve.columns->columns())
            ranges.push_back(column[line.curve.value]);
    return sizeLimits(ranges, most, &lines == &content_.norms ? content_.threshold : std::nullopt);
}

TrainingChart::Places TrainingChart::places(const QRectF& area) const {
    const QFontMetricsF small(theme_.font(11));
    Places at;
    const qreal legend = small.height() + theme_.px(3);
    const qreal strip = theme_.px(15);
    const qreal gap = theme_.px(6);
    const qreal roomy = area.height() - 3 * legend - strip - gap;
    const qreal close = area.height() - legend - strip - gap;
    const bool apart = !content_.norms.empty() && roomy >= theme_.px(92);
    at.inside = !apart && !content_.norms.empty() && close >= theme_.px(70);
    const bool both = apart || at.inside;
    const qreal plots = std::max(theme_.px(10), apart       ? roomy
                                                : at.inside ? close
                                                            : area.height() - 2 * legend - strip);
    const qreal lossHeight = both ? std::round(plots * 0.58) : plots;

    at.lossSizes.log = limits(content_.losses, content_.mostLoss);
    at.normSizes.log = limits(content_.norms, content_.mostNorm);
    qreal labels = small.horizontalAdvance(Words::tr("update"));
    labels = std::max(labels, widestLabel(at.lossSizes, lossHeight, small));
    if (both)
        labels = std::max(labels, widestLabel(at.normSizes, plots - lossHeight, small));
    const qreal left = std::round(area.left() + labels + theme_.px(8)) + 0.5;
    const qreal right = std::max(left + 10, std::round(area.right() - theme_.px(10)) + 0.5);

    qreal y = std::round(area.top()) + 0.5;
    const auto take = [&](qreal height) {
        const QRectF line(left, y, right - left, height);
        y += height;
        return line;
    };
    if (!at.inside)
        at.lossLegend = take(legend);
    at.loss = take(lossHeight);
    if (both)
        take(gap);
    if (apart)
        at.normLegend = take(legend);
    if (both)
        at.norm = take(std::round(plots - lossHeight));
    at.strip = take(strip);
    at.labels = y;
    // The first and last update stand clear of the frame.
    at.updates = {updateAxisEnd(content_.known, content_.planned), left + theme_.px(5),
                  right - theme_.px(5)};
    at.lossSizes.bottom = at.loss.bottom();
    at.lossSizes.top = at.loss.top();
    at.normSizes.bottom = at.norm.bottom();
    at.normSizes.top = at.norm.top();
    if (at.inside) {
        at.lossLegend = clearPlace(at.loss, fittingLegend(false, at.loss.width()), content_.losses,
                                   at.updates, at.lossSizes);
        at.normLegend = clearPlace(at.norm, fittingLegend(true, at.norm.width()), content_.norms,
                                   at.updates, at.normSizes);
    }
    return at;
}

void TrainingChart::paintThreshold(QPainter& painter, const Places& at) const {
    if (!content_.threshold || at.norm.isEmpty())
        return;
    const qreal y = at.normSizes.y(*content_.threshold);
    painter.setPen(QPen(theme_.strong, theme_.px(1.2), Qt::DashLine));
    painter.drawLine(QLineF(at.norm.left(), y, at.norm.right(), y));
}

std::vector<QRectF> TrainingChart::breakPlaces(const Places& at) const {
    const QFontMetricsF metrics(theme_.font(11));
    std::vector<QRectF> found;
    const bool below = at.lossLegend.intersects(
        QRectF(at.loss.left(), at.loss.top(), at.loss.width(), metrics.height()));
    qreal y = below ? at.lossLegend.bottom() : at.loss.top() + theme_.px(5);
    for (const ChartBreak& broken : content_.breaks) {
        const QSizeF size(metrics.horizontalAdvance(broken.words) + theme_.px(16),
                          metrics.height() + theme_.px(4));
        const qreal x = at.updates.x(double(broken.update));
        qreal left = x + theme_.px(8);
        if (left + size.width() > at.loss.right() - theme_.px(2))
            left = x - theme_.px(8) - size.width();
        if (left < at.loss.left() + theme_.px(2))
            left = std::max(at.loss.left() + theme_.px(2),
                            at.loss.right() - theme_.px(2) - size.width());
        QRectF place(QPointF(left, y), size);
        place.setRight(std::min(place.right(), at.loss.right() - theme_.px(2)));
        const bool room = place.bottom() <= at.loss.bottom() && place.width() > theme_.px(40);
        found.push_back(room ? place : QRectF());
        y = place.bottom() + theme_.px(3);
    }
    return found;
}

void TrainingChart::paintBreaks(QPainter& painter, const Places& at) const {
    const std::vector<QRectF> found = breakPlaces(at);
    for (std::size_t k = 0; k < content_.breaks.size(); ++k) {
        const qreal x = at.updates.x(double(content_.breaks[k].update));
        painter.setPen(QPen(theme_.danger, theme_.px(1.2), Qt::DotLine));
        for (const QRectF& plot : {at.loss, at.norm})
            if (!plot.isEmpty())
                painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()));
        const qreal size = theme_.px(5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.danger);
        const qreal tip = at.loss.top() + theme_.px(1);
        const QPointF arrow[] = {{x, tip}, {x - size, tip + 2 * size}, {x + size, tip + 2 * size}};
        painter.drawPolygon(arrow, 3);
        if (found[k].isEmpty())
            continue;
        const Theme::Chip& chip = theme_.chipDanger;
        painter.setPen(QPen(chip.border, theme_.px(1)));
        painter.setBrush(chip.ground);
        painter.drawRoundedRect(found[k], found[k].height() / 2, found[k].height() / 2);
        painter.setFont(theme_.font(11));
        painter.setPen(QPen(chip.text));
        const QRectF inside = found[k].adjusted(theme_.px(7), 0, -theme_.px(7), 0);
        painter.drawText(
            inside, Qt::AlignCenter,
            QFontMetricsF(painter.font())
                .elidedText(content_.breaks[k].words, Qt::ElideRight, inside.width() + 1));
    }
}

void TrainingChart::paint(QPainter& painter, const QRectF& area) const {
    const Places at = places(area);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintSizeAxis(painter, at.loss, at.lossSizes, at.inside, theme_);
    if (!at.norm.isEmpty())
        paintSizeAxis(painter, at.norm, at.normSizes, at.inside, theme_);
    paintUpdateAxis(painter, at.loss, at.updates, at.labels, theme_);
    for (const ChartLine& line : content_.losses)
        paintUpdateCurve(painter, at.loss, line.curve, at.updates, at.lossSizes);
    if (!at.norm.isEmpty()) {
        paintThreshold(painter, at);
        for (const ChartLine& line : content_.norms)
            paintUpdateCurve(painter, at.norm, line.curve, at.updates, at.normSizes);
    }
    paintLegends(painter, at);
    if (content_.engaged)
        paintEngagement(painter, *content_.engaged, at.updates, at.strip.top() + theme_.px(1),
                        at.strip.top() + theme_.px(7), theme_.quantityLine(u"gradient"),
                        theme_.px(1.6));
    paintBreaks(painter, at);
    painter.restore();
}

void TrainingChart::paintCursor(QPainter& painter, const QRectF& area, std::size_t update,
                                bool focus) const {
    const Places at = places(area);
    const qreal x = at.updates.x(double(update));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal low = at.strip.center().y();
    painter.setPen(QPen(theme_.strong, theme_.px(1.5)));
    const QRectF& lowest = at.norm.isEmpty() ? at.loss : at.norm;
    // Behind what is said of a divergence.
    QPainterPath free;
    free.addRect(area);
    for (const QRectF& words : breakPlaces(at))
        if (!words.isEmpty())
            free.addRect(words);  // odd and even: a hole
    painter.save();
    painter.setClipPath(free, Qt::IntersectClip);
    painter.drawLine(QLineF(x, at.loss.top(), x, at.loss.bottom()));
    painter.drawLine(QLineF(x, lowest.top(), x, low));
    painter.restore();
    const auto dots = [&](const std::vector<ChartLine>& lines, const QRectF& plot,
                          const SizeAxis& sizes) {
        for (const ChartLine& line : lines) {
            if (plot.isEmpty() || update >= line.history->size())
                continue;
            const UpdateRecord& record = (*line.history)[update];
            const double value = line.curve.value == UpdateValue::Loss   ? record.loss
                                 : line.curve.value == UpdateValue::Norm ? record.gradientNorm
                                                                         : record.clippedNorm;
            if (!std::isfinite(value) || sizes.leaves(value))
                continue;
            painter.setPen(QPen(theme_.card, theme_.px(1.2)));
            painter.setBrush(line.curve.color);
            painter.drawEllipse(QPointF(x, sizes.y(value)), theme_.px(4), theme_.px(4));
        }
    };
    dots(content_.losses, at.loss, at.lossSizes);
    dots(content_.norms, at.norm, at.normSizes);

    if (focus) {
        painter.setPen(QPen(withContrast(theme_.accent, theme_.card, 3), theme_.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, low), theme_.px(9.5), theme_.px(9.5));
    }
    painter.setPen(QPen(theme_.strong, theme_.px(2)));
    painter.setBrush(theme_.card);
    painter.drawEllipse(QPointF(x, low), theme_.px(5.5), theme_.px(5.5));

    painter.setFont(theme_.boldFont(11));
    const QFontMetricsF metrics(painter.font());
    const QString text = QString::number(update);
    const qreal width = metrics.horizontalAdvance(text) + theme_.px(10);
    const qreal left = std::min(x - width / 2, area.right() - width);
    const QRectF plate(left, at.labels, width, metrics.height());
    painter.fillRect(plate, theme_.card);
    for (const UpdateTick& tick : updateTicks(at.loss, at.updates, at.labels, theme_))
        if (tick.rect.intersects(plate))
            painter.fillRect(tick.rect, theme_.card);
    painter.setPen(QPen(theme_.text));
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

std::optional<std::size_t> TrainingChart::updateAt(const QRectF& area, const QPointF& point) const {
    const Places at = places(area);
    const qreal reach = theme_.px(10);  // half a handle
    const QRectF whole(at.loss.left() - reach, at.loss.top(), at.loss.width() + 2 * reach,
                       area.bottom() - at.loss.top());
    if (content_.known == 0 || !whole.contains(point))
        return std::nullopt;
    return at.updates.updateAt(point.x(), content_.known);
}

std::optional<std::size_t> TrainingChart::breakAt(const QRectF& area, const QPointF& point) const {
    const Places at = places(area);
    const std::vector<QRectF> found = breakPlaces(at);
    for (std::size_t k = 0; k < found.size(); ++k) {
        const QPointF mark(at.updates.x(double(content_.breaks[k].update)),
                           at.loss.top() + theme_.px(6));
        const QRectF near(mark - QPointF(theme_.px(7), theme_.px(7)),
                          QSizeF(theme_.px(14), theme_.px(14)));
        if (found[k].contains(point) || near.contains(point))
            return content_.breaks[k].update;
    }
    return std::nullopt;
}

const QPixmap& StillPicture::get(const QWidget& widget, const QColor& ground,
                                 const std::function<void(QPainter&)>& paint) {
    const qreal ratio = widget.devicePixelRatioF();
    const QSize size = (QSizeF(widget.size()) * ratio).toSize();
    if (picture_.size() == size && qFuzzyCompare(picture_.devicePixelRatio(), ratio))
        return picture_;
    picture_ = QPixmap(size);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(ground);
    QPainter painter(&picture_);
    paint(painter);
    return picture_;
}

}  // namespace rnnscope
