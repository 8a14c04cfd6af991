// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/panels/equations_paint.h"

namespace rnnscope {

/// "−0.386", "1.20 \cdot 10^{-23}", "\mathrm{NaN}".
QString latexNumber(double value);
/// "LSTM · t = 20 · unit 3 of 8".
QString equationsCaption(const EquationsSource& source);
/// All equations as text to be pasted: LaTeX with numbers as on the screen, plain text with numbers
/// in full.
QString equationsCopy(const EquationsSource& source, bool latex, bool numbers);
/// What is told about a piece; HTML.
QString spotTip(const EquationsPicture& picture, const EquationsSpot& spot);

}  // namespace rnnscope
