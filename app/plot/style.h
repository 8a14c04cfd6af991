// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QStyle;
class QWidget;

namespace rnnscope {

struct Theme;

/// Fusion with drawn arrows, combo and spin boxes, check boxes and radio buttons: a style sheet
/// could take their marks only from image files. Colours come from the palette, so one style serves
/// all themes. For QApplication::setStyle, which takes ownership; set it before palette and style
/// sheet.
QStyle* makeStyle();

/// A style sheet for switches (segment="true") in a card's title line, lower than a tool bar's.
QString titleSwitchSheet(const Theme& theme);

/// The tone of a chip in a title line: "calm", "good", "warning", "danger".
void setTone(QWidget& chip, const QString& tone);

}  // namespace rnnscope
