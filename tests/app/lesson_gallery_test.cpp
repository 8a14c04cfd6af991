// SPDX-License-Identifier: GPL-3.0-or-later
// The lessons to choose from: with pictures of their own numbers, by mouse and by keys.
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/language.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_gallery.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/lesson_tile.h"
#include "window_fixture.h"

using namespace rnnscope;

class LessonGalleryTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        QSettings().clear();
        installLanguage("en");
    }
    void cleanup() {
        window_.reset();
        installLanguage("en");
    }

    void eachHasItsPicture();
    void allIsSeen_data();
    void allIsSeen();
    void aClickOpensALesson();
    void keysGoFromTileToTile();
    void theEndOfALessonLeadsThere();
    void whatWasSeenToItsEndIsMarked();
    void aBrokenOneIsNamed();
    void whilePresentingNothingIsModal();

  private:
    LessonGallery* gallery() {
        key(Qt::Key_L, Qt::ControlModifier);
        auto* found = window_->findChild<LessonGallery*>();
        if (!found || !QTest::qWaitForWindowExposed(found))
            qFatal("no gallery");
        return found;
    }
};

void LessonGalleryTest::eachHasItsPicture() {
    open();
    LessonGallery* shown = gallery();
    QCOMPARE(shown->tiles().size(), std::size_t(ownLessonFiles().size()));
    QTRY_VERIFY_WITH_TIMEOUT(shown->isComplete(), 120000);
    QList<QImage> pictures;
    for (const LessonTile* tile : shown->tiles()) {
        const QImage picture = tile->picture().toImage();
        QVERIFY2(!picture.isNull(), qPrintable(tile->text()));
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3)
            for (int x = 0; x < picture.width(); x += 3)
                colours << picture.pixel(x, y);
        QVERIFY2(colours.size() > 8, qPrintable(tile->text()));  // more than an empty frame
        QVERIFY(!pictures.contains(picture));
        pictures << picture;
    }
    shown->grab().save(QStringLiteral(RNNSCOPE_SCREENSHOTS "/lesson-gallery.png"));
}

void LessonGalleryTest::allIsSeen_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const Language& each : interfaceLanguages())
        for (const QSize& size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::addRow("%s %d", each.id, size.height()) << QString(each.id) << size;
}

/// Titles and summaries have room, and no tile is cut at its sides.
void LessonGalleryTest::allIsSeen() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    installLanguage(language);
    open(size);
    LessonGallery* shown = gallery();
    QVERIFY(window_->rect().contains(QRect(QPoint(), shown->size())));
    const int width = shown->tiles().front()->width();
    for (const LessonTile* tile : shown->tiles()) {
        QVERIFY(std::abs(tile->width() - width) <= 1);
        QVERIFY(tile->height() >= tile->heightForWidth(tile->width()));
        QVERIFY2(!tile->isCut(), qPrintable(tile->text()));
        QVERIFY(shown->scroller()->widget()->rect().contains(tile->geometry()));
    }
    QVERIFY(shown->scroller()->horizontalScrollBar()->maximum() == 0);
    if (size.height() == 1080)
        QCOMPARE(shown->scroller()->verticalScrollBar()->maximum(), 0);
    shown->grab().save(QStringLiteral(RNNSCOPE_SCREENSHOTS "/lesson-gallery-%1-%2.png")
                           .arg(language)
                           .arg(size.height()));
}

void LessonGalleryTest::aClickOpensALesson() {
    open();
    QTest::mouseClick(gallery()->tiles()[3], Qt::LeftButton);
    settle();
    QVERIFY(window_->lessons().isOpen());
    QCOMPARE(window_->lessons().lesson().id, "the-cliff");
    QVERIFY(!window_->findChild<LessonGallery*>());
}

void LessonGalleryTest::keysGoFromTileToTile() {
    open();
    LessonGallery* shown = gallery();
    const auto& tiles = shown->tiles();
    QVERIFY(tiles[0]->hasFocus());
    const auto press = [&](Qt::Key key) { QTest::keyClick(shown->focusWidget(), key); };
    press(Qt::Key_Right);
    QVERIFY(tiles[1]->hasFocus());
    press(Qt::Key_Down);
    const int below = shown->columns() + 1;
    QVERIFY(tiles[std::size_t(below)]->hasFocus());
    press(Qt::Key_Up);
    press(Qt::Key_Left);
    press(Qt::Key_Left);  // there is none before the first
    QVERIFY(tiles[0]->hasFocus());
    press(Qt::Key_End);
    QVERIFY(tiles.back()->hasFocus());
    QVERIFY(!tiles.back()->visibleRegion().isEmpty());
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    settle();
    QCOMPARE(window_->lessons().lesson().id, "vanish-hold-grow");
}

void LessonGalleryTest::theEndOfALessonLeadsThere() {
    open();
    window_->openLesson(ownLessonFiles().front());
    settle();
    LessonPlayer& player = window_->lessons();
    player.goTo(player.pageCount() - 1);
    if (player.hidesAnswer())
        player.reveal();
    settle();
    QPushButton* button = window_->lessonColumn()->nextButton();
    QCOMPARE(button->text(), "All lessons");
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(window_->findChild<LessonGallery*>());
    // A clicker's key has nothing more to do there: a class is not to see a dialog by accident.
    window_->findChild<LessonGallery*>()->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    key(Qt::Key_PageDown);
    QVERIFY(!window_->findChild<LessonGallery*>());
    QCOMPARE(player.pageNumber(), player.pageCount() - 1);
}

void LessonGalleryTest::whatWasSeenToItsEndIsMarked() {
    open();
    window_->openLesson(ownLessonFiles()[1]);
    settle();
    window_->lessons().goTo(1);
    settle();
    QVERIFY(finishedLessons().isEmpty());
    window_->lessons().goTo(window_->lessons().pageCount() - 1);
    settle();
    QCOMPARE(finishedLessons(), QStringList{"vanish-hold-grow"});
    const auto& tiles = gallery()->tiles();
    for (std::size_t k = 0; k < tiles.size(); ++k)
        QCOMPARE(tiles[k]->accessibleDescription().contains("Seen to its end"), k == 1);
}

void LessonGalleryTest::aBrokenOneIsNamed() {
    QTemporaryDir folder;
    QFile file(folder.filePath("mine.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"rnnscope-lesson\", \"version\": 1}");
    file.close();
    LessonGallery shown({ownLessonFiles().front(), file.fileName()}, Theme::light());
    QCOMPARE(shown.tiles().size(), std::size_t(1));
    bool named = false;
    for (const QLabel* label : shown.findChildren<QLabel*>())
        named = named || (label->text().contains("mine.json:1: ") && !label->isHidden());
    QVERIFY(named);
}

void LessonGalleryTest::whilePresentingNothingIsModal() {
    open();
    key(Qt::Key_F5);
    settle();
    LessonGallery* shown = gallery();
    QVERIFY(!shown->isModal());
    QVERIFY(!QApplication::activeModalWidget());
    QTest::mouseClick(shown->tiles()[1], Qt::LeftButton);
    settle();
    QCOMPARE(window_->lessons().lesson().id, "vanish-hold-grow");
    key(Qt::Key_F5);
    settle();
}

QTEST_MAIN(LessonGalleryTest)
#include "lesson_gallery_test.moc"
