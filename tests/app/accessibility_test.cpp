// SPDX-License-Identifier: GPL-3.0-or-later
// Everyone can read it: what a screen reader is told, and what moves.
#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>

#include "app/dial.h"
#include "app/dialogs/drawing_area.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/import_dialog.h"
#include "app/dialogs/sequence_editor.h"
#include "app/help/manual_window.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_gallery.h"
#include "app/lessons/page_bar.h"
#include "app/lessons/spotlight.h"
#include "app/message_bar.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/plot/motion.h"
#include "app/plot/number.h"
#include "app/presenter/presenter_bar.h"
#include "app/timeline.h"
#include "tests/app/access_fixture.h"
#include "tests/app/presenter_fixture.h"

using namespace rnnscope;

namespace {

/// Hidden until there is something to say.
bool hasNoWordsYet(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return !widget->isVisible() &&
           ((label && label->text().isEmpty()) || (button && button->text().isEmpty()));
}

/// Those of `root` that have no name, or no role by which somebody knows what to do with them.
QStringList untold(QWidget* root, int* count) {
    QStringList all;
    QList<QWidget*> widgets = root->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        // A header's or a list's window is no part of its own; a spin box speaks for its line.
        const QWidget* holder = widget->parentWidget();
        if (!isInteractive(widget) || qobject_cast<const QAbstractSpinBox*>(holder) ||
            widget->objectName().startsWith(QLatin1String("qt_")) || hasNoWordsYet(widget) ||
            qobject_cast<const QLineEdit*>(holder) ||   // what Qt puts at a line's end
            qobject_cast<const QTableView*>(holder) ||  // the corner of its heads
            qobject_cast<QHeaderView*>(widget) || widget->windowType() == Qt::Popup ||
            holder->windowType() == Qt::Popup)
            continue;
        ++*count;
        QAccessibleInterface* told = access(widget);
        if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
            all << QStringLiteral("no name: ") + describe(widget);
        else if (told->role() == QAccessible::NoRole || told->role() == QAccessible::Client)
            all << QStringLiteral("no role: ") + describe(widget);
    }
    return all;
}

void allTold(QWidget* root, int least) {
    int count = 0;
    const QStringList missing = untold(root, &count);
    QVERIFY2(missing.isEmpty(), qPrintable('\n' + missing.join('\n')));
    QVERIFY2(count >= least, qPrintable(QString::number(count)));
}

}  // namespace

class AccessibilityTest : public PresenterWindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        open();
        QVERIFY(!QTest::currentTestFailed());
    }
    void cleanup() { window_.reset(); }

    void everyControlOfTheWindow();
    void everyCardInFront();
    void dialogs();
    void lessonAndPresenter();
    void sliders();
    void plotsSayWhatTheyShow();
    void reducedMotion();

  private:
    void inFront(const QString& id) {
        window_->card(id)->show();
        window_->card(id)->raise();
        settle();
    }
};

// ---- names and roles -----------------------------------------------------------------------

void AccessibilityTest::everyControlOfTheWindow() {
    allTold(window_.get(), 150);
}

/// Some controls come with what is shown.
void AccessibilityTest::everyCardInFront() {
    choose("layers", "3");
    choose("bidirectional", "true");
    for (const PanelKind& kind : panelKinds()) {
        if (!window_->card(kind.id) || QLatin1String(kind.id) == "compare")
            continue;  // a row of the time card
        inFront(kind.id);
        allTold(window_->card(kind.id), 1);
        window_->card(kind.id)->showTable(true);
        allTold(window_->card(kind.id), 2);
    }
    key(Qt::Key_C);
    settle();
    allTold(window_.get(), 150);
}

void AccessibilityTest::dialogs() {
    window_->exportFigure();
    auto* shown = window_->findChild<ExportDialog*>();
    QVERIFY(shown);
    allTold(shown, 15);
    shown->close();

    key(Qt::Key_D);
    auto* editor = window_->findChild<SequenceEditor*>();
    QVERIFY(editor);
    allTold(editor, 10);
    QCOMPARE(access(editor->findChild<DrawingArea*>())->role(), QAccessible::Canvas);
    editor->close();
    activate();

    key(Qt::Key_L, Qt::ControlModifier);
    auto* gallery = window_->findChild<LessonGallery*>();
    QVERIFY(gallery);
    allTold(gallery, 10);
    gallery->close();
    activate();

    key(Qt::Key_F1, Qt::ControlModifier);
    auto* manual = window_->findChild<ManualWindow*>();
    QVERIFY(manual);
    allTold(manual, 1);
    manual->close();

    const QString file = folder_.filePath("values.csv");
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("a,b\n1,2\n3,4\n5,6\n7,8\n");
    out.close();
    window_->openPath(file);
    auto* import = window_->findChild<ImportDialog*>();
    QVERIFY(import);
    QTRY_VERIFY(import->findChild<QComboBox*>("delimiter"));
    // Read, and told what was read.
    QTRY_VERIFY(!import->findChild<QLabel*>("status")->text().isEmpty());
    allTold(import, 10);
    import->close();
}

void AccessibilityTest::lessonAndPresenter() {
    openLesson();
    settle();
    allTold(window_->lessonColumn(), 4);
    present();
    auto* bar = window_->findChild<PresenterBar*>();
    QVERIFY(bar);
    bar->appear();
    allTold(bar, 8);
}

// ---- values --------------------------------------------------------------------------------

void AccessibilityTest::sliders() {
    auto* timeline = window_->findChild<Timeline*>();
    QAccessibleInterface* told = access(timeline);
    QCOMPARE(told->role(), QAccessible::Slider);
    QVERIFY(told->valueInterface());
    window_->playhead().setStep(4);
    QCOMPARE(told->valueInterface()->currentValue().toInt(), window_->playhead().index());
    QCOMPARE(told->valueInterface()->maximumValue().toInt(), window_->playhead().count() - 1);
    told->valueInterface()->setCurrentValue(2);
    QCOMPARE(window_->playhead().position().step, 2);

    int dials = 0;
    for (Dial* dial : window_->findChildren<Dial*>()) {
        QAccessibleValueInterface* value = access(dial->slider())->valueInterface();
        QVERIFY2(value, qPrintable(dial->label()));
        QCOMPARE(value->minimumValue().toDouble(), dial->scale().low);
        QCOMPARE(value->maximumValue().toDouble(), dial->scale().high);
        QVERIFY2(value->minimumStepSize().toDouble() > 0, qPrintable(dial->label()));
        if (dial->value())
            QCOMPARE(value->currentValue().toDouble(), *dial->value());
        ++dials;
    }
    QVERIFY(dials >= 4);
    choose("forget-bias", "2");
    const auto all = window_->findChildren<Dial*>();
    const auto bias = std::find_if(all.begin(), all.end(), [](const Dial* dial) {
        return dial->label() == QLatin1String("Forget bias");
    });
    QVERIFY(bias != all.end());
    QAccessibleValueInterface* value = access((*bias)->slider())->valueInterface();
    QCOMPARE(value->currentValue().toDouble(), 2.0);
    value->setCurrentValue(1.5);  // as a screen reader does
    settle();
    QCOMPARE(document().setup().forgetBias, std::optional<double>(1.5));

    openLesson();
    settle();
    auto* pages = window_->findChild<PageBar*>();
    QAccessibleValueInterface* page = access(pages)->valueInterface();
    QCOMPARE(page->currentValue().toInt(), 1);
    QCOMPARE(page->maximumValue().toInt(), 3);
    pages->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Right);
    settle();
    QCOMPARE(page->currentValue().toInt(), 2);
    QCOMPARE(window_->lessons().pageNumber(), 1);
}

// ---- what plots say ------------------------------------------------------------------------

void AccessibilityTest::plotsSayWhatTheyShow() {
    window_->playhead().setStep(6);
    int plots = 0;
    for (Panel* panel : window_->findChildren<Panel*>()) {
        QAccessibleInterface* told = access(panel);
        QCOMPARE(told->role(), QAccessible::Chart);
        QVERIFY2(!told->text(QAccessible::Name).isEmpty() || panel->focusPolicy() == Qt::NoFocus,
                 qPrintable(describe(panel)));
        QVERIFY(told->actionInterface()->actionNames().contains("As a table"));
        if (panel->isVisible()) {
            const QString words = told->text(QAccessible::Description);
            QVERIFY2(words.contains("t = 7 of"), qPrintable(words));
            QVERIFY2(words.endsWith("A shows the numbers as a table"), qPrintable(words));
            ++plots;
        }
    }
    QVERIFY(plots >= 8);
    auto* hidden = window_->findChild<TimeCard*>()->panel(TimeContent::Hidden);
    const auto& trace = document().snapshot()->record.traces[0];
    const auto cell = document().snapshot()->shape().cell->hiddenState();
    const double value = trace.overTime(cell)(0, 6);
    const QString words = access(hidden)->text(QAccessible::Description);
    QVERIFY2(words.contains("h, unit 1 = " + shortNumber(value)), qPrintable(words));
    // The verdict with its number.
    const QString verdict = access(window_->card("gradients")->content())
                                ->text(QAccessible::Description)
                                .section(';', 0, 0);
    QVERIFY2(verdict.contains(QRegularExpression("[0-9]")), qPrintable(verdict));
}

// ---- motion --------------------------------------------------------------------------------

void AccessibilityTest::reducedMotion() {
    auto* action = window_->findChild<QAction*>("reducedMotion");
    QVERIFY(action);
    QVERIFY(!action->isChecked());
    QVERIFY(window_->style()->styleHint(QStyle::SH_Widget_Animate));
    action->trigger();
    QVERIFY(motionReduced());
    QVERIFY(!window_->style()->styleHint(QStyle::SH_Widget_Animate));
    QVERIFY(!window_->style()->styleHint(QStyle::SH_Widget_Animation_Duration));
    // A message goes at once.
    messages()->setInfoStays(1);
    messages()->show("news", MessageBar::Tone::Info);
    QTRY_VERIFY_WITH_TIMEOUT(!messages()->isVisible(), 250);
    // So does the dimming, and strokes.
    openLesson();
    settle();
    window_->lessons().next();
    settle();
    window_->spotlight()->undim();
    QCOMPARE(window_->spotlight()->dimming(), 0.0);
    // Playing steps.
    window_->playhead().toStart();
    window_->playhead().play();
    QTRY_VERIFY(window_->playhead().position().step > 1);
    window_->playhead().pause();
    // It is kept.
    window_ = std::make_unique<MainWindow>();
    QVERIFY(window_->findChild<QAction*>("reducedMotion")->isChecked());
    chooseMotionReduced(false);
}

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
