// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_panel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>

#include "app/panels/clipping_history.h"
#include "app/panels/field_controls.h"
#include "app/plot/figure.h"
#include "app/plot/number.h"

using namespace rnnscope;

namespace {

using Page = ClippingPanel::Page;
constexpr double infinity = std::numeric_limits<double>::infinity();

using Options = std::vector<std::pair<const char*, const char*>>;

std::shared_ptr<const Snapshot> pass(const Options& options, int update = 0) {
    Setup setup;
    if (const Done set = setOption(setup, "task", "sine"); !set)
        qFatal("%s", set.error().text().c_str());
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name, set.error().text().c_str());
    if (const Done read = loadFiles(setup); !read)
        qFatal("%s", read.error().text().c_str());
    Result<Experiment> experiment = Experiment::create(setup);
    if (!experiment)
        qFatal("%s", experiment.error().text().c_str());
    (*experiment).runTo(update);
    return (*experiment).snapshot(1);
}

View at(Phase phase, int step = 0) {
    View view;
    view.position = {0, phase, step};
    return view;
}

QString svgOf(ClippingPanel& panel, QSizeF size = {640, 300}) {
    QTemporaryDir folder;
    const QString file = folder.filePath("figure.svg");
    FigureOptions options;
    options.size = size;
    const Done written = exportFigure(
        file, options, [&](QCPPainter& painter, QRectF area) { panel.paintFigure(painter, area); },
        Theme::light());
    if (!written)
        qFatal("%s", written.error().text().c_str());
    QFile content(file);
    content.open(QIODevice::ReadOnly);
    return QString::fromUtf8(content.readAll());
}

const Options clippedByNorm = {{"cell", "lstm"}, {"clip", "norm"}, {"clip-threshold", "0.1"}};

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

}  // namespace

class ClippingPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void lengthsAreLinearOnANiceScale();
    void scaleStandsStillWhileTheThresholdIsDragged();
    void farApartTheScaleIsLogarithmic();
    void numbersAreTheSnapshots();
    void appliedIsTheSetupsChoice_data();
    void appliedIsTheSetupsChoice();
    void barIsFullFromTheClippingOn();
    void wordsTellOfTheUpdates();
    void pointingTellsFullNumbers();
    void figureHoldsItsWords();
    void withoutTargetItSaysWhy();
    void whatIsNotFiniteIsNamed();
    void updateUnderThePointer();
    void everySizeDraws();
    void pagesAreSwitchedByTheHeader();
    void twinsStartByOneClick();
    void twinsStandSideBySide();
    void draggingOnTheTwinsAsksForUpdates();
    void brokenTwinIsMarked();
    void fieldStartsAtTheLargestGradients();
    void fieldOfASingleRecurrentWeight();
    void anotherFieldIsAskedFor();
    void fieldTellsItsArrows();
    void lengthsOfArrows();
    void shadesOfLosses();
    void everyPageDrawsAtEverySize();
};

void ClippingPanelTest::lengthsAreLinearOnANiceScale() {
    const std::vector<double> norms = {3.42, 2.05, 1.0};
    const LengthScale scale = lengthScale(norms, 1.0);
    QVERIFY(!scale.logarithmic);
    QCOMPARE(scale.low, 0.0);
    QCOMPARE(scale.high, 5.0);
    QCOMPARE(*scale.length(3.42), 3.42 / 5);
    QCOMPARE(*scale.length(0), 0.0);
    QVERIFY(!scale.length(infinity));
    QVERIFY(!scale.length(std::nan("")));
    // The threshold's line has room too.
    QCOMPARE(lengthScale(std::vector<double>{0.5, 0.5, 0.5}, 4.5).high, 10.0);
    QCOMPARE(lengthScale(std::vector<double>{infinity, 0, std::nan("")}, 1).high, 2.0);
}

void ClippingPanelTest::scaleStandsStillWhileTheThresholdIsDragged() {
    for (double threshold = 0.01; threshold < 4.1; threshold += 0.01)
        QCOMPARE(lengthScale(std::vector<double>{3.42, 2.05, 1.0}, threshold).high, 5.0);
}

void ClippingPanelTest::farApartTheScaleIsLogarithmic() {
    const std::vector<double> far = {2e4, 3, 1};
    const LengthScale scale = lengthScale(far, 1);
    QVERIFY(scale.logarithmic);
    QVERIFY(*scale.length(1) > 0);
    QVERIFY(*scale.length(2e4) <= 1);
    QCOMPARE(*scale.length(0), 0.0);
    // Equal ratios, equal differences.
    QVERIFY(std::abs((*scale.length(1000) - *scale.length(100)) -
                     (*scale.length(100) - *scale.length(10))) < 1e-12);
    QVERIFY(lengthScale(std::vector<double>{2e6, 1e6, 1e6}, 1e6).logarithmic);
    QVERIFY(!lengthScale(std::vector<double>{9e5, 9e5, 9e5}, 5e5).logarithmic);
    QVERIFY(lengthScale(std::vector<double>{1e300, 5, 1}, 1).length(1e300) <= 1.0);
}

void ClippingPanelTest::numbersAreTheSnapshots() {
    const auto shown = pass(clippedByNorm);
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(shown);
    const auto& backward = *shown->backward;
    QVERIFY(backward.byNorm.engaged() && backward.byValue.engaged());
    const std::vector<ClippingBar> bars = panel.bench().bars();
    QCOMPARE(bars.size(), std::size_t(3));
    QCOMPARE(bars[0].norm, backward.clip.normBefore);
    QCOMPARE(bars[1].norm, backward.byValue.normAfter);
    QCOMPARE(bars[2].norm, backward.byNorm.normAfter);
    QCOMPARE(bars[1].angle, backward.byValue.angle);
    QCOMPARE(bars[2].coefficient, backward.byNorm.coefficient);
    QCOMPARE(bars[1].touched, backward.byValue.touched);
    QCOMPARE(ClippingBars::normText(bars[1]), QString::fromUtf8("‖g‖ %1 ∠ %2°")
                                                  .arg(shortNumber(backward.byValue.normAfter))
                                                  .arg(backward.byValue.angle, 0, 'f', 1));
    QCOMPARE(ClippingBars::entriesText(bars[1]),
             QString("%1 of %2 entries").arg(backward.byValue.touched).arg(bars[0].entries));

    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), qsizetype(table.columns.size()));
    const auto column = [&](const char* name) {
        return table.columns[std::size_t(table.names.indexOf(QString(name)))];
    };
    QCOMPARE(column("norm_after"), (std::vector<double>{bars[0].norm, bars[1].norm, bars[2].norm}));
    QCOMPARE(column("applied"), (std::vector<double>{0, 0, 1}));
    QCOMPARE(column("entries_touched")[2], double(backward.byNorm.touched));
}

void ClippingPanelTest::appliedIsTheSetupsChoice_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("threshold");
    QTest::newRow("none") << QByteArray("none") << 0 << "threshold 0.250";
    QTest::newRow("value") << QByteArray("value") << 1 << "threshold 0.250 for each entry";
    QTest::newRow("norm") << QByteArray("norm") << 2 << "threshold 0.250 for the norm";
}

void ClippingPanelTest::appliedIsTheSetupsChoice() {
    QFETCH(QByteArray, mode);
    QFETCH(int, row);
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass({{"clip", mode.constData()}, {"clip-threshold", "0.25"}}));
    const std::vector<ClippingBar> bars = panel.bench().bars();
    for (int k = 0; k < 3; ++k)
        QCOMPARE(bars[std::size_t(k)].applied, k == row);
    QTEST(panel.bench().thresholdText(), "threshold");
    QCOMPARE(svgOf(panel).count(">applied<"), 1);
}

void ClippingPanelTest::barIsFullFromTheClippingOn() {
    ClippingPanel panel(Theme::light());
    panel.resize(500, 200);
    panel.show();
    panel.setSnapshot(pass(clippedByNorm));
    const QColor full = Theme::light().quantity(u"gradient");
    const auto fullPixels = [&](Phase phase) {
        panel.setView(at(phase));
        return pixelsOf(panel.grab().toImage(), full);
    };
    const int outline = fullPixels(Phase::Forward);
    QCOMPARE(fullPixels(Phase::Backward), outline);
    QVERIFY(fullPixels(Phase::Clip) > outline + 100);
    QVERIFY(fullPixels(Phase::Update) > outline + 100);
    QCOMPARE(fullPixels(Phase::Loss), outline);
}

void ClippingPanelTest::wordsTellOfTheUpdates() {
    ClippingPanel panel(Theme::light());
    const auto first = pass(clippedByNorm);
    panel.setSnapshot(first);
    QCOMPARE(panel.bench().words(), QString::fromUtf8("next update: rate 0.100 × norm %1")
                                        .arg(shortNumber(first->backward->clip.normAfter)));
    QVERIFY(!svgOf(panel).contains(">loss<"));

    const auto fifth = pass(clippedByNorm, 4);
    int engaged = 0;
    for (std::size_t k = 0; k < 4; ++k)
        engaged += fifth->history[k].clipped ? 1 : 0;
    panel.setSnapshot(fifth);
    QCOMPARE(panel.bench().words(), QString("clipping engaged in %1 of 4 updates").arg(engaged));
    QVERIFY(engaged > 0);
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">loss<"));
    QVERIFY(svg.contains(">" + shortNumber(fifth->history.back().loss) + "<"));
}

void ClippingPanelTest::pointingTellsFullNumbers() {
    ClippingPanel panel(Theme::light());
    panel.resize(600, 260);
    const auto shown = pass(clippedByNorm, 4);
    panel.setSnapshot(shown);
    QStringList told;
    for (int y = 0; y < panel.height(); ++y)
        if (const QString text = panel.hoverText(QPointF(200, y));
            !text.isEmpty() && (told.isEmpty() || told.last() != text))
            told << text;
    QVERIFY(told.size() >= 4);
    const auto& backward = *shown->backward;
    QVERIFY(told[0].contains(fullNumber(backward.clip.normBefore)));
    QVERIFY(told[1].contains(fullNumber(backward.byValue.angle)));
    QVERIFY(told[2].contains(fullNumber(backward.byNorm.coefficient)));
    QVERIFY(told[2].contains(fullNumber(backward.byNorm.normAfter)));
    QVERIFY2(told[3].contains("update"), qPrintable(told[3]));
}

void ClippingPanelTest::figureHoldsItsWords() {
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass(clippedByNorm, 4));
    panel.setView(at(Phase::Clip));
    const QString svg = svgOf(panel);
    QStringList words{panel.bench().thresholdText(),
                      panel.bench().words(),
                      "applied",
                      "before",
                      "by value",
                      "by norm"};
    for (const ClippingBar& bar : panel.bench().bars())
        words << ClippingBars::normText(bar) << ClippingBars::entriesText(bar);
    for (const QString& text : words)
        QVERIFY2(svg.contains(">" + text + "<"), qPrintable(text));
    QVERIFY(!svg.contains("log scale"));
    QVERIFY(!svg.contains("<image"));  // vectors throughout
}

void ClippingPanelTest::withoutTargetItSaysWhy() {
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(panel.bench().bars().empty());
    QVERIFY(panel.data().columns.empty());
    QVERIFY(panel.hoverText(QPointF(50, 50)).isEmpty());
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">" + panel.bench().message() + "<"));
    QVERIFY(panel.bench().message().startsWith("Choose a target"));
    QVERIFY(!svg.contains("before"));
}

void ClippingPanelTest::whatIsNotFiniteIsNamed() {
    const Options wild = {
        {"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"clip", "norm"}, {"length", "2000"}};
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass(wild));
    QVERIFY(svgOf(panel).contains(QString::fromUtf8(">‖g‖ NaN<")));

    Snapshot infinite = *pass(clippedByNorm);
    infinite.backward->clip.normBefore = infinity;
    infinite.backward->byValue.normAfter = 2.5;
    infinite.backward->byNorm.normAfter = std::nan("");
    panel.setSnapshot(std::make_shared<const Snapshot>(infinite));
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ ∞<")));
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ NaN<")));
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ 2.50 ∠")));

    Snapshot trained = *pass(clippedByNorm, 4);
    History broken;
    for (std::size_t k = 0; k < trained.history.size(); ++k) {
        UpdateRecord record = trained.history[k];
        if (k >= 3)
            record.loss = std::nan("");
        broken.push_back(record);
    }
    trained.history = broken;
    panel.setSnapshot(std::make_shared<const Snapshot>(trained));
    QVERIFY(svgOf(panel).contains(">not finite from update 3 on<"));

    Snapshot huge = *pass(clippedByNorm);
    huge.backward->clip.normBefore = 7e40;
    panel.setSnapshot(std::make_shared<const Snapshot>(huge));
    QVERIFY(svgOf(panel).contains(">log scale<"));
}

void ClippingPanelTest::updateUnderThePointer() {
    History history;
    for (int update = 0; update <= 100; ++update)
        history.push_back({});
    const QRectF area(50, 10, 400, 60);
    QCOMPARE(updateAt(0, area, history, Theme::light()), std::size_t(0));
    QCOMPARE(updateAt(50, area, history, Theme::light()), std::size_t(0));
    QCOMPARE(updateAt(1e6, area, history, Theme::light()), std::size_t(100));
    const std::size_t quarter = updateAt(150, area, history, Theme::light());
    QVERIFY(quarter > 20 && quarter < 35);  // a little of the width is the last value's
}

void ClippingPanelTest::everySizeDraws() {
    for (const int updates : {0, 1, 300})
        for (const Theme* theme : {&Theme::light(), &Theme::dark(), &Theme::projector()})
            for (const QSize size :
                 {QSize(1, 1), QSize(300, 60), QSize(300, 150), QSize(1600, 900)}) {
                ClippingPanel panel(*theme);
                panel.resize(size);
                panel.show();
                panel.setSnapshot(pass({{"hidden", "1"}, {"length", "2"}}, updates));
                QVERIFY(!panel.grab().isNull());
                panel.hoverText(QPointF(size.width() / 2.0, size.height() / 2.0));
            }
}

// ---- pages ---------------------------------------------------------------------------------

void ClippingPanelTest::pagesAreSwitchedByTheHeader() {
    ClippingPanel panel(Theme::light());
    panel.resize(500, 260);
    panel.show();
    panel.setSnapshot(pass(clippedByNorm));
    std::unique_ptr<QWidget> tool(panel.headerTool());
    tool->setParent(nullptr);
    tool->show();
    QSignalSpy needs(&panel, &Panel::needsChanged);
    QVERIFY(panel.pageButton(Page::Gradient)->isChecked());
    QCOMPARE(panel.needs(), unsigned(NoAnalysis));
    QTest::mouseClick(panel.pageButton(Page::Twins), Qt::LeftButton);
    QCOMPARE(panel.page(), Page::Twins);
    QCOMPARE(needs.count(), 0);
    QTest::mouseClick(panel.pageButton(Page::Field), Qt::LeftButton);
    QCOMPARE(panel.page(), Page::Field);
    QCOMPARE(panel.needs(), unsigned(FieldAnalysis));
    QCOMPARE(needs.count(), 1);
    QVERIFY(panel.fieldControls()->isVisible());
    QTest::mouseClick(panel.pageButton(Page::Gradient), Qt::LeftButton);
    QCOMPARE(panel.needs(), unsigned(NoAnalysis));
    QCOMPARE(needs.count(), 2);
    QVERIFY(!panel.fieldControls()->isVisible());
    QVERIFY(panel.data().names.contains("norm_after"));
}

// ---- twins ---------------------------------------------------------------------------------

void ClippingPanelTest::twinsStartByOneClick() {
    ClippingPanel panel(Theme::light());
    panel.resize(500, 260);
    panel.show();
    panel.setPage(Page::Twins);
    panel.setSnapshot(pass(clippedByNorm));
    QVERIFY(panel.twinsButton()->isVisible());
    QCOMPARE(panel.twins().caption(),
             QString("Trains this network twice from seed 1, clipped by norm at 0.100 and without "
                     "clipping: 500 updates side by side."));
    QCOMPARE(panel.accessibleDescription(), panel.twins().caption());
    QSignalSpy asked(&panel, &ClippingPanel::twinsRequested);
    QTest::mouseClick(panel.twinsButton(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(panel.data().columns.empty());
    // Nothing to run without a target, nor beside twins.
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(!panel.twinsButton()->isVisible());
    QVERIFY(panel.twins().caption().startsWith("Choose a target"));
    panel.setSnapshot(pass({{"twin", ""}}));
    QVERIFY(!panel.twinsButton()->isVisible());
    panel.setSnapshot(pass({}));
    QVERIFY(panel.twinsButton()->isVisible());
    panel.setPage(Page::Gradient);
    QVERIFY(!panel.twinsButton()->isVisible());
}

void ClippingPanelTest::twinsStandSideBySide() {
    const Options options = {
        {"cell", "lstm"}, {"clip", "norm"}, {"clip-threshold", "0.1"}, {"twin", ""}};
    const auto shown = pass(options, 30);
    QVERIFY(shown->twin);
    ClippingPanel panel(Theme::light());
    panel.setPage(Page::Twins);
    panel.setSnapshot(shown);
    const DataTable table = panel.data();
    QCOMPARE(table.names, (QStringList{"update", "loss", "grad_norm", "clipped", "twin_loss",
                                       "twin_grad_norm", "twin_clipped"}));
    for (std::size_t k = 0; k < 31; ++k) {
        QCOMPARE(table.columns[1][k], shown->history[k].loss);
        QCOMPARE(table.columns[2][k], shown->history[k].gradientNorm);
        QCOMPARE(table.columns[4][k], shown->twin->history[k].loss);
        QCOMPARE(table.columns[6][k], 0.0);
    }
    QCOMPARE(table.columns[1][0], table.columns[4][0]);  // from the same seed
    QVERIFY(table.columns[1][30] != table.columns[4][30]);
    const std::size_t engaged = shown->history.engaged(30);
    QVERIFY(engaged > 0);
    const QString svg = svgOf(panel);
    for (const QString& text :
         {QString("clipped by norm at 0.100"), QString("without clipping"),
          QString("engaged in %1 of 30").arg(engaged), QString::fromUtf8("‖g‖ before clipping")})
        QVERIFY2(svg.contains(">" + text + "<"), qPrintable(text));
    QVERIFY(!svg.contains("<image"));
    // Whichever of the two is the setup's own, the clipped one is told of.
    Options other = options;
    other[1] = {"clip", "none"};
    const auto swapped = pass(other, 30);
    QCOMPARE(swapped->twin->clipping.mode, ClipMode::Norm);
    panel.setSnapshot(swapped);
    QVERIFY(svgOf(panel).contains(">engaged in " + QString::number(engaged) + " of 30<"));
}

void ClippingPanelTest::draggingOnTheTwinsAsksForUpdates() {
    ClippingPanel panel(Theme::light());
    panel.resize(600, 300);
    panel.show();
    panel.setPage(Page::Twins);
    panel.setSnapshot(pass({{"clip", "norm"}, {"twin", ""}}, 60));
    QSignalSpy asked(&panel, &Panel::updateRequested);
    QTest::mousePress(&panel, Qt::LeftButton, {}, panel.handleOf(45));
    QTest::mouseMove(&panel, panel.handleOf(20));
    QTest::mouseMove(&panel, {-100, 40});
    QTest::mouseRelease(&panel, Qt::LeftButton, {}, {-100, 40});
    QTest::mouseMove(&panel, panel.handleOf(50));
    QList<int> updates;
    for (const auto& call : asked)
        updates << call[0].toInt();
    QCOMPARE(updates, (QList<int>{45, 20, 0}));
    panel.setPage(Page::Gradient);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {300, 150});
    QCOMPARE(asked.count(), 3);
}

void ClippingPanelTest::brokenTwinIsMarked() {
    Snapshot made = *pass({{"clip", "norm"}, {"twin", ""}}, 90);
    History twin;
    for (std::size_t k = 0; k < 57; ++k)
        twin.push_back(made.twin->history[k]);
    twin.push_back({std::nan(""), std::nan(""), std::nan(""), false});
    made.twin->history = twin;
    made.twin->divergence = divergenceAt(twin[0], twin[57], 57);
    ClippingPanel panel(Theme::light());
    panel.resize(600, 300);
    panel.show();
    panel.setPage(Page::Twins);
    panel.setSnapshot(std::make_shared<const Snapshot>(made));
    QVERIFY(svgOf(panel).contains(">without clipping: NaN at update 57<"));
    QVERIFY(panel.accessibleDescription().contains("without clipping: NaN at update 57"));
    // Ended earlier than the other: told, and no number made up.
    const DataTable table = panel.data();
    QVERIFY(std::isnan(table.columns[std::size_t(table.names.indexOf("twin_loss"))][80]));
    const QPoint late(panel.handleOf(80).x(), 60);
    QVERIFY2(panel.hoverText(late).contains("ended before"), qPrintable(panel.hoverText(late)));

    made.twin->history = {};
    for (std::size_t k = 0; k < 90; ++k)
        made.twin->history.push_back({k < 2 ? 0.5 : 1e27, 1, 1, false});
    made.twin->divergence = divergenceAt(made.twin->history[0], made.twin->history[2], 2);
    panel.setSnapshot(std::make_shared<const Snapshot>(made));
    QVERIFY(
        svgOf(panel).contains(QString::fromUtf8(">without clipping: loss 1.00·10²⁷ at update 2<")));
    // It leaves the plot and does not flatten the other run.
    QVERIFY(panel.twins().chart().places(panel.rect()).lossSizes.log.high < 3);
}

// ---- field ---------------------------------------------------------------------------------

void ClippingPanelTest::fieldStartsAtTheLargestGradients() {
    const auto shown = pass({{"cell", "gru"}, {"layers", "2"}});
    ClippingPanel panel(Theme::light());
    QSignalSpy asked(&panel, &Panel::fieldRequested);
    View view;
    view.layer = 1;
    panel.setView(view);
    panel.setSnapshot(shown);
    QCOMPARE(asked.count(), 0);  // not while nobody looks
    panel.setPage(Page::Field);
    QCOMPARE(asked.count(), 1);
    const auto choice = asked[0][0].value<FieldChoice>();
    QCOMPARE(choice, *panel.fieldChoice());
    QCOMPARE(choice.x.parameter, std::string("weight_hh_l1"));
    QCOMPARE(choice.y.parameter, std::string("weight_hh_l1"));
    const auto& gradient =
        shown->backward->gradients.parameters.find("weight_hh_l1")->value.cwiseAbs();
    const double first = gradient(choice.x.row, choice.x.column);
    const double second = gradient(choice.y.row, choice.y.column);
    QCOMPARE(first, gradient.maxCoeff());
    QVERIFY(second <= first);
    QCOMPARE((gradient.array() > second).count(), Index(1));
    // Kept while the network has them, chosen anew where it has not.
    panel.setSnapshot(pass({{"cell", "gru"}, {"layers", "2"}}, 5));
    QCOMPARE(*panel.fieldChoice(), choice);
    panel.setSnapshot(pass({{"cell", "gru"}}));
    QCOMPARE(panel.fieldChoice()->x.parameter, std::string("weight_hh_l0"));
    QCOMPARE(asked.count(), 2);
}

void ClippingPanelTest::fieldOfASingleRecurrentWeight() {
    const auto choice = defaultFieldChoice(*pass({{"cell", "rnn"}, {"hidden", "1"}}), 0, false);
    QVERIFY(choice);
    QCOMPARE(choice->x, (WeightEntry{"weight_hh_l0", 0, 0}));
    QCOMPARE(choice->y, (WeightEntry{"weight_ih_l0", 0, 0}));
    const auto two = pass({{"bidirectional", ""}});
    QCOMPARE(defaultFieldChoice(*two, 0, true)->x.parameter, std::string("weight_hh_l0_reverse"));
    QVERIFY(!defaultFieldChoice(*pass({{"target", "none"}}), 0, false));
}

void ClippingPanelTest::anotherFieldIsAskedFor() {
    ClippingPanel panel(Theme::light());
    panel.resize(700, 300);
    panel.show();
    panel.setSnapshot(pass({{"cell", "lstm"}, {"hidden", "4"}}));
    panel.setPage(Page::Field);
    QSignalSpy asked(&panel, &Panel::fieldRequested);
    const auto last = [&] { return asked.last()[0].value<FieldChoice>(); };
    FieldControls* controls = panel.fieldControls();
    const auto combos = controls->findChildren<QComboBox*>();
    const auto spins = controls->findChildren<QSpinBox*>();
    QCOMPARE(combos.size(), 2);
    QCOMPARE(spins.size(), 4);
    spins[0]->setFocus();
    spins[0]->selectAll();
    QTest::keyClicks(spins[0], "9");
    QTest::keyClick(spins[0], Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(last().x.row, Index(9));
    QCOMPARE(last().x.parameter, std::string("weight_hh_l0"));
    // A smaller matrix takes the entry into its bounds: 16 × 1 here.
    QCOMPARE(combos[0]->itemText(0), QString("weight_ih_l0"));
    combos[0]->setFocus();
    QTest::keyClick(combos[0], Qt::Key_Home);
    QCOMPARE(last().x, (WeightEntry{"weight_ih_l0", 9, 0}));
    auto* reach = controls->findChild<QSlider*>();
    reach->setFocus();
    QTest::keyClick(reach, Qt::Key_Home);
    QCOMPARE(last().reach, 1e-3);
    QCOMPARE(*panel.fieldChoice(), last());
}

void ClippingPanelTest::fieldTellsItsArrows() {
    const auto shown = pass({{"cell", "lstm"}, {"clip", "value"}, {"clip-threshold", "0.001"}});
    ClippingPanel panel(Theme::light());
    panel.resize(700, 320);
    panel.show();
    panel.setPage(Page::Field);
    panel.setSnapshot(shown);
    QVERIFY(panel.field().message().startsWith("Working it out"));
    auto analyses = std::make_shared<Analyses>();
    analyses->of = shown;
    GradientField& field = analyses->field.emplace();
    field.choice = *panel.fieldChoice();
    field.xs = Eigen::VectorXd::LinSpaced(3, -1, 1);
    field.ys = Eigen::VectorXd::LinSpaced(3, 4, 6);
    field.loss = Eigen::MatrixXd::Constant(3, 3, 0.25);
    field.loss(1, 2) = 0.75;
    field.plain.x = Eigen::MatrixXd::Constant(3, 3, 10);
    field.plain.y = Eigen::MatrixXd::Constant(3, 3, 0.5);
    field.byValue.x = Eigen::MatrixXd::Constant(3, 3, 1);
    field.byValue.y = field.plain.y;
    field.byNorm.x = field.plain.x / 10;
    field.byNorm.y = field.plain.y / 10;
    panel.setAnalyses(analyses);
    QVERIFY(panel.field().message().isEmpty());
    QCOMPARE(panel.field().words(),
             QString::fromUtf8(
                 "Here by value turns the whole gradient by %1°, by norm keeps its direction.")
                 .arg(shown->backward->byValue.angle, 0, 'f', 1));

    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), qsizetype(9));
    QCOMPARE(table.columns[0], (std::vector<double>{-1, 0, 1, -1, 0, 1, -1, 0, 1}));
    QCOMPARE(table.columns[1], (std::vector<double>{4, 4, 4, 5, 5, 5, 6, 6, 6}));
    QCOMPARE(table.columns[2][5], 0.75);  // row is y, column is x

    // Pointed at in the right third, in the middle: the grid point (1, 5).
    QString told;
    for (int x = 0; x < panel.width() / 2; ++x)
        if (const QString text = panel.hoverText(QPointF(x, 130)); !text.isEmpty())
            told = text;
    QVERIFY2(told.contains(fullNumber(0.75)) && told.contains(fullNumber(5)), qPrintable(told));
    QVERIFY(told.contains(QString::fromUtf8("turned by 23.7°")));  // (10, 0.5) clipped at 1
    QVERIFY(told.contains(QString::fromUtf8("turned by 0.0°")));

    // An unticked kind is not drawn.
    const QColor hue = arrowColor(FieldArrow::ByNorm, Theme::light());
    const int before = pixelsOf(panel.grab().toImage(), hue);
    QTest::mouseClick(panel.fieldControls()->findChildren<QCheckBox*>()[2], Qt::LeftButton, {},
                      {8, 8});
    QVERIFY(!panel.field().shown()[2]);
    QVERIFY(pixelsOf(panel.grab().toImage(), hue) < before);
    QVERIFY(svgOf(panel).contains(">by value<"));
    QVERIFY(!svgOf(panel).contains(">by norm<"));
    QVERIFY(svgOf(panel).contains(">" + entryText(field.choice.x) + "<"));
}

void ClippingPanelTest::lengthsOfArrows() {
    GradientField field;
    const auto set = [&](double size) {
        for (GradientField::Arrows* arrows : {&field.plain, &field.byValue, &field.byNorm}) {
            arrows->x = Eigen::MatrixXd::Constant(1, 2, 3);
            arrows->y = Eigen::MatrixXd::Constant(1, 2, 4);
        }
        field.plain.x(0, 1) = size;
        field.plain.y(0, 1) = 0;
    };
    set(20);
    const ArrowScale roots = arrowScale(field);
    QVERIFY(!roots.logarithmic);
    QCOMPARE(roots.length(20), 1.0);
    QCOMPARE(roots.length(5), 0.5);
    QCOMPARE(roots.length(0), 0.0);
    QVERIFY(std::isnan(roots.length(infinity)));
    set(1e6);
    const ArrowScale logs = arrowScale(field);
    QVERIFY(logs.logarithmic);
    QCOMPARE(logs.length(1e6), 1.0);
    QCOMPARE(logs.length(1e4), 0.5);
    QCOMPARE(logs.length(1), 0.0);
    set(std::nan(""));
    QCOMPARE(arrowScale(field).largest, 5.0);
}

void ClippingPanelTest::shadesOfLosses() {
    GradientField field;
    field.loss = Eigen::MatrixXd{{0.5, 1.5}, {1.0, std::nan("")}};
    const FieldShades linear = fieldShades(field);
    QVERIFY(!linear.logarithmic);
    QCOMPARE(linear.part(1.0), 0.5);
    QVERIFY(std::isnan(linear.part(std::nan(""))));
    field.loss(0, 1) = 5000;
    const FieldShades far = fieldShades(field);
    QVERIFY(far.logarithmic);
    QCOMPARE(far.part(50), 0.5);
    field.loss.setConstant(std::nan(""));
    QVERIFY(!fieldShades(field).known);
}

void ClippingPanelTest::everyPageDrawsAtEverySize() {
    const auto wild =
        pass({{"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"length", "2000"}, {"twin", ""}}, 2);
    const auto twins = pass({{"clip", "value"}, {"twin", ""}}, 20);
    for (const auto& shown : {wild, twins, pass({{"target", "none"}}), pass({{"hidden", "1"}})})
        for (const Theme* theme : {&Theme::light(), &Theme::dark(), &Theme::projector()})
            for (const Page page : {Page::Twins, Page::Field})
                for (const QSize size :
                     {QSize(1, 1), QSize(260, 140), QSize(300, 500), QSize(1600, 900)}) {
                    ClippingPanel panel(*theme);
                    panel.resize(size);
                    panel.show();
                    panel.setPage(page);
                    panel.setSnapshot(shown);
                    if (panel.fieldChoice()) {
                        AnalysisRequest request;
                        request.wanted = panel.needs();
                        request.field = *panel.fieldChoice();
                        request.field.side = 3;
                        panel.setAnalyses(analyse(shown, request));
                        QVERIFY(panel.field().field());
                    }
                    QVERIFY(!panel.grab().isNull());
                    panel.hoverText(QPointF(size.width() / 4.0, size.height() / 3.0));
                }
}

QTEST_MAIN(ClippingPanelTest)
#include "clipping_panel_test.moc"
