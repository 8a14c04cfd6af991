// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/language.h"

namespace rnnscope {

namespace {

struct Hue {
    QStringView id;
    QRgb rgb;
    Qt::PenStyle dash;
    double onDark = 3.6;  ///< least contrast there
};

// After Okabe and Ito's palette for f i g o c h. r and z were searched for: far (CIE76) from
// everything else drawn for a GRU, also for viewers without red, green or blue cones, and far from
// the LSTM's gates, beside which they stand in a comparison.
constexpr std::array<Hue, 14> hues{{
    {u"f", 0xFFD55E00, Qt::SolidLine},
    {u"i", 0xFF56B4E9, Qt::SolidLine},
    {u"g", 0xFFE69F00, Qt::SolidLine},
    {u"n", 0xFFE69F00, Qt::SolidLine},
    {u"o", 0xFFCC79A7, Qt::SolidLine},
    {u"c", 0xFF009E73, Qt::SolidLine, 5.2},  // beside h and the gradient, also in greyscale
    {u"h", 0xFF0072B2, Qt::SolidLine},
    {u"r", 0xFF7A4A1E, Qt::SolidLine},
    {u"z", 0xFF5A22E8, Qt::SolidLine},
    {u"a", 0xFF3F8F8A, Qt::SolidLine},
    {u"input", 0xFF5B6770, Qt::SolidLine},
    {u"output", 0xFF7A4EAB, Qt::DashLine},
    {u"target", 0xFF7D9A2C, Qt::DotLine},
    {u"gradient", 0xFFB0126F, Qt::SolidLine},
}};

const Hue* findHue(QStringView id) {
    if (id.startsWith(u"grad_"))
        id = id.mid(5);
    const auto found =
        std::find_if(hues.begin(), hues.end(), [id](const Hue& hue) { return hue.id == id; });
    return found == hues.end() ? nullptr : &*found;
}

double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

// The least share of `pole` mixed into `colour` that makes `enough` true; 256 steps, as colours
// have no more. `enough` must hold for the pole alone, or the pole is the answer.
template <class Enough>
QColor mixUntil(const QColor& colour, const QColor& pole, Enough enough) {
    for (int step = 0; step < 256; ++step) {
        const QColor mixed = blend(pole, colour, step / 255.0);
        if (enough(mixed))
            return mixed;
    }
    return pole;
}

Theme makeLight() {
    Theme t;
    t.id = "light";
    t.vivid = true;
    t.ground = "#f4f6f9";
    t.card = "#ffffff";
    t.cardBorder = "#d8dee6";
    t.control = "#eef1f5";
    t.hover = "#e2e8ef";
    t.groove = "#c7d0da";
    t.text = "#1d2733";
    t.mutedText = "#5f6b79";
    t.rule = "#e3e8ee";
    t.strong = "#1d2733";
    t.accent = "#0072B2";
    t.accentText = "#ffffff";
    t.gradient = "#B0126F";
    t.danger = "#b3261e";
    t.plotGround = "#fafbfd";
    t.plotFrame = "#d8dee6";
    t.grid = "#e9edf2";
    t.bandExploding = "#fde7e4";
    t.bandAlive = "#eef8f1";
    t.bandShrinking = "#eef3fa";
    t.bandVanished = "#e3e8f0";
    t.chipCalm = {"#e6f0fa", "#9cc3e6", "#0b4f86"};
    t.chipGood = {"#e8f3ec", "#9ccfb4", "#0b6b46"};
    t.chipWarning = {"#fdf1dc", "#e5bf73", "#7a4b00"};
    t.chipDanger = {"#fde7e4", "#e6a39c", "#94201a"};
    return t;
}

Theme makeDark() {
    Theme t;
    t.id = "dark";
    t.isDark = true;
    t.signedColors = SignedColors::Dark;
    t.ground = "#12171d";
    t.card = "#1b232c";
    t.cardBorder = "#35414e";
    t.control = "#28323d";
    t.hover = "#344150";
    t.groove = "#465564";
    t.text = "#e6ebf0";
    t.mutedText = "#9dabb9";
    t.rule = "#2a343f";
    t.strong = "#f2f5f8";
    t.accent = "#2f83bd";
    t.accentText = "#ffffff";
    t.gradient = "#c93d8c";
    t.danger = "#ff8a80";
    t.plotGround = "#161d25";
    t.plotFrame = "#35414e";
    t.grid = "#242d37";
    t.bandExploding = "#3a2224";
    t.bandAlive = "#1c3027";
    t.bandShrinking = "#1d2a3a";
    t.bandVanished = "#232a33";
    t.chipCalm = {"#1c3347", "#38668c", "#a9d3f5"};
    t.chipGood = {"#1b3629", "#39795a", "#a5dfc2"};
    t.chipWarning = {"#3b2e16", "#80622a", "#f2d08e"};
    t.chipDanger = {"#43211f", "#8f4640", "#ffc2bb"};
    return t;
}

// Lamps wash colours out and the last row is far: white ground, darker text and rules.
Theme makeProjector() {
    Theme t = makeLight();
    t.id = "projector";
    t.vivid = false;
    t.scale = 1.5;
    t.ground = "#ffffff";
    t.cardBorder = "#a9b4c0";
    t.control = "#e8ecf1";
    t.hover = "#d7dee6";
    t.groove = "#a9b4c0";
    t.text = "#000000";
    t.mutedText = "#3d4854";
    t.rule = "#c3ccd6";
    t.strong = "#000000";
    t.danger = "#a31710";
    t.plotGround = "#ffffff";
    t.plotFrame = "#8793a0";
    t.grid = "#dbe1e8";
    t.bandExploding = "#fbd9d4";
    t.bandAlive = "#e0f2e6";
    t.bandShrinking = "#e0eaf7";
    t.bandVanished = "#d3dae4";
    return t;
}

Theme makePrint() {
    Theme t = makeLight();
    t.id = "print";
    t.signedColors = SignedColors::Print;
    return t;
}

QFont inFamilies(const QStringList& families, qreal size) {
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(std::max(1, qRound(size)));
    return font;
}

}  // namespace

const Theme& Theme::light() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::dark() {
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::projector() {
    static const Theme theme = makeProjector();
    return theme;
}

const Theme& Theme::print() {
    static const Theme theme = makePrint();
    return theme;
}

const Theme* Theme::find(const QString& id) {
    for (const Theme* theme : {&light(), &dark(), &projector(), &print()})
        if (theme->id == id)
            return theme;
    return nullptr;
}

QFont Theme::font(qreal size) const {
    return inFamilies({"DejaVu Sans", "Noto Sans CJK " + chineseForms()}, px(size));
}

QFont Theme::boldFont(qreal size) const {
    QFont bold = font(size);
    bold.setBold(true);
    return bold;
}

QFont Theme::monoFont(qreal size) const {
    QFont mono = inFamilies({"DejaVu Sans Mono", "Noto Sans Mono CJK " + chineseForms()}, px(size));
    mono.setStyleHint(QFont::Monospace);
    return mono;
}

QFont Theme::headingFont() const {
    QFont heading = boldFont(12);
    heading.setCapitalization(QFont::AllUppercase);
    heading.setLetterSpacing(QFont::AbsoluteSpacing, px(1.2));
    return heading;
}

QColor Theme::quantity(QStringView name) const {
    const Hue* hue = findHue(name);
    if (!hue)
        return text;
    // Thin light lines on dark look thinner than dark ones on light: a little more there.
    return vivid ? QColor(hue->rgb)
                 : withContrast(QColor(hue->rgb), card, isDark ? hue->onDark : 3.0);
}

QColor Theme::quantityLine(QStringView name) const {
    return withContrast(withContrast(quantity(name), card, 3.0), plotGround, 3.0);
}

QColor Theme::quantityText(QStringView name) const {
    QColor colour = quantity(name);
    for (const QColor& behind : {card, ground, plotGround})
        colour = withContrast(colour, behind, 4.5);
    return colour;
}

QColor Theme::unitShade(QStringView name, int unit, int count) const {
    const QColor hue = quantity(name);
    if (count <= 1)
        return quantityLine(name);
    const double part = std::clamp(unit / double(count - 1), 0.0, 1.0);
    // Even steps of contrast look even.
    return withContrast(atContrast(hue, card, 3.1 * std::pow(4.0, part)), card, 3.0);
}

Qt::PenStyle Theme::quantityDash(QStringView name) const {
    const Hue* hue = findHue(name);
    return hue ? hue->dash : Qt::SolidLine;
}

QColor Theme::textOn(const QColor& fill) const {
    const QColor black("#101820");
    const QColor white(Qt::white);
    return contrast(white, fill) >= std::min(3.0, contrast(black, fill)) ? white : black;
}

QColor Theme::faint(const QColor& colour, qreal strength) const {
    return blend(colour, card, strength);
}

QPalette Theme::palette() const {
    QPalette p(text, control, isDark ? hover : card, blend(ground, text, 0.6), groove, text,
               accentText, card, ground);
    p.setColor(QPalette::Light, isDark ? hover : card);
    p.setColor(QPalette::Midlight, control);
    p.setColor(QPalette::AlternateBase, blend(card, ground, 0.5));
    p.setColor(QPalette::ToolTipBase, card);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, mutedText);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, accentText);
    p.setColor(QPalette::Link, withContrast(accent, card, 4.5));
    p.setColor(QPalette::LinkVisited, withContrast(gradient, card, 4.5));
    const QColor off = blend(mutedText, card, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, off);
    p.setColor(QPalette::Disabled, QPalette::Highlight, groove);
    return p;
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor withContrast(const QColor& colour, const QColor& ground, double ratio) {
    if (contrast(colour, ground) >= ratio)
        return colour;
    return atContrast(colour, ground, ratio);
}

QColor atContrast(const QColor& colour, const QColor& ground, double ratio) {
    // The pole further from the ground gains contrast, the other one loses it.
    const bool darkGround = contrast(Qt::white, ground) > contrast(Qt::black, ground);
    const QColor far = darkGround ? Qt::white : Qt::black;
    const QColor near = darkGround ? Qt::black : Qt::white;
    if (contrast(colour, ground) < ratio)
        return mixUntil(colour, far, [&](const QColor& c) { return contrast(c, ground) >= ratio; });
    return mixUntil(colour, near, [&](const QColor& c) { return contrast(c, ground) <= ratio; });
}

QColor blend(const QColor& a, const QColor& b, double part) {
    const double p = std::clamp(part, 0.0, 1.0);
    const auto mix = [p](int x, int y) { return qRound(x * p + y * (1 - p)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

}  // namespace rnnscope
