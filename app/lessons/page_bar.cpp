// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/page_bar.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace rnnscope {

PageBar::PageBar(QWidget* parent) : QWidget(parent), theme_(Theme::light()) {
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
