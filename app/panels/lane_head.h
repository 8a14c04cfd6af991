// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/panels/compare_facts.h"
#include "app/panels/compare_paint.h"
#include "app/plot/theme.h"

class QToolButton;

namespace rnnscope {

/// The head of one of several compared networks. A click makes it the one that all panels show.
class LaneHead : public QWidget {
    Q_OBJECT

  public:
    explicit LaneHead(const Theme& theme, QWidget* parent = nullptr);

    void set(const LaneFacts& facts, bool tall, bool compared, const Theme& theme);
    const LaneFacts& facts() const { return facts_; }
    QToolButton* menuButton() const { return menu_; }

  signals:
    void chosen();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    void place();

    LaneFacts facts_;
    HeadLook look_;
    Theme theme_;
    QToolButton* menu_;
};

}  // namespace rnnscope
