// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPixmap>

#include "app/plot/theme.h"

namespace rnnscope {

/// A lesson to choose: its picture, title and summary, how long it takes, and whether it was seen
/// to its end.
class LessonTile : public QAbstractButton {
    Q_OBJECT

  public:
    struct Words {
        QString title, summary;
        QString extent;  ///< "7 pages · 20 min"
        bool finished = false;
    };

    LessonTile(const Words& words, const Theme& theme, QWidget* parent = nullptr);

    /// Without one, its place stays empty.
    void setPicture(const QPixmap& picture);
    const QPixmap& picture() const { return picture_; }
    /// Of the place for it, in CSS pixels, in a tile of this width.
    QSize pictureSize(int width) const;

    /// Title or summary do not fit at the present width, and end in dots.
    bool isCut() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    Words words_;
    Theme theme_;
    QPixmap picture_;
};

}  // namespace rnnscope
