// SPDX-License-Identifier: GPL-3.0-or-later
// Where the Tab key goes, and that one sees where it is.
#include <QButtonGroup>
#include <QMenu>
#include <QSet>

#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/transport.h"
#include "tests/app/access_fixture.h"
#include "tests/app/presenter_fixture.h"

using namespace rnnscope;

class FocusTest : public PresenterWindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        open();
        QVERIFY(!QTest::currentTestFailed());
    }
    void cleanup() { window_.reset(); }

    void focusGoesEverywhereOnce();
    void arrowsChooseInARow();
    void returnPresses();
    void focusGoesInReadingOrder();
    void focusIsSeen_data();
    void focusIsSeen();

  private:
    void focusIsSeenIn(const QWidget& part);
    void inFront(const QString& id) {
        window_->card(id)->show();
        window_->card(id)->raise();
        settle();
    }
};

/// Tab from stop to stop comes to all and to none twice.
void FocusTest::focusGoesEverywhereOnce() {
    openLesson();
    settle();
    const QList<QWidget*> stops = window_->focusStops();
    QVERIFY(stops.size() > 40);
    stops.front()->setFocus(Qt::TabFocusReason);
    QSet<QWidget*> been;
    for (qsizetype k = 0; k < stops.size(); ++k) {
        QWidget* here = window_->focusWidget();
        QVERIFY2(!been.contains(here), qPrintable(describe(here)));
        been << here;
        QTest::keyClick(here, Qt::Key_Tab);
    }
    QCOMPARE(window_->focusWidget(), stops.front());
    // Other stops there are only behind tabs, and in rows of buttons of which one is down.
    for (QWidget* each : window_->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<QAbstractButton*>(each);
        const QButtonGroup* group = button ? button->group() : nullptr;
        const Card* card = nullptr;
        for (QWidget* holder = each; holder && !card; holder = holder->parentWidget())
            card = qobject_cast<Card*>(holder);
        if (each->window() == window_.get() && each->isVisible() && each->isEnabled() &&
            isInteractive(each) && (each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
            !each->focusProxy() && !(card && !card->content()->isVisible()))
            QVERIFY2(been.contains(each) || (group && been.contains(group->checkedButton())),
                     qPrintable(describe(each)));
    }
    QTest::keyClick(window_->focusWidget(), Qt::Key_Backtab);
    QCOMPARE(window_->focusWidget(), stops.back());
}

/// Arrows choose within a row; the playhead has them again after a click.
void FocusTest::arrowsChooseInARow() {
    auto* tools = window_->findChild<ToolRow*>();
    const QList<QWidget*> stops = window_->focusStops();
    const auto row = std::find_if(stops.begin(), stops.end(), [](QWidget* stop) {
        auto* button = qobject_cast<QPushButton*>(stop);
        return button && button->text() == "LSTM";
    });
    QVERIFY(row != stops.end() && tools->isAncestorOf(*row));
    (*row)->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Right);
    settle();
    QCOMPARE(document().setup().cell, std::string("gru"));
    QCOMPARE(window_->playhead().position().step, 0);
    window_->focusWidget()->clearFocus();
    QTest::mouseClick(*row, Qt::LeftButton);
    settle();
    QCOMPARE(document().setup().cell, std::string("lstm"));
    key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, 1);
}

/// The space bar plays, so Return presses what has the focus.
void FocusTest::returnPresses() {
    const QList<QWidget*> stops = window_->focusStops();
    const auto named = [&](const QString& name) {
        const auto found = std::find_if(stops.begin(), stops.end(), [&](QWidget* stop) {
            return access(stop)->text(QAccessible::Name) == name;
        });
        return found == stops.end() ? nullptr : *found;
    };
    const auto seed = document().setup().seed;
    QWidget* dice = named("New seed");
    QVERIFY(dice);
    dice->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Return);
    settle();
    QVERIFY(document().setup().seed != seed);
    key(Qt::Key_Space);
    QVERIFY(window_->playhead().isPlaying());
    window_->playhead().pause();
    // A card's menu, and the table in it.
    QWidget* dots = named("Menu of the panel Gradient through time");
    QVERIFY(dots);
    dots->setFocus(Qt::TabFocusReason);
    QTimer::singleShot(200, this, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text() == "As a table")
                menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    key(Qt::Key_Return);
    QTRY_VERIFY(window_->card("gradients")->table());
    QVERIFY(window_->card("gradients")->table()->hasFocus());
}

void FocusTest::focusGoesInReadingOrder() {
    const QList<QWidget*> stops = window_->focusStops();
    const auto region = [this](const QWidget* stop) {
        const QWidget* parts[] = {
            window_->findChild<ToolRow*>(), window_->findChild<SetupColumn*>(),
            window_->findChild<QMainWindow*>(), window_->findChild<Transport*>()};
        for (int k = 0; k < 4; ++k)
            if (parts[k] == stop || parts[k]->isAncestorOf(stop))
                return k;
        return 4;
    };
    QStringList cards;
    int before = 0;
    for (const QWidget* stop : stops) {
        QVERIFY2(region(stop) >= before, qPrintable(describe(stop)));
        before = region(stop);
        for (const QWidget* each = stop; each; each = each->parentWidget())
            if (const auto* card = qobject_cast<const Card*>(each);
                card && !cards.contains(card->objectName()))
                cards << card->objectName();
    }
    QCOMPARE(before, 3);
    QCOMPARE(cards, QStringList({"unrolled", "time", "gradients", "flow", "clipping"}));
    // In the tool row from left to right.
    int right = -1;
    for (const QWidget* stop : stops)
        if (region(stop) == 0) {
            QVERIFY2(stop->mapTo(window_.get(), QPoint()).x() > right, qPrintable(describe(stop)));
            right = stop->mapTo(window_.get(), QPoint()).x();
        }
    // Within a card: what stands in its title, then what it shows.
    const Card* gradients = window_->card("gradients");
    const auto plot = stops.indexOf(gradients->content());
    QVERIFY(plot > 0);
    QVERIFY(gradients->titleBarWidget()->isAncestorOf(stops[plot - 1]));
}

void FocusTest::focusIsSeen_data() {
    QTest::addColumn<QString>("theme");
    for (const char* theme : {"light", "dark", "projector"})
        QTest::newRow(theme) << theme;
}

void FocusTest::focusIsSeen() {
    QFETCH(QString, theme);
    window_->setTheme(theme);
    openLesson();
    settle();
    focusIsSeenIn(*window_);
    window_->lessons().close();
    settle();
    for (const char* id : {"cell", "equations", "weights", "unit", "values", "generation",
                           "jacobians", "contributions", "phase-plane", "loss", "cliff"}) {
        inFront(id);
        focusIsSeenIn(*window_->card(id));
    }
    inFront("gradients");
    window_->card("gradients")->showTable(true);
    settle();
    focusIsSeenIn(*window_->card("gradients"));
    key(Qt::Key_C);
    settle();
    focusIsSeenIn(*window_->card("compare"));
}

/// Every stop there looks otherwise while it has the focus.
void FocusTest::focusIsSeenIn(const QWidget& part) {
    QStringList unseen;
    int count = 0;
    for (QWidget* stop : window_->focusStops()) {
        if (!part.isAncestorOf(stop))
            continue;
        ++count;
        if (QWidget* busy = window_->focusWidget())
            busy->clearFocus();
        settle();
        stop->setFocus(Qt::TabFocusReason);  // may scroll it into sight
        settle();
        const QImage with = stop->grab().toImage();
        stop->clearFocus();
        settle();
        if (stop->grab().toImage() == with)
            unseen << describe(stop);
    }
    QVERIFY(count > 0);
    QVERIFY2(unseen.isEmpty(), qPrintable('\n' + unseen.join('\n')));
}

QTEST_MAIN(FocusTest)
#include "focus_test.moc"
