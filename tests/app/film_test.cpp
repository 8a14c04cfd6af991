// SPDX-License-Identifier: GPL-3.0-or-later
// Films, read back by others' decoders.
#include "app/plot/film.h"

#include <QImageReader>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

#include "app/plot/gif.h"

using namespace rnnscope;

class FilmTest : public QObject {
    Q_OBJECT

  private slots:
    void namesTellFilms();
    void gifOfFewColoursIsExact();
    void gifOfManyColoursIsNear();
    void gifKeepsTheTime();
    void equalPicturesAreShownAsLong();
    void numberedPicturesAreThePictures();
    void mp4IsReadByItsMaker();
    void withoutItsMakerThereIsAClearLine();
    void errorsLeaveWhatStoodThere();
    void canBeStopped();

  private:
    QString at(const char* name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
};

namespace {

constexpr QSize size(97, 61);

/// A square that wanders over words.
QImage wandering(int frame) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(QRect(5 + 3 * frame, 10 + frame, 20, 15), QColor(0, 114, 178));
    painter.fillRect(QRect(60, 40, 30, 12), frame % 2 ? Qt::black : Qt::red);
    return image;
}

/// More colours than a GIF can hold.
QImage shades(int frame) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / size.width(), y * 255 / size.height(), 40 * frame));
    return image;
}

QByteArray bytesOf(const QString& file) {
    QFile reading(file);
    return reading.open(QIODevice::ReadOnly) ? reading.readAll() : QByteArray();
}

int farthest(const QImage& a, const QImage& b) {
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))});
        }
    return most;
}

}  // namespace

void FilmTest::namesTellFilms() {
    for (const char* name : {"a.gif", "b.GIF", "c.mp4", "step-%03d.png", "%d.PNG", "/x/y.gif"})
        QVERIFY2(namesFilm(name), name);
    for (const char* name :
         {"a.png", "a.svg", "gif", "a.pdf", "a%.png", "a%s.png", "%03d/a.png", "a%03d.svg"})
        QVERIFY2(!namesFilm(name), name);
}

void FilmTest::gifOfFewColoursIsExact() {
    const QString file = at("exact.gif");
    QVERIFY(saveFilm(file, {.frames = 12, .perSecond = 8, .picture = wandering}).ok());
    QImageReader reader(file);
    QCOMPARE(reader.imageCount(), 12);
    QCOMPARE(reader.loopCount(), -1);  // for ever
    for (int k = 0; k < 12; ++k)
        QCOMPARE(reader.read().convertToFormat(QImage::Format_RGB32), wandering(k));
}

void FilmTest::gifOfManyColoursIsNear() {
    const QString file = at("near.gif");
    QVERIFY(saveFilm(file, {.frames = 4, .perSecond = 8, .picture = shades}).ok());
    QImageReader reader(file);
    for (int k = 0; k < 4; ++k) {
        const QImage shown = reader.read().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(shown.size(), size);
        const int off = farthest(shown, shades(k));
        QVERIFY2(off > 0 && off <= 40, qPrintable(QString::number(off)));
    }
    // The commonest colours stay as they are among many others.
    QImage mixed = shades(0);
    QPainter(&mixed).fillRect(0, 0, 97, 20, QColor(251, 252, 253));
    const auto palette = gifPalette({mixed, shades(1), shades(2)});
    QVERIFY(palette.size() <= 255);
    QVERIFY(std::count(palette.begin(), palette.end(), qRgb(251, 252, 253)) == 1);
}

void FilmTest::gifKeepsTheTime() {
    const QString file = at("time.gif");
    QVERIFY(saveFilm(file, {.frames = 9, .perSecond = 8, .picture = wandering}).ok());
    QImageReader reader(file);
    int all = 0, last = 0;
    for (int k = 0; k < 9; ++k) {
        reader.read();
        last = reader.nextImageDelay();
        QVERIFY(last == 120 || last == 130 || k == 8);
        all += last;
    }
    QVERIFY(last > 1000);        // it stays on the last one
    QCOMPARE(all, 1130 + 1500);  // 9 pictures of 125 ms, to a hundredth
}

void FilmTest::equalPicturesAreShownAsLong() {
    const QString file = at("equal.gif");
    const auto same = [](int) { return wandering(1); };
    QVERIFY(saveFilm(file, {.frames = 3, .perSecond = 10, .picture = same}).ok());
    QImageReader reader(file);
    QCOMPARE(reader.imageCount(), 3);
    for (int k = 0; k < 3; ++k) {
        QCOMPARE(reader.read().convertToFormat(QImage::Format_RGB32), wandering(1));
        QCOMPARE(reader.nextImageDelay(), k < 2 ? 100 : 1600);
    }
}

void FilmTest::numberedPicturesAreThePictures() {
    QVERIFY(saveFilm(at("p-%03d.png"), {.frames = 11, .perSecond = 8, .picture = shades}).ok());
    QVERIFY(saveFilm(at("q%d.png"), {.frames = 11, .perSecond = 8, .picture = shades}).ok());
    for (int k = 0; k < 11; ++k) {
        const QString number = QString::number(k + 1);
        const QImage padded(at("p-") + number.rightJustified(3, '0') + ".png");
        QCOMPARE(padded.convertToFormat(QImage::Format_RGB32), shades(k));
        QVERIFY(QFile::exists(at("q") + number + ".png"));
    }
    QVERIFY(!QFile::exists(at("p-000.png")) && !QFile::exists(at("p-012.png")));
}

void FilmTest::mp4IsReadByItsMaker() {
    const QString file = at("film.mp4");
    QVERIFY(saveFilm(file, {.frames = 16, .perSecond = 8, .picture = wandering}).ok());
    QProcess::execute("ffmpeg", {"-loglevel", "error", "-i", file, at("back-%02d.png")});
    const QImage back(at("back-05.png"));
    QCOMPARE(back.size(), QSize(98, 62));  // even sides
    QVERIFY(QFile::exists(at("back-16.png")) && !QFile::exists(at("back-17.png")));
    const QColor square = back.pixelColor(5 + 3 * 4 + 10, 10 + 4 + 7);
    QVERIFY2(square.blue() > 120 && square.red() < 60, qPrintable(square.name()));
}

void FilmTest::withoutItsMakerThereIsAClearLine() {
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder_.path().toUtf8());
    const Done status =
        saveFilm(at("none.mp4"), {.frames = 2, .perSecond = 8, .picture = wandering});
    qputenv("PATH", path);
    QVERIFY(!status.ok());
    QCOMPARE(QString::fromStdString(status.error().text()),
             at("none.mp4") +
                 ": ffmpeg, which writes MP4, is not installed; install it, or choose .gif");
    QVERIFY(!QFile::exists(at("none.mp4")));
}

void FilmTest::errorsLeaveWhatStoodThere() {
    const QString file = at("stood.gif");
    QVERIFY(saveFilm(file, {.frames = 2, .perSecond = 8, .picture = wandering}).ok());
    const QByteArray before = bytesOf(file);
    int asked = 0;
    const auto failing = [&](int frame) { return ++asked > 3 ? QImage() : wandering(frame); };
    const Done status = saveFilm(file, {.frames = 30, .perSecond = 8, .picture = failing});
    QVERIFY(!status.ok() && status.error().message.find("memory") != std::string::npos);
    QCOMPARE(bytesOf(file), before);
    for (const char* name : {"no/such/folder/a.gif", "no/such/folder/%d.png", "a.txt"}) {
        const Done refused =
            saveFilm(at(name), {.frames = 2, .perSecond = 8, .picture = wandering});
        QVERIFY2(!refused.ok(), name);
        QVERIFY2(refused.error().message.find("; ") != std::string::npos, name);
    }
}

void FilmTest::canBeStopped() {
    const QString file = at("stopped.gif");
    int drawn = 0;
    const auto counting = [&](int frame) {
        ++drawn;
        return wandering(frame);
    };
    const Done status =
        saveFilm(file, {.frames = 40, .perSecond = 8, .picture = counting, .goOn = [](int frame) {
                            return frame < 5;
                        }});
    QVERIFY(!status.ok());
    QVERIFY(drawn < 20);
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(FilmTest)
#include "film_test.moc"
