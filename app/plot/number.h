// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rnnscope {

/// Three significant digits for the screen: 0.647, −0.386 (U+2212), 12.3, 1.20·10⁻²³, 0, NaN, ∞,
/// −∞. Powers of ten below 0.001 and from 1000 on.
QString shortNumber(double value);
/// As shortNumber() with a sign also before positive numbers: +0.607.
QString signedNumber(double value);
/// 17 significant digits that read back as the same double; plain ASCII, "nan", "inf", "-inf".
QString fullNumber(double value);
/// A whole number in superscript digits: −23 → ⁻²³.
QString superscript(int number);
/// A whole number, not negative, in subscript digits: 37 → ₃₇.
QString subscript(int number);

}  // namespace rnnscope
