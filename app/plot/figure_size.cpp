// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/figure_size.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr double inch = 96;  // CSS pixels
constexpr LengthUnit units[] = {{"px", 1, 0}, {"mm", inch / 25.4, 1}};

constexpr double wide = 40 / 3.0 * inch, narrow = 10 * inch, high = 7.5 * inch;
constexpr FigureSize sizes[] = {
    {"screen", QT_TRANSLATE_NOOP("FigureSize", "As on screen"), {}, false},
    {"16-9", QT_TRANSLATE_NOOP("FigureSize", "Slide, 16 : 9"), {wide, high}, true},
    {"16-9-two-thirds",
     QT_TRANSLATE_NOOP("FigureSize", "Two thirds of a slide, 16 : 9"),
     {wide * 2 / 3, high},
     true},
    {"16-9-half", QT_TRANSLATE_NOOP("FigureSize", "Half a slide, 16 : 9"), {wide / 2, high}, true},
    {"4-3", QT_TRANSLATE_NOOP("FigureSize", "Slide, 4 : 3"), {narrow, high}, true},
    {"4-3-two-thirds",
     QT_TRANSLATE_NOOP("FigureSize", "Two thirds of a slide, 4 : 3"),
     {narrow * 2 / 3, high},
     true},
    {"4-3-half", QT_TRANSLATE_NOOP("FigureSize", "Half a slide, 4 : 3"), {narrow / 2, high}, true},
    {"column", QT_TRANSLATE_NOOP("FigureSize", "Column of text"), {800, 450}, false},
    {"own", QT_TRANSLATE_NOOP("FigureSize", "Own size"), {}, false},
};

}  // namespace

std::span<const LengthUnit> lengthUnits() {
    return units;
}

std::span<const FigureSize> figureSizes() {
    return sizes;
}

QString wordsOf(const FigureSize& size) {
    return QCoreApplication::translate("FigureSize", size.words);
}

Result<QSizeF> parseFigureSize(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(\d{1,9}(?:\.\d{1,9})?)x(\d{1,9}(?:\.\d{1,9})?)([a-z]*)$)"));
    const auto match = form.match(text);
    for (const LengthUnit& unit : units) {
        const bool named = match.captured(3) == QLatin1String(unit.symbol) ||
                           (match.captured(3).isEmpty() && &unit == &units[0]);
        if (!match.hasMatch() || !named)
            continue;
        const QSizeF size =
            QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()) * unit.pixels;
        if (size.width() >= 1 && size.height() >= 1)
            return size;
    }
    return Error{
        Sentence::tr("'%1' is no size; write WIDTHxHEIGHT in pixels, as 1280x720, or in "
                     "millimetres, as 160x90mm",
                     text.toStdString())};
}

}  // namespace rnnscope
