// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the input dragged where they are drawn, in the real window.
#include "tests/app/input_fixture.h"

using namespace rnnscope;

class InputEditTest : public InputHands {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void aPointIsDragged();
    void aDragIsOneStepOfUndo();
    void besideAPointThePlayheadMoves();
    void aClickOnAPointGoesThereAndChoosesIt();
    void beyondTheAxisItFollowsAfterwards();
    void aTrainedNetworkKeepsWhatItLearnt();
    void aScaleOfNothingIsRefused();
    void gradientsAreNotEdited();
    void ringsMarkWhatIsEdited();
    void pictures();
};

void InputEditTest::aPointIsDragged() {
    const double before = seen(9);
    const QPoint start = point(9);
    hover(start);
    QCOMPARE(strip().cursor().shape(), Qt::SizeVerCursor);
    hover(start - QPoint(0, 30));
    QCOMPARE(strip().cursor().shape(), Qt::ArrowCursor);
    const int playhead = window_->playhead().position().step;
    drag(start, {5, 9, 12});
    QVERIFY(seen(9) > before);
    // Where it was let go, to the pixel; and round.
    QVERIFY(std::abs(point(9).y() - (start.y() - 12)) <= 1);
    QVERIFY(QString::number(seen(9)).size() <= 6);
    QCOMPARE(document().setup().edits.size(), std::size_t(1));
    QCOMPARE(document().setup().edits[0].column, Index(9));
    QCOMPARE(window_->playhead().position().step, playhead);
    // The target of the step before follows.
    QCOMPARE((*document().snapshot()->problem->target)(0, 8), seen(9));
    // What was there is the ghost.
    QVERIFY(document().ghost());
    QCOMPARE(document().ghost()->problem->input(0, 9), before);
}

void InputEditTest::aDragIsOneStepOfUndo() {
    const double before = seen(9);
    drag(point(9), {4, 8, 12, 6});
    drag(point(9), {4, 8});
    drag(point(10), {5});
    QCOMPARE(document().undoStack().count(), 3);
    QCOMPARE(document().undoStack().undoText(), QString("Edit the input at t = 11"));
    for (int k = 0; k < 3; ++k)
        QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    QCOMPARE(seen(9), before);
    QVERIFY(document().setup().edits.empty());
}

void InputEditTest::besideAPointThePlayheadMoves() {
    const QPoint beside(point(9).x(), qRound(strip().stripRects().front().top()) + 2);
    QVERIFY(std::abs(beside.y() - point(9).y()) > 9);
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, beside);
    QCOMPARE(window_->playhead().position().step, 9);
    drag(beside, {-4, -8});
    QVERIFY(document().setup().edits.empty());
    QVERIFY(!field()->isVisible());
}

void InputEditTest::aClickOnAPointGoesThereAndChoosesIt() {
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, point(9));
    QCOMPARE(window_->playhead().position().step, 9);
    QVERIFY(document().setup().edits.empty());
    QVERIFY(strip().hasFocus());
    // The keys stay the lecture's.
    QTest::keyClick(&strip(), Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, 10);
    QTest::keyClick(&strip(), Qt::Key_Escape);
    QVERIFY(!strip().hasFocus());
}

void InputEditTest::beyondTheAxisItFollowsAfterwards() {
    const QRectF rect = strip().stripRects().front();
    const QPoint start = point(9);
    const int high = start.y() - qRound(rect.top()) + qRound(rect.height());
    QTest::mousePress(&strip(), Qt::LeftButton, Qt::NoModifier, start);
    QMouseEvent move(QEvent::MouseMove, start - QPoint(0, high),
                     strip().mapToGlobal(start - QPoint(0, high)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    const QPoint other = point(3);
    QCoreApplication::sendEvent(&strip(), &move);
    settle();
    const double largest = document().ghost()->problem->input.maxCoeff();
    QVERIFY(seen(9) > largest);
    QCOMPARE(point(3), other);  // the axis stands still
    QVERIFY(std::abs(point(9).y() - rect.top()) <= 1);
    QTest::mouseRelease(&strip(), Qt::LeftButton, Qt::NoModifier, start - QPoint(0, high));
    settle();
    QVERIFY(point(3) != other);
    QVERIFY(point(9).y() > rect.top() + 1);
}

void InputEditTest::aTrainedNetworkKeepsWhatItLearnt() {
    document().showUpdate(70);
    settle();
    const SharedSnapshot before = document().snapshot();
    drag(point(9), {5, 9});
    QCOMPARE(document().update(), 70);
    QCOMPARE(document().setup().edits[0].update, 70);
    const SharedSnapshot after = document().snapshot();
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k)
        QCOMPARE(after->parameters.items[k].value, before->parameters.items[k].value);
    QCOMPARE(document().ghost(), before);
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    QCOMPARE(document().update(), 70);
    QCOMPARE(document().snapshot()->problem->input, before->problem->input);
}

void InputEditTest::aScaleOfNothingIsRefused() {
    choose("input-scale", "0");
    drag(point(9), {5, 9});
    QVERIFY(strip().hint().contains("input scale is 0"));
    QVERIFY(document().setup().edits.empty());
    // Another scale: what is seen is what was meant.
    choose("input-scale", "0.5");
    doubleClick(point(9));
    retype("0.75");
    QCOMPARE(seen(9), 0.75);
    QCOMPARE(document().setup().edits[0].value, 1.5);
}

void InputEditTest::gradientsAreNotEdited() {
    window_->findChild<TimeCard*>()->setGradients(true);
    settle();
    const QRectF rect = strip().stripRects().front();
    for (int y = int(rect.top()) + 1; y < rect.bottom(); y += 3) {
        hover({qRound(strip().xOf(9)), y});
        QCOMPARE(strip().cursor().shape(), Qt::ArrowCursor);
    }
    const QPoint middle = rect.center().toPoint();
    QContextMenuEvent event(QContextMenuEvent::Mouse, middle, strip().mapToGlobal(middle));
    QCoreApplication::sendEvent(&strip(), &event);
    QVERIFY(!strip().findChild<QMenu*>());
}

void InputEditTest::ringsMarkWhatIsEdited() {
    TimePanel panel(Theme::light(), TimeContent::Inputs);
    const Options options = {{"cell", "lstm"}, {"hidden", "2"}, {"length", "20"}};
    Options own = options, put = options;
    const SharedSnapshot plain = pass(options);
    const std::string value = std::to_string(plain->problem->input(0, 9));
    panel.setSnapshot(plain);
    panel.setView(at(Phase::Backward, 0));
    const QImage before = figure(panel);
    put.emplace_back("edit", "x@10#1=" + value);
    panel.setSnapshot(pass(put));
    QCOMPARE(figure(panel), before);  // not yet
    panel.setSnapshot(pass(put, 1));
    Options without = options;
    TimePanel other(Theme::light(), TimeContent::Inputs);
    other.setSnapshot(pass(without, 1));
    other.setView(at(Phase::Backward, 0));
    const QImage ringed = figure(panel), bare = figure(other);
    QVERIFY(differences(ringed, bare, 0, 700) > 10);
}

void InputEditTest::pictures() {
    choose("length", "40");
    doubleClick(point(30));
    retype("0.9");
    qApp->clipboard()->setText("0.1\n0.2\n0.3\n0.2");
    hover(point(4));
    QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier);
    settle();
    for (const char* theme : {"light", "dark"}) {
        window_->setTheme(theme);
        settle();
        hover(point(17));
        QCoreApplication::processEvents();
        QVERIFY(window_->grab().save(QString(RNNSCOPE_SCREENSHOTS "/input-%1.png").arg(theme)));
        doubleClick(point(17));
        retype("abc");
        QVERIFY(
            window_->grab().save(QString(RNNSCOPE_SCREENSHOTS "/input-hint-%1.png").arg(theme)));
        QTest::keyClick(field(), Qt::Key_Escape);
    }
}

QTEST_MAIN(InputEditTest)
#include "input_edit_test.moc"
