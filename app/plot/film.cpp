// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/film.h"

#include <QBuffer>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <cassert>
#include <filesystem>

#include "app/plot/gif.h"
#include "core/archive.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr int samples = 8;        // pictures that decide a GIF's colours
constexpr int lastPicture = 150;  // hundredths of a second that a GIF stays there
constexpr int patience = 60'000;  // ms that ffmpeg may take for a picture

Error stopped() {
    return Error{Sentence::tr("the film was stopped before its end")};
}

Error in(const QString& file, Error error) {
    error.file = file.toStdString();
    return error;
}

Done drawn(const QImage& picture, const QSize& size) {
    if (picture.isNull() || picture.size() != size)
        return Error{
            Sentence::tr("there is not enough memory for a picture; choose a smaller film")};
    return done();
}

Done writeFile(const QString& file, const QByteArray& bytes) {
    return writeAtomically(file.toStdString(), {bytes.constData(), std::size_t(bytes.size())});
}

Done writeGif(const QString& file, const Film& film) {
    std::vector<QImage> some;
    const int count = std::min(samples, film.frames);
    some.reserve(std::size_t(count));
    for (int k = 0; k < count; ++k) {
        if (film.goOn && !film.goOn(0))
            return stopped();
        some.push_back(film.picture(count == 1 ? 0 : k * (film.frames - 1) / (count - 1)));
        if (const Done status = drawn(some.back(), some.front().size()); !status)
            return status;
    }
    const QSize size = some.front().size();
    if (std::max(size.width(), size.height()) > 65535)
        return Error{
            Sentence::tr("a GIF's sides have at most 65535 pixels; choose a smaller film")};
    GifEncoder encoder(size, gifPalette(some));
    some.clear();
    for (int k = 0; k < film.frames; ++k) {
        if (film.goOn && !film.goOn(k))
            return stopped();
        const QImage picture = film.picture(k);
        if (const Done status = drawn(picture, size); !status)
            return status;
        // Rounded so that the whole keeps its length.
        const auto until = [&](int frame) { return qRound(100 * frame / film.perSecond); };
        encoder.add(picture, until(k + 1) - until(k) + (k + 1 == film.frames ? lastPicture : 0));
    }
    const auto bytes = encoder.finish();
    return bytes ? writeFile(file, *bytes) : bytes.error();
}

Done writeMp4(const QString& file, const Film& film) {
    const QString ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (ffmpeg.isEmpty())
        return Error{
            Sentence::tr("ffmpeg, which writes MP4, is not installed; install it, or choose .gif")};
    // Beside the file, so that it need only be renamed.
    const QTemporaryDir folder(QFileInfo(file).absolutePath() + "/.film-XXXXXX");
    if (!folder.isValid())
        return Error{Sentence::tr(
            "cannot be written; choose a folder that exists and that you may write in")};
    const QString part = folder.filePath(QStringLiteral("film.mp4"));
    QProcess process;
    const auto end = qScopeGuard([&process] {
        process.kill();
        process.waitForFinished();
    });
    QSize size;
    for (int k = 0; k < film.frames; ++k) {
        if (film.goOn && !film.goOn(k))
            return stopped();
        const QImage picture = film.picture(k).convertToFormat(QImage::Format_RGB32);
        if (k == 0) {
            size = picture.size();
            // Few players show anything but even sides and yuv420p.
            process.start(ffmpeg, {"-loglevel",
                                   "error",
                                   "-y",
                                   "-f",
                                   "rawvideo",
                                   "-pix_fmt",
                                   "bgra",
                                   "-video_size",
                                   QString("%1x%2").arg(size.width()).arg(size.height()),
                                   "-framerate",
                                   QString::number(film.perSecond),
                                   "-i",
                                   "-",
                                   "-vf",
                                   "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white",
                                   "-pix_fmt",
                                   "yuv420p",
                                   "-movflags",
                                   "+faststart",
                                   part});
            if (!process.waitForStarted(patience))
                return Error{
                    Sentence::tr("ffmpeg, which writes MP4, cannot be started; choose .gif")};
        }
        if (const Done status = drawn(picture, size); !status)
            return status;
        for (int y = 0; y < size.height(); ++y)
            process.write(reinterpret_cast<const char*>(picture.constScanLine(y)),
                          qint64(size.width()) * 4);
        while (process.bytesToWrite() > 0 && process.waitForBytesWritten(patience))
            ;
        if (process.state() != QProcess::Running)
            break;
    }
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError()).simplified();
        return Error{Sentence::tr("ffmpeg could not write the film (%1); choose .gif",
                                  said.left(200).toStdString())};
    }
    std::error_code problem;
    std::filesystem::rename(part.toStdString(), file.toStdString(), problem);
    if (problem)
        return Error{Sentence::tr(
            "cannot be written (%1); choose a folder that exists and that you may write in",
            problem.message())};
    return done();
}

const QRegularExpression& numberPlace() {
    static const QRegularExpression place(QStringLiteral("%(?:0([1-9]))?d"));
    return place;
}

Done writePictures(const QString& file, const Film& film) {
    const QFileInfo info(file);
    const QRegularExpressionMatch place = numberPlace().match(info.fileName());
    const int digits = std::max(1, place.captured(1).toInt());
    QSize size;
    for (int k = 0; k < film.frames; ++k) {
        if (film.goOn && !film.goOn(k))
            return stopped();
        const QImage picture = film.picture(k);
        if (k == 0)
            size = picture.size();
        if (const Done status = drawn(picture, size); !status)
            return status;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (!picture.save(&buffer, "PNG"))
            return Error{
                Sentence::tr("there is not enough memory for a picture; choose a smaller film")};
        QString name = info.fileName();
        name.replace(place.capturedStart(), place.capturedLength(),
                     QString("%1").arg(k + 1, digits, 10, QLatin1Char('0')));
        const QString path = file.left(file.size() - info.fileName().size()) + name;
        if (const Done status = writeFile(path, buffer.data()); !status)
            return status;
    }
    return done();
}

struct Kind {
    const char* suffix;
    Done (*write)(const QString& file, const Film& film);
};

constexpr Kind kinds[] = {{"gif", writeGif}, {"mp4", writeMp4}, {"png", writePictures}};

const Kind* kindOf(const QString& file) {
    const QFileInfo info(file);
    for (const Kind& kind : kinds)
        if (info.suffix().compare(QLatin1String(kind.suffix), Qt::CaseInsensitive) == 0 &&
            (kind.write != writePictures || info.fileName().contains(numberPlace())))
            return &kind;
    return nullptr;
}

}  // namespace

bool namesFilm(const QString& file) {
    return kindOf(file) != nullptr;
}

Done saveFilm(const QString& file, const Film& film) {
    assert(film.frames > 0 && film.picture);
    const Kind* kind = kindOf(file);
    if (!kind)
        return in(file, Error{Sentence::tr("a film cannot be stored under this name; end it in "
                                           ".gif or .mp4, or in %03d.png for numbered pictures")});
    const Done status = kind->write(file, film);
    return status ? status : Done(in(file, status.error()));
}

}  // namespace rnnscope
