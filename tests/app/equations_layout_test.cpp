// SPDX-License-Identifier: GPL-3.0-or-later
// The page of equations at any size: everything there, nothing outside, nothing over another.
#include <QXmlStreamReader>

#include "app/plot/number.h"
#include "tests/app/equations_fixture.h"

using namespace rnnscope;

class EquationsLayoutTest : public QObject {
    Q_OBJECT

  private:
    void everyCell();

  private slots:
    void nothingIsOutsideOrCovered_data() { everyCell(); }
    void nothingIsOutsideOrCovered();
    void linesStayWhileStepping_data() { everyCell(); }
    void linesStayWhileStepping();
    void figuresAreTextAndFit_data() { everyCell(); }
    void figuresAreTextAndFit();
    void largeLayersAreElided();
    void anySizeAndPassDraws();
    void theWheelScrolls();
};

void EquationsLayoutTest::everyCell() {
    QTest::addColumn<const Cell*>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(std::string(cell->id()).c_str()) << cell;
}

void EquationsLayoutTest::nothingIsOutsideOrCovered() {
    QFETCH(const Cell*, cell);
    EquationsPanel panel(Theme::light());
    panel.setSnapshot(equationsPass(*cell));
    for (const EquationsChoice& choice : everyChoice)
        for (const Phase phase : {Phase::Forward, Phase::Backward})
            for (const QSize size :
                 {QSize(300, 160), QSize(340, 900), QSize(420, 220), QSize(560, 420),
                  QSize(700, 260), QSize(960, 700), QSize(1280, 500), QSize(1600, 1000)}) {
                panel.resize(size);
                panel.setChoice(choice);
                panel.setView(equationsAt(phase));
                panel.grab();
                const QString wrong = misplaced(panel.page(), size.width() - 18);
                QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 × %2: %3")
                                                         .arg(size.width())
                                                         .arg(size.height())
                                                         .arg(wrong)));
                QCOMPARE(panel.page().blocks.size(), panel.equations().size());
                QVERIFY(panel.page().scale > 0.6);
            }
}

void EquationsLayoutTest::linesStayWhileStepping() {
    QFETCH(const Cell*, cell);
    for (const EquationsChoice& choice : everyChoice) {
        EquationsPanel panel(Theme::light());
        panel.resize(640, 400);
        panel.setChoice(choice);
        panel.setSnapshot(equationsPass(*cell));
        std::vector<double> before;
        bool usual = false;  // no number of the step before was a longer one
        for (int t = 0; t < 12; ++t) {
            panel.setView(at(Phase::Forward, t));
            std::vector<double> places;
            bool allUsual = true;
            for (const EquationsPage::Block& block : panel.page().blocks)
                for (const EquationsPage::Line& line : block.lines) {
                    places.insert(places.end(), {line.at.x(), line.at.y()});
                    for (const FormulaLayout::Piece& piece : line.layout.pieces)
                        allUsual = allUsual && piece.text.size() <= 7;
                }
            if (usual && allUsual)
                QCOMPARE(places, before);
            before = places;
            usual = allUsual;
        }
    }
}

void EquationsLayoutTest::figuresAreTextAndFit() {
    QFETCH(const Cell*, cell);
    for (const EquationsChoice& choice : everyChoice)
        for (const QSizeF size : {QSizeF(900, 480), QSizeF(320, 260)}) {
            EquationsPanel panel(Theme::light());
            panel.resize(900, 480);
            panel.setChoice(choice);
            panel.setSnapshot(equationsPass(*cell));
            panel.setView(equationsAt(Phase::Backward));
            const QString svg = svgOf(panel, size);
            QXmlStreamReader reader(svg);
            QStringList words;
            while (!reader.atEnd())
                if (reader.readNext() == QXmlStreamReader::StartElement &&
                    reader.name() == QStringLiteral("text"))
                    words << reader.readElementText().trimmed();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            for (const Equation& each : panel.equations()) {
                const Quantity& quantity = cell->quantities()[each.quantity];
                QVERIFY(words.contains(
                    QString::fromUtf8(quantity.symbol.data(), qsizetype(quantity.symbol.size()))));
            }
            if (choice.show != Show::Symbols) {
                const auto snapshot = panel.snapshot();
                const Trace& trace = snapshot->record.traces[0];
                const std::size_t h = cell->hiddenState();
                const double first = trace.value(h, choice.of == Of::Unit ? 2 : 0, equationsStep);
                QVERIFY(words.contains(shortNumber(first)));
            }
        }
}

void EquationsLayoutTest::largeLayersAreElided() {
    EquationsPanel panel(Theme::light());
    panel.resize(900, 500);
    panel.setChoice({Of::Layer, Show::Both, UpdateGate::Keeps});
    panel.setSnapshot(equationsPass(*findCell("lstm"), {{"hidden", "256"}}));
    panel.setView(equationsAt(Phase::Backward));
    int dots = 0;
    for (const auto& block : panel.page().blocks)
        for (const auto& line : block.lines)
            for (const auto& piece : line.layout.pieces)
                dots += piece.text == QString::fromUtf8("⋱");
    QCOMPARE(dots, 4);
    QVERIFY(panel.page().fit.most <= 8);
    const QString wrong = misplaced(panel.page(), 882);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void EquationsLayoutTest::anySizeAndPassDraws() {
    for (const Options& options : std::vector<Options>{
             {{"target", "none"}},
             {{"hidden", "1"}, {"length", "1"}},
             {{"hidden", "64"}, {"length", "3"}, {"cell", "lstm"}},
             {{"cell", "rnn-relu"}, {"spectral-radius", "30"}, {"length", "400"}},
             {{"layers", "2"}, {"bidirectional", ""}, {"cell", "gru"}, {"length", "5"}}}) {
        const auto snapshot = pass(options);
        for (const Theme* theme : everyTheme)
            for (const QSize size : {QSize(1, 1), QSize(260, 140), QSize(1200, 700)})
                for (const EquationsChoice& choice : everyChoice) {
                    OnScreen<EquationsPanel> panel(size, snapshot, *theme);
                    panel.setChoice(choice);
                    for (const Phase phase :
                         {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip}) {
                        panel.setView(at(phase, int(snapshot->steps()) - 1,
                                         snapshot->shape().bidirectional,
                                         snapshot->shape().layers - 1));
                        QVERIFY(!panel.image().isNull());
                        panel.data();
                    }
                    if (size.width() < 300)
                        continue;
                    const QString wrong = misplaced(panel.page(), size.width());
                    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
                }
    }
}

void EquationsLayoutTest::theWheelScrolls() {
    OnScreen<EquationsPanel> panel({340, 160}, equationsPass(*findCell("lstm")));
    panel.setView(equationsAt(Phase::Forward));
    QCOMPARE(panel.scrolled(), 0.0);
    const auto turn = [&](int steps) {
        QWheelEvent event({100, 100}, panel.mapToGlobal(QPointF(100, 100)), {}, {0, 120 * steps},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&panel, &event);
    };
    const QImage before = panel.image();
    turn(-1);
    const double one = panel.scrolled();
    QVERIFY(one > 0);
    QVERIFY(before != panel.image());
    panel.setView(equationsAt(Phase::Forward, 0, 3));
    QCOMPARE(panel.scrolled(), one);  // what is read stays where it is
    for (int k = 0; k < 50; ++k)
        turn(-1);
    const double height = panel.page().size.height() * panel.page().scale;
    QVERIFY(panel.scrolled() < height);
    // The last line is in sight.
    const auto& last = panel.page().blocks.back();
    QVERIFY(panel.onScreen(last.rect.bottomRight()).y() <= panel.height());
    for (int k = 0; k < 50; ++k)
        turn(1);
    QCOMPARE(panel.scrolled(), 0.0);
}

QTEST_MAIN(EquationsLayoutTest)
#include "equations_layout_test.moc"
