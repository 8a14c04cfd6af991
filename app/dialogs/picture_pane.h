// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// Shows a picture in the middle of its room, on a ground that tells where the picture ends.
class PicturePane : public QWidget {
    Q_OBJECT

  public:
    explicit PicturePane(const Theme& theme, QWidget* parent = nullptr);

    /// `image` carries its device pixel ratio; a null one shows `words` instead.
    void setPicture(const QImage& image, const QString& words = {});
    const QImage& picture() const { return image_; }
    /// Room for the picture.
    QSizeF room() const;

  signals:
    void resized();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    Theme theme_;
    QImage image_;
    QString words_;
};

}  // namespace rnnscope
