// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/jacobian_panel.h"

#include <qcustomplot.h>

#include <QLabel>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/plot/style.h"
#include "app/words.h"

namespace rnnscope {

JacobianPanel::JacobianPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent),
      plot_(makeSilentPlot(this)),
      overlay_(new Overlay(this, [this](QCPPainter& painter) { paintCursor(painter); })) {
    setObjectName(QStringLiteral("jacobians"));
    setMouseTracking(true);
    plot_->axisRect()->setAutoMargins(QCP::msNone);
    plot_->plotLayout()->setAutoMargins(QCP::msNone);
    style();
    auto* ground = new PaintItem(plot_, [this](QPainter& painter) { paintGround(painter); });
    ground->setLayer(QStringLiteral("background"));  // after the axis rectangle's own
    auto* labels = new PaintItem(plot_, [this](QPainter& painter) { paintLabels(painter); });
    labels->setLayer(QStringLiteral("axes"));
    auto* cursor = new PaintItem(plot_, [this](QCPPainter& painter) {
        if (inFigure_)
            paintCursor(painter);
    });
    cursor->setLayer(QStringLiteral("overlay"));
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
}

JacobianPanel::~JacobianPanel() {
    delete plot_;  // before what its items look at
}

QWidget* JacobianPanel::headerTool() {
    if (!chip_) {
        chip_ = new QLabel(this);
        chip_->setProperty("role", "chip");
        updateChip();
    }
    return chip_;
}

QSizeF JacobianPanel::figureSize() const {
    return {theme().px(720), theme().px(400)};
}

QSize JacobianPanel::sizeHint() const {
    return QSizeF(theme().px(380), theme().px(250)).toSize();
}

QSize JacobianPanel::minimumSizeHint() const {
    return QSizeF(theme().px(220), theme().px(130)).toSize();
}

const Spectrum* JacobianPanel::spectrum() const {
    if (!snapshot() || !analyses() || !analyses()->spectra)
        return nullptr;
    const std::size_t trace = traceOf(*analyses()->of);
    const auto& spectra = *analyses()->spectra;
    return trace < spectra.size() ? &spectra[trace] : nullptr;
}

int JacobianPanel::shownSteps() const {
    const Spectrum* known = spectrum();
    return known ? int(known->singular.rows()) : 1;
}

bool JacobianPanel::isReverse() const {
    return analyses()->of->record.traces[traceOf(*analyses()->of)].reversed();
}

QString JacobianPanel::message() const {
    return spectrum() ? QString() : tr("Working it out…");
}

QString JacobianPanel::verdict() const {
    return facts_ ? spectrumVerdict(*facts_) : QString();
}

DataTable JacobianPanel::data() const {
    DataTable table;
    const Spectrum* known = spectrum();
    if (!known)
        return table;
    const auto column = [&](const QString& name, const Eigen::VectorXd& values) {
        table.names << name;
        table.columns.emplace_back(values.begin(), values.end());
    };
    const Eigen::Index steps = known->singular.rows();
    column(QStringLiteral("t"), Eigen::VectorXd::LinSpaced(steps, 1, double(steps)));
    for (Eigen::Index k = 0; k < known->singular.cols(); ++k)
        column(QStringLiteral("sigma_%1").arg(k + 1), known->singular.col(k));
    column(QStringLiteral("spectral_radius"), known->radius);
    if (known->bound)
        column(QStringLiteral("bound"), Eigen::VectorXd::Constant(steps, *known->bound));
    return table;
}

void JacobianPanel::updateChip() {
    if (!chip_)
        return;
    const bool brief = width() < theme().px(520);
    chip_->setText(facts_ ? spectrumVerdict(*facts_, brief) : QString());
    chip_->setVisible(!verdict().isEmpty() && chip_->parentWidget() != this);
    chip_->setAccessibleName(verdict());
    QString detail = verdict() + QLatin1Char('\n') +

                     tr("σ₁ is the largest singular value of ∂s_t/∂s_(t−1), s the whole state.\n"
                        "Under 1 at every step suffices to vanish.\n"
                        "Over 1 is needed to explode, but does not suffice.");
    if (facts_ && !facts_->overflow)
        detail +=
            QLatin1Char('\n') + tr("geometric mean of σ₁: %1\nlargest σ₁: %2")
                                    .arg(fullNumber(facts_->perStep), fullNumber(facts_->largest));
    chip_->setToolTip(detail);
    setTone(*chip_, facts_ ? spectrumTone(*facts_) : QStringLiteral("calm"));
}

void JacobianPanel::refresh() {
    followScreen(*plot_);
    facts_.reset();
    fan_ = {};
    if (const Spectrum* known = spectrum()) {
        facts_ = factsOf(*known, isReverse());
        fan_ = spectrumFan(*known);
        axis_ = spectrumAxis(*known);
    }
    fill();
    style();
    layOut(size());
    updateChip();
    setAccessibleName(tr("Jacobian spectrum over time"));
    setAccessibleDescription(message().isEmpty() ? verdict() : message());
    if (isVisible() && !plot_->size().isEmpty())
        plot_->replot(QCustomPlot::rpQueuedRefresh);
}

void JacobianPanel::moveCursor() {
    overlay_->update();
}

// Lines in the order of painting: the fan, the spectral radius, the largest value.
void JacobianPanel::fill() {
    plot_->clearGraphs();
    const Spectrum* known = spectrum();
    if (!known)
        return;
    const auto add = [this, known](const auto& sizes, const QColor& color, double width,
                                   Qt::PenStyle dash) {
        std::vector<double> positions;
        for (const double size : sizes) {  // zeros are gaps: on this axis they are nowhere
            const double largest = known->singular(Eigen::Index(positions.size()), 0);
            positions.push_back(std::isfinite(size) && !isZero(size, largest)
                                    ? LogAxis{-300, 240}.position(size)
                                    : std::numeric_limits<double>::quiet_NaN());
        }
        auto* graph = new FastGraph(plot_->xAxis, plot_->yAxis);  // the plot owns it
        graph->setValues(positions, 1);
        const double lone = positions.size() == 1 ? theme().px(5) : 0;  // a dot, not a line
        graph->setLine(color, std::max(lone, theme().px(width)), dash);
    };
    const QColor hue = theme().quantityLine(u"gradient");
    for (const std::vector<double>& line : fan_.lines)
        add(line, theme().faint(hue, fan_.bands.empty() ? 0.38 : 0.6), 1.2, Qt::SolidLine);
    add(known->radius, theme().text, 1.5, Qt::DashLine);
    const Eigen::VectorXd largest = known->singular.col(0);
    add(largest, hue, 2.2, Qt::SolidLine);
}

void JacobianPanel::style() {
    styleAxes(*plot_, theme());
    setLogAxis(*plot_->yAxis, {-300, axis_.high});  // no "0" at the floor: values go on below it
    plot_->yAxis->setRange(axis_.low, axis_.high);
    plot_->xAxis->setTicker(timeTicker());
    plot_->xAxis->setRange(0.5, shownSteps() + 0.5);
    plot_->xAxis->setTickLabels(spectrum() != nullptr);
}

std::vector<LegendChip> JacobianPanel::legend(double width, bool withVerdict) const {
    std::vector<LegendChip> chips;
    if (!facts_)
        return chips;
    const bool wide = width >= theme().px(520);
    const auto add = [&](const QString& symbol, const QString& words, const QColor& line,
                         bool dashed) {
        const QColor fill = theme().faint(line, 0.1);
        chips.push_back({wide ? symbol + QLatin1Char(' ') + words : symbol,
                         words,
                         withContrast(line, fill, 4.5),
                         fill,
                         fill,
                         line,
                         dashed,
                         {}});
    };
    const QColor hue = theme().quantityLine(u"gradient");
    add(QStringLiteral("σ₁"), tr("largest singular value"), hue, false);
    if (!fan_.symbol.isEmpty())
        add(fan_.symbol, tr("the others"), theme().faint(hue, 0.45), false);
    add(QStringLiteral("ρ"), tr("spectral radius"), theme().text, true);
    if (withVerdict)
        chips.push_back(toneChip(verdict(), spectrumTone(*facts_), theme()));
    return chips;
}

// Fixed margins, so that the axes stand still whatever is drawn.
void JacobianPanel::layOut(const QSizeF& size) {
    area_ = size;
    const QFontMetricsF metrics(theme().font(11));
    const double left =
        metrics.horizontalAdvance(QStringLiteral("10") + superscript(int(axis_.low))) +
        theme().px(9);
    std::vector<LegendChip> chips = legend(size.width(), inFigure_);
    legendHeight_ = layOutChips(chips, left, size.width(), theme());
    if (!inFigure_ && size.height() < theme().px(150))
        legendHeight_ = 0;  // no room
    const double lastStep = metrics.horizontalAdvance(QString::number(shownSteps()));
    plot_->axisRect()->setMargins({qCeil(left), qCeil(metrics.height() / 2),
                                   qCeil(lastStep / 2 + theme().px(1)),
                                   qCeil(metrics.height() + theme().px(9) + legendHeight_)});
    plot_->setViewport(QRect(QPoint(), size.toSize()));
    settleLayout(*plot_);
}

void JacobianPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    layOut(size());  // first: the plot draws itself as soon as it has its size
    plot_->setGeometry(rect());
    overlay_->setGeometry(rect());
    updateChip();
}

QRectF JacobianPanel::plotArea() const {
    return areaOf(*plot_->axisRect());
}

double JacobianPanel::xOf(int step) const {
    return plot_->xAxis->coordToPixel(step + 1);
}

// Inside the plot always: what lies beyond stands at its border.
double JacobianPanel::yOf(double size) const {
    const QRectF area = plotArea();
    const double y = plot_->yAxis->coordToPixel(LogAxis{-300, 240}.position(size));
    return std::clamp(y, area.top(), area.bottom());
}

int JacobianPanel::stepAt(double x) const {
    const double key = plot_->xAxis->pixelToCoord(x);
    return int(std::clamp(std::round(key) - 1, 0.0, shownSteps() - 1.0));
}

QPoint JacobianPanel::pointOf(int step) const {
    return QPointF(xOf(step), plotArea().center().y()).toPoint();
}

void JacobianPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    inFigure_ = true;
    layOut(QSizeF(area.size().toSize()).expandedTo({1, 1}));
    plot_->setBackground(Qt::NoBrush);
    paintPlot(painter, *plot_, area);
    plot_->setBackground(QBrush(theme().card));
    inFigure_ = false;
    layOut(size());
}

QString JacobianPanel::hoverText(int step) const {
    const Spectrum& known = *spectrum();
    const Snapshot& of = *analyses()->of;
    QStringList place{tr("<b>t = %1</b>, layer %2").arg(step + 1).arg(view().layer + 1)};
    if (of.shape().bidirectional)
        place << (isReverse() ? tr("backwards in time") : tr("forwards in time"));
    QString text = joined(place);
    text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    const auto row = [&](const QString& symbol, double size) {
        text += QStringLiteral("<tr><td><b>%1</b></td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                    .arg(symbol, shortNumber(size), fullNumber(size));
    };
    const int count = int(known.singular.cols());
    const int told = count <= mostFanLines ? count : 3;
    for (int k = 0; k < told; ++k)
        row(QStringLiteral("σ") + subscript(k + 1), known.singular(step, k));
    if (told < count) {
        text += QStringLiteral("<tr><td>…</td></tr>");
        row(QStringLiteral("σ") + subscript(count), known.singular(step, count - 1));
    }
    row(QStringLiteral("ρ"), known.radius[step]);
    if (known.bound)
        row(QStringLiteral("‖W<sub>hh</sub>‖₂"), *known.bound);
    return text + QStringLiteral("</table>") +
           tr("of the %1 × %1 Jacobian from the step before").arg(count);
}

bool JacobianPanel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    // Buffers keep the device pixel ratio they were made for.
    if (event->type() == QEvent::ScreenChangeInternal)
        invalidate();
    return Panel::event(event);
}

void JacobianPanel::mousePressEvent(QMouseEvent* event) {
    dragging_ = event->button() == Qt::LeftButton && spectrum() &&
                event->position().y() <= plotArea().bottom();
    if (!dragging_)
        return event->ignore();
    emit stepRequested(stepAt(event->position().x()));
}

void JacobianPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!spectrum())
        return;
    const QPointF point = event->position();
    if (dragging_)
        emit stepRequested(stepAt(point.x()));
    if (dragging_ || plotArea().contains(point))
        QToolTip::showText(event->globalPosition().toPoint(), hoverText(stepAt(point.x())), this);
    else
        QToolTip::hideText();
}

void JacobianPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void JacobianPanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    QToolTip::hideText();
}

}  // namespace rnnscope
