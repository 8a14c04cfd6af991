// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong in a lecture, and how the window takes it: by clicks and keys, sent to whatever
// has the focus.
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>
#include <limits>

#include "app/dial.h"
#include "app/dialogs/export_dialog.h"
#include "app/message_bar.h"
#include "app/panels/clipping_panel.h"
#include "app/setup_column.h"
#include "app/setup_slider.h"
#include "app/setup_widgets.h"
#include "app/tool_row.h"
#include "app/training_actions.h"
#include "app/transport.h"
#include "core/gradient_check.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class LectureTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void aTouchedDialCanBeTakenBack();
    void twinsInTheMidstOfATraining();
    void figuresShowWhatIsInFront();
    void withoutATargetTheWayIsTold();
    void theCheckCountsByKind();
    void aFocusedSliderHasItsArrows();
    void typingGivesTheKeysBack();
    void newsCoversNothing_data();
    void newsCoversNothing();
    void wordsOfTheColumnFit_data();
    void wordsOfTheColumnFit();

  private:
    const SetupColumn::Controls& ui() { return window_->findChild<SetupColumn*>()->controls(); }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
    void trainTo(const char* updates) {
        document().setPace(std::numeric_limits<double>::infinity());
        choose("updates", updates);
        key(Qt::Key_T);
        QTRY_VERIFY_WITH_TIMEOUT(!document().isTraining(), 20000);
        QVERIFY(document().settle());
        QCOMPARE(document().snapshot()->update, QByteArray(updates).toInt());
    }
    void drag(SetupSlider* slider, double to) {
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {},
                          QPoint(qRound(slider->xOf(slider->position())), y));
        for (const double share : {0.3, 0.6, 1.0}) {
            const double x = slider->xOf(slider->position() * (1 - share) + to * share);
            QTest::mouseMove(slider, QPoint(qRound(x), y));
            QTest::qWait(20);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(qRound(slider->xOf(to)), y));
    }
    QStringList checkedPanels() {
        key(Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window_->findChild<ExportDialog*>();
        QStringList ids;
        auto* list = dialog->findChild<QListWidget*>();
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->checkState() == Qt::Checked)
                ids << list->item(row)->data(Qt::UserRole).toString();
        dialog->reject();
        QTest::qWait(20);
        return ids;
    }
};

void LectureTest::aTouchedDialCanBeTakenBack() {
    trainTo("160");
    const auto before = document().snapshot();
    QCOMPARE(before->update, 160);
    QCOMPARE(window_->playhead().position().update, 160);
    const double radius = *document().setup().spectralRadius;
    drag(ui().radius->slider(), 0.7);
    QVERIFY(document().settle());
    QVERIFY(*document().setup().spectralRadius > 1.2);
    QCOMPARE(document().snapshot()->update, 0);
    // One quiet line says what became of it, and how it comes back.
    QVERIFY(messages()->isVisible());
    QCOMPARE(messages()->tone(), MessageBar::Tone::Info);
    QVERIFY2(messages()->text().contains("anew") && messages()->text().contains("Ctrl+Z") &&
                 messages()->text().contains("160"),
             qPrintable(messages()->text()));
    shoot("training-left");
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().settle());
    QCOMPARE(*document().setup().spectralRadius, radius);
    QCOMPARE(window_->playhead().position().update, 160);
    const auto after = document().snapshot();
    QCOMPARE(after->update, 160);
    QCOMPARE(after->history.size(), before->history.size());
    for (std::size_t k = 0; k < before->history.size(); ++k)
        QVERIFY(after->history[k] == before->history[k]);
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k)
        QVERIFY(after->parameters.items[k].value == before->parameters.items[k].value);
    // And one update more is the one that would have followed.
    key(Qt::Key_T, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(document().update(), 161, 5000);
    shoot("training-back");
}

void LectureTest::twinsInTheMidstOfATraining() {
    choose("clip", "none");
    document().setPace(500);
    choose("updates", "100000");
    key(Qt::Key_T);
    QTRY_VERIFY_WITH_TIMEOUT(document().update() > 60, 20000);
    const int left = document().update();
    key(Qt::Key_W);
    // Both start from the same seed, and go on by themselves.
    QVERIFY(document().isTraining());
    QVERIFY(document().setup().training.twin);
    QVERIFY(messages()->text().contains("Ctrl+Z"));
    QTRY_VERIFY_WITH_TIMEOUT(document().snapshot()->twin && document().update() > 20, 20000);
    QCOMPARE(window_->findChild<ClippingPanel*>()->page(), ClippingPanel::Page::Twins);
    QCOMPARE(document().snapshot()->twin->history[0].loss, document().snapshot()->history[0].loss);
    // Once more while they run: they run on.
    const int running = document().update();
    key(Qt::Key_W);
    QVERIFY(document().isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(document().update() > running + 5, 20000);
    // The way back: the training that was under way, where it was.
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!document().isTraining());
    QVERIFY(document().settle());
    QVERIFY(!document().setup().training.twin);
    QCOMPARE(document().setup().clipping.mode, ClipMode::None);
    QVERIFY(document().update() >= left);
    QVERIFY(document().snapshot()->known >= left);
}

void LectureTest::figuresShowWhatIsInFront() {
    QCOMPARE(checkedPanels(), (QStringList{"unrolled", "inputs", "gates", "cell-state", "hidden",
                                           "gradients", "flow", "clipping"}));
    for (const char* front : {"jacobians", "contributions", "loss"})
        window_->card(front)->raise();
    window_->card("unrolled")->hide();
    QTest::qWait(20);
    const QStringList shown{"cell",   "inputs",    "gates",         "cell-state",
                            "hidden", "jacobians", "contributions", "loss"};
    QCOMPARE(checkedPanels(), shown);

    // The workspace's figure, from its box: those again, not every panel there is.
    key(Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window_->findChild<ExportDialog*>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QCheckBox* whole = nullptr;
    for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
        if (box->text().contains("hole workspace"))
            whole = box;
    QVERIFY(whole && whole->checkState() == Qt::Checked);
    auto* list = dialog->findChild<QListWidget*>();
    const auto count = [&] {
        int checked = 0;
        for (int row = 0; row < list->count(); ++row)
            checked += list->item(row)->checkState() == Qt::Checked ? 1 : 0;
        return checked;
    };
    whole->click();
    QCOMPARE(count(), 0);
    whole->click();
    QCOMPARE(count(), int(shown.size()));
    QTest::qWait(400);
    QVERIFY(dialog->grab().save(RNNSCOPE_SCREENSHOTS "/export-front.png"));
    const QString file = folder_.filePath("front.svg");
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->objectName() == "svg")
            button->click();
    dialog->saveTo(file);
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(svg.readAll());
    QVERIFY(text.contains("JACOBIANS OVER TIME") && text.contains("WHERE THE GRADIENT WENT"));
    QVERIFY(!text.contains("CLIPPING BENCH") && !text.contains("UNROLLED"));
}

void LectureTest::withoutATargetTheWayIsTold() {
    auto* train = window_->findChild<QPushButton*>("train");
    const QString usual = train->toolTip();
    choose("target", "none");
    QVERIFY(!train->isEnabled());
    QVERIFY2(train->toolTip().contains("Sequence, Target"), qPrintable(train->toolTip()));
    // Said at once, and to whoever asks by key or click.
    QVERIFY(messages()->isVisible());
    QCOMPARE(messages()->tone(), MessageBar::Tone::Info);
    QVERIFY(messages()->text().contains("Sequence, Target"));
    shoot("no-target-told");
    for (const Qt::Key each : {Qt::Key_T, Qt::Key_G, Qt::Key_W}) {
        messages()->dismiss();
        key(each);
        QVERIFY2(messages()->text().contains("Sequence, Target"), qPrintable(messages()->text()));
        QVERIFY(!document().isTraining() && !document().isChecking());
        QVERIFY(!document().setup().training.twin);
    }
    messages()->dismiss();
    QTest::mouseClick(train, Qt::LeftButton);
    QVERIFY(messages()->text().contains("Sequence, Target"));
    choose("target", "next");
    QVERIFY(train->isEnabled());
    QCOMPARE(train->toolTip(), usual);
}

void LectureTest::theCheckCountsByKind() {
    key(Qt::Key_G);
    QTRY_VERIFY_WITH_TIMEOUT(messages()->text().contains("agrees"), 20000);
    const QString told = messages()->text();
    QVERIFY2(told.contains("361 parameters, 50 inputs and 16 initial states"), qPrintable(told));
    QCOMPARE(ui().parameters->text(), QString("361"));
    // Another cell, two layers, no cell state.
    choose("cell", "gru");
    choose("hidden", "3");
    choose("layers", "2");
    choose("length", "11");
    QSignalSpy checked(&document(), &Document::gradientChecked);
    key(Qt::Key_G);
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, 20000);
    const auto check = checked[0][0].value<GradientCheck>();
    QCOMPARE(check.parameters, document().snapshot()->problem->parameters.count());
    QCOMPARE(check.inputs, Index(11));
    QCOMPARE(check.initialStates, Index(6));
    QCOMPARE(check.entries, check.parameters + check.inputs + check.initialStates);
}

void LectureTest::aFocusedSliderHasItsArrows() {
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, 1);
    SetupSlider* slider = ui().units->slider();
    slider->setFocus(Qt::TabFocusReason);
    QCOMPARE(window_->focusWidget(), slider);
    key(Qt::Key_Right);
    key(Qt::Key_Up);
    QCOMPARE(document().setup().hidden, Index(10));
    key(Qt::Key_Left);
    QCOMPARE(document().setup().hidden, Index(9));
    QCOMPARE(window_->playhead().position().step, 1);
    shoot("slider-focus");
    // Escape gives the keys back to the lecture, and leaves a message where it is.
    messages()->show("Still here", MessageBar::Tone::Error);
    key(Qt::Key_Escape);
    QVERIFY(!slider->hasFocus());
    QVERIFY(messages()->isVisible());
    key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, 2);
    QCOMPARE(document().setup().hidden, Index(9));
    key(Qt::Key_Escape);
    QVERIFY(messages()->isHidden());

    for (QSpinBox* box : {ui().layers, window_->findChild<ToolRow*>()->units()}) {
        box->setFocus(Qt::TabFocusReason);
        const int value = box->value();
        key(Qt::Key_Up);
        QCOMPARE(box->value(), value + 1);
        QVERIFY(document().settle());
        key(Qt::Key_Escape);
        QTRY_VERIFY(!box->hasFocus());
    }
    key(Qt::Key_Left);
    QCOMPARE(window_->playhead().position().step, 1);
}

/// After a number is typed into a dial that was clicked, End plays on and turns no dial.
void LectureTest::typingGivesTheKeysBack() {
    Dial* dial = ui().radius;
    QTest::mouseClick(dial->field(), Qt::LeftButton);
    QTRY_VERIFY(dial->field()->hasFocus());
    dial->field()->selectAll();
    QTest::keyClicks(dial->field(), "0.5");
    key(Qt::Key_Return);
    QCOMPARE(document().setup().spectralRadius, std::optional(0.5));
    key(Qt::Key_End);
    QVERIFY(document().settle());
    QCOMPARE(document().setup().spectralRadius, std::optional(0.5));
    QVERIFY(window_->playhead().atEnd());
    // Who came from the slider by key goes back to it.
    dial->slider()->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Return);
    QCOMPARE(window_->focusWidget(), dial->field());
    QTest::keyClicks(dial->field(), "0.6");
    key(Qt::Key_Return);
    QCOMPARE(window_->focusWidget(), dial->slider());
    QCOMPARE(document().setup().spectralRadius, std::optional(0.6));
}

void LectureTest::newsCoversNothing_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* theme : {"light", "dark", "projector"})
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)})
            QTest::newRow(qPrintable(QString("%1 %2").arg(theme).arg(size.width())))
                << theme << size;
}

void LectureTest::newsCoversNothing() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    window_->setTheme(theme);
    window_->resize(size);
    QTest::qWait(50);
    const auto place = [&](const QWidget* widget) {
        return QRect(widget->mapTo(window_.get(), QPoint()), widget->size());
    };
    for (const auto tone :
         {MessageBar::Tone::Info, MessageBar::Tone::Warning, MessageBar::Tone::Error}) {
        messages()->show(QString("A long message about what happened. ").repeated(12), tone);
        messages()->setAction("Clip by norm and train again", [] {});
        QTest::qWait(30);
        const QRect news = place(messages());
        QVERIFY(window_->rect().contains(news));
        QVERIFY(news.width() > size.width() / 2);
        for (const char* card : {"unrolled", "time", "gradients", "clipping"})
            QVERIFY2(!news.intersects(place(window_->card(card))), card);
        QVERIFY(!news.intersects(place(window_->findChild<Transport*>())));
        QVERIFY(!news.intersects(place(window_->findChild<SetupColumn*>())));
        for (QAbstractButton* button :
             window_->findChild<ToolRow*>()->findChildren<QAbstractButton*>())
            QVERIFY2(!news.intersects(place(button)), qPrintable(button->text()));
    }
    shoot(QString("news-%1-%2").arg(theme).arg(size.width()));
}

void LectureTest::wordsOfTheColumnFit_data() {
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.25, 2.0})
        QTest::newRow(qPrintable(QString::number(scale))) << scale;
}

void LectureTest::wordsOfTheColumnFit() {
    QFETCH(double, scale);
    window_->setTheme("projector");  // larger type, and back
    window_->setTheme("light");
    window_->resize(1280, 720);
    auto* column = window_->findChild<SetupColumn*>();
    for (QToolButton* more : column->moreButtons())
        more->setChecked(true);
    for (const char* cell : {"lstm", "gru"}) {
        choose("cell", cell);
        Theme theme = window_->theme();
        theme.scale = scale;
        column->setTheme(theme);
        QTest::qWait(30);
        int seen = 0;
        for (QLabel* label : column->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            ++seen;
            const int needed = label->fontMetrics().horizontalAdvance(label->text());
            QVERIFY2(label->contentsRect().width() >= needed, qPrintable(label->text()));
        }
        const int value = QFontMetrics(theme.boldFont()).horizontalAdvance("mean squared");
        QVERIFY(ui().loss->width() >= value + theme.px(27));
        QVERIFY(seen > 20);
    }
    if (scale == 1.0) {
        column->ensureWidgetVisible(ui().recurrent);
        shoot("recurrent-form-1280");
    }
}

QTEST_MAIN(LectureTest)
#include "lecture_test.moc"
