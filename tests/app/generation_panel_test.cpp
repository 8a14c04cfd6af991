// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_panel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include "app/dial.h"
#include "app/panels/generation_controls.h"
#include "app/plot/number.h"
#include "core/generation.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

using Shown = InWindow<GenerationPanel>;

Options ofText(Options more) {
    Options options{{"input", RNNSCOPE_RESOURCES "/sequences/text.txt"},
                    {"cell", "gru"},
                    {"loss", "cross-entropy"}};
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

const SharedSnapshot& text() {
    static const SharedSnapshot snapshot =
        pass(ofText({{"generate", "60"}, {"prompt", "the "}, {"temperature", "0.5"}}), 20);
    return snapshot;
}

const SharedSnapshot& numbers() {
    static const SharedSnapshot snapshot =
        pass({{"cell", "lstm"}, {"target", "next"}, {"generate", "25"}}, 20);
    return snapshot;
}

}  // namespace

class GenerationPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void barsAreTheProbabilities();
    void rareOnesAreTheOthers();
    void theTextStandsInLines();
    void whatIsToComeIsFaint();
    void givenAndDrawnDiffer();
    void pointingTells();
    void clicksAskForSteps();
    void numbersAreAForecast();
    void whatCannotGoOnSaysWhy_data();
    void whatCannotGoOnSaysWhy();
    void controlsAsk();
    void typedPromptsAreKept();
    void dataIsWhatIsDrawn();
    void everySizeAndThemeDraws();
};

void GenerationPanelTest::barsAreTheProbabilities() {
    Shown shown({1200, 420}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 9));
    shown.open();
    const Eigen::VectorXd shares = probabilities(text()->record.output.col(9), 0.5);
    const Eigen::VectorXd plain = probabilities(text()->record.output.col(9), 1);
    const auto& bars = shown.panel.bars().bars();
    QCOMPARE(Index(bars.size()), shares.size());  // all have room, in their own order
    int next = 0;
    for (std::size_t k = 0; k < bars.size(); ++k) {
        QCOMPARE(*bars[k].number, Index(k));
        QCOMPARE(bars[k].value, shares[Index(k)]);
        QCOMPARE(*bars[k].plain, plain[Index(k)]);
        if (bars[k].next) {
            ++next;
            QCOMPARE(Index(k), text()->generated->classes[10]);
        }
    }
    QCOMPARE(next, 1);
    QVERIFY(shown.panel.bars().headline().contains("after t = 10: drawn"));
    shown.panel.setView(at(Phase::Forward, 1));
    QVERIFY(shown.panel.bars().headline().contains("given next ‘e’"));
}

void GenerationPanelTest::rareOnesAreTheOthers() {
    Shown shown({420, 420}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 9));
    shown.open();
    const auto& bars = shown.panel.bars().bars();
    QVERIFY(bars.size() > 3 && Index(bars.size()) < text()->shape().output);
    QVERIFY(!bars.back().number);
    double sum = 0;
    bool next = false;
    for (std::size_t k = 0; k < bars.size(); ++k) {
        sum += bars[k].value;
        next = next || bars[k].next;
        QVERIFY(QRectF(shown.panel.rect()).contains(bars[k].room));
    }
    QVERIFY(std::abs(sum - 1) < 1e-12);
    QVERIFY(next);
}

void GenerationPanelTest::theTextStandsInLines() {
    Shown shown({520, 420}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 40));
    shown.open();
    const GenerationText& words = shown.panel.text();
    QCOMPARE(words.parts(), int(text()->steps()) + 1);
    QVERIFY(words.lines() > 1);
    const QRectF area = shown.panel.textArea();
    for (int part = 0; part < words.parts(); ++part) {
        const QRectF place = words.place(area, 40, part);
        if (place.isEmpty())
            continue;
        QVERIFY(place.right() <= area.right() + 20);  // a space may hang over
        QCOMPARE(words.partAt(area, 40, place.center()), std::optional(part));
    }
    QVERIFY(!words.place(area, 40, 40).isEmpty());
    // However low it is, the line of the step is seen.
    Shown low({300, 170}, Theme::light());
    low.panel.setSnapshot(text());
    low.open();
    for (const int step : {0, 20, 63}) {
        low.panel.setView(at(Phase::Forward, step));
        QVERIFY(!low.panel.text().place(low.panel.textArea(), step, step).isEmpty());
    }
}

void GenerationPanelTest::whatIsToComeIsFaint() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 10));
    shown.open();
    const QColor own = Theme::light().quantityText(u"output");
    const auto inkOf = [&](int step) {
        shown.panel.setView(at(Phase::Forward, step));
        const QImage image = shown.image();
        return pixelsOf(image.copy(shown.panel.textArea().toRect()), own, 0, 2000, 12);
    };
    QVERIFY(inkOf(60) > 3 * inkOf(10));
}

void GenerationPanelTest::givenAndDrawnDiffer() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 60));
    shown.open();
    const QImage image = shown.image();
    const QColor own = Theme::light().quantityText(u"output");
    const auto ink = [&](int part) {
        const QRect place =
            shown.panel.text().place(shown.panel.textArea(), 60, part).toAlignedRect();
        return pixelsOf(image.copy(place), own, 0, 2000, 12);
    };
    for (int part = 0; part < 3; ++part)
        QCOMPARE(ink(part), 0);
    int drawn = 0;
    for (int part = 4; part < 60; ++part)
        drawn += ink(part) > 0 ? 1 : 0;
    QVERIFY(drawn > 30);  // but for spaces
}

void GenerationPanelTest::pointingTells() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 20));
    shown.open();
    const auto over = [&](int part) {
        return shown.panel.hoverText(
            shown.panel.text().place(shown.panel.textArea(), 20, part).center());
    };
    QVERIFY(over(0).contains("t = 1"));
    QVERIFY(over(2).contains("given; the network had p = "));
    const Index drawn = text()->generated->classes[12];
    const double share = probabilities(text()->record.output.col(11), 0.5)[drawn];
    QVERIFY2(over(12).contains("drawn with p = " + shortNumber(share)), qPrintable(over(12)));
    QVERIFY(over(int(text()->steps())).contains("not fed back"));
    const auto& bar = shown.panel.bars().bars()[3];
    QVERIFY(shown.panel.hoverText(bar.room.center()).contains(fullNumber(bar.value)));
}

void GenerationPanelTest::clicksAskForSteps() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(text());
    shown.panel.setView(at(Phase::Forward, 20));
    shown.open();
    QSignalSpy asked(&shown.panel, &Panel::stepRequested);
    const auto point = [&](int part) {
        return shown.panel.text().place(shown.panel.textArea(), 20, part).center().toPoint();
    };
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, point(7));
    QCOMPARE(numbersOf(asked), QList<int>{7});
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, point(int(text()->steps())));
    QCOMPARE(numbersOf(asked).last(), int(text()->steps()) - 1);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {},
                      shown.panel.bars().bars()[0].room.center().toPoint());
    QCOMPARE(asked.size(), 2);
}

void GenerationPanelTest::numbersAreAForecast() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(numbers());
    shown.panel.setView(at(Phase::Forward, 55));
    shown.open();
    QVERIFY(shown.panel.controls()->prompt()->isHidden());
    QVERIFY(shown.panel.controls()->temperature()->isHidden());
    QVERIFY(shown.panel.controls()->steps()->isVisible());
    const int given = int(numbers()->generated->given);
    const QString early = shown.panel.curves().headline(given - 1);
    const QString late = shown.panel.curves().headline(given);
    QVERIFY(early.contains("given " + shortNumber(numbers()->problem->input(0, given - 1))));
    QVERIFY(late.contains("fed back " + shortNumber(numbers()->record.output(0, given - 1))));
    QSignalSpy asked(&shown.panel, &Panel::stepRequested);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {},
                      QPoint(qRound(shown.panel.curves().x(30)), 200));
    QCOMPARE(numbersOf(asked), QList<int>{30});
}

void GenerationPanelTest::whatCannotGoOnSaysWhy_data() {
    QTest::addColumn<Options>("options");
    QTest::addColumn<QString>("words");
    QTest::newRow("target") << Options{{"target", "none"}} << "next value";
    QTest::newRow("read-out") << Options{{"target", "next"}, {"readout", "last-step"}}
                              << "every step";
    QTest::newRow("direction") << Options{{"target", "next"}, {"bidirectional", ""}}
                               << "one direction";
    QTest::newRow("loss") << ofText({{"loss", "mse"}}) << "cross-entropy";
    QTest::newRow("text") << ofText({}) << "prompt";
    QTest::newRow("numbers") << Options{{"target", "next"}} << "end of the sequence";
}

void GenerationPanelTest::whatCannotGoOnSaysWhy() {
    QFETCH(Options, options);
    QFETCH(QString, words);
    Shown shown({700, 300}, Theme::light());
    shown.panel.setSnapshot(pass(options));
    shown.open();
    QVERIFY2(shown.panel.message().contains(words), qPrintable(shown.panel.message()));
    const bool possible = shown.panel.message().startsWith("Generate");
    QCOMPARE(shown.panel.controls()->button()->isEnabled(), possible);
    QVERIFY(!svgOf(shown.panel).isEmpty());
}

void GenerationPanelTest::controlsAsk() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(pass(ofText({})));
    shown.open();
    GenerationControls& controls = *shown.panel.controls();
    QList<Generation> asked;
    QStringList keys;
    connect(&shown.panel, &GenerationPanel::generationRequested, this,
            [&](const Generation& choice, const QString&, const QString& key) {
                asked << choice;
                keys << key;
            });
    QTest::keyClicks(controls.prompt(), "the h");
    QVERIFY(asked.isEmpty());  // nothing is shown that would go on from it
    QTest::keyClick(controls.prompt(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0].prompt, std::string("the h"));
    QCOMPARE(asked[0].steps, Index(controls.steps()->value()));

    shown.panel.setSnapshot(text());
    QCOMPARE(controls.prompt()->text(), QString("the "));
    QCOMPARE(controls.steps()->value(), 60);
    QTest::mouseClick(controls.dice(), Qt::LeftButton);
    QCOMPARE(asked.last().draw, std::uint64_t(2));
    controls.steps()->setValue(70);
    QCOMPARE(asked.last().steps, Index(70));
    QTest::keyClicks(controls.prompt(), "c");
    QCOMPARE(asked.last().prompt, std::string("the c"));
    QCOMPARE(keys.last(), QString("prompt"));
    QSignalSpy finished(&shown.panel, &GenerationPanel::generationFinished);
    QTest::keyClick(controls.temperature()->slider(), Qt::Key_Right);
    QVERIFY(asked.last().temperature > 0.5);
    QCOMPARE(keys.last(), QString("temperature"));
    QTest::mouseClick(controls.button(), Qt::LeftButton);
    QCOMPARE(asked.last().steps, Index(0));
    QCOMPARE(asked.last().prompt, std::string("the "));
    QVERIFY(!finished.isEmpty());
}

/// A snapshot on the way, as while a training runs, leaves what is being typed.
void GenerationPanelTest::typedPromptsAreKept() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(pass(ofText({})));
    shown.open();
    QLineEdit* prompt = shown.panel.controls()->prompt();
    QTest::keyClicks(prompt, "what");
    shown.panel.setSnapshot(pass(ofText({}), 1));
    QCOMPARE(prompt->text(), QString("what"));
    QTest::keyClick(prompt, Qt::Key_Escape);
    QCOMPARE(prompt->text(), QString());
}

void GenerationPanelTest::dataIsWhatIsDrawn() {
    GenerationPanel panel(Theme::light());
    panel.setSnapshot(text());
    const DataTable table = panel.data();
    const auto classes = columnOf(table, "class"), next = columnOf(table, "next");
    QCOMPARE(Index(classes.size()), text()->steps());
    for (std::size_t t = 0; t + 1 < classes.size(); ++t)
        QCOMPARE(next[t], classes[t + 1]);
    QCOMPARE(columnOf(table, "given")[3], 1.0);
    QCOMPARE(columnOf(table, "given")[4], 0.0);
    QVERIFY(columnOf(table, "p_next")[7] > 0);
    GenerationPanel other(Theme::light());
    other.setSnapshot(numbers());
    const DataTable forecast = other.data();
    const auto values = columnOf(forecast, "x"), ahead = columnOf(forecast, "next_x");
    for (std::size_t t = std::size_t(numbers()->generated->given); t < values.size(); ++t)
        QCOMPARE(values[t], ahead[t - 1]);
}

void GenerationPanelTest::everySizeAndThemeDraws() {
    const SharedSnapshot broken =
        pass(ofText({{"cell", "rnn-relu"}, {"spectral-radius", "1e60"}, {"generate", "30"}}));
    QVERIFY(broken->overflow);
    for (const Theme* theme : everyTheme)
        for (const QSize& size :
             {QSize(250, 130), QSize(420, 520), QSize(660, 280), QSize(1300, 800)})
            for (const SharedSnapshot& snapshot : {text(), numbers(), broken}) {
                Shown shown(size, *theme);
                shown.panel.setSnapshot(snapshot);
                shown.panel.setView(at(Phase::Forward, 25));
                shown.open();
                QVERIFY(!shown.image().isNull());
                QVERIFY(!svgOf(shown.panel).contains("\"nan"));
                const QString what = snapshot == text()      ? "text"
                                     : snapshot == numbers() ? "numbers"
                                                             : "broken";
                shown.image().save(QString(RNNSCOPE_SCREENSHOTS "/generation-%1-%2-%3.png")
                                       .arg(what, theme->id)
                                       .arg(size.width()));
            }
}

QTEST_MAIN(GenerationPanelTest)
#include "generation_panel_test.moc"
