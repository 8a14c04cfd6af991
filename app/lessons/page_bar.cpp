// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/page_bar.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/focus_ring.h"

namespace rnnscope {

namespace {

/// A slider over the pages, counted from 1.
class AccessiblePageBar : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit AccessiblePageBar(PageBar* bar)
        : QAccessibleWidget(bar, QAccessible::Slider), bar_(bar) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text which) const override {
        return which == QAccessible::Value ? QString::number(bar_->page() + 1)
                                           : QAccessibleWidget::text(which);
    }
    QVariant currentValue() const override { return bar_->page() + 1; }
    QVariant minimumValue() const override { return 1; }
    QVariant maximumValue() const override { return std::max(1, bar_->pages()); }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant& value) override {
        if (bar_->pages() > 0)
            Q_EMIT bar_->pageRequested(std::clamp(value.toInt(), 1, bar_->pages()) - 1);
    }

  private:
    PageBar* bar_;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* bar = qobject_cast<PageBar*>(object);
    return bar ? new AccessiblePageBar(bar) : nullptr;
}

}  // namespace

PageBar::PageBar(QWidget* parent) : QWidget(parent), theme_(Theme::light()) {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(makeAccessible), true);
    setAccessibleName(tr("Pages"));
    setFocusPolicy(Qt::TabFocus);
    setProperty("ownArrows", true);  // the playhead leaves them to it while it has the focus
    new FocusRing(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void PageBar::setTheme(const Theme& theme) {
    theme_ = theme;
    updateGeometry();
    update();
}

void PageBar::setPage(int page, const QStringList& titles) {
    page_ = page;
    titles_ = titles;
    setAccessibleName(tr("Page %1 of %2").arg(page + 1).arg(titles.size()));
    update();
    QAccessibleValueChangeEvent changed(this, page + 1);
    QAccessible::updateAccessibility(&changed);
}

QSize PageBar::sizeHint() const {
    return {qRound(theme_.px(160)), qRound(theme_.px(18))};
}

QRectF PageBar::piece(int page) const {
    const double each = width() / double(std::max<qsizetype>(1, titles_.size()));
    const double gap = std::min(theme_.px(4), each / 4);
    const double thick = theme_.px(5);
    return {page * each, (height() - thick) / 2, each - gap, thick};
}

void PageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int page = 0; page < titles_.size(); ++page) {
        QRectF rect = piece(page);
        if (page == page_)
            rect.adjust(0, -theme_.px(1.5), 0, theme_.px(1.5));
        painter.setBrush(page == page_  ? theme_.accent
                         : page < page_ ? blend(theme_.accent, theme_.card, 0.45)
                                        : theme_.groove);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    }
}

int PageBar::pageAt(const QPointF& position) const {
    const auto count = static_cast<int>(titles_.size());
    return std::clamp(int(position.x() / width() * count), 0, std::max(0, count - 1));
}

void PageBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !titles_.isEmpty())
        Q_EMIT pageRequested(pageAt(event->position()));
}

void PageBar::keyPressEvent(QKeyEvent* event) {
    const auto go = [this](int page) {
        if (page != page_ && page >= 0 && page < pages())
            Q_EMIT pageRequested(page);
    };
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            return go(page_ - 1);
        case Qt::Key_Right:
        case Qt::Key_Down:
            return go(page_ + 1);
        case Qt::Key_Home:
            return go(0);
        case Qt::Key_End:
            return go(pages() - 1);
        default:
            QWidget::keyPressEvent(event);
    }
}

bool PageBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !titles_.isEmpty()) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int page = pageAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           QStringLiteral("%1  %2").arg(page + 1).arg(titles_[page]), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace rnnscope
