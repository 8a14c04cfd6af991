// SPDX-License-Identifier: GPL-3.0-or-later
// The window in another language while everything goes on.
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <set>

#include "app/dialogs/export_dialog.h"
#include "app/document_store.h"
#include "app/language.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/panels/cliff_panel.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/contributions_panel.h"
#include "app/panels/equations_panel.h"
#include "app/panels/flow_panel.h"
#include "app/panels/phase_plane_panel.h"
#include "app/panels/time_card.h"
#include "app/panels/weights_panel.h"
#include "app/plot/number.h"
#include "app/training_actions.h"
#include "window_fixture.h"

using namespace rnnscope;

class LanguageTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { installLanguage("en"); }
    void cleanup() {
        window_.reset();
        installLanguage("en");
    }

    void theMenuSwitches();
    void theDocumentLivesOn();
    void cardsStandWhereTheyStood_data();
    void cardsStandWhereTheyStood();
    void switchesStayOn();
    void aComparisonStays();
    void aLessonStays();
    void trainingGoesOn();
    void keysAndMenusGoOn();
    void figuresFollow();
    void coreSpeaksItToo();
    void nothingIsLeftInEnglish();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

  private:
    void speak(const char* id) {
        window_->setLanguage(id);
        settle();
    }
    /// Of those that are seen, not behind others.
    QHash<QString, QRect> cardPlaces() const {
        QHash<QString, QRect> places;
        for (const QDockWidget* card : window_->findChildren<QDockWidget*>())
            if (!card->visibleRegion().isEmpty())
                places[card->objectName()] = card->geometry();
        return places;
    }
    /// Lines of Chinese signs are taller by a pixel, and what is above the cards by a few.
    static void verifyNear(const QHash<QString, QRect>& places,
                           const QHash<QString, QRect>& before) {
        const auto names = [](const auto& of) { return std::set(of.keyBegin(), of.keyEnd()); };
        QCOMPARE(names(places), names(before));
        for (auto place = places.begin(); place != places.end(); ++place) {
            const QRect now = *place, then = before[place.key()];
            const int apart = std::max(
                {std::abs(now.left() - then.left()), std::abs(now.top() - then.top()),
                 std::abs(now.width() - then.width()), std::abs(now.height() - then.height())});
            QVERIFY2(apart <= 6, qPrintable(QString("%1: %2").arg(place.key()).arg(apart)));
        }
    }
    template <class P>
    P* panel(const char* id) {
        return static_cast<P*>(window_->card(id)->content());
    }
};

void LanguageTest::theMenuSwitches() {
    open();
    const auto choose = [this](const QString& name) {
        for (QAction* each : window_->findChildren<QAction*>())
            if (each->text() == name && each->isCheckable()) {
                each->trigger();
                QCoreApplication::processEvents();  // the menu is gone before the window changes
                return settle();
            }
        QFAIL(qPrintable("no " + name));
    };
    choose("简体中文");
    QCOMPARE(language(), "zh_CN");
    QCOMPARE(window_->menuBar()->actions().first()->text(), "文件(&F)");
    QCOMPARE(QSettings().value("language").toString(), "zh_CN");
    choose("繁體中文");
    QCOMPARE(window_->menuBar()->actions().first()->text(), "檔案(&F)");
    choose("English");
    QCOMPARE(window_->menuBar()->actions().first()->text(), "&File");
    for (const QAction* each : window_->findChildren<QAction*>())
        if (findLanguage(each->data().toString()))
            QCOMPARE(each->isChecked(), each->text() == "English");
}

void LanguageTest::theDocumentLivesOn() {
    open();
    choose("cell", "gru");
    window_->setTheme("dark");
    window_->playhead().moveTo({0, Phase::Backward, 12, 2});
    window_->playhead().setUnit(3);
    window_->playhead().setSpeed(8);
    const auto snapshot = document().snapshot();
    const Setup setup = document().setup();
    const Position position = window_->playhead().position();
    const int undo = document().undoStack().count();
    const bool modified = window_->store().isModified();
    const QRect frame = window_->geometry();

    speak("zh_CN");

    QCOMPARE(document().snapshot(), snapshot);  // nothing was computed anew
    QVERIFY(document().setup() == setup);
    QCOMPARE(document().undoStack().count(), undo);
    QCOMPARE(window_->store().isModified(), modified);
    QVERIFY(window_->playhead().position() == position);
    QCOMPARE(window_->playhead().unit(), 3);
    QCOMPARE(window_->playhead().speed(), 8.0);
    QCOMPARE(window_->theme().id, "dark");
    QCOMPARE(window_->geometry(), frame);
    QVERIFY(window_->windowTitle().endsWith("RNNScope"));
    document().undoStack().undo();
    settle();
    QVERIFY(document().setup().cell != setup.cell);
}

void LanguageTest::cardsStandWhereTheyStood_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("low") << QSize(1280, 720);
    QTest::newRow("wide") << QSize(1920, 1080);
}

void LanguageTest::cardsStandWhereTheyStood() {
    QFETCH(QSize, size);
    open(size);
    window_->card("loss")->raise();
    window_->card("flow")->hide();
    settle();
    const auto before = cardPlaces();
    QVERIFY(before.size() > 3);
    speak("zh_TW");
    verifyNear(cardPlaces(), before);
    speak("en");
    verifyNear(cardPlaces(), before);

    // One that fills the window goes back to its place.
    Q_EMIT window_->card("gradients")->maximizeRequested();
    settle();
    QCOMPARE(cardPlaces().size(), 1);
    speak("zh_CN");
    QCOMPARE(cardPlaces().keys(), QStringList{"gradients"});
    Q_EMIT window_->card("gradients")->maximizeRequested();
    settle();
    verifyNear(cardPlaces(), before);
}

void LanguageTest::switchesStayOn() {
    open();
    auto* card = panel<TimeCard>("time");
    card->setDisplay(TimeDisplay::Heatmap);
    card->setTimeRange(5.5, 20.5);
    for (QAction* row : window_->findChildren<QAction*>())
        if (row->text() == "Cell state")
            row->setChecked(false);
    panel<ClippingPanel>("clipping")->setPage(ClippingPanel::Page::Twins);
    panel<FlowPanel>("flow")->setPinned(true);
    panel<FlowPanel>("flow")->setWide(true);
    panel<ContributionsPanel>("contributions")->setWeights(true);
    panel<WeightsPanel>("weights")->setSolo(1);
    panel<CliffPanel>("cliff")->setStep(7);
    PlaneChoice plane = panel<PhasePlanePanel>("phase-plane")->choice();
    plane.axes = PlaneAxes::Units;
    plane.second = 2;
    panel<PhasePlanePanel>("phase-plane")->setChoice(plane);
    settle();

    speak("zh_CN");

    card = panel<TimeCard>("time");
    QCOMPARE(card->panel(TimeContent::Hidden)->display(), TimeDisplay::Heatmap);
    QCOMPARE(card->timeRange(), std::pair(5.5, 20.5));
    QVERIFY(card->panel(TimeContent::CellState)->isHidden());
    QVERIFY(!card->panel(TimeContent::Gates)->isHidden());
    QCOMPARE(panel<ClippingPanel>("clipping")->page(), ClippingPanel::Page::Twins);
    QVERIFY(panel<FlowPanel>("flow")->isPinned());
    QVERIFY(panel<FlowPanel>("flow")->isWide());
    QVERIFY(panel<ContributionsPanel>("contributions")->showsWeights());
    QCOMPARE(panel<WeightsPanel>("weights")->solo(), std::optional<std::size_t>(1));
    QCOMPARE(panel<CliffPanel>("cliff")->step(), 7);
    QVERIFY(panel<PhasePlanePanel>("phase-plane")->choice() == plane);
}

void LanguageTest::aComparisonStays() {
    open();
    key(Qt::Key_C);
    settle();
    const auto before = cardPlaces();
    QVERIFY(before.contains("compare"));
    speak("zh_CN");
    verifyNear(cardPlaces(), before);
    QVERIFY(window_->findChild<QAction*>("compare")->isChecked());
    key(Qt::Key_C);
    settle();
    QVERIFY(!cardPlaces().contains("compare"));
    QVERIFY(cardPlaces().contains("time"));
}

void LanguageTest::aLessonStays() {
    open();
    // One with a question, and at it.
    LessonPlayer& player = window_->lessons();
    for (const QString& file : ownLessonFiles()) {
        window_->openLesson(file);
        for (int page = 0; page < player.pageCount() && !player.page().question; ++page)
            player.goTo(page);
        if (player.page().question)
            break;
    }
    QVERIFY(player.page().question);
    player.choose(0);
    player.reveal();
    settle();
    const int page = player.pageNumber();
    const auto before = cardPlaces();
    const QString title = window_->lessonColumn()->shownTitle();
    const auto rings = window_->spotlight()->parts().size();
    window_->spotlight()->undim();
    QTRY_COMPARE(window_->spotlight()->dimming(), 0.0);

    speak("zh_TW");

    QCOMPARE(player.pageNumber(), page);
    QCOMPARE(player.chosen(), std::optional<std::size_t>(0));
    QVERIFY(player.isRevealed());
    QVERIFY(window_->lessonColumn()->isVisible());
    QVERIFY(window_->lessonColumn()->shownTitle() != title);
    QCOMPARE(window_->spotlight()->parts().size(), rings);
    QCOMPARE(window_->spotlight()->dimming(), 0.0);
    verifyNear(cardPlaces(), before);
    speak("en");
    QCOMPARE(window_->lessonColumn()->shownTitle(), title);
    player.close();
    settle();
    QVERIFY(!window_->lessonColumn()->isVisible());
    QVERIFY(cardPlaces().contains("time"));
}

void LanguageTest::trainingGoesOn() {
    open();
    document().setPace(100);
    document().train();
    QTRY_VERIFY(document().update() > 2);
    window_->setLanguage("zh_CN");
    QVERIFY(document().isTraining());
    const int then = document().update();
    QTRY_VERIFY(document().update() > then + 2);
    // What shows it follows.
    document().pauseTraining();
    settle();
    QCOMPARE(panel<FlowPanel>("flow")->snapshot(), document().snapshot());
    QCOMPARE(window_->training().train()->text().isEmpty(), false);
}

void LanguageTest::keysAndMenusGoOn() {
    open();
    speak("zh_CN");
    speak("en");
    speak("zh_TW");
    window_->playhead().moveTo({0, Phase::Forward, 4});
    key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, 5);
    key(Qt::Key_2);
    settle();
    QCOMPARE(QString::fromStdString(document().setup().cell), "lstm");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    // Each key is there once: twice, and none of its actions hears it.
    QMultiHash<QString, QAction*> keys;
    for (QAction* each : window_->findChildren<QAction*>())
        for (const QKeySequence& sequence : each->shortcuts())
            if (!each->associatedObjects().isEmpty() && each->isEnabled())
                keys.insert(sequence.toString(), each);
    for (const QString& sequence : keys.uniqueKeys())
        QVERIFY2(keys.count(sequence) == 1, qPrintable(sequence));
}

void LanguageTest::figuresFollow() {
    open();
    speak("zh_CN");
    window_->exportFigure("gradients");
    auto* dialog = window_->findChild<ExportDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle() != "Export figure");
    dialog->reject();
}

/// All that can be read or heard of the window: texts, tool tips, names for a screen reader.
static QStringList wordsOf(const QWidget& window) {
    QStringList all;
    for (const QAction* each : window.findChildren<QAction*>())
        all << each->text() << each->iconText() << each->toolTip();
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        all << each->toolTip() << each->accessibleName() << each->accessibleDescription();
        if (const auto* label = qobject_cast<const QLabel*>(each))
            all << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(each))
            all << button->text();
        if (const auto* field = qobject_cast<const QLineEdit*>(each))
            all << field->placeholderText();
        if (const auto* dock = qobject_cast<const QDockWidget*>(each))
            all << dock->windowTitle();
        if (const auto* box = qobject_cast<const QComboBox*>(each))
            for (int k = 0; k < box->count(); ++k)
                all << box->itemText(k) << box->itemData(k, Qt::ToolTipRole).toString();
    }
    return all;
}

void LanguageTest::coreSpeaksItToo() {
    Setup setup;
    const auto said = [&] {
        return QString::fromStdString(setOption(setup, "hidden", "many").error().message);
    };
    const QString english = said();
    QVERIFY2(english.contains("'many' is not a whole number"), qPrintable(english));
    installLanguage("zh_TW");
    QVERIFY2(said().contains(QString::fromUtf8("「many」不是範圍內的整數")), qPrintable(said()));
    installLanguage("en");
    QCOMPARE(said(), english);
}

void LanguageTest::nothingIsLeftInEnglish() {
    const QRegularExpression markup("<[^>]*>|&\\w+;"), word("(?<![\\w.])[A-Za-z]{3,}(?![\\w.])");
    // Names, keys, what stands in formulas and files, and one word of Qt's own.
    const QSet<QString> same{
        "RNN",     "LSTM",  "GRU",    "MGU",     "UGRNN",    "ReLU",    "SGD",         "Adam",
        "RMSprop", "BPTT",  "tanh",   "softmax", "log",      "PyTorch", "LaTeX",       "RNNScope",
        "NumPy",   "CSV",   "Ctrl",   "Alt",     "Shift",    "Esc",     "Home",        "End",
        "Page",    "Down",  "PgDown", "PgUp",    "Language", "English", "safetensors", "NaN",
        "Return",  "Chung", "Delete", "Enter",   "Dock"};
    open();
    const auto english = [&] {
        QStringList found;
        for (const QString& each : wordsOf(*window_)) {
            auto words = word.globalMatch(QString(each).remove(markup));
            while (words.hasNext())
                if (!same.contains(words.next().captured()))
                    found << each;
        }
        found.removeDuplicates();
        return found;
    };
    QVERIFY(english().size() > 100);  // of an English window
    const auto change = [this](const char* option, const char* value) {
        Setup next = document().setup();
        QVERIFY(setOption(next, option, value).ok());
        QVERIFY(document().change(next, QString()).ok());
        settle();
    };
    for (const char* id : {"zh_CN", "zh_TW"}) {
        speak(id);
        QVERIFY2(english().isEmpty(), qPrintable(english().join("\n")));
        change("cell", "gru");
        change("clip", "value");
        change("target", "none");
        QVERIFY2(english().isEmpty(), qPrintable(english().join("\n")));
        change("target", "next");
    }
}

void LanguageTest::nothingIsCutOff_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    for (const char* id : {"en", "zh_CN", "zh_TW"})
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::addRow("%s %d", id, size.height()) << id << size;
}

void LanguageTest::nothingIsCutOff() {
    QFETCH(QString, id);
    QFETCH(QSize, size);
    open(size);
    window_->setLanguage(id);
    settle();
    // With what is changed less often.
    for (QToolButton* more : window_->findChildren<QToolButton*>("more"))
        more->setChecked(true);
    settle();
    const auto verify = [](const QWidget& widget, const QString& text, int room) {
        const int wide = widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
        QVERIFY2(wide <= room, qPrintable(QString("%1: %2 in %3").arg(text).arg(wide).arg(room)));
    };
    for (const QWidget* each : window_->findChildren<QWidget*>()) {
        if (!each->isVisible() || each->visibleRegion().isEmpty())
            continue;
        const auto* label = qobject_cast<const QLabel*>(each);
        if (label && !label->wordWrap() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            verify(*label, label->text(), label->contentsRect().width());
        if (const auto* button = qobject_cast<const QAbstractButton*>(each))
            verify(*button, button->text(), button->width());
        const auto* field = qobject_cast<const QLineEdit*>(each);
        if (field && field->text().isEmpty())
            verify(*field, field->placeholderText(), field->contentsRect().width());
    }
}

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
