// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// Rings around parts of a window, with the rest dimmed for a moment. Lies over everything and lets
/// every click through. What is hidden or scrolled away has no ring.
class Spotlight : public QWidget {
    Q_OBJECT

  public:
    explicit Spotlight(QWidget* window);

    void setTheme(const Theme& theme);
    /// Parts of the window, in place of those before; none takes the rings away. Without `dims` the
    /// rest keeps its colours; `bright` does in any case.
    void pointAt(const QList<QWidget*>& parts, bool dims = true,
                 const QList<QWidget*>& bright = {});
    /// What is never dimmed, while it is seen.
    void keepBright(QWidget* part) { bright_ = part; }
    const QList<QPointer<QWidget>>& parts() const { return parts_; }
    bool keepsBright(QWidget* part) const { return alsoBright_.contains(part); }
    /// What is ringed now, in the window's coordinates.
    QList<QRectF> rings() const;
    /// How much of the rest's colours is taken, 0 … 1.
    double dimming() const { return dim_; }
    /// Ends the dimming; the rings stay.
    void undim();

    /// How long the rest stays dim, in ms.
    static constexpr int dimStays = 2200;

  protected:
    void paintEvent(QPaintEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void watch(QWidget* part, bool on);
    void place();

    Theme theme_;
    QList<QPointer<QWidget>> parts_;
    QList<QPointer<QWidget>> alsoBright_;
    QPointer<QWidget> bright_;
    double dim_ = 0;
    QTimer stay_;
    QVariantAnimation fade_;
};

}  // namespace rnnscope
