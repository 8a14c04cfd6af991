// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>

namespace rnnscope {

/// A title that gives way: a shorter one where there is little room, nothing where there is less.
class TitleLabel : public QLabel {
  public:
    explicit TitleLabel(const QString& title) : QLabel(title) {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    void setShort(const QString& text) { short_ = text; }

  protected:
    void paintEvent(QPaintEvent*) override {
        QFont mixed = font();  // the text is in capitals where it is to be
        mixed.setCapitalization(QFont::MixedCase);
        const QFontMetrics metrics(mixed);
        for (const QString& shown : {text(), short_, firstWord()}) {
            if (shown.isEmpty() || metrics.horizontalAdvance(shown) > width())
                continue;
            QPainter painter(this);
            painter.setFont(mixed);
            painter.setPen(palette().color(foregroundRole()));
            painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
            return;
        }
    }

  private:
    QString firstWord() const {
        QString word = text().section(u' ', 0, 0);
        if (word.endsWith(u','))
            word.chop(1);
        return word;
    }

    QString short_;
};

namespace {

/// Upper or lower part of a rounded card; the two meet without a line between them.
class CardPart : public QWidget {
  public:
    CardPart(const Theme& theme, bool upper) : theme_(theme), upper_(upper) {}

    std::function<void()> doubleClicked;

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal radius = theme_.px(8);
        QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        // The other part's half of the frame lies outside this widget.
        upper_ ? area.setBottom(area.bottom() + 2 * radius) : area.setTop(area.top() - 2 * radius);
        painter.setPen(QPen(theme_.cardBorder, 1));
        painter.setBrush(theme_.card);
        painter.drawRoundedRect(area, radius, radius);
    }
    void mouseDoubleClickEvent(QMouseEvent* event) override {
        if (doubleClicked && event->button() == Qt::LeftButton)
            doubleClicked();
        else
            event->ignore();
    }
    void mousePressEvent(QMouseEvent* event) override { event->ignore(); }

  private:
    const Theme& theme_;
    bool upper_;
};

/// Three dots: what more there is to do.
class MenuButton : public QToolButton {
  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal unit = height() / 22.0;
        if (underMouse() || hasFocus() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Midlight));
            painter.drawRoundedRect(rect(), 5 * unit, 5 * unit);
        }
        if (hasFocus()) {
            const QColor ground = palette().color(QPalette::Base);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(
                QPen(withContrast(palette().color(QPalette::Highlight), ground, 3), 2 * unit));
            painter.drawRoundedRect(QRectF(rect()).adjusted(unit, unit, -unit, -unit), 5 * unit,
                                    5 * unit);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::PlaceholderText));
        for (const int k : {-1, 0, 1})
            painter.drawEllipse(QRectF(rect()).center() + QPointF(5 * k * unit, 0), 1.5 * unit,
                                1.5 * unit);
    }
};

}  // namespace

QString headingText(const QString& title) {
    const qsizetype formula = title.indexOf(QChar(0x2016));
    return formula < 0 ? title.toUpper() : title.left(formula).toUpper() + title.mid(formula);
}

Card::Card(const QString& id, const QString& title, QWidget* parent)
    : QDockWidget(title, parent), title_(title), theme_(Theme::light()) {
    setObjectName(id);
    auto* upper = new CardPart(theme_, true);
    upper->doubleClicked = [this] { Q_EMIT maximizeRequested(); };
    header_ = upper;
    auto* line = new QHBoxLayout(header_);
    heading_ = new TitleLabel(headingText(title));
    heading_->setProperty("role", "heading");
    line->addWidget(heading_, 1);
    menu_ = new MenuButton;
    menu_->setPopupMode(QToolButton::InstantPopup);
    menu_->setToolTip(tr("What can be done with this panel"));
    menu_->setAccessibleName(tr("Menu of the panel %1").arg(title));
    fillMenu(menu_);
    line->addWidget(menu_);
    setTitleBarWidget(header_);

    frame_ = new CardPart(theme_, false);
    frameLayout_ = new QVBoxLayout(frame_);
    setWidget(frame_);
    setFeatures(DockWidgetClosable | DockWidgetMovable | DockWidgetFloatable);
    setTheme(theme_);
}

void Card::fillMenu(QToolButton* button) {
    auto* menu = new QMenu(button);
    menu->addAction(tr("Export this panel…"), this, &Card::exportRequested);
    menu->addAction(tr("Copy its data"), this, &Card::copyDataRequested);
    asTable_ = menu->addAction(tr("As a table"));
    asTable_->setCheckable(true);
    connect(asTable_, &QAction::triggered, this, [this](bool on) { showTable(on); });
    menu->addSeparator();
    menu->addAction(tr("Fill the window, or back"), this, &Card::maximizeRequested);
    menu->addAction(tr("Hide"), this, &QWidget::hide);
    menu->addSeparator();
    menu->addAction(tr("What is this?"), this, &Card::helpRequested);
    button->setMenu(menu);
}

void Card::setContent(QWidget* content, QWidget* headerTool) {
    content_ = content;
    frameLayout_->addWidget(content);
    content->installEventFilter(this);
    // Behind another tab a dock counts as visible, only out of sight: what it holds must not go on
    // drawing there.
    connect(this, &QDockWidget::visibilityChanged, content, [this, content](bool seen) {
        // In its place before it is drawn, not after.
        if (seen)
            content->setGeometry(frame_->rect().marginsRemoved(frameLayout_->contentsMargins()));
        content->setVisible(seen);
        if (table_)
            table_->setVisible(seen);
    });
    if (headerTool) {
        static_cast<QHBoxLayout*>(header_->layout())->insertWidget(1, headerTool);
        headerTool->show();
    }
}

void Card::showTable(bool on, bool focus) {
    asTable_->setChecked(on);
    if (on == (table_ != nullptr) || !source_.data)
        return;
    focus = focus || (QApplication::focusWidget() && isAncestorOf(QApplication::focusWidget()));
    // What is covered takes no keys.
    content_->setEnabled(!on);
    if (on) {
        table_ = new DataTableView(title_, source_, theme_, frame_);
        table_->setGeometry(content_->geometry());
        table_->raise();
        table_->setVisible(content_->isVisible());
        if (focus)
            table_->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (focus)
        focusContent();
    table_->hide();
    table_->deleteLater();
    table_ = nullptr;
}

/// Or the first part of it that takes the focus.
void Card::focusContent() {
    const QList<QWidget*> parts = QList<QWidget*>{content_} + content_->findChildren<QWidget*>();
    for (QWidget* part : parts)
        if (part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus))
            return part->setFocus(Qt::ShortcutFocusReason);
}

bool Card::eventFilter(QObject* watched, QEvent* event) {
    if (watched == content_ && table_ &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        table_->setGeometry(content_->geometry());
    return QDockWidget::eventFilter(watched, event);
}

void Card::setShortTitle(const QString& title) {
    setWindowTitle(title);
    heading_->setShort(headingText(title));
}

void Card::setTheme(const Theme& theme) {
    theme_ = theme;
    const auto px = [&](qreal length) { return qRound(theme.px(length)); };
    header_->layout()->setContentsMargins(px(14), px(6), px(8), px(2));
    header_->layout()->setSpacing(px(8));
    frameLayout_->setContentsMargins(px(12), 0, px(12), px(10));
    heading_->setFont(theme.headingFont());
    menu_->setFixedSize(px(26), px(22));
    if (table_)
        table_->setTheme(theme);
    update();
    header_->update();
    frame_->update();
}

}  // namespace rnnscope
