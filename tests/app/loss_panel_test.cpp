// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_panel.h"

#include <QElapsedTimer>
#include <QLabel>

#include "app/plot/number.h"
#include "tests/app/loss_fixture.h"

using namespace rnnscope;

namespace {

const Options twins = {{"clip", "norm"}, {"clip-threshold", "0.1"}, {"twin", ""}};

struct Shown : OnScreen<LossPanel> {
    explicit Shown(const SharedSnapshot& snapshot, const QSize& size = {600, 300})
        : OnScreen(size, snapshot) {}
};

}  // namespace

class LossPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void emptyBeforeAnyUpdate();
    void oneAndTwoUpdates();
    void draggingAsksForUpdates();
    void handleStaysUntilThePassHasCome();
    void keysWalk();
    void clickOnTheBreakGoesThere();
    void thePlayheadKeepsClearOfTheWords();
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

void LossPanelTest::emptyBeforeAnyUpdate() {
    Shown panel(pass({}));
    QVERIFY(panel.message().startsWith("Press Train (T)"));
    QVERIFY(svgOf(panel).contains(">" + panel.message() + "<"));
    QCOMPARE(panel.accessibleDescription(), panel.message());
    QSignalSpy asked(&panel, &Panel::updateRequested);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {300, 150});
    QTest::keyClick(&panel, Qt::Key_Right);
    QCOMPARE(asked.count(), 0);
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(panel.message().startsWith("Choose a target"));
    QVERIFY(panel.data().columns.empty());
}

void LossPanelTest::oneAndTwoUpdates() {
    for (const int updates : {1, 2}) {
        Shown panel(pass({}, updates));
        QVERIFY(panel.message().isEmpty());
        QSignalSpy asked(&panel, &Panel::updateRequested);
        QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.handleOf(0));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toInt(), 0);
        QVERIFY(!panel.grab().isNull());
    }
}

void LossPanelTest::draggingAsksForUpdates() {
    Shown panel(withHistory(falling(121)));
    QSignalSpy asked(&panel, &Panel::updateRequested);
    QTest::mousePress(&panel, Qt::LeftButton, {}, panel.handleOf(120));
    QCOMPARE(asked.count(), 0);  // it is there already
    for (const std::size_t update : {100, 60, 37})
        QTest::mouseMove(&panel, panel.handleOf(update));
    QTest::mouseMove(&panel, {-50, 20});   // held beyond the left end
    QTest::mouseMove(&panel, {5000, 20});  // and beyond what is known
    QTest::mouseMove(&panel, panel.handleOf(37));
    QTest::mouseRelease(&panel, Qt::LeftButton, {}, panel.handleOf(37));
    QTest::mouseMove(&panel, panel.handleOf(80));  // let go: only pointing
    QCOMPARE(numbersOf(asked), (QList<int>{100, 60, 37, 0, 120, 37}));
}

void LossPanelTest::handleStaysUntilThePassHasCome() {
    const auto full = withHistory(falling(121));
    Shown panel(full);
    const auto dark = [&](std::size_t update) {
        const int x = panel.handleOf(update).x();
        const QImage image = panel.image();
        // At the top of the plot the cursor's line stands, and no curve.
        int least = 255;
        for (const int beside : {-1, 0, 1})
            least = std::min(least, image.pixelColor(x + beside, 22).lightness());
        return least < 120;
    };
    QVERIFY(dark(120) && !dark(30));
    QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.handleOf(30));
    QVERIFY(dark(30) && !dark(120));
    auto arrived = std::make_shared<Snapshot>(*full);
    arrived->update = 30;
    panel.setSnapshot(arrived);
    QVERIFY(dark(30));
    arrived = std::make_shared<Snapshot>(*full);
    arrived->update = 90;
    panel.setSnapshot(arrived);
    QVERIFY(dark(90) && !dark(30));
}

void LossPanelTest::keysWalk() {
    const auto full = withHistory(falling(121));
    Shown panel(full);
    QSignalSpy asked(&panel, &Panel::updateRequested);
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Right);  // nothing behind the last
    QTest::keyClick(&panel, Qt::Key_Left);
    QTest::keyClick(&panel, Qt::Key_Left);  // faster than passes come
    QTest::keyClick(&panel, Qt::Key_Home);
    QTest::keyClick(&panel, Qt::Key_Left);
    QTest::keyClick(&panel, Qt::Key_Right);
    QTest::keyClick(&panel, Qt::Key_End);
    QCOMPARE(numbersOf(asked), (QList<int>{119, 118, 0, 1, 120}));
    // In a window with a playhead these keys stay with the panel, and only they.
    const auto kept = [&](int key) {
        const QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        return keyBelongsToFocus(&panel, &press);
    };
    QVERIFY(kept(Qt::Key_Left) && kept(Qt::Key_Right) && kept(Qt::Key_Home) && kept(Qt::Key_End));
    QVERIFY(!kept(Qt::Key_Space) && !kept(Qt::Key_T) && !kept(Qt::Key_PageDown));
}

void LossPanelTest::clickOnTheBreakGoesThere() {
    auto records = falling(121);
    for (std::size_t k = 57; k < records.size(); ++k)
        records[k] = {notANumber, notANumber, notANumber, false};
    Shown panel(withHistory(records));
    QCOMPARE(panel.chart().content().breaks.size(), std::size_t(1));
    QCOMPARE(panel.chart().content().breaks[0].words, QString("NaN at update 57"));
    QSignalSpy asked(&panel, &Panel::updateRequested);
    // The words stand to the right of the mark: far from update 57 by the axis.
    const QPoint words(panel.handleOf(57).x() + 60, panel.handleOf(57).y());
    QPoint inside;
    for (int y = 0; y < 80 && inside.isNull(); ++y)
        if (panel.chart().breakAt(QRectF(panel.rect()), QPointF(words.x(), y)))
            inside = QPoint(words.x(), y + 2);
    QVERIFY(!inside.isNull());
    QTest::mouseClick(&panel, Qt::LeftButton, {}, inside);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toInt(), 57);
    QTest::mouseMove(&panel, inside);
    QCOMPARE(panel.cursor().shape(), Qt::PointingHandCursor);
}

void LossPanelTest::thePlayheadKeepsClearOfTheWords() {
    auto records = falling(6);
    for (std::size_t k = 3; k < records.size(); ++k)
        records[k].loss = 1e27;
    Shown panel(withHistory(records));
    const QRectF area(panel.rect());
    QImage lines(panel.size(), QImage::Format_ARGB32_Premultiplied);
    lines.fill(Qt::transparent);
    QPainter painter(&lines);
    for (std::size_t update = 0; update < records.size(); ++update)
        panel.chart().paintCursor(painter, area, update, false);
    painter.end();
    // Below the mark, which a click finds too.
    const int top = qCeil(panel.chart().places(area).loss.top()) + 14;
    int words = 0, crossed = 0;
    for (int y = top; y < top + 8; ++y)
        for (int x = 2; x < lines.width() - 2; ++x)
            if (panel.chart().breakAt(area, QPointF(x, y)) &&
                panel.chart().breakAt(area, QPointF(x, y + 2))) {
                ++words;
                crossed += lines.pixelColor(x, y).alpha() > 0 ? 1 : 0;
            }
    QVERIFY(words > 300);
    QCOMPARE(crossed, 0);
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
    Shown panel(withHistory(records));
    QTEST(panel.chart().content().breaks.at(0).words, "words");
    QVERIFY(panel.accessibleDescription().contains(panel.chart().content().breaks[0].words));
    QVERIFY(svgOf(panel).contains(">" + panel.chart().content().breaks[0].words + "<"));
    QVERIFY(!panel.grab().isNull());
    // All of them from the first update on.
    for (UpdateRecord& record : records)
        record = {loss, norm, norm, false};
    panel.setSnapshot(withHistory(records));
    QVERIFY(!panel.grab().isNull());
    svgOf(panel);
}

// Where all is huge from the start it is the axis that is large, and nothing has diverged.
void LossPanelTest::hugeLosses() {
    std::vector<UpdateRecord> records;
    for (int k = 0; k < 40; ++k)
        records.push_back({1e97 / (k + 1), 1e120, 1, true});
    Shown panel(withHistory(records));
    QVERIFY(panel.chart().content().breaks.empty());
    const auto at = panel.chart().places(panel.rect());
    QVERIFY(at.lossSizes.log.high >= 97 && at.lossSizes.log.high <= 98);
    QVERIFY(svgOf(panel).contains(QString::fromUtf8("10⁹⁷")) ||
            svgOf(panel).contains(QString::fromUtf8("·10⁹⁶")));
    records[5].loss = 1e308;
    panel.setSnapshot(withHistory(records));
    QCOMPARE(panel.chart().content().breaks.size(), std::size_t(1));
    QVERIFY(!panel.grab().isNull());
}

void LossPanelTest::statesAreTold() {
    auto snapshot = std::make_shared<Snapshot>(*pass({}, 20));
    snapshot->checkpoints = {8, 12, std::size_t(1153434), std::size_t(64) << 20};
    Shown panel(snapshot);
    QCOMPARE(panel.statesText(), QString("states every 8 updates, 12 kept, 1.1 of 64 MB"));
    QVERIFY(svgOf(panel).contains(">" + panel.statesText() + "<"));
    snapshot = std::make_shared<Snapshot>(*snapshot);
    snapshot->checkpoints = {8, 0, 0, 100};
    panel.setSnapshot(snapshot);
    QCOMPARE(panel.statesText(), QString("no room for states: every way back is trained anew"));
    panel.setSnapshot(pass({}));
    QVERIFY(panel.statesText().isEmpty());
}

void LossPanelTest::dataAreTheHistory() {
    const auto shown = pass(twins, 12);
    Shown panel(shown);
    const DataTable table = panel.data();
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
    QCOMPARE(Shown(pass({}, 3)).data().names.size(), qsizetype(5));
}

void LossPanelTest::figureHoldsItsWords() {
    LossPanel panel(Theme::light());
    panel.setSnapshot(pass(twins, 30));
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
    const auto shown = pass(twins, 12);
    Shown panel(shown);
    const QString text = panel.hoverText(7);
    QVERIFY(text.contains("update 7"));
    QVERIFY(text.contains(fullNumber(shown->history[7].loss)));
    QVERIFY(text.contains(fullNumber(shown->history[7].gradientNorm)));
    QVERIFY(text.contains(fullNumber(shown->twin->history[7].loss)));
    QVERIFY(panel.hoverText(13).isEmpty());
}

void LossPanelTest::chipTellsTheLastLoss() {
    const auto shown = pass({}, 12);
    Shown panel(shown);
    auto* chip = qobject_cast<QLabel*>(panel.headerTool());
    QVERIFY(chip);
    QCOMPARE(chip->text(), "loss " + shortNumber(shown->history.back().loss));
    QCOMPARE(chip->property("tone").toString(), QString("calm"));
    auto records = falling(6);
    records.back().loss = notANumber;
    panel.setSnapshot(withHistory(records));
    QCOMPARE(chip->text(), QString("loss NaN"));
    QCOMPARE(chip->property("tone").toString(), QString("danger"));
}

void LossPanelTest::afterSteppingBackTheFutureStays() {
    Experiment experiment = experimentOf({{"clip", "norm"}, {"clip-threshold", "0.1"}});
    experiment.runTo(40);
    experiment.runTo(10);
    const SharedSnapshot back = experiment.snapshot(1);
    QCOMPARE(back->update, 10);
    Shown panel(back);
    QCOMPARE(panel.chart().content().known, back->history.size());
    QVERIFY(back->history.size() >= 40);
    QSignalSpy asked(&panel, &Panel::updateRequested);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.handleOf(35));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toInt(), 35);
    QVERIFY(panel.chart().content().engagedText.endsWith(" of 10"));
}

// Generous for a busy machine; without pooling a redraw of so many takes a second.
void LossPanelTest::manyUpdatesStayQuick() {
    auto snapshot = std::make_shared<Snapshot>(*pass({}));
    snapshot->history.clear();
    for (const UpdateRecord& record : falling(300'000))
        snapshot->history.push_back(record);
    snapshot->update = 299'999;
    Shown panel(snapshot, {1000, 500});
    qApp->processEvents();
    QElapsedTimer clock;
    clock.start();
    for (int frame = 0; frame < 20; ++frame) {
        snapshot = std::make_shared<Snapshot>(*snapshot);
        for (int k = 0; k < 30; ++k)
            snapshot->history.push_back({0.01, 0.02, 0.02, false});
        snapshot->update += 30;
        panel.setSnapshot(snapshot);
        panel.repaint();
    }
    const double each = double(clock.nsecsElapsed()) / 1e6 / 20;
    QVERIFY2(each < 50, qPrintable(QString::number(each)));
}

void LossPanelTest::everySizeDraws() {
    const auto both = pass({{"twin", ""}, {"clip", "value"}, {"clip-threshold", "0.01"}}, 60);
    auto broken = falling(9);
    broken.back() = {notANumber, infinity, notANumber, true};
    const auto nan = withHistory(broken);
    for (const auto& snapshot : {both, nan, pass({}, 1), pass({})})
        for (const Theme* theme : everyTheme)
            for (const QSize size :
                 {QSize(1, 1), QSize(260, 140), QSize(300, 60), QSize(1600, 900)}) {
                OnScreen<LossPanel> panel(size, snapshot, *theme);
                QVERIFY(!panel.grab().isNull());
                QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.rect().center());
            }
}

QTEST_MAIN(LossPanelTest)
#include "loss_panel_test.moc"
