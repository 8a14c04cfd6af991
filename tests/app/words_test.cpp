// SPDX-License-Identifier: GPL-3.0-or-later
// What texts are put together with, and that every name of core's has its words.
#include <QAction>
#include <QtTest>
#include <set>

#include "app/document.h"
#include "app/language.h"
#include "app/overflow_text.h"
#include "app/words.h"
#include "core/cell.h"
#include "core/drawing_tools.h"
#include "core/optimizer.h"
#include "core/tasks/task.h"

using namespace rnnscope;

class WordsTest : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { installLanguage("en"); }

    void everyNameHasItsWords();
    void namesAreTranslated();
    void everySequenceHasANameOfItsOwn();
    void partsAreJoined();
    void keysAreLeftOut_data();
    void keysAreLeftOut();
    void actionsKeepTheirOwnNames();
    void overflowIsToldAsCoreTellsIt();
    void overflowIsToldInTheLanguage();
};

namespace {

std::set<std::string> namesOfCore() {
    std::set<std::string> names;
    for (const Cell* cell : cells()) {
        names.emplace(cell->name());
        for (const Quantity& quantity : cell->quantities()) {
            names.emplace(quantity.name);
            names.emplace(quantity.name.substr(0, quantity.name.find(',')));
        }
        for (const InnerValue& value : cell->innerValues())
            names.emplace(value.name);
    }
    for (const OptimizerName& each : optimizers())
        names.emplace(each.name);
    for (const Task& task : tasks()) {
        names.emplace(task.name);
        names.emplace(task.summary);
    }
    for (const Starter& starter : starters()) {
        names.emplace(starter.name);
        names.emplace(starter.summary);
    }
    return names;
}

}  // namespace

void WordsTest::everyNameHasItsWords() {
    const auto table = coreWords();
    const std::set<std::string> known(table.begin(), table.end());
    for (const std::string& name : namesOfCore())
        QVERIFY2(known.count(name), name.c_str());
    for (const std::string& name : known)
        QVERIFY2(namesOfCore().count(name), ("core says it no more: " + name).c_str());
}

void WordsTest::namesAreTranslated() {
    QCOMPARE(inWords("forget gate"), "forget gate");
    installLanguage("zh_CN");
    QCOMPARE(inWords("forget gate"), "遗忘门");
    QCOMPARE(inWords("hidden state"), "隐藏状态");
    QCOMPARE(inWords("LSTM"), "LSTM");
    QCOMPARE(inWords("a name of nothing"), "a name of nothing");
    installLanguage("zh_TW");
    QCOMPARE(inWords("forget gate"), "遺忘閘");
    for (const std::string& name : namesOfCore())
        if (name.find(' ') != std::string::npos && name != "RNN ReLU")
            QVERIFY2(inWords(name) != QString::fromStdString(name), name.c_str());
}

// In one list, beside each other.
void WordsTest::everySequenceHasANameOfItsOwn() {
    for (const Language& language : interfaceLanguages()) {
        installLanguage(language.id);
        QStringList names;
        for (const Example& example : examples())
            names << example.name;
        for (const Task& task : tasks())
            names << inWords(task.name);
        QVERIFY(names.size() > 10);
        QVERIFY2(names.removeDuplicates() == 0, language.id);
    }
}

void WordsTest::partsAreJoined() {
    const QStringList parts{"a", "b", "c"};
    QCOMPARE(listed(parts), "a, b, c");
    QCOMPARE(joined(parts), "a, b, c");
    QCOMPARE(clauses(parts), "a; b; c");
    QCOMPARE(labelled("a", "b"), "a: b");
    installLanguage("zh_CN");
    QCOMPARE(listed(parts), "a、b、c");
    QCOMPARE(joined(parts), "a，b，c");
    QCOMPARE(clauses(parts), "a；b；c");
    QCOMPARE(labelled("a", "b"), "a：b");
}

void WordsTest::keysAreLeftOut_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("within") << "Save &as…"
                            << "Save as…";
    QTest::newRow("at the start") << "&File"
                                  << "File";
    QTest::newRow("in brackets") << "文件(&F)"
                                 << "文件";
    QTest::newRow("in brackets before dots") << "另存为(&A)…"
                                             << "另存为…";
    QTest::newRow("none") << "h (t)"
                          << "h (t)";
    QTest::newRow("a sign of its own") << "Adam && Eve"
                                       << "Adam & Eve";
    QTest::newRow("brackets of its own") << "Save (&all of it)"
                                         << "Save (all of it)";
    QTest::newRow("at the end") << "odd &"
                                << "odd ";
    QTest::newRow("nothing") << ""
                             << "";
}

void WordsTest::keysAreLeftOut() {
    QFETCH(QString, text);
    QTEST(withoutMnemonic(text), "plain");
}

void WordsTest::actionsKeepTheirOwnNames() {
    QAction action("播放(&P)");
    QCOMPARE(actionName(action), "播放");
    action.setText("&Play");
    QCOMPARE(actionName(action), "Play");
    action.setIconText("Play or pause");
    QCOMPARE(actionName(action), "Play or pause");
}

void WordsTest::overflowIsToldAsCoreTellsIt() {
    using Pass = Overflow::Pass;
    const double inf = std::numeric_limits<double>::infinity();
    for (const bool both : {false, true})
        for (const Cell* cell : cells())
            for (const Pass pass : {Pass::Forward, Pass::Output, Pass::Loss, Pass::Backward})
                for (const double value : {std::nan(""), inf, -inf}) {
                    NetworkShape shape;
                    shape.cell = cell;
                    shape.layers = 2;
                    shape.bidirectional = both;
                    for (std::size_t trace = 0; trace < 2 * shape.directions(); ++trace) {
                        const Overflow overflow{pass, trace, 1, 2, 36, value};
                        QCOMPARE(overflowText(overflow, shape).toStdString(),
                                 describe(overflow, shape));
                    }
                }
}

void WordsTest::overflowIsToldInTheLanguage() {
    NetworkShape shape;
    shape.cell = findCell("lstm");
    const Overflow overflow{
        Overflow::Pass::Backward, 0, *shape.cell->find("f"), 2, 36, std::nan("")};
    installLanguage("zh_CN");
    QCOMPARE(overflowText(overflow, shape), "第 1 层遗忘门 f 的梯度，单元 3，从第 37 步往前为 NaN");
}

QTEST_MAIN(WordsTest)
#include "words_test.moc"
