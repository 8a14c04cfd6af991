// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_panel.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>

#include "app/plot/figure.h"
#include "app/plot/number.h"

using namespace rnnscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::nan("");

using Options = std::vector<std::pair<const char*, const char*>>;

Experiment experimentOf(const Options& options) {
    Setup setup;
    if (const Done set = setOption(setup, "task", "sine"); !set)
        qFatal("%s", set.error().text().c_str());
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name, set.error().text().c_str());
    Result<Experiment> experiment = Experiment::create(setup);
    if (!experiment)
        qFatal("%s", experiment.error().text().c_str());
    return *std::move(experiment);
}

std::shared_ptr<const Snapshot> trained(int update, const Options& options = {}, int shown = -1) {
    Experiment experiment = experimentOf(options);
    experiment.runTo(update);
    if (shown >= 0)
        experiment.runTo(shown);
    return experiment.snapshot(1);
}

/// A snapshot whose past is made up.
std::shared_ptr<const Snapshot> withHistory(const std::vector<UpdateRecord>& records,
                                            std::shared_ptr<const Snapshot> base = trained(0)) {
    auto made = std::make_shared<Snapshot>(*base);
    made->history.clear();
    made->divergence.reset();
    for (std::size_t k = 0; k < records.size(); ++k) {
        made->history.push_back(records[k]);
        if (!made->divergence)
            made->divergence = divergenceAt(records[0], records[k], k);
    }
    made->update = int(records.size()) - 1;
    return made;
}

std::vector<UpdateRecord> falling(std::size_t count) {
    std::vector<UpdateRecord> records;
    for (std::size_t k = 0; k < count; ++k) {
        const double loss = 0.01 + std::exp(-double(k) / 40);
        records.push_back({loss, 2 * loss, std::min(2 * loss, 0.5), 2 * loss > 0.5});
    }
    return records;
}

QString svgOf(LossPanel& panel, QSizeF size = {640, 340}) {
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

std::unique_ptr<LossPanel> shownPanel(std::shared_ptr<const Snapshot> snapshot,
                                      QSize size = {600, 300}) {
    auto panel = std::make_unique<LossPanel>(Theme::light());
    panel->resize(size);
    panel->show();
    panel->setSnapshot(std::move(snapshot));
    return panel;
}

}  // namespace

class LossPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void poolingKeepsExtremes();
    void poolingFollowsGrowth();
    void poolingStartsAnewForAnother();
    void limitsHoldWhatIsSeen();
    void axisEndsStandStill();
    void emptyBeforeAnyUpdate();
    void oneAndTwoUpdates();
    void draggingAsksForUpdates();
    void handleStaysUntilThePassHasCome();
    void keysWalk();
    void clickOnTheBreakGoesThere();
    void brokenRuns_data();
    void brokenRuns();
    void hugeLosses();
    void statesAreTold();
    void dataAreTheHistory();
    void figureHoldsItsWords();
    void pointingTellsFullNumbers();
    void chipTellsTheLastLoss();
    void afterSteppingBackTheFutureStays();
    void manyUpdatesStayQuick();
    void everySizeDraws();
};

void LossPanelTest::poolingKeepsExtremes() {
    History spiked;
    for (std::size_t k = 0; k < 100'000; ++k)
        spiked.push_back({k == 54'321 ? 7.5 : 1.0, k == 777 ? infinity : 2.0, 1.5, k == 99'999});
    UpdateColumns columns;
    columns.follow(spiked, nullptr);
    QCOMPARE(columns.size(), std::size_t(100'000));
    QVERIFY(columns.columns().size() <= UpdateColumns::most);
    QVERIFY(columns.columns().size() >= UpdateColumns::most / 4);
    ValueRange losses, norms;
    std::size_t clipped = 0;
    for (std::size_t k = 0; k < columns.columns().size(); ++k) {
        const UpdateColumn& column = columns.columns()[k];
        losses.add(column[UpdateValue::Loss]);
        norms.add(column[UpdateValue::Norm]);
        clipped += column.clipped;
        QCOMPARE(column[UpdateValue::Loss].high == 7.5, k == 54'321 / columns.perColumn());
        QCOMPARE(column[UpdateValue::Norm].broken, k == 777 / columns.perColumn());
    }
    QCOMPARE(losses.low, 1.0);
    QCOMPARE(losses.high, 7.5);
    QCOMPARE(norms.high, 2.0);  // what is not finite is no extreme
    QCOMPARE(clipped, std::size_t(1));
}

// A history that grows, or is set back and grows again, is pooled as if read at once.
void LossPanelTest::poolingFollowsGrowth() {
    const auto records = falling(20'000);
    History history;
    UpdateColumns grown;
    const auto of = trained(0)->problem;
    std::size_t next = 0;
    for (const std::size_t upTo : {1, 2, 3, 700, 5000, 5001, 12'345, 20'000}) {
        for (; next < upTo; ++next) {
            // The last is told of before it is taken, and may then be another.
            History ahead = history;
            ahead.push_back({99, 99, 99, true});
            if (next % 1000 == 0)
                grown.follow(ahead, of);
            history.push_back(records[next]);
        }
        grown.follow(history, of);
        UpdateColumns fresh;
        fresh.follow(history, of);
        QCOMPARE(grown.columns().size(), fresh.columns().size());
        QCOMPARE(grown.perColumn(), fresh.perColumn());
        for (std::size_t k = 0; k < fresh.columns().size(); ++k) {
            QCOMPARE(grown.columns()[k].clipped, fresh.columns()[k].clipped);
            QCOMPARE(grown.columns()[k][UpdateValue::Loss].low,
                     fresh.columns()[k][UpdateValue::Loss].low);
            QCOMPARE(grown.columns()[k][UpdateValue::Norm].high,
                     fresh.columns()[k][UpdateValue::Norm].high);
        }
    }
    QCOMPARE(grown.middle(0), double(grown.perColumn() - 1) / 2);
}

void LossPanelTest::poolingStartsAnewForAnother() {
    const auto one = trained(0)->problem, other = trained(0)->problem;
    History history, changed;
    for (const UpdateRecord& record : falling(50)) {
        history.push_back(record);
        changed.push_back({record.loss * 3, 1, 1, false});
    }
    UpdateColumns columns;
    columns.follow(history, one);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, history[10].loss);
    columns.follow(changed, one);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, changed[10].loss);
    columns.follow(history, other);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, history[10].loss);
    columns.follow({}, other);
    QVERIFY(columns.columns().empty());
}

void LossPanelTest::limitsHoldWhatIsSeen() {
    const auto near = sizeLimits({{0.3, 0.45}}, infinity);
    QVERIFY(near.low <= std::log10(0.3) && near.high >= std::log10(0.45));
    QVERIFY(near.high - near.low < 1);
    const auto wide = sizeLimits({{2e-5, 40}}, infinity);
    QCOMPARE(wide.low, -5.0);
    QCOMPARE(wide.high, 2.0);
    // What diverged leaves the plot and does not flatten the rest.
    const auto capped = sizeLimits({{0.02, 0.9}, {0.5, 1e27}}, 900);
    QCOMPARE(capped.high, 0.0);
    QVERIFY(SizeAxis({capped, 100, 0}).leaves(1e27));
    QVERIFY(!SizeAxis({capped, 100, 0}).leaves(0.9));
    // Down to twelve decades, and for nothing at all.
    QVERIFY(sizeLimits({{1e-200, 1}}, infinity).low >= -13);
    QCOMPARE(sizeLimits({{1e100, 1e110}}, infinity, 1.0).low, 0.0);
    QCOMPARE(sizeLimits({}, infinity).high, 0.0);
    QCOMPARE(sizeLimits({{0, 0}}, infinity).low, -2.0);
    const SizeAxis axis{wide, 100, 30};
    QCOMPARE(axis.y(1e-5), 100.0);
    QCOMPARE(axis.y(100), 30.0);
    QCOMPARE(axis.y(0), 100.0);
    // Labels far enough apart to be read, and rising.
    for (const LogAxis& log : {near, wide, LogAxis{-300, 240}, LogAxis{0, 0.7}}) {
        const auto ticks = sizeTicks(log, 120, 13);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 10);
        for (std::size_t k = 1; k < ticks.size(); ++k)
            QVERIFY((ticks[k].exponent - ticks[k - 1].exponent) * 120 / (log.high - log.low) >= 13);
    }
}

void LossPanelTest::axisEndsStandStill() {
    QCOMPARE(updateAxisEnd(1, 500), 10.0);
    QCOMPARE(updateAxisEnd(38, 500), 40.0);
    QCOMPARE(updateAxisEnd(121, 500), 150.0);
    QCOMPARE(updateAxisEnd(420, 450), 450.0);
    QCOMPARE(updateAxisEnd(501, 500), 500.0);
    QCOMPARE(updateAxisEnd(560, 500), 600.0);
    QCOMPARE(updateAxisEnd(2, 1), 1.0);
    const UpdateAxis axis{200, 50, 450};
    QCOMPARE(axis.x(100), 250.0);
    QCOMPARE(axis.updateAt(250, 201), std::size_t(100));
    QCOMPARE(axis.updateAt(1e6, 121), std::size_t(120));
    QCOMPARE(axis.updateAt(-1e6, 121), std::size_t(0));
}

void LossPanelTest::emptyBeforeAnyUpdate() {
    const auto panel = shownPanel(trained(0));
    QVERIFY(panel->message().startsWith("Press Train (T)"));
    QVERIFY(svgOf(*panel).contains(">" + panel->message() + "<"));
    QCOMPARE(panel->accessibleDescription(), panel->message());
    QSignalSpy asked(panel.get(), &Panel::updateRequested);
    QTest::mouseClick(panel.get(), Qt::LeftButton, {}, {300, 150});
    QTest::keyClick(panel.get(), Qt::Key_Right);
    QCOMPARE(asked.count(), 0);
    panel->setSnapshot(trained(0, {{"target", "none"}}));
    QVERIFY(panel->message().startsWith("Choose a target"));
    QVERIFY(panel->data().columns.empty());
}

void LossPanelTest::oneAndTwoUpdates() {
    for (const int updates : {1, 2}) {
        const auto panel = shownPanel(trained(updates));
        QVERIFY(panel->message().isEmpty());
        QSignalSpy asked(panel.get(), &Panel::updateRequested);
        QTest::mouseClick(panel.get(), Qt::LeftButton, {}, panel->handleOf(0));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toInt(), 0);
        QVERIFY(!panel->grab().isNull());
    }
}

void LossPanelTest::draggingAsksForUpdates() {
    const auto panel = shownPanel(withHistory(falling(121)));
    QSignalSpy asked(panel.get(), &Panel::updateRequested);
    QTest::mousePress(panel.get(), Qt::LeftButton, {}, panel->handleOf(120));
    QCOMPARE(asked.count(), 0);  // it is there already
    for (const std::size_t update : {100, 60, 37})
        QTest::mouseMove(panel.get(), panel->handleOf(update));
    QTest::mouseMove(panel.get(), {-50, 20});   // held beyond the left end
    QTest::mouseMove(panel.get(), {5000, 20});  // and beyond what is known
    QTest::mouseMove(panel.get(), panel->handleOf(37));
    QTest::mouseRelease(panel.get(), Qt::LeftButton, {}, panel->handleOf(37));
    QTest::mouseMove(panel.get(), panel->handleOf(80));  // let go: only pointing
    QList<int> updates;
    for (const auto& call : asked)
        updates << call[0].toInt();
    QCOMPARE(updates, (QList<int>{100, 60, 37, 0, 120, 37}));
}

void LossPanelTest::handleStaysUntilThePassHasCome() {
    const auto full = withHistory(falling(121));
    const auto panel = shownPanel(full);
    const auto dark = [&](std::size_t update) {
        const int x = panel->handleOf(update).x();
        const QImage image = panel->grab().toImage();
        // At the top of the plot the cursor's line stands, and no curve.
        int least = 255;
        for (const int beside : {-1, 0, 1})
            least = std::min(least, image.pixelColor(x + beside, 22).lightness());
        return least < 120;
    };
    QVERIFY(dark(120) && !dark(30));
    QTest::mouseClick(panel.get(), Qt::LeftButton, {}, panel->handleOf(30));
    QVERIFY(dark(30) && !dark(120));
    auto arrived = std::make_shared<Snapshot>(*full);
    arrived->update = 30;
    panel->setSnapshot(arrived);
    QVERIFY(dark(30));
    arrived = std::make_shared<Snapshot>(*full);
    arrived->update = 90;
    panel->setSnapshot(arrived);
    QVERIFY(dark(90) && !dark(30));
}

void LossPanelTest::keysWalk() {
    const auto full = withHistory(falling(121));
    const auto panel = shownPanel(full);
    QSignalSpy asked(panel.get(), &Panel::updateRequested);
    panel->setFocus();
    QTest::keyClick(panel.get(), Qt::Key_Right);  // nothing behind the last
    QTest::keyClick(panel.get(), Qt::Key_Left);
    QTest::keyClick(panel.get(), Qt::Key_Left);  // faster than passes come
    QTest::keyClick(panel.get(), Qt::Key_Home);
    QTest::keyClick(panel.get(), Qt::Key_Left);
    QTest::keyClick(panel.get(), Qt::Key_Right);
    QTest::keyClick(panel.get(), Qt::Key_End);
    QList<int> updates;
    for (const auto& call : asked)
        updates << call[0].toInt();
    QCOMPARE(updates, (QList<int>{119, 118, 0, 1, 120}));
    // In a window with a playhead these keys stay with the panel, and only they.
    const auto kept = [&](int key) {
        const QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        return keyBelongsToFocus(panel.get(), &press);
    };
    QVERIFY(kept(Qt::Key_Left) && kept(Qt::Key_Right) && kept(Qt::Key_Home) && kept(Qt::Key_End));
    QVERIFY(!kept(Qt::Key_Space) && !kept(Qt::Key_T) && !kept(Qt::Key_PageDown));
}

void LossPanelTest::clickOnTheBreakGoesThere() {
    auto records = falling(121);
    for (std::size_t k = 57; k < records.size(); ++k)
        records[k] = {notANumber, notANumber, notANumber, false};
    const auto panel = shownPanel(withHistory(records));
    QCOMPARE(panel->chart().content().breaks.size(), std::size_t(1));
    QCOMPARE(panel->chart().content().breaks[0].words, QString("NaN at update 57"));
    QSignalSpy asked(panel.get(), &Panel::updateRequested);
    // The words stand to the right of the mark: far from update 57 by the axis.
    const QPoint words(panel->handleOf(57).x() + 60, panel->handleOf(57).y());
    QPoint inside;
    for (int y = 0; y < 80 && inside.isNull(); ++y)
        if (panel->chart().breakAt(QRectF(panel->rect()), QPointF(words.x(), y)))
            inside = QPoint(words.x(), y + 2);
    QVERIFY(!inside.isNull());
    QTest::mouseClick(panel.get(), Qt::LeftButton, {}, inside);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toInt(), 57);
    QTest::mouseMove(panel.get(), inside);
    QCOMPARE(panel->cursor().shape(), Qt::PointingHandCursor);
}

void LossPanelTest::brokenRuns_data() {
    QTest::addColumn<double>("loss");
    QTest::addColumn<double>("norm");
    QTest::addColumn<QString>("words");
    QTest::newRow("NaN") << notANumber << notANumber << "NaN at update 3";
    QTest::newRow("infinite") << infinity << 1.0 << QString::fromUtf8("loss ∞ at update 3");
    QTest::newRow("norm") << 0.5 << infinity << QString::fromUtf8("loss 0.500, ‖g‖ ∞ at update 3");
    QTest::newRow("large") << 1e27 << 1e30
                           << QString::fromUtf8("diverged: loss 1.00·10²⁷ at update 3");
}

void LossPanelTest::brokenRuns() {
    QFETCH(double, loss);
    QFETCH(double, norm);
    auto records = falling(6);
    for (std::size_t k = 3; k < 6; ++k)
        records[k] = {loss, norm, norm, false};
    const auto panel = shownPanel(withHistory(records));
    QTEST(panel->chart().content().breaks.at(0).words, "words");
    QVERIFY(panel->accessibleDescription().contains(panel->chart().content().breaks[0].words));
    QVERIFY(svgOf(*panel).contains(">" + panel->chart().content().breaks[0].words + "<"));
    QVERIFY(!panel->grab().isNull());
    // All of them from the first update on.
    for (UpdateRecord& record : records)
        record = {loss, norm, norm, false};
    panel->setSnapshot(withHistory(records));
    QVERIFY(!panel->grab().isNull());
    svgOf(*panel);
}

// Where all is huge from the start it is the axis that is large, and nothing has diverged.
void LossPanelTest::hugeLosses() {
    std::vector<UpdateRecord> records;
    for (int k = 0; k < 40; ++k)
        records.push_back({1e97 / (k + 1), 1e120, 1, true});
    const auto panel = shownPanel(withHistory(records));
    QVERIFY(panel->chart().content().breaks.empty());
    const auto at = panel->chart().places(panel->rect());
    QVERIFY(at.lossSizes.log.high >= 97 && at.lossSizes.log.high <= 98);
    QVERIFY(svgOf(*panel).contains(QString::fromUtf8("10⁹⁷")) ||
            svgOf(*panel).contains(QString::fromUtf8("·10⁹⁶")));
    records[5].loss = 1e308;
    panel->setSnapshot(withHistory(records));
    QCOMPARE(panel->chart().content().breaks.size(), std::size_t(1));
    QVERIFY(!panel->grab().isNull());
}

void LossPanelTest::statesAreTold() {
    auto snapshot = std::make_shared<Snapshot>(*trained(20));
    snapshot->checkpoints = {8, 12, std::size_t(1153434), std::size_t(64) << 20};
    const auto panel = shownPanel(snapshot);
    QCOMPARE(panel->statesText(), QString("states every 8 updates, 12 kept, 1.1 of 64 MB"));
    QVERIFY(svgOf(*panel).contains(">" + panel->statesText() + "<"));
    snapshot = std::make_shared<Snapshot>(*snapshot);
    snapshot->checkpoints = {8, 0, 0, 100};
    panel->setSnapshot(snapshot);
    QCOMPARE(panel->statesText(), QString("no room for states: every way back is trained anew"));
    panel->setSnapshot(trained(0));
    QVERIFY(panel->statesText().isEmpty());
}

void LossPanelTest::dataAreTheHistory() {
    const auto shown = trained(12, {{"clip", "norm"}, {"clip-threshold", "0.1"}, {"twin", ""}});
    const auto panel = shownPanel(shown);
    const DataTable table = panel->data();
    QCOMPARE(table.names,
             (QStringList{"update", "loss", "grad_norm", "clipped_norm", "clipped", "twin_loss"}));
    QCOMPARE(table.columns.size(), std::size_t(6));
    for (std::size_t k = 0; k < 13; ++k) {
        QCOMPARE(table.columns[0][k], double(k));
        QCOMPARE(table.columns[1][k], shown->history[k].loss);
        QCOMPARE(table.columns[2][k], shown->history[k].gradientNorm);
        QCOMPARE(table.columns[3][k], shown->history[k].clippedNorm);
        QCOMPARE(table.columns[4][k], shown->history[k].clipped ? 1.0 : 0.0);
        QCOMPARE(table.columns[5][k], shown->twin->history[k].loss);
    }
    QVERIFY(table.columns[1][12] != table.columns[5][12]);
    QCOMPARE(shownPanel(trained(3))->data().names.size(), qsizetype(5));
}

void LossPanelTest::figureHoldsItsWords() {
    LossPanel panel(Theme::light());
    panel.setSnapshot(trained(30, {{"clip", "norm"}, {"clip-threshold", "0.1"}, {"twin", ""}}));
    const QString svg = svgOf(panel);
    for (const QString& text :
         {QString("loss"), QString("this run"), QString("twin, without clipping"),
          QString("before clipping"), QString("after"), QString("update"), QString("30"),
          panel.chart().content().engagedText, panel.statesText()})
        QVERIFY2(svg.contains(">" + text + "<"), qPrintable(text));
    QVERIFY(panel.chart().content().engagedText.startsWith("engaged in "));
    QVERIFY(panel.chart().content().engagedText.endsWith(" of 30"));
    QVERIFY(!svg.contains("<image"));  // vectors throughout
}

void LossPanelTest::pointingTellsFullNumbers() {
    const auto shown = trained(12, {{"clip", "norm"}, {"clip-threshold", "0.1"}, {"twin", ""}});
    const auto panel = shownPanel(shown);
    const QString text = panel->hoverText(7);
    QVERIFY(text.contains("update 7"));
    QVERIFY(text.contains(fullNumber(shown->history[7].loss)));
    QVERIFY(text.contains(fullNumber(shown->history[7].gradientNorm)));
    QVERIFY(text.contains(fullNumber(shown->twin->history[7].loss)));
    QVERIFY(panel->hoverText(13).isEmpty());
}

void LossPanelTest::chipTellsTheLastLoss() {
    const auto shown = trained(12);
    const auto panel = shownPanel(shown);
    auto* chip = qobject_cast<QLabel*>(panel->headerTool());
    QVERIFY(chip);
    QCOMPARE(chip->text(), "loss " + shortNumber(shown->history.back().loss));
    QCOMPARE(chip->property("tone").toString(), QString("calm"));
    auto records = falling(6);
    records.back().loss = notANumber;
    panel->setSnapshot(withHistory(records));
    QCOMPARE(chip->text(), QString("loss NaN"));
    QCOMPARE(chip->property("tone").toString(), QString("danger"));
}

void LossPanelTest::afterSteppingBackTheFutureStays() {
    const auto back = trained(40, {{"clip", "norm"}, {"clip-threshold", "0.1"}}, 10);
    QCOMPARE(back->update, 10);
    const auto panel = shownPanel(back);
    QCOMPARE(panel->chart().content().known, back->history.size());
    QVERIFY(back->history.size() >= 40);
    QSignalSpy asked(panel.get(), &Panel::updateRequested);
    QTest::mouseClick(panel.get(), Qt::LeftButton, {}, panel->handleOf(35));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toInt(), 35);
    QVERIFY(panel->chart().content().engagedText.endsWith(" of 10"));
}

// Generous for a busy machine; without pooling a redraw of so many takes a second.
void LossPanelTest::manyUpdatesStayQuick() {
    const auto base = trained(0);
    auto snapshot = std::make_shared<Snapshot>(*base);
    snapshot->history.clear();
    for (const UpdateRecord& record : falling(300'000))
        snapshot->history.push_back(record);
    snapshot->update = 299'999;
    const auto panel = shownPanel(snapshot, {1000, 500});
    qApp->processEvents();
    QElapsedTimer clock;
    clock.start();
    for (int frame = 0; frame < 20; ++frame) {
        snapshot = std::make_shared<Snapshot>(*snapshot);
        for (int k = 0; k < 30; ++k)
            snapshot->history.push_back({0.01, 0.02, 0.02, false});
        snapshot->update += 30;
        panel->setSnapshot(snapshot);
        panel->repaint();
    }
    const double each = double(clock.nsecsElapsed()) / 1e6 / 20;
    QVERIFY2(each < 50, qPrintable(QString::number(each)));
}

void LossPanelTest::everySizeDraws() {
    const auto twins = trained(60, {{"twin", ""}, {"clip", "value"}, {"clip-threshold", "0.01"}});
    auto broken = falling(9);
    broken.back() = {notANumber, infinity, notANumber, true};
    const auto nan = withHistory(broken);
    for (const auto& snapshot : {twins, nan, trained(1), trained(0)})
        for (const Theme* theme : {&Theme::light(), &Theme::dark(), &Theme::projector()})
            for (const QSize size :
                 {QSize(1, 1), QSize(260, 140), QSize(300, 60), QSize(1600, 900)}) {
                LossPanel panel(*theme);
                panel.resize(size);
                panel.show();
                panel.setSnapshot(snapshot);
                QVERIFY(!panel.grab().isNull());
                QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.rect().center());
            }
}

QTEST_MAIN(LossPanelTest)
#include "loss_panel_test.moc"
