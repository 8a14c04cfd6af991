// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_panel.h"

#include <qcustomplot.h>

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>

#include "app/panels/contributions_header.h"
#include "app/plot/figure.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"

using namespace rnnscope;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

using Options = std::vector<std::pair<const char*, const char*>>;
using Shared = std::shared_ptr<const Analyses>;

std::shared_ptr<const Snapshot> pass(const Options& options) {
    Setup setup;
    if (const Done set = setOption(setup, "task", "sine"); !set)
        qFatal("%s", set.error().text().c_str());
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name, set.error().text().c_str());
    Result<Experiment> experiment = Experiment::create(setup);
    if (!experiment)
        qFatal("%s", experiment.error().text().c_str());
    return (*experiment).snapshot(1);
}

Shared analysed(const Options& options) {
    AnalysisRequest request;
    request.wanted = PathsAnalysis | ContributionsAnalysis;
    return analyse(pass(options), request);
}

View at(Phase phase, int step, bool reverse = false, int layer = 0) {
    View view;
    view.position = {0, phase, step};
    view.reverse = reverse;
    view.layer = layer;
    return view;
}

/// A panel in a window of its own, with the numbers in it.
struct Shown {
    explicit Shown(const Shared& analyses, const QSize& size = {700, 380},
                   const Theme& theme = Theme::light())
        : panel(theme, &window) {
        window.resize(size);
        panel.setGeometry(window.rect());
        header = static_cast<ContributionsHeader*>(panel.headerTool());
        panel.setSnapshot(analyses->of);
        panel.setAnalyses(analyses);
        panel.setView(at(Phase::Clip, 0));
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
        QCoreApplication::processEvents();
    }
    QImage image() { return window.grab().toImage(); }
    QWidget window;
    ContributionsPanel panel;
    ContributionsHeader* header;
};

QString svgOf(ContributionsPanel& panel) {
    QTemporaryDir folder;
    const QString file = folder.filePath("figure.svg");
    FigureOptions options;
    options.size = panel.figureSize();
    const Done written = exportFigure(
        file, options, [&](QCPPainter& painter, QRectF area) { panel.paintFigure(painter, area); },
        Theme::light());
    if (!written)
        qFatal("%s", written.error().text().c_str());
    QFile content(file);
    content.open(QIODevice::ReadOnly);
    return QString::fromUtf8(content.readAll());
}

std::vector<double> list(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

ContributionRow rowOf(std::vector<double> norms) {
    ContributionRow row;
    row.norms = std::move(norms);
    return row;
}

}  // namespace

class ContributionsPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void sharesOfPathsSumToOne();
    void tailIsTheLastFifth();
    void percentNeverRoundsUpToAll();
    void scalesGrowByEvenDecades();
    void pathsAreTheAnalyses();
    void anRnnHasOnePath();
    void weightsAreTheAnalyses();
    void lastLossHasNumbersOfItsOwn();
    void lastStepsMakeTheGradient();
    void saturationIsToldAndWarns();
    void deadUnitsWarn();
    void switchesSwitch();
    void pointingAsksForAStep();
    void clickingARowShowsItsShares();
    void hoverTellsExactNumbers();
    void stripsBecomeFullWhereThePassHasBeen();
    void reverseDirectionIsPlayedFromTheLeft();
    void olderAnalysesStayTogether();
    void emptyStatesSayWhy();
    void notFiniteIsMarked();
    void figureHoldsItsWords();
    void headerGivesWay();
    void longSequencesDrawQuickly();
    void everyCellSizeAndThemeDraws();
};

void ContributionsPanelTest::sharesOfPathsSumToOne() {
    const std::vector<ContributionRow> rows{rowOf({1, 0, 1e308, 1, infinity}),
                                            rowOf({3, 0, 1e308, notANumber, 1})};
    QCOMPARE(pathShares(rows, 0), (std::vector<double>{0.25, 0.75}));
    QCOMPARE(pathShares(rows, 2), (std::vector<double>{0.5, 0.5}));  // though their sum overflows
    for (const int step : {1, 3, 4})
        for (const double share : pathShares(rows, step))
            QVERIFY(std::isnan(share));
}

void ContributionsPanelTest::tailIsTheLastFifth() {
    std::vector<double> shares(50, 0.0);
    shares[45] = 0.75;
    shares[40] = 0.5;
    shares[39] = -0.5;
    shares[3] = 0.25;
    QCOMPARE(tailShare(shares, false).steps, 10);
    QCOMPARE(tailShare(shares, false).share, 1.25);
    QCOMPARE(tailShare(shares, true).share, 0.25);  // computed last, so nearest to the loss
    QCOMPARE(tailShare(std::vector<double>{1.0}, false).steps, 1);
    QCOMPARE(tailShare(std::vector<double>{0.5, 0.5, 0.0}, false).steps, 1);
    QCOMPARE(tailShare(std::vector<double>{}, false).steps, 0);
}

void ContributionsPanelTest::percentNeverRoundsUpToAll() {
    QCOMPARE(percentText(0.997), QString("99.7 %"));
    QCOMPARE(percentText(0.99999), QString("> 99.9 %"));
    QCOMPARE(percentText(1), QString("100 %"));
    QCOMPARE(percentText(-0.123), QString::fromUtf8("−12.3 %"));
    QCOMPARE(percentText(notANumber), QString::fromUtf8("–"));
    QCOMPARE(shareText(0.62), QString("62 %"));
    QCOMPARE(shareText(0.0341), QString("3.4 %"));
    QCOMPARE(shareText(1e-7), QString("< 0.1 %"));
    QCOMPARE(shareText(0), QString("0 %"));
    QCOMPARE(shareText(-0.5), QString::fromUtf8("−50 %"));
    QCOMPARE(shareText(infinity), QString::fromUtf8("–"));
}

void ContributionsPanelTest::scalesGrowByEvenDecades() {
    const std::vector<ContributionRow> calm{rowOf({1e-30, 0, 0.9, notANumber, infinity})};
    QCOMPARE(sizeScale(calm, false), ColorScale::logSize(-6, 0));
    const std::vector<ContributionRow> loud{rowOf({0.1}), rowOf({2000})};
    QCOMPARE(sizeScale(loud, true), ColorScale::logSize(-6, 4, true));
    const std::vector<std::vector<double>> within{{1e-8, 0, infinity}, {100}};
    QCOMPARE(sizeAxis(within).low, -8.0);
    QCOMPARE(sizeAxis(within).high, 2.0);
    const std::vector<std::vector<double>> beyond{{1e-9}, {101}};
    QCOMPARE(sizeAxis(beyond).low, -10.0);
    QCOMPARE(sizeAxis(beyond).high, 4.0);
}

void ContributionsPanelTest::pathsAreTheAnalyses() {
    for (const char* cell : {"lstm", "gru", "gru-reset-before"}) {
        const Shared analyses = analysed({{"cell", cell}, {"length", "30"}});
        ContributionsPanel panel(Theme::light());
        panel.setSnapshot(analyses->of);
        panel.setAnalyses(analyses);
        const GradientPaths& paths = (*analyses->paths)[0];
        const DataTable table = panel.data();
        QCOMPARE(table.columns[0].front(), 1.0);
        QCOMPARE(table.columns[0].back(), 30.0);
        QCOMPARE(table.columns[1], list(paths.whole));
        QCOMPARE(table.columns[2], list(paths.direct));
        QCOMPARE(panel.rows().size(), paths.paths.size());
        for (std::size_t k = 0; k < paths.paths.size(); ++k) {
            QCOMPARE(table.columns[3 + k], list(paths.paths[k].norm));
            QCOMPARE(panel.rows()[k].quantity, QString::fromStdString(paths.paths[k].id));
        }
        QCOMPARE(QSet<QString>(table.names.begin(), table.names.end()).size(), table.names.size());
    }
    const Shared lstm = analysed({{"cell", "lstm"}});
    ContributionsPanel panel(Theme::light());
    panel.setSnapshot(lstm->of);
    panel.setAnalyses(lstm);
    QCOMPARE(panel.data().names.mid(0, 4),
             QStringList({"t", "norm_grad_c", "norm_direct_f", "straight_f"}));
    // The same gate by two ways: straight, and through its own weights.
    QCOMPARE(panel.rows()[0].name, QString::fromUtf8("f ∘ straight"));
    QCOMPARE(panel.rows()[2].name, QString("through W_hf"));
    QCOMPARE(panel.rows()[0].quantity, panel.rows()[2].quantity);
    QVERIFY(panel.rows()[2].title.contains("forget gate"));
}

void ContributionsPanelTest::anRnnHasOnePath() {
    const Shared analyses = analysed({{"cell", "rnn"}});
    Shown shown(analyses);
    QCOMPARE(shown.panel.rows().size(), std::size_t(1));
    QCOMPARE(shown.panel.data().names, QStringList({"t", "norm_grad_h", "through_W_hh"}));
    QCOMPARE(shown.panel.frame().values.size(), std::size_t(1));  // no straight path to compare
}

void ContributionsPanelTest::weightsAreTheAnalyses() {
    const Shared analyses =
        analysed({{"cell", "gru"}, {"length", "20"}, {"layers", "2"}, {"bidirectional", ""}});
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    panel.setSnapshot(analyses->of);
    panel.setAnalyses(analyses);
    const auto names = [&] {
        QStringList all;
        for (const ContributionRow& row : panel.rows())
            all << row.name;
        return all;
    };
    QCOMPARE(names(), QStringList({"weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0",
                                   "fc.weight", "fc.bias"}));
    panel.setView(at(Phase::Clip, 0, true, 1));
    QCOMPARE(names(),
             QStringList({"weight_ih_l1_reverse", "weight_hh_l1_reverse", "bias_ih_l1_reverse",
                          "bias_hh_l1_reverse", "fc.weight", "fc.bias"}));
    int compared = 0;
    const DataTable table = panel.data();
    for (const Contribution& each : *analyses->contributions) {
        const QString name = QString::fromStdString(each.parameter);
        const auto norm = table.names.indexOf("norm_" + name);
        if (norm < 0)
            continue;
        QCOMPARE(table.columns[std::size_t(norm)], list(each.norms));
        const auto share = std::size_t(table.names.indexOf("share_" + name));
        QCOMPARE(table.columns[share], list(each.shares));
        double sum = 0;
        for (const double part : table.columns[share])
            sum += part;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        ++compared;
    }
    QCOMPARE(compared, 6);
}

void ContributionsPanelTest::lastLossHasNumbersOfItsOwn() {
    const Shared analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    ContributionsPanel panel(Theme::light());
    panel.setSnapshot(analyses->of);
    panel.setAnalyses(analyses);
    const auto whole = panel.data().columns[1];
    panel.setLastLoss(true);
    QCOMPARE(panel.data().columns[1], list((*analyses->lastPaths)[0].whole));
    QVERIFY(panel.data().columns[1] != whole);
    panel.setWeights(true);
    QCOMPARE(panel.rows()[0].norms, list((*analyses->lastContributions)[0].norms));
}

// What lesson 3 claims, in other data: at the usual initialisation the last fifth makes nearly all
// of the gradient of the last loss; with a growing gradient it does not.
void ContributionsPanelTest::lastStepsMakeTheGradient() {
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    panel.setLastLoss(true);
    const auto tail = [&](const char* radius) {
        Options options{{"cell", "rnn"}, {"hidden", "32"}, {"length", "50"}};
        if (radius)
            options.push_back({"spectral-radius", radius});
        const Shared analyses = analysed(options);
        panel.setSnapshot(analyses->of);
        panel.setAnalyses(analyses);
        const ContributionRow& row = panel.rows()[panel.parameter()];
        if (row.name != "weight_hh_l0")
            qFatal("another parameter");
        const TailShare share = tailShare(row.shares, false);
        if (!panel.tailText().contains(percentText(share.share)) ||
            !panel.tailText().contains("the last 10 of 50 steps"))
            qFatal("%s", qPrintable(panel.tailText()));
        return share.share;
    };
    QVERIFY(tail(nullptr) > 0.95);
    QVERIFY(tail("1") < 0.9);
}

void ContributionsPanelTest::saturationIsToldAndWarns() {
    Shown open(analysed({{"cell", "lstm"}, {"forget-bias", "9"}}));
    QVERIFY(open.panel.saturation().parts.front().contains("forget gate 100 % saturated open"));
    QCOMPARE(open.header->chip()->text(), open.panel.saturation().alarm);
    QCOMPARE(open.header->chip()->property("tone").toString(), QString("calm"));
    Shown shut(analysed({{"cell", "lstm"}, {"forget-bias", "-9"}}));
    QVERIFY(shut.header->chip()->text().contains("forget gate 100 % saturated shut"));
    QCOMPARE(shut.header->chip()->property("tone").toString(), QString("warning"));
    Shown neither(analysed({{"cell", "lstm"}}));
    QCOMPARE(neither.panel.saturation().parts, QStringList("nothing saturated"));
    QVERIFY(neither.header->chip()->text().isEmpty());
    QVERIFY(neither.header->chip()->isHidden());
}

void ContributionsPanelTest::deadUnitsWarn() {
    const Shared analyses =
        analysed({{"cell", "rnn-relu"}, {"hidden", "16"}, {"spectral-radius", "1.6"}});
    const auto& shape = analyses->of->shape();
    const std::size_t dead = deadUnits(*shape.cell, analyses->of->record.traces[0]).size();
    Shown shown(analyses);
    if (dead == 0)
        QCOMPARE(shown.panel.saturation().parts, QStringList("no unit dead"));
    else
        QCOMPARE(shown.header->chip()->text(), QString("%1 of 16 units dead").arg(dead));

    // Every unit is dead where every pre-activation is negative.
    auto broken = std::make_shared<Snapshot>(*analyses->of);
    Trace& trace = broken->record.traces[0];
    const auto hidden = shape.cell->hiddenState();
    for (Index column = 0; column <= trace.steps(); ++column)
        trace.at(hidden, column).setZero();
    const SaturationWords words = saturationWords(*shape.cell, trace);
    QCOMPARE(words.alarm, QString("16 of 16 units dead"));
    QVERIFY(words.grave);
}

void ContributionsPanelTest::switchesSwitch() {
    Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
    QWidget title;
    shown.header->setParent(&title);
    title.resize(500, 40);
    shown.header->setGeometry(title.rect());
    shown.header->show();
    title.show();
    QVERIFY(QTest::qWaitForWindowExposed(&title));
    const auto click = [](QAbstractButton* button) { QTest::mouseClick(button, Qt::LeftButton); };
    const auto before = shown.image();
    click(shown.header->views()->button(1));
    QVERIFY(shown.panel.showsWeights());
    QCOMPARE(shown.panel.rows()[1].name, QString("weight_hh_l0"));
    QVERIFY(shown.image() != before);
    click(shown.header->losses()->button(1));
    QVERIFY(shown.panel.showsLastLoss());
    click(shown.header->views()->button(0));
    click(shown.header->losses()->button(0));
    QVERIFY(!shown.panel.showsWeights() && !shown.panel.showsLastLoss());
    QCOMPARE(shown.image(), before);
    QVERIFY(shown.header->losses()->isEnabled());
    const Shared last = analysed({{"readout", "last-step"}});
    shown.panel.setSnapshot(last->of);
    QVERIFY(shown.header->losses()->isEnabled());  // the old are on show until the new are there
    shown.panel.setAnalyses(last);
    QVERIFY(!shown.header->losses()->isEnabled());
}

void ContributionsPanelTest::pointingAsksForAStep() {
    for (const bool weights : {false, true}) {
        Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
        shown.panel.setWeights(weights);
        QSignalSpy steps(&shown.panel, &Panel::stepRequested);
        QTest::mousePress(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(2, 7));
        QCOMPARE(steps.takeLast().front().toInt(), 7);
        QTest::mouseMove(&shown.panel, shown.panel.pointOf(0, 21));
        QCOMPARE(steps.takeLast().front().toInt(), 21);
        QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(0, 21));
        steps.clear();
        QTest::mouseMove(&shown.panel, shown.panel.pointOf(0, 3));
        QCOMPARE(steps.size(), 0);
        const QPoint above(shown.panel.pointOf(0, 29).x(),
                           int(shown.panel.frame().upper.center().y()));
        QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, above);
        QCOMPARE(steps.takeLast().front().toInt(), 29);
    }
}

void ContributionsPanelTest::clickingARowShowsItsShares() {
    Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
    shown.panel.setWeights(true);
    QCOMPARE(shown.panel.parameter(), std::size_t(1));
    QVERIFY(!shown.panel.frame().words.front().startsWith("fc.weight"));
    QSignalSpy steps(&shown.panel, &Panel::stepRequested);
    const QPoint label(20, shown.panel.pointOf(4, 0).y());
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, label);
    QCOMPARE(steps.size(), 0);
    QCOMPARE(shown.panel.parameter(), std::size_t(4));
    QVERIFY(shown.panel.frame().words.front().startsWith("fc.weight"));
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(0, 4));
    QCOMPARE(shown.panel.parameter(), std::size_t(0));
    // A cell with fewer parameters is not asked for one it does not have.
    shown.panel.setParameter(99);
    QCOMPARE(shown.panel.parameter(), std::size_t(5));
}

void ContributionsPanelTest::hoverTellsExactNumbers() {
    const Shared analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    Shown shown(analyses);
    const GradientPaths& paths = (*analyses->paths)[0];
    for (const int step : {0, 11, 29}) {
        for (std::size_t row = 0; row < paths.paths.size(); ++row) {
            const QString told = shown.panel.hoverText(shown.panel.pointOf(row, step));
            const double norm = paths.paths[row].norm[step];
            QVERIFY2(told.contains(QString("t = %1,").arg(step + 1)), qPrintable(told));
            QVERIFY2(told.contains(fullNumber(norm)), qPrintable(told));
            QVERIFY2(told.contains(shortNumber(norm)), qPrintable(told));
        }
        const QString curves = shown.panel.hoverText(
            QPointF(shown.panel.pointOf(0, step).x(), shown.panel.frame().upper.center().y()));
        QVERIFY(curves.contains(fullNumber(paths.whole[step])));
        QVERIFY(curves.contains(fullNumber(paths.direct[step])));
    }
    QVERIFY(shown.panel.hoverText(QPointF(20, shown.panel.pointOf(2, 0).y())).contains("W_hf"));
    QVERIFY(shown.panel.hoverText(shown.panel.frame().chips[1].rect.center()).contains("straight"));
}

void ContributionsPanelTest::stripsBecomeFullWhereThePassHasBeen() {
    const Shared analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    Shown shown(analyses);
    const ColorScale scale = shown.panel.frame().scale;
    const auto colour = [&](int step) {
        return shown.image().pixelColor(shown.panel.pointOf(0, step) + QPoint(-4, 0));
    };
    const auto full = [&](int step) {
        return QColor(scale.color((*analyses->paths)[0].paths[0].norm[step]));
    };
    shown.panel.setView(at(Phase::Backward, 15));
    QCOMPARE(colour(25), full(25));
    QVERIFY(colour(5) != full(5));
    QVERIFY(colour(5).lightness() > full(5).lightness());
    QCOMPARE(shown.panel.frame().shares.size(), std::size_t(5));
    shown.panel.setView(at(Phase::Forward, 15));  // nothing is known yet
    QVERIFY(colour(25) != full(25));
    QVERIFY(shown.panel.frame().shares.empty());
    shown.panel.setView(at(Phase::Update, 15));
    QCOMPARE(colour(5), full(5));
}

void ContributionsPanelTest::reverseDirectionIsPlayedFromTheLeft() {
    const Shared analyses = analysed({{"cell", "gru"}, {"length", "30"}, {"bidirectional", ""}});
    Shown shown(analyses);
    shown.panel.setView(at(Phase::Backward, 15, true));
    const ContributionFrame frame = shown.panel.frame();
    QVERIFY(frame.reversed);
    QCOMPARE(frame.hidden, std::pair(16, 30));
    QCOMPARE(shown.panel.data().columns[1], list((*analyses->paths)[1].whole));
    shown.panel.setWeights(true);
    QVERIFY(shown.panel.tailText().startsWith("the first 6 of 30 steps make"));
}

void ContributionsPanelTest::olderAnalysesStayTogether() {
    const Shared old = analysed({{"cell", "lstm"}, {"length", "30"}, {"layers", "2"}});
    Shown shown(old);
    shown.panel.setView(at(Phase::Backward, 25, false, 1));
    // A shorter sequence, another cell, fewer layers: what is drawn is the old one, whole.
    shown.panel.setSnapshot(pass({{"target", "none"}, {"length", "4"}}));
    QVERIFY(shown.panel.message().isEmpty());
    const auto next = pass({{"cell", "gru"}, {"length", "4"}});
    shown.panel.setSnapshot(next);
    QCOMPARE(shown.panel.data().columns[1], list((*old->paths)[1].whole));
    QVERIFY(!shown.image().isNull());
    AnalysisRequest request;
    request.wanted = PathsAnalysis;
    shown.panel.setAnalyses(analyse(next, request));
    QCOMPARE(shown.panel.data().columns[0].size(), std::size_t(4));
    QCOMPARE(shown.panel.rows().size(), std::size_t(4));
    shown.panel.setWeights(true);  // not asked for this time
    QCOMPARE(shown.panel.message(), QString::fromUtf8("Working it out…"));
    QVERIFY(!shown.image().isNull());
}

void ContributionsPanelTest::emptyStatesSayWhy() {
    ContributionsPanel panel(Theme::light());
    panel.setSnapshot(pass({{"cell", "lstm"}}));
    QVERIFY(svgOf(panel).contains(QString::fromUtf8(">Working it out…<")));
    QVERIFY(panel.data().names.isEmpty());
    QVERIFY(panel.hoverText({100, 100}).isEmpty());
    const Shared none = analysed({{"target", "none"}});
    panel.setSnapshot(none->of);
    panel.setAnalyses(none);
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">Choose a target to see where the gradient went<"));
    QVERIFY(!svg.contains("W_h"));
    QSignalSpy steps(&panel, &Panel::stepRequested);
    panel.resize(500, 300);
    panel.show();
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {250, 150});
    QCOMPARE(steps.size(), 0);
}

void ContributionsPanelTest::notFiniteIsMarked() {
    const Shared analyses =
        analysed({{"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"length", "2000"}});
    QVERIFY(analyses->of->overflow);
    for (const bool weights : {false, true}) {
        Shown shown(analyses);
        shown.panel.setWeights(weights);
        QCOMPARE(*shown.panel.frame().overflow, int(analyses->of->overflow->time));
        QVERIFY(svgOf(shown.panel).contains(">overflowed here<"));
    }
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    panel.setSnapshot(analyses->of);
    panel.setAnalyses(analyses);
    QCOMPARE(panel.tailText(), QString("no shares: the gradient is not finite"));
}

void ContributionsPanelTest::figureHoldsItsWords() {
    const Shared analyses = analysed({{"cell", "lstm"}, {"length", "50"}});
    ContributionsPanel panel(Theme::light());
    panel.setTheme(Theme::light());
    panel.resize(300, 200);
    panel.setSnapshot(analyses->of);
    panel.setAnalyses(analyses);
    panel.setView(at(Phase::Backward, 19));
    const QString svg = svgOf(panel);
    const std::vector<double> shares = pathShares(panel.rows(), 19);
    for (const QString& words :
         {QString::fromUtf8("‖∂L/∂cₜ‖"), QString::fromUtf8("∏f alone"),
          QString::fromUtf8("f ∘ straight"), QString("through W_ho"), QString("nothing saturated"),
          QString("t = 20"), shareText(shares[0]).toHtmlEscaped(),
          shareText(shares[4]).toHtmlEscaped(), shortNumber((*analyses->paths)[0].whole[19])})
        QVERIFY2(svg.contains(">" + words + "<"), qPrintable(words));
    panel.setWeights(true);
    QVERIFY(svgOf(panel).contains(">weight_hh_l0: " + panel.tailText().toHtmlEscaped() + "<"));
    QVERIFY(panel.accessibleDescription().contains(panel.tailText()));
}

void ContributionsPanelTest::headerGivesWay() {
    QWidget title;
    ContributionsHeader header(Theme::light(), &title);
    header.setAlarm("forget gate 63 % saturated open", {}, "warning");
    title.show();
    header.show();
    const int whole = header.sizeHint().width();
    header.resize(whole, 26);
    QVERIFY(header.chip()->isVisible());
    QCOMPARE(header.losses()->button(0)->text(), QString("whole loss"));
    header.resize(whole - 20, 26);
    QVERIFY(!header.chip()->isVisible());
    header.resize(header.minimumSizeHint().width(), 26);
    QCOMPARE(header.losses()->button(0)->text(), QString("whole"));
    QVERIFY(header.views()->x() >= 0);
    header.resize(whole, 26);
    QVERIFY(header.chip()->isVisible());
}

void ContributionsPanelTest::longSequencesDrawQuickly() {
    const Shared analyses = analysed({{"cell", "lstm"}, {"hidden", "4"}, {"length", "100000"}});
    for (const bool weights : {false, true}) {
        Shown shown(analyses);
        shown.panel.setWeights(weights);
        QCOMPARE(shown.panel.frame().steps, 100000);
        shown.image();
        QElapsedTimer clock;
        clock.start();
        for (int k = 0; k < 20; ++k) {
            shown.panel.setView(at(Phase::Backward, 5000 * k));
            shown.image();
        }
        // A moved cursor paints anew what is drawn already; a second would be a redraw each.
        QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(svgOf(shown.panel).size() < 8'000'000);
    }
}

void ContributionsPanelTest::everyCellSizeAndThemeDraws() {
    for (const Cell* cell : cells()) {
        const std::string id(cell->id());
        for (const char* length : {"1", "2", "37"}) {
            const Shared analyses = analysed(
                {{"cell", id.c_str()}, {"length", length}, {"layers", "2"}, {"bidirectional", ""}});
            for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::projector()}) {
                Shown shown(analyses, {700, 380}, theme);
                for (const QSize& size : {QSize(260, 140), QSize(420, 260), QSize(1600, 900)})
                    for (const bool weights : {false, true}) {
                        shown.window.resize(size);
                        shown.panel.setGeometry(shown.window.rect());
                        shown.panel.setWeights(weights);
                        shown.panel.setLastLoss(size.width() == 420);
                        shown.panel.setView(at(Phase::Backward, 0, true, 1));
                        const QImage image = shown.image();
                        QVERIFY(image.pixelColor(1, size.height() / 2) == theme.card ||
                                size.width() == 260);
                        // Strips stand within the panel, and have names.
                        const ContributionFrame frame = shown.panel.frame();
                        QVERIFY(frame.strips.height() > 5 && frame.strips.width() > 40);
                        QVERIFY(QRectF(QPointF(), size).contains(frame.strips));
                        QVERIFY(frame.upper.bottom() <= frame.strips.top() + 1 ||
                                frame.places.upper == 0);
                        QVERIFY(!shown.panel.accessibleDescription().isEmpty());
                    }
            }
        }
    }
}

QTEST_MAIN(ContributionsPanelTest)
#include "contributions_panel_test.moc"
