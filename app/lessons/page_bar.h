// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// A line with a piece for each page of a lesson, the present one filled; a click goes there. With
/// the focus, arrows, Home and End do.
class PageBar : public QWidget {
    Q_OBJECT

  public:
    explicit PageBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Of so many, from 0; titles are shown when pointed at.
    void setPage(int page, const QStringList& titles);
    int page() const { return page_; }
    int pages() const { return static_cast<int>(titles_.size()); }
    QRectF piece(int page) const;
    QSize sizeHint() const override;

  signals:
    void pageRequested(int page);

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    int pageAt(const QPointF& position) const;

    Theme theme_;
    int page_ = 0;
    QStringList titles_;
};

}  // namespace rnnscope
