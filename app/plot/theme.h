// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>
#include <QStringView>

#include "app/plot/colormap.h"

namespace rnnscope {

/// Colours, fonts and sizes of one look. A value: copy it, change a field, hand it on.
/// Lengths are device-independent pixels at scale 1; pass them through px().
struct Theme {
    /// A rounded pill, `QLabel[role="chip"]`.
    struct Chip {
        QColor ground, border, text;
    };

    static const Theme& light();
    static const Theme& dark();
    static const Theme& projector();
    /// For paper: the light theme, in which a signed heatmap keeps its signs in greyscale.
    static const Theme& print();
    /// "light", "dark", "projector" or "print"; nullptr for any other name.
    static const Theme* find(const QString& id);

    QString id;
    bool isDark = false;
    SignedColors signedColors = SignedColors::Light;
    bool vivid = false;  ///< quantity() keeps its hue even under 3 : 1
    qreal scale = 1.0;   ///< multiplies type, lines, handles and paddings

    QColor ground;      ///< of the window, between the cards
    QColor card;        ///< panels, menu bar, fields; contrast is measured against it
    QColor cardBorder;  ///< also the border of controls
    QColor control;     ///< resting buttons
    QColor hover;       ///< a control under the pointer
    QColor groove;      ///< the unfilled part of sliders and scroll handles
    QColor text;
    QColor mutedText;
    QColor rule;    ///< thin separators
    QColor strong;  ///< the playhead and zero lines
    QColor accent;
    QColor accentText;  ///< on accent, and on gradient
    QColor gradient;    ///< the backward pass
    QColor danger;

    QColor plotGround, plotFrame, grid;
    /// Fills behind a gradient axis; see SizeBand in axes.h.
    QColor bandExploding, bandAlive, bandShrinking, bandVanished;

    Chip chipCalm, chipGood, chipWarning, chipDanger;

    /// A length times the scale.
    qreal px(qreal length) const { return length * scale; }

    /// `size` in pixels at scale 1; body text is 13, small print 11, headings 12.
    QFont font(qreal size = 13) const;
    QFont boldFont(qreal size = 13) const;
    QFont monoFont(qreal size = 13) const;
    QFont headingFont() const;  ///< small, bold, letter-spaced, upper case

    /// The one colour of a quantity, for fills and lines of 2 px and more. Ids: f i g o c h, r z n,
    /// a (pre-activation), input, output, target, gradient; "grad_" before one of them changes
    /// nothing. Any other id: the text colour. In the light theme the hue itself, in the others
    /// moved to at least 3 : 1 against the card.
    QColor quantity(QStringView name) const;
    /// As quantity(), moved to at least 3 : 1 against the card: for lines thinner than 2 px.
    QColor quantityLine(QStringView name) const;
    /// As quantity(), moved to at least 4.5 : 1 against card and ground: for labels and equations.
    QColor quantityText(QStringView name) const;
    /// Shade of one unit of `count`: the quantity's hue, from 3 : 1 to 12 : 1 against the card.
    QColor unitShade(QStringView name, int unit, int count) const;
    /// How the quantity's line is drawn: read-out dashed, target dotted, all others solid.
    Qt::PenStyle quantityDash(QStringView name) const;
    /// White or near black, whichever reads better on `fill`.
    QColor textOn(const QColor& fill) const;
    /// `colour` blended into the card, opaque: 1 leaves it, 0 gives the card. For what is not yet
    /// played; alpha would show dots where segments meet.
    QColor faint(const QColor& colour, qreal strength = 0.25) const;

    /// For QApplication::setPalette, with makeStyle() (style.h).
    QPalette palette() const;
    /// For QApplication::setStyleSheet, beside setFont(font()). Understands these dynamic
    /// properties:
    ///   QPushButton/QToolButton[segment="true"]  one of a row; checked: accent
    ///   [segment="clip"]                         checked: gradient colour
    ///   QPushButton[role="primary"]              filled accent;  [role="good"] green, as Train
    ///   QLabel[role="heading"|"value"|"muted"|"chip"], chips also [tone="good"|"warning"|"danger"]
    ///   QFrame[role="card"], QWidget[role="card"], QWidget[role="bar"] (tool and transport bar)
    ///   QSlider[tone="gradient"]
    QString styleSheet() const;
};

/// Contrast ratio as in WCAG 2, 1 to 21; alpha is ignored.
double contrast(const QColor& a, const QColor& b);
/// `colour` moved towards black or white (whichever helps) just until it reaches `ratio`.
QColor withContrast(const QColor& colour, const QColor& ground, double ratio);
/// `colour` moved towards black or white, either way, to about `ratio`.
QColor atContrast(const QColor& colour, const QColor& ground, double ratio);
/// `part` of a and 1 − part of b.
QColor blend(const QColor& a, const QColor& b, double part);

}  // namespace rnnscope
