// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cliff_panel.h"

#include <qcustomplot.h>

#include <QAction>
#include <QLayout>
#include <QPushButton>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "app/panels/cliff_controls.h"
#include "app/plot/beside_gradient.h"
#include "app/plot/figure.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"
#include "app/plot/overlay.h"
#include "app/plot/style.h"
#include "app/setup_widgets.h"

namespace rnnscope {

namespace {

constexpr int surfaceColumns = 264, surfaceRows = 200;
constexpr int playingMs = 80;

/// Middles of `count` cells between two ends.
Eigen::VectorXd middles(double low, double high, int count) {
    const double half = (high - low) / count / 2;
    return Eigen::VectorXd::LinSpaced(count, low + half, high - half);
}

QCustomPlot* makePlot(QWidget* parent) {
    QCustomPlot* plot = makeSilentPlot(parent);
    plot->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    return plot;
}

}  // namespace

CliffPanel::CliffPanel(const Theme& look, QWidget* parent)
    : Panel(look, parent),
      runs_(choice_),
      map_(makePlot(this)),
      losses_(makePlot(this)),
      surface_(new Heatmap(map_->xAxis2, map_->yAxis2)),
      plainLine_(new FastGraph(losses_->xAxis, losses_->yAxis)),
      clippedLine_(new FastGraph(losses_->xAxis, losses_->yAxis)),
      controls_(new CliffControls(look, this)),
      timer_(new QTimer(this)) {
    setObjectName(QStringLiteral("cliff"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownArrows", true);  // they step here, not through the sequence
    overlay_ = new Overlay(this, [this](QCPPainter& painter) {
        const CliffFrame now = frame(places_);
        paintCliffHead(painter, now);
        paintCliffMap(painter, now);
        paintCliffLosses(painter, now);
        if (hasFocus()) {
            painter.setPen(QPen(withContrast(theme().accent, theme().card, 3), theme().px(1.5)));
            painter.drawRect(places_.map);
        }
    });
    timer_->setInterval(playingMs);
    connect(timer_, &QTimer::timeout, this, [this] {
        setStep(step_ + 1);
        if (step_ == cliffSteps)
            setPlaying(false);
    });
    connect(controls_->backAction(), &QAction::triggered, this, [this] { setStep(step_ - 1); });
    connect(controls_->nextAction(), &QAction::triggered, this, [this] { setStep(step_ + 1); });
    connect(controls_->endAction(), &QAction::triggered, this, [this] { setStep(cliffSteps); });
    connect(controls_->playAction(), &QAction::triggered, this,
            [this] { setPlaying(!isPlaying()); });
    connect(controls_, &CliffControls::resetWanted, this, &CliffPanel::reset);
    connect(controls_, &CliffControls::rateWanted, this, [this](double rate) {
        CliffChoice next = choice_;
        next.rate = rate;
        setChoice(next);
    });
    connect(controls_, &CliffControls::thresholdWanted, this, [this](double threshold) {
        CliffChoice next = choice_;
        next.threshold = threshold;
        setChoice(next);
    });
    style();
    changed();
}

CliffPanel::~CliffPanel() = default;

QWidget* CliffPanel::headerTool() {
    if (!header_) {
        header_ = new Segments({tr("near"), tr("wide")}, "true", this);
        header_->hide();  // until it stands in a title line
        header_->button(0)->setToolTip(tr("The lesson's valley and its wall"));
        header_->button(1)->setToolTip(tr("As far as a run is thrown"));
        connect(header_, &Segments::chosen, this, [this](int index) { setWide(index == 1); });
        updateHeader();
    }
    return header_;
}

QSize CliffPanel::sizeHint() const {
    return QSizeF(theme().px(400), theme().px(420)).toSize();
}

QSize CliffPanel::minimumSizeHint() const {
    return QSizeF(theme().px(230), theme().px(130)).toSize();
}

// ---- what is shown ---------------------------------------------------------------------------

void CliffPanel::setChoice(const CliffChoice& choice) {
    if (choice == choice_)
        return;
    choice_ = choice;
    runs_ = CliffRuns(choice);
    changed();
}

void CliffPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const CliffPanel&>(shown);
    wideChosen_ = other.wideChosen_;
    wideWanted_ = other.wideWanted_;
    step_ = other.step_;
    choice_ = other.choice_;
    runs_ = other.runs_;
    changed();
}

void CliffPanel::setStep(int step) {
    step = std::clamp(step, 0, cliffSteps);
    if (step == step_)
        return;
    step_ = step;
    followWindow();
    updateWords();
    update();
    overlay_->update();
}

bool CliffPanel::isPlaying() const {
    return timer_->isActive();
}

void CliffPanel::setPlaying(bool on) {
    if (on && step_ == cliffSteps)
        setStep(0);
    if (on)
        timer_->start();
    else
        timer_->stop();
    updateWords();
}

bool CliffPanel::isWide() const {
    return wideChosen_.value_or(wideWanted_);
}

void CliffPanel::setWide(bool on) {
    wideChosen_ = on;
    followWindow();
    update();
    overlay_->update();
}

void CliffPanel::reset() {
    setPlaying(false);
    wideChosen_.reset();
    step_ = 0;
    choice_ = CliffChoice();
    runs_ = CliffRuns(choice_);
    changed();
}

// A run that leaves the picture takes the picture along; what the user chose stays until then.
void CliffPanel::followWindow() {
    const bool wanted = !staysNear(runs_, step_);
    if (wanted != wideWanted_)
        wideChosen_.reset();
    wideWanted_ = wanted;
    if (held_ != Held::Start)  // a picture that moves cannot be pointed at
        window_ = isWide() ? CliffWindow::wide(runs_, step_) : CliffWindow::valley();
    map_->xAxis->setRange(window_.left, window_.right);
    map_->yAxis->setRange(window_.low, window_.high);
    if (isVisible())
        fillSurface();
    updateHeader();
}

// Twenty milliseconds, so not before it is seen.
void CliffPanel::fillSurface() {
    if (window_ == surfaceOf_)
        return;
    surfaceOf_ = window_;
    const Eigen::MatrixXd losses =
        cliffSurface(middles(window_.left, window_.right, surfaceColumns),
                     middles(window_.low, window_.high, surfaceRows));
    // Row 0 is the lowest b, and the axis is not reversed.
    surface_->setData(losses.data(), surfaceRows, surfaceColumns, 1, losses.rows());
    map_->xAxis2->setRange(-0.5, surfaceColumns - 0.5);
    map_->yAxis2->setRange(0, surfaceRows);
    map_->replot(QCustomPlot::rpQueuedReplot);
}

void CliffPanel::fillLosses() {
    std::vector<double> positions(std::size_t(cliffSteps) + 1);
    double least = 1;
    for (const auto* run : {&runs_.plain, &runs_.clipped})
        for (const CliffPoint& point : *run)
            if (point.loss > 0)
                least = std::min(least, point.loss);
    // Room above 1 for the words at the throw.
    axis_ = {std::clamp(2 * std::floor(std::log10(least) / 2), -16.0, -6.0), 1.6};
    for (const bool clipped : {false, true}) {
        const auto& run = clipped ? runs_.clipped : runs_.plain;
        for (std::size_t k = 0; k < positions.size(); ++k)
            positions[k] = axis_.position(run[k].loss);
        (clipped ? clippedLine_ : plainLine_)->setValues(positions, 0);
    }
    losses_->xAxis->setRange(0, cliffSteps);
    setLogAxis(*losses_->yAxis, {-300, axis_.high});
    losses_->yAxis->setRange(axis_.low, axis_.high);
    losses_->replot(QCustomPlot::rpQueuedReplot);
}

void CliffPanel::changed() {
    followWindow();
    fillLosses();
    updateWords();
    layOut();
    update();
    overlay_->update();
}

void CliffPanel::updateWords() {
    controls_->setState(choice_, step_, isPlaying());
    setAccessibleName(tr("The cliff"));
    setAccessibleDescription(
        tr("update %1; not clipped: %2; clipped: %3")
            .arg(step_)
            .arg(plainWords(runs_.plain, step_), clippedWords(runs_.clipped, step_)));
    Q_EMIT refreshed();  // the runs are its own
}

View CliffPanel::place() const {
    View own = view();
    own.position.update = step_;
    return own;
}

DataTable CliffPanel::data() const {
    DataTable table;
    const auto column = [&](const QString& name, const std::vector<CliffPoint>& run, auto value) {
        table.names << name;
        std::vector<double>& numbers = table.columns.emplace_back();
        for (const CliffPoint& point : run)
            numbers.push_back(double(value(point)));
    };
    table.names << QStringLiteral("update");
    std::vector<double>& updates = table.columns.emplace_back();
    for (int k = 0; k <= cliffSteps; ++k)
        updates.push_back(k);
    for (const auto& [prefix, run] : {std::pair(QStringLiteral("unclipped_"), &runs_.plain),
                                      std::pair(QStringLiteral("clipped_"), &runs_.clipped)}) {
        column(prefix + "w", *run, [](const CliffPoint& point) { return point.w; });
        column(prefix + "b", *run, [](const CliffPoint& point) { return point.b; });
        column(prefix + "loss", *run, [](const CliffPoint& point) { return point.loss; });
        column(prefix + "gradient_norm", *run,
               [](const CliffPoint& point) { return point.gradientNorm(); });
    }
    column(QStringLiteral("clipped_engaged"), runs_.clipped,
           [](const CliffPoint& point) { return point.clipped ? 1 : 0; });
    return table;
}

// ---- drawing ---------------------------------------------------------------------------------

void CliffPanel::refresh() {
    styleIfNeeded();
    update();
}

// Before there is a snapshot nobody tells of a new theme.
void CliffPanel::styleIfNeeded() {
    if (drawn_ && drawn_->id == theme().id && drawn_->scale == theme().scale)
        return;
    style();
    layOut();
}

void CliffPanel::setMargins(QCustomPlot& plot) const {
    const QFontMetricsF metrics(theme().font(11));
    plot.axisRect()->setMargins(QMargins(qCeil(theme().px(44)), 0, qCeil(theme().px(14)),
                                         qCeil(metrics.height() + theme().px(8))));
}

void CliffPanel::style() {
    const Theme& look = theme();
    drawn_ = look;
    surface_->setScale(cliffScale());
    losses_->xAxis->setTicker(timeTicker());
    for (QCustomPlot* plot : {map_, losses_}) {
        styleAxes(*plot, look);
        setMargins(*plot);
        followScreen(*plot);
    }
    for (QCPAxis* axis : map_->axisRect()->axes())
        axis->grid()->setVisible(false);
    plainLine_->setLine(besideGradient(look), look.px(2));
    clippedLine_->setLine(look.quantityLine(u"gradient"), look.px(2));
    controls_->setTheme(look);
    updateHeader();
    for (QCustomPlot* plot : {map_, losses_})
        plot->replot(QCustomPlot::rpQueuedReplot);
}

void CliffPanel::updateHeader() {
    if (!header_)
        return;
    header_->setCurrent(isWide() ? 1 : 0);
    header_->setTheme(theme());
    if (const QString sheet = titleSwitchSheet(theme()); header_->styleSheet() != sheet)
        header_->setStyleSheet(sheet);
}

void CliffPanel::paintEvent(QPaintEvent*) {
    styleIfNeeded();
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    paintCliffWords(painter, frame(places_));
}

void CliffPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    layOut();
}

void CliffPanel::showEvent(QShowEvent* event) {
    fillSurface();
    Panel::showEvent(event);
}

void CliffPanel::hideEvent(QHideEvent* event) {
    setPlaying(false);
    Panel::hideEvent(event);
}

}  // namespace rnnscope
