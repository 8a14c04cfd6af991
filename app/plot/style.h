// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStyle;

namespace rnnscope {

/// Fusion with drawn arrows, combo and spin boxes, check boxes and radio buttons: a style sheet
/// could take their marks only from image files. Colours come from the palette, so one style serves
/// all themes. For QApplication::setStyle, which takes ownership; set it before palette and style
/// sheet.
QStyle* makeStyle();

}  // namespace rnnscope
