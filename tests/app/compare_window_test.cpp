// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing networks in the window, by keys and clicks.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "app/comparison.h"
#include "app/message_bar.h"
#include "app/session.h"
#include "app/tool_row.h"
#include "app/training_actions.h"
#include "app/transport.h"
#include "core/lanes.h"
#include "tests/app/compare_fixture.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class CompareWindowTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void oneKeyEntersAndLeaves();
    void placesComeBackAsTheyWere();
    void aSmallWindowGivesItAll();
    void trainingStays();
    void keysLookAtTheLaneOfThatCell();
    void aClickLooksAtAnother();
    void networksComeAndGo();
    void choicesByTheSheet();
    void badChoicesAreHintedAt();
    void aHeldGateChangesItsLaneAlone();
    void theWindowFollowsTheSetup();
    void theLastComparisonComesBack();
    void looks_data();
    void looks();

  private:
    const Setup& setup() { return document().setup(); }
    ComparePanel* panel() { return window_->comparePanel(); }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
    QPushButton* button() { return window_->findChild<ToolRow*>()->compareButton(); }
    bool comparing() { return window_->card("compare")->isVisible(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        WindowTest::key(key, modifiers);
        settle();
    }
    QStringList cells() {
        QStringList ids;
        for (const auto& lane : lanesOf(document().snapshot()))
            ids << QString::fromStdString(lane->setup.cell);
        return ids;
    }
    void openSheet(int lane) {
        QTest::mouseClick(panel()->head(lane)->menuButton(), Qt::LeftButton);
        QVERIFY(panel()->editor() && panel()->editor()->isVisible());
    }
    void type(const QString& option, const QString& text) {
        QLineEdit* field = panel()->editor()->field(option);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
    }
    QString undoText() { return document().undoStack().undoText(); }
};

void CompareWindowTest::oneKeyEntersAndLeaves() {
    QVERIFY(!comparing());
    key(Qt::Key_C);
    QVERIFY(comparing());
    QVERIFY(button()->isChecked());
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "gru"}));
    QCOMPARE(undoText(), QString("Compare RNN, LSTM and GRU"));
    for (const char* id : {"unrolled", "cell", "time"})
        QVERIFY2(!window_->card(id)->isVisible(), id);
    QVERIFY(window_->card("gradients")->isVisible());
    QVERIFY(panel()->width() > 700 && panel()->height() > 500);
    key(Qt::Key_C);
    QVERIFY(!comparing() && !button()->isChecked());
    QVERIFY(setup().lanes.empty());
    QVERIFY(window_->card("time")->isVisible());
    // The button, and Escape where nothing else is to be left.
    QTest::mouseClick(button(), Qt::LeftButton);
    settle();
    QVERIFY(comparing());
    messages()->show("News", MessageBar::Tone::Info);
    key(Qt::Key_Escape);
    QVERIFY(comparing() && messages()->isHidden());
    key(Qt::Key_Escape);
    QVERIFY(!comparing());
    key(Qt::Key_Escape);
    QVERIFY(!comparing());
}

void CompareWindowTest::placesComeBackAsTheyWere() {
    window_->card("cell")->raise();
    window_->card("loss")->raise();
    window_->card("flow")->hide();
    settlePaint();
    const auto places = [&] {
        QMap<QString, QRect> all;
        for (const char* id : {"unrolled", "cell", "time", "gradients", "jacobians", "flow",
                               "contributions", "clipping", "loss", "cliff"}) {
            const Card* card = window_->card(id);
            all[id] = card->isHidden() ? QRect() : card->geometry();
            all[QString(id) + " seen"] = QRect(card->content()->isVisible(), 0, 1, 1);
        }
        return all;
    };
    key(Qt::Key_C);  // once, so that every tab has been laid out
    key(Qt::Key_C);
    const auto before = places();
    key(Qt::Key_C);
    QVERIFY(places() != before);
    key(Qt::Key_C);
    for (const auto& [id, place] : before.toStdMap())
        QVERIFY2(places()[id] == place, qPrintable(id));
    // From a card that fills the window, too.
    emit window_->card("time")->maximizeRequested();
    key(Qt::Key_C);
    QVERIFY(comparing());
    emit window_->card("compare")->maximizeRequested();
    settlePaint();
    QVERIFY(!window_->card("gradients")->isVisible());
    key(Qt::Key_C);
    for (const auto& [id, place] : before.toStdMap())
        QVERIFY2(places()[id] == place, qPrintable(id));
}

void CompareWindowTest::aSmallWindowGivesItAll() {
    window_->resize(1280, 720);
    settlePaint();
    key(Qt::Key_C);
    QVERIFY(comparing());
    QVERIFY(!window_->card("gradients")->isVisible());
    QVERIFY(panel()->width() > 850);
    window_->resize(1920, 1080);
    settlePaint();
    QVERIFY(window_->card("gradients")->isVisible());
    QVERIFY(window_->card("compare")->isVisible());
    key(Qt::Key_C);
    QVERIFY(window_->card("time")->isVisible());
    QVERIFY(window_->card("unrolled")->isVisible());
    QVERIFY(window_->card("time")->width() > 700);
}

void CompareWindowTest::trainingStays() {
    for (int k = 0; k < 30; ++k)
        key(Qt::Key_U);
    QCOMPARE(document().update(), 30);
    const auto before = document().snapshot();
    const auto same = [&] {
        const auto now = document().snapshot();
        QCOMPARE(now->update, 30);
        QCOMPARE(window_->playhead().position().update, 30);
        for (std::size_t k = 0; k < before->parameters.items.size(); ++k)
            QVERIFY(now->parameters.items[k].value == before->parameters.items[k].value);
        for (std::size_t k = 0; k < before->history.size(); ++k)
            QVERIFY(now->history[k] == before->history[k]);
    };
    key(Qt::Key_C);
    same();
    QCOMPARE(document().snapshot()->others.size(), std::size_t(2));
    for (const auto& other : document().snapshot()->others)
        QCOMPARE(other->update, 30);
    // Whoever is looked at: none of them is trained again.
    key(Qt::Key_3);
    QCOMPARE(setup().cell, std::string("gru"));
    QCOMPARE(document().update(), 30);
    key(Qt::Key_2);
    same();
    key(Qt::Key_C);
    same();
}

void CompareWindowTest::keysLookAtTheLaneOfThatCell() {
    key(Qt::Key_C);
    key(Qt::Key_3);
    QCOMPARE(setup().cell, std::string("gru"));
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "gru"}));
    QVERIFY(panel()->head(2)->facts().own);
    QCOMPARE(undoText(), QString("Look at the GRU"));
    key(Qt::Key_1);
    QCOMPARE(setup().cell, std::string("rnn"));
    QCOMPARE(setup().lanes.place, std::size_t(0));
    // Where no lane has that cell, the own one changes.
    Setup next = setup();
    next.cell = "lstm";
    next.lanes = parseLanes("*; forget-bias=2").value();
    QVERIFY(document().change(next, "two").ok());
    settle();
    key(Qt::Key_3);
    QCOMPARE(cells(), (QStringList{"gru", "gru"}));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cells(), (QStringList{"lstm", "lstm"}));
}

void CompareWindowTest::aClickLooksAtAnother() {
    key(Qt::Key_C);
    QTest::mouseClick(panel()->head(0), Qt::LeftButton, {}, QPoint(60, 20));
    settle();
    QCOMPARE(setup().cell, std::string("rnn"));
    QVERIFY(panel()->head(0)->facts().own && !panel()->head(1)->facts().own);
    QCOMPARE(undoText(), QString("Look at the RNN"));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(setup().cell, std::string("lstm"));
    QVERIFY(comparing());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!comparing());
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(comparing());
}

void CompareWindowTest::networksComeAndGo() {
    key(Qt::Key_C);
    QTest::mouseClick(panel()->addButton(), Qt::LeftButton);
    settle();
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "gru", "lstm"}));
    QVERIFY(panel()->head(3)->facts().title().contains("forget bias"));
    QVERIFY(!panel()->addButton()->isVisible());
    openSheet(2);
    QTest::mouseClick(panel()->editor()->removeButton(), Qt::LeftButton);
    settle();
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "lstm"}));
    QVERIFY(panel()->addButton()->isVisible());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(panel()->laneCount(), 4);
    // Down to one: nothing is compared any more.
    for (int left = 4; left > 1; --left) {
        openSheet(0);
        QTest::mouseClick(panel()->editor()->removeButton(), Qt::LeftButton);
        settle();
    }
    QVERIFY(!comparing());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(comparing());
    QCOMPARE(panel()->laneCount(), 2);
}

void CompareWindowTest::choicesByTheSheet() {
    key(Qt::Key_C);
    openSheet(2);
    shoot("compare-sheet");
    QComboBox* cell = panel()->editor()->choice("cell");
    const int peepholes = cell->findData("lstm-peephole");
    cell->setCurrentIndex(peepholes);
    emit cell->activated(peepholes);
    settle();
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "lstm-peephole"}));
    type("hidden", "5");
    QCOMPARE(document().snapshot()->others[1]->shape().hidden, Index(5));
    QCOMPARE(document().snapshot()->shape().hidden, Index(8));
    type("forget-bias", "-1.5");
    QCOMPARE(document().snapshot()->others[1]->setup.forgetBias, std::optional(-1.5));
    type("forget-bias", "");
    QCOMPARE(document().snapshot()->others[1]->setup.forgetBias, std::nullopt);
    type("lr", "0.25");
    type("spectral-radius", "1.75");
    QComboBox* clip = panel()->editor()->choice("clip");
    emit clip->activated(clip->findData("value"));
    settle();
    const Setup& changed = document().snapshot()->others[1]->setup;
    QCOMPARE(changed.training.rate, 0.25);
    QCOMPARE(changed.spectralRadius, std::optional(1.75));
    QCOMPARE(changed.clipping.mode, ClipMode::Value);
    QVERIFY(panel()->head(2)->facts().title().contains("5 units"));
    // Each is undone by itself, and a click beside it closes the sheet.
    key(Qt::Key_Escape);
    QVERIFY(!panel()->editor());
    QVERIFY(comparing());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document().snapshot()->others[1]->setup.clipping.mode, setup().clipping.mode);
    openSheet(0);
    QTest::mouseClick(panel()->plot(1, TimeContent::Hidden), Qt::LeftButton, {}, QPoint(80, 20));
    QVERIFY(!panel()->editor());
}

void CompareWindowTest::badChoicesAreHintedAt() {
    key(Qt::Key_C);
    const Setup before = setup();
    openSheet(2);
    for (const auto& [option, text] :
         std::initializer_list<std::pair<const char*, const char*>>{{"hidden", "many"},
                                                                    {"hidden", "1e999"},
                                                                    {"hidden", ""},
                                                                    {"hidden", "0"},
                                                                    {"lr", "-1"},
                                                                    {"forget-bias", "x"},
                                                                    {"spectral-radius", "-2"},
                                                                    {"hold", "q=1"},
                                                                    {"hold", "z[99]=1"}}) {
        type(option, text);
        QVERIFY2(!panel()->editor()->hint().isEmpty(), option);
        QVERIFY2(setup() == before, option);
        QVERIFY(panel()->editor()->field(option)->text() != text);
    }
    shoot("compare-hint");
}

void CompareWindowTest::aHeldGateChangesItsLaneAlone() {
    Setup next = setup();
    next.lanes = parseLanes("*; same").value();
    QVERIFY(document().change(next, "twins").ok());
    settle();
    QCOMPARE(panel()->gradient(0)->verdict(), panel()->gradient(1)->verdict());
    const QString free = panel()->gradient(0)->verdict();
    openSheet(1);
    type("hold", "f=1");
    QCOMPARE(panel()->gradient(0)->verdict(), free);
    QVERIFY(panel()->gradient(1)->verdict() != free);
    QCOMPARE(panel()->head(1)->facts().title(), QString("LSTM · f=1 held"));
    QVERIFY(setup().holds.empty());
    key(Qt::Key_Escape);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(panel()->gradient(1)->verdict(), free);
}

void CompareWindowTest::theWindowFollowsTheSetup() {
    const QString file = folder_.filePath("lanes.json");
    Setup lesson = setup();
    lesson.lanes = parseLanes("cell=gru; *").value();
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(QByteArray::fromStdString(toJson(withWholePaths(lesson))));
    out.close();
    window_->openPath(file);
    settle();
    QVERIFY(comparing() && button()->isChecked());
    QCOMPARE(cells(), (QStringList{"gru", "lstm"}));
    key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!comparing() && !button()->isChecked());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(comparing());
    // The places that are kept for the next start are those without.
    window_->restoreSession();
    window_->close();
    window_ = std::make_unique<MainWindow>();
    window_->restoreSession();
    window_->openLast();
    window_->show();
    settle();
    QVERIFY(comparing());
    key(Qt::Key_C);
    QVERIFY(!comparing() && window_->card("time")->isVisible());
    QVERIFY(window_->card("unrolled")->isVisible());
    QFile::remove(lastSetupFile());
}

void CompareWindowTest::theLastComparisonComesBack() {
    key(Qt::Key_C);
    QTest::mouseClick(panel()->addButton(), Qt::LeftButton);
    settle();
    key(Qt::Key_C);
    key(Qt::Key_C);
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "gru", "lstm"}));
    // With another cell two of them would be the same.
    key(Qt::Key_C);
    key(Qt::Key_3);
    key(Qt::Key_C);
    QCOMPARE(cells(), (QStringList{"rnn", "lstm", "gru"}));
    QVERIFY(panel()->head(2)->facts().own);
}

void CompareWindowTest::looks_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("four");
    for (const char* theme : {"light", "dark", "projector"})
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)})
            QTest::addRow("%s-%d", theme, size.width()) << theme << size << (size.width() == 3840);
}

void CompareWindowTest::looks() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    QFETCH(bool, four);
    window_->setTheme(theme);
    window_->resize(size);
    settlePaint();
    key(Qt::Key_C);
    if (four)
        QTest::mouseClick(panel()->addButton(), Qt::LeftButton);
    settle();
    window_->playhead().moveTo({0, Phase::Backward, 20});
    QTest::qWait(200);
    shoot(QString("compare-window-%1-%2").arg(theme).arg(size.width()));
    QVERIFY(comparing());
}

QTEST_MAIN(CompareWindowTest)
#include "compare_window_test.moc"
