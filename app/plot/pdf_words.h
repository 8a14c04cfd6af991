// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace rnnscope {

/// Makes the Chinese words of a PDF that Qt wrote what was typed, for search and copying. Qt calls
/// each glyph by the first character that has it, and in the usual fonts that is a radical, as ⽓
/// (U+2F53), for many words that are written alike, as 气 (U+6C14). `families` are those of the
/// document's fonts. Nothing changes its length.
void nameIdeographs(QByteArray& pdf, const QStringList& families);

}  // namespace rnnscope
