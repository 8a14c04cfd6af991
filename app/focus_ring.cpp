// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focus_ring.h"

#include <QFocusEvent>
#include <QPainter>

#include "app/plot/theme.h"
#include "app/timeline.h"

namespace rnnscope {

FocusRing::FocusRing(QWidget* around) : QWidget(around) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    around->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::FocusIn:
            setGeometry(parentWidget()->rect());
            raise();
            setVisible(showsFocusRing(static_cast<QFocusEvent*>(event)->reason(), isVisible()));
            break;
        case QEvent::FocusOut: {
            // A menu or another window takes it for a while.
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            setVisible(isVisible() &&
                       (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason));
            break;
        }
        case QEvent::KeyPress:
            // Whoever uses the keys wants to see where they go.
            if (parentWidget()->hasFocus() && isHidden()) {
                setGeometry(parentWidget()->rect());
                raise();
                show();
            }
            break;
        case QEvent::Resize:
            setGeometry(parentWidget()->rect());
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    const QColor ground = palette().color(QPalette::Base);
    const double line = fontMetrics().height() / 8.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withContrast(palette().color(QPalette::Highlight), ground, 3), line));
    const double in = line / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), 2 * line, 2 * line);
}

}  // namespace rnnscope
