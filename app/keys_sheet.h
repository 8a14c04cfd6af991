// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <cstddef>
#include <utility>
#include <vector>

#include "app/key_group.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// The keys of the given actions on one sheet, under the headings of their groups, as F1 shows
/// them: no larger than the parent. Any key or click closes it.
class KeysSheet : public QDialog {
    Q_OBJECT

  public:
    KeysSheet(const KeyGroups& groups, const Theme& theme, QWidget* parent);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    void build(const KeyGroups& groups, const Theme& theme);
};

/// After which of them, from 1 on, the second and the third column begin, so that the tallest of
/// three columns is as low as can be while all keep their order.
std::pair<std::size_t, std::size_t> columnBreaks(const std::vector<int>& heights);

}  // namespace rnnscope
