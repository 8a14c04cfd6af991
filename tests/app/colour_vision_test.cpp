// SPDX-License-Identifier: GPL-3.0-or-later
// Whether lines of one plot are told apart without one kind of cones, and in greyscale.
//
// What is seen without one kind of cones: the matrices for severity 1.0 of Machado, Oliveira &
// Fernandes, A physiologically-based model for simulation of color vision deficiency, IEEE TVCG
// 15 (2009), applied to linear sRGB. Distances are CIE76, in CIELAB under D65; lightness is its L*.
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/plot/beside_gradient.h"
#include "app/plot/colormap.h"
#include "app/plot/theme.h"

using namespace rnnscope;

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

// Two patches side by side differ visibly from about 2.3 on; thin lines apart from each other need
// several times that.
constexpr double leastDistance = 15;
constexpr double leastLightness = 10;

struct Vision {
    const char* name;
    Matrix matrix;
};
constexpr Vision visions[] = {
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868},
       {0.114503, 0.786281, 0.099216},
       {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968},
       {0.280085, 0.672501, 0.047413},
       {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779},
       {-0.078411, 0.930809, 0.147602},
       {0.004733, 0.691367, 0.303900}}}},
};
// Of linear sRGB to XYZ, white at D65 (IEC 61966-2-1).
constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                        {0.2126729, 0.7151522, 0.0721750},
                        {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector white{0.95047, 1, 1.08883};

Vector times(const Matrix& matrix, const Vector& v) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t k = 0; k < 3; ++k)
            result[row] += matrix[row][k] * v[k];
    return result;
}

Vector linear(const QColor& colour) {
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

/// L*, a*, b*.
Vector lab(const Vector& linearRgb) {
    Vector inside = linearRgb;
    for (double& c : inside)
        c = std::clamp(c, 0.0, 1.0);
    const Vector xyz = times(toXyz, inside);
    Vector f{};
    for (std::size_t k = 0; k < 3; ++k) {
        const double t = xyz[k] / white[k];
        f[k] = t > 216 / 24389.0 ? std::cbrt(t) : (24389 / 27.0 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double lightness(const QColor& colour) {
    return lab(linear(colour))[0];
}

double distance(const QColor& a, const QColor& b, const Vision& vision) {
    const Vector x = lab(times(vision.matrix, linear(a)));
    const Vector y = lab(times(vision.matrix, linear(b)));
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

/// A line as a plot has it.
struct Line {
    QString name;
    QColor colour;
    Qt::PenStyle dash = Qt::SolidLine;
};

/// What cannot be told apart of two lines; empty where all can.
QString confusion(const Line& a, const Line& b) {
    if (a.dash != b.dash)
        return {};
    for (const Vision& vision : visions)
        if (const double far = distance(a.colour, b.colour, vision); far < leastDistance)
            return QString("%1 and %2, %3: %4").arg(a.name, b.name, vision.name).arg(far);
    if (const double far = std::abs(lightness(a.colour) - lightness(b.colour));
        far < leastLightness)
        return QString("%1 and %2, in grey: %3").arg(a.name, b.name).arg(far);
    return {};
}

/// The lines that share one plot. Gates and states have a plot each, and places tell them apart.
std::vector<std::vector<Line>> plotsOf(const Theme& theme) {
    const auto quantity = [&](QStringView id) {
        return Line{id.toString(), theme.quantityLine(id), theme.quantityDash(id)};
    };
    const auto dashed = [](Line line) {
        line.dash = Qt::DashLine;
        return line;
    };
    const Line gradient = quantity(u"gradient");
    return {
        {quantity(u"input"), quantity(u"output"), quantity(u"target")},            // the sequence
        {gradient, quantity(u"c"), dashed({"last loss", theme.mutedText})},        // gradients
        {quantity(u"c"), dashed(quantity(u"f"))},                                  // the ways back
        {gradient, dashed(quantity(u"z"))},                                        // of a GRU
        {gradient, {"before clipping", besideGradient(theme)}},                    // norms, twins
        {{"this run", theme.text}, {"twin", theme.faint(theme.mutedText, 0.55)}},  // losses
        {quantity(u"h"), quantity(u"c")},                                          // two states
    };
}

const Theme* const themes[] = {&Theme::light(), &Theme::dark(), &Theme::projector(),
                               &Theme::print()};

}  // namespace

class ColourVisionTest : public QObject {
    Q_OBJECT

  private slots:
    /// The measure itself: what is known to be mixed up, and what is known not to be.
    void theMeasureFindsConfusions() {
        const QColor red("#d00000"), green("#508000"), blue("#0000d0");
        QVERIFY(distance(red, green, visions[0]) > 80);
        QVERIFY(distance(red, green, visions[2]) < distance(red, green, visions[0]) / 2);
        QVERIFY(distance(red, blue, visions[2]) > 60);
        QVERIFY(std::abs(lightness(Qt::white) - 100) < 0.01);
        QVERIFY(lightness(Qt::black) < 0.01);
        // White and grey stay what they are.
        for (const Vision& vision : visions)
            for (const QColor& neutral : {QColor(Qt::white), QColor("#808080")}) {
                const Vector seen = lab(times(vision.matrix, linear(neutral)));
                QVERIFY(std::hypot(seen[1], seen[2]) < 1);
            }
        QVERIFY(!confusion({"f", QColor("#D55E00")}, {"c", QColor("#009E73")}).isEmpty());
        QVERIFY(
            confusion({"f", QColor("#D55E00")}, {"c", QColor("#009E73"), Qt::DotLine}).isEmpty());
    }

    void linesOfOnePlotAreToldApart() {
        for (const Theme* theme : themes)
            for (const auto& plot : plotsOf(*theme))
                for (std::size_t a = 0; a < plot.size(); ++a)
                    for (std::size_t b = a + 1; b < plot.size(); ++b) {
                        const QString wrong = confusion(plot[a], plot[b]);
                        QVERIFY2(wrong.isEmpty(), qPrintable(theme->id + ": " + wrong));
                    }
    }

    void theGreyBesideTheGradientIsSeen() {
        for (const Theme* theme : themes)
            QVERIFY(contrast(besideGradient(*theme), theme->card) >= 3);
    }

    /// Units of one quantity are a row of greys.
    void unitsDifferInLightness() {
        for (const Theme* theme : themes)
            for (const QStringView id : {u"h", u"c", u"f", u"i", u"g", u"o", u"r", u"z"})
                for (int unit = 1; unit < 8; ++unit) {
                    const double before = lightness(theme->unitShade(id, unit - 1, 8));
                    const double now = lightness(theme->unitShade(id, unit, 8));
                    QVERIFY2(theme->isDark ? now > before + 1.5 : now < before - 1.5,
                             qPrintable(QString("%1 %2 %3").arg(theme->id, id).arg(unit)));
                }
    }

    /// Heatmaps read in grey; of a signed one on the screen each side does, and only the sign is
    /// lost; that for print keeps it.
    void mapsAreMonotoneInLightness() {
        const auto rises = [](const ColorScale& scale, double from, double to) {
            constexpr int parts = 32;
            for (int k = 1; k <= parts; ++k) {
                const auto at = [&](int part) {
                    return lightness(QColor(scale.at(from + (to - from) * part / parts)));
                };
                if (!(at(k) > at(k - 1)))
                    return false;
            }
            return true;
        };
        QVERIFY(rises(ColorScale::sequential(), 0, 1));
        QVERIFY(rises(ColorScale::logSize(), 0, 1));
        const ColorScale print = ColorScale::diverging(1, Theme::print().signedColors);
        QVERIFY(rises(print, 0, 1));
        for (const double size : {0.1, 0.25, 0.5})
            QVERIFY(std::abs(lightness(QColor(print.at(0.5 - size))) -
                             lightness(QColor(print.at(0.5 + size)))) > 120 * size);
        for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
            const bool dark = theme->isDark;
            const ColorScale scale = ColorScale::diverging(1, theme->signedColors);
            QVERIFY(rises(scale, dark ? 0.5 : 0, dark ? 0 : 0.5));
            QVERIFY(rises(scale, dark ? 0.5 : 1, dark ? 1 : 0.5));
            // Its signs are told apart without any one kind of cones.
            for (const double size : {0.25, 0.5})
                for (const Vision& vision : visions)
                    QVERIFY(distance(QColor(scale.at(0.5 - size)), QColor(scale.at(0.5 + size)),
                                     vision) >= leastDistance);
        }
    }
};

QTEST_MAIN(ColourVisionTest)
#include "colour_vision_test.moc"
