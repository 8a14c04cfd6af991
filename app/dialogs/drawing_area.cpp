// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/drawing_area.h"

#include <qcustomplot.h>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/plot/axes.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/words.h"
#include "core/input_edit.h"

namespace rnnscope {
namespace {

constexpr double leastSpacing = 6;  // pixels between steps that have a dot each
constexpr double nameWidth = 76;

/// A canvas: what stands on it is read in the table beside it, which has its keys too.
QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* area = qobject_cast<DrawingArea*>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Canvas) : nullptr;
}

std::span<const double> columnOf(const Drawing& drawing, Index column) {
    return {drawing.values.col(column).data(), static_cast<std::size_t>(drawing.steps())};
}

}  // namespace

DrawingScale drawingScale(std::span<const double> values, std::optional<DrawingScale> before) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = *least, high = *most;
    const double size = std::max(std::abs(low), std::abs(high));
    if (before) {
        const double span = before->high - before->low, edge = 0.02 * span;
        const bool fits = low >= before->low + edge && high <= before->high - edge;
        if (fits && std::max(high - low, size) > 0.1 * span)
            return *before;
        if (fits && size == 0)
            return *before;
    }
    // Far from zero only what differs is of interest.
    const double gap = low > 0 ? low : high < 0 ? -high : 0;
    if (gap > 0.5 * size) {
        const double unit = 0.5 * roundLimit(std::max(high - low, 0.1 * size));
        return {unit * std::floor(low / unit - 0.4), unit * std::ceil(high / unit + 0.4)};
    }
    const double limit = roundLimit(size > 0 ? 1.2 * size : 1);
    return {low > 0 ? 0 : -limit, high < 0 ? 0 : limit};
}

DrawingArea::DrawingArea(DrawingModel* model, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      model_(model),
      theme_(theme),
      plot_(makeSilentPlot(this)),
      margins_(new QCPMarginGroup(plot_)),
      overlay_(new Overlay(this, [this](QCPPainter& painter) { paintOver(painter); })) {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(makeAccessible), true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    setMouseTracking(true);
    setMinimumSize(qRound(theme.px(360)), qRound(theme.px(220)));
    setAccessibleName(tr("The columns over time, to be drawn on; the table beside has the same"));
    overlay_->raise();
    refresh();
    connect(model_, &DrawingModel::drawingChanged, this, &DrawingArea::refresh);
}

DrawingArea::~DrawingArea() {
    delete plot_;  // before what its items look at
}

// ---- strips --------------------------------------------------------------------------------

QString DrawingArea::quantity(int column) const {
    return model_->drawing().answer == column ? QStringLiteral("target") : QStringLiteral("input");
}

void DrawingArea::addStrip(int column) {
    const QFont font = theme_.boldFont(12);
    const int width = qRound(theme_.px(nameWidth));
    const QString name =
        QString::fromStdString(model_->drawing().names[static_cast<std::size_t>(column)]);
    auto* label =
        new QCPTextElement(plot_, QFontMetrics(font).elidedText(name, Qt::ElideRight, width), font);
    label->setTextColor(theme_.quantityText(quantity(column)));
    label->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    label->setMinimumSize(width, 10);
    label->setMaximumSize(width, 10000);
    plot_->plotLayout()->addElement(column, 0, label);

    auto* rect = new QCPAxisRect(plot_);
    plot_->plotLayout()->addElement(column, 1, rect);
    styleAxes(*rect, theme_);
    QCPAxis* keys = rect->axis(QCPAxis::atBottom);
    keys->setTicker(timeTicker());
    keys->setTickLabels(column + 1 == model_->columnCount());
    rect->axis(QCPAxis::atLeft)->ticker()->setTickCount(model_->columnCount() > 3 ? 2 : 4);
    const int space = qRound(theme_.px(4));
    rect->setMinimumMargins(QMargins(0, space, 0, space));
    rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins_);
    auto* line = new FastGraph(keys, rect->axis(QCPAxis::atLeft));
    line->setLine(theme_.quantityLine(quantity(column)), theme_.px(1.6),
                  theme_.quantityDash(quantity(column)));
    strips_.push_back(rect);
    lines_.push_back(line);
}

void DrawingArea::build() {
    const Drawing& drawing = model_->drawing();
    const bool sameColumns = built_.size() == drawing.names.size();
    built_ = drawing.names;
    builtAnswer_ = drawing.answer;
    strips_.clear();
    lines_.clear();
    if (!sameColumns)
        scales_.clear();
    plot_->clearPlottables();
    plot_->plotLayout()->clear();
    plot_->plotLayout()->simplify();
    styleAxes(*plot_, theme_);
    for (int column = 0; column < model_->columnCount(); ++column)
        addStrip(column);
    plot_->plotLayout()->setRowSpacing(0);
    plot_->plotLayout()->setColumnSpacing(0);
}

void DrawingArea::refresh() {
    const Drawing& drawing = model_->drawing();
    if (!model_->isSketching())  // undone by the keyboard, say
        stroke_.reset();
    if (built_ != drawing.names || builtAnswer_ != drawing.answer)
        build();
    for (std::size_t column = 0; column < strips_.size(); ++column) {
        const auto values = columnOf(drawing, static_cast<Index>(column));
        lines_[column]->setValues(values, 1);
        strips_[column]->axis(QCPAxis::atBottom)->setRange(0.5, double(drawing.steps()) + 0.5);
        // Nothing moves under a stroke.
        if (scales_.size() <= column)
            scales_.push_back(drawingScale(values, std::nullopt));
        else if (!model_->isSketching())
            scales_[column] = drawingScale(values, scales_[column]);
        constexpr double most = 1e240;  // that an axis can have
        strips_[column]
            ->axis(QCPAxis::atLeft)
            ->setRange(std::max(scales_[column].low, -most), std::min(scales_[column].high, most));
    }
    followScreen(*plot_);
    plot_->replot(QCustomPlot::rpQueuedReplot);
    overlay_->update();
}

void DrawingArea::resizeEvent(QResizeEvent*) {
    overlay_->setGeometry(rect());
    plot_->setGeometry(rect());
    settleLayout(*plot_);
}

// ---- places --------------------------------------------------------------------------------

QRectF DrawingArea::strip(int column) const {
    return areaOf(*strips_[static_cast<std::size_t>(column)]);
}

QPointF DrawingArea::spot(int column, double step, double value) const {
    const QCPAxisRect& rect = *strips_[static_cast<std::size_t>(column)];
    return {rect.axis(QCPAxis::atBottom)->coordToPixel(step + 1),
            rect.axis(QCPAxis::atLeft)->coordToPixel(value)};
}

/// The strip under the pointer; −1: none.
int DrawingArea::columnAt(const QPointF& position) const {
    const double reach = theme_.px(5);
    for (int column = 0; column < static_cast<int>(strips_.size()); ++column)
        if (strip(column).adjusted(-reach, -theme_.px(3), reach, theme_.px(3)).contains(position))
            return column;
    return -1;
}

/// What a place means to a column: never beyond its axis, and no finer than a pixel.
StrokePoint DrawingArea::pointAt(int column, const QPointF& position, bool erases) const {
    const QCPAxisRect& rect = *strips_[static_cast<std::size_t>(column)];
    const double step = rect.axis(QCPAxis::atBottom)->pixelToCoord(position.x()) - 1;
    if (erases)
        return {step, 0};
    const QCPRange range = rect.axis(QCPAxis::atLeft)->range();
    const double value = std::clamp(rect.axis(QCPAxis::atLeft)->pixelToCoord(position.y()),
                                    range.lower, range.upper);
    return {step, roundedTo(value, range.size() / std::max(1.0, strip(column).height()))};
}

void DrawingArea::setCurrent(int step, int column) {
    currentStep_ = step;
    currentColumn_ = column;
    overlay_->update();
}

// ---- strokes -------------------------------------------------------------------------------

void DrawingArea::mousePressEvent(QMouseEvent* event) {
    const bool known = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    const int column = columnAt(event->position());
    if (stroke_ || !known || column < 0)
        return;
    pointer_ = event->position();
    const bool erases = erases_ || event->button() == Qt::RightButton;
    const StrokePoint point = pointAt(column, event->position(), erases);
    Q_EMIT pressed(static_cast<int>(strokeStep(point.step, model_->drawing().steps())), column);
    const Eigen::VectorXd values = model_->drawing().values.col(column);
    stroke_ = Stroke{column, event->button(), erases, point, values, {}, {}};
    drawTo(point, event->modifiers() & Qt::ShiftModifier);
}

void DrawingArea::drawTo(StrokePoint point, bool straight) {
    Stroke& stroke = *stroke_;
    const Index steps = stroke.values.size();
    const auto atStep = [&](StrokePoint place) {
        return StrokePoint{static_cast<double>(strokeStep(place.step, steps)), place.value};
    };
    if (straight) {
        if (!stroke.corner) {
            stroke.corner = stroke.last;
            stroke.under = stroke.values;
        }
        stroke.values = stroke.under;
        drawStroke(stroke.values, atStep(*stroke.corner), atStep(point));
    } else {
        stroke.corner.reset();
        drawStroke(stroke.values, stroke.last, point);
    }
    stroke.last = point;
    model_->sketch(stroke.column, stroke.values);
}

void DrawingArea::mouseMoveEvent(QMouseEvent* event) {
    pointer_ = event->position();
    if (stroke_)
        drawTo(pointAt(stroke_->column, event->position(), stroke_->erases),
               event->modifiers() & Qt::ShiftModifier);
    columnAt(event->position()) >= 0 || stroke_ ? setCursor(Qt::CrossCursor) : unsetCursor();
    overlay_->update();
}

void DrawingArea::mouseReleaseEvent(QMouseEvent* event) {
    pointer_ = event->position();
    if (!stroke_ || event->button() != stroke_->button)
        return;
    const bool erases = stroke_->erases;
    stroke_.reset();
    model_->finishSketch(erases ? tr("Erase") : tr("Draw"));
}

bool DrawingArea::dropStroke() {
    if (!stroke_)
        return false;
    stroke_.reset();
    model_->dropSketch();
    return true;
}

void DrawingArea::leaveEvent(QEvent*) {
    pointer_.reset();
    overlay_->update();
}

// ---- over the plot -------------------------------------------------------------------------

void DrawingArea::paintOver(QPainter& painter) const {
    const Drawing& drawing = model_->drawing();
    painter.setRenderHint(QPainter::Antialiasing);
    const double spacing = spot(0, 1, 0).x() - spot(0, 0, 0).x();
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QRectF area = strip(column);
        if (column == currentColumn_ && currentStep_ < drawing.steps()) {
            const double x = spot(column, currentStep_, 0).x();
            painter.setPen(QPen(theme_.groove, theme_.px(1.5)));
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
        if (spacing < theme_.px(leastSpacing))
            continue;
        painter.setPen(QPen(theme_.quantityLine(quantity(column)), theme_.px(1.4)));
        painter.setBrush(theme_.card);
        const double size = theme_.px(std::clamp(spacing / 5, 1.8, 3.2));
        for (Index step = 0; step < drawing.steps(); ++step)
            if (const QPointF at = spot(column, double(step), drawing.values(step, column));
                area.adjusted(-1, -1, 1, 1).contains(at))
                painter.drawEllipse(at, size, size);
    }
    if (currentColumn_ < model_->columnCount() && currentStep_ < drawing.steps())
        paintHandle(painter, currentColumn_, currentStep_, false);
    if (!pointer_)
        return;
    const int column = stroke_ ? stroke_->column : columnAt(*pointer_);
    if (column >= 0)
        paintHandle(painter, column,
                    strokeStep(pointAt(column, *pointer_, false).step, drawing.steps()), true);
}

/// A point that is meant, with its step and value told beside it.
void DrawingArea::paintHandle(QPainter& painter, int column, Index step, bool told) const {
    const double value = model_->drawing().values(step, column);
    const QRectF area = strip(column);
    QPointF at = spot(column, double(step), value);
    at.setY(std::clamp(at.y(), area.top(), area.bottom()));
    painter.setPen(QPen(theme_.quantityLine(quantity(column)), theme_.px(2)));
    painter.setBrush(theme_.card);
    const double size = theme_.px(told ? 5.5 : 4);
    painter.drawEllipse(at, size, size);
    if (!told)
        return;
    painter.setFont(theme_.boldFont(11));
    const QString text = labelled(QStringLiteral("t = %1").arg(step + 1), shortNumber(value));
    const QFontMetricsF metrics(painter.font());
    QRectF label(0, 0, metrics.horizontalAdvance(text) + theme_.px(10),
                 metrics.height() + theme_.px(2));
    // Beside the point, where neither pointer nor line is in the way.
    const double away = theme_.px(12);
    const bool right = at.x() + away + label.width() <= area.right();
    label.moveLeft(right ? at.x() + away : at.x() - away - label.width());
    label.moveTop(std::clamp(at.y() - label.height() - theme_.px(4), area.top(),
                             std::max(area.top(), area.bottom() - label.height())));
    painter.setPen(QPen(theme_.cardBorder, theme_.px(1)));
    painter.drawRoundedRect(label, theme_.px(3), theme_.px(3));
    painter.setPen(theme_.quantityText(quantity(column)));
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace rnnscope
