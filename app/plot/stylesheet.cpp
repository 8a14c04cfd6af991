// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <utility>

#include "app/plot/theme.h"

namespace rnnscope {

namespace {

// What the style (style.cpp) does not draw. $name is a colour of the theme; a length such as 6u is
// 6 pixels times the scale.
const char sheet[] = R"(
QMainWindow, QDialog { background: $ground; }
QMainWindow::separator { background: transparent; width: 10u; height: 10u; }
QStatusBar { background: $card; color: $muted; }
QWidget[role="bar"], QToolBar { background: $card; border: none; }
QFrame[role="card"], QWidget[role="card"] {
    background: $card; border: 1px solid $border; border-radius: 8u;
}
QFrame[role="rule"] { background: $rule; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="heading"] {
    color: $muted; font-size: 12u; font-weight: bold; letter-spacing: 1.2u;
    text-transform: uppercase;
}
QLabel[role="value"] { font-weight: bold; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="chip"] {
    background: $calm-ground; border: 1px solid $calm-border; color: $calm-text;
    border-radius: 9u; padding: 2u 9u; font-size: 11u; font-weight: bold; min-height: 14u;
}
QLabel[role="chip"][tone="good"] {
    background: $good-ground; border-color: $good-border; color: $good-text;
}
QLabel[role="chip"][tone="warning"] {
    background: $warning-ground; border-color: $warning-border; color: $warning-text;
}
QLabel[role="chip"][tone="danger"] {
    background: $danger-ground; border-color: $danger-border; color: $danger-text;
}

QPushButton, QToolButton {
    background: $control; color: $text; border: 1px solid $border; border-radius: 6u;
    padding: 5u 12u; min-height: 18u; outline: none;
}
QToolButton { padding: 5u 9u; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $groove; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: $card; }
QPushButton:checked, QToolButton:checked, QPushButton[role="primary"] {
    background: $accent; border-color: $accent; color: $on-accent; font-weight: bold;
}
QPushButton:checked:hover, QToolButton:checked:hover, QPushButton[role="primary"]:hover {
    background: $accent-hover;
}
QToolButton[role="link"], QToolButton[role="link"]:checked {
    background: transparent; border: 1px solid transparent; color: $muted; font-weight: normal;
    font-size: 11u; padding: 0 3u; min-height: 0; border-radius: 4u;
}
QToolButton[role="link"]:hover, QToolButton[role="link"]:focus { color: $text; }
QToolButton[role="link"]:disabled { color: $disabled; }
QPushButton[role="good"] {
    background: $good-ground; border-color: $good-border; color: $good-text; font-weight: bold;
}
QPushButton[role="good"]:disabled {
    background: $card; border-color: $border; color: $disabled;
}
QPushButton[segment="true"], QPushButton[segment="clip"], QToolButton[segment="true"],
QToolButton[segment="clip"] { font-weight: bold; padding: 5u 10u; }
QPushButton[segment="clip"]:checked, QToolButton[segment="clip"]:checked {
    background: $gradient; border-color: $gradient; color: $on-accent;
}
QPushButton:checked:disabled, QToolButton:checked:disabled,
QPushButton[role="primary"]:disabled {
    background: $groove; border-color: $groove; color: $text;
}
QPushButton:focus, QToolButton:focus {
    border: 2px solid $focus; padding: 4u 11u;
}
QToolButton:focus { padding: 4u 8u; }
QToolButton[role="link"]:focus, QToolButton[role="link"]:checked:focus {
    border: 1px solid $focus; padding: 0 3u;
}
QPushButton[segment="true"]:focus, QPushButton[segment="clip"]:focus,
QToolButton[segment="true"]:focus, QToolButton[segment="clip"]:focus { padding: 4u 9u; }
QPushButton:checked:focus, QToolButton:checked:focus, QPushButton[role="primary"]:focus {
    border-color: $strong;
}
QToolButton[popupMode="2"] { padding-right: 18u; }
QPushButton:flat { background: transparent; border-color: transparent; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $card; color: $text; border: 1px solid $border; border-radius: 6u;
    padding: 4u 8u; selection-background-color: $accent; selection-color: $on-accent;
}
QLineEdit { min-height: 18u; }
QAbstractSpinBox { min-height: 24u; }
QLineEdit:hover { border-color: $groove; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 3u 7u;
}
QLineEdit:disabled { color: $disabled; background: $ground; }
QToolButton::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: center right; right: 6u;
}
QPushButton::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: center right; right: 8u;
}
QComboBox QAbstractItemView {
    background: $card; color: $text; border: 1px solid $border; outline: none;
    selection-background-color: $accent; selection-color: $on-accent; padding: 3u;
}

QSlider:horizontal { min-height: 20u; }
QSlider:vertical { min-width: 20u; }
QSlider::groove:horizontal { height: 4u; border-radius: 2u; background: $groove; }
QSlider::groove:vertical { width: 4u; border-radius: 2u; background: $groove; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2u; }
QSlider::add-page:vertical { background: $accent; border-radius: 2u; }
QSlider::handle:horizontal, QSlider::handle:vertical {
    background: #ffffff; border: 2u solid $accent; width: 12u; height: 12u; border-radius: 8u;
}
QSlider::handle:horizontal { margin: -6u 0; }
QSlider::handle:vertical { margin: 0 -6u; }
QSlider::handle:hover { background: $accent-pale; }
QSlider::handle:focus { border: 3u solid $strong; width: 10u; height: 10u; }
QSlider::sub-page:horizontal:disabled, QSlider::add-page:vertical:disabled { background: $groove; }
QSlider::handle:disabled { border-color: $groove; }
QSlider[tone="gradient"]::sub-page:horizontal { background: $gradient; }
QSlider[tone="gradient"]::handle:horizontal { border-color: $gradient; }

QCheckBox, QRadioButton { background: transparent; spacing: 7u; padding: 2u; }
QProgressBar {
    background: $groove; border: none; border-radius: 3u; max-height: 8u; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: 3u; }

QMenuBar { background: $card; color: $text; padding: 2u 8u; }
QMenuBar::item { padding: 4u 10u; border-radius: 4u; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu {
    background: $card; color: $text; border: 1px solid $border; padding: 4u;
    menu-scrollable: 1;
}
QMenu::item { padding: 4u 26u; border-radius: 4u; }
QMenu::indicator { width: 14u; height: 14u; left: 7u; }
QMenu::item:selected { background: $accent; color: $on-accent; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $rule; margin: 4u 8u; }
QToolTip {
    background: $card; color: $text; border: 1px solid $border; padding: 4u;
}

QDockWidget { color: $muted; font-weight: bold; }
QDockWidget::title { background: transparent; padding: 6u; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 2u 10u; border: none;
    border-bottom: 2u solid transparent;
}
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab:selected { color: $text; border-bottom: 2u solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $hover; border-bottom: 2u solid $strong; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QGroupBox {
    border: none; border-top: 1px solid $rule; margin-top: 16u; padding-top: 8u;
    font-weight: bold;
}
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
QAbstractItemView {
    background: $card; alternate-background-color: $ground; border: 1px solid $border;
    outline: none;
}
QAbstractItemView:focus { border: 1px solid $focus; }
QListWidget[role="pages"] { border-radius: 6u; padding: 3u; }
QListWidget[role="pages"]::item { padding: 4u 6u; border-radius: 4u; }
QListWidget[role="pages"]::item:hover { background: $hover; }
QListWidget[role="pages"]::item:selected { background: $accent; color: $on-accent; }
QHeaderView::section {
    background: $ground; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 4u 8u;
}
QScrollArea { background: transparent; border: none; }

QScrollBar { background: transparent; margin: 0; }
QScrollBar:vertical { width: 8u; }
QScrollBar:horizontal { height: 8u; }
QScrollBar::handle { background: $groove; border-radius: 3u; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28u; }
QScrollBar::handle:horizontal { min-width: 28u; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

}  // namespace

QString Theme::styleSheet() const {
    const QColor focus = withContrast(accent, card, 3.0);
    // Longer names first: $accent would eat the start of $accent-hover.
    const std::pair<const char*, QColor> colours[] = {
        {"$accent-hover", blend(accent, strong, 0.85)},
        {"$accent-pale", blend(accent, Qt::white, 0.15)},
        {"$on-accent", accentText},
        {"$calm-ground", chipCalm.ground},
        {"$calm-border", chipCalm.border},
        {"$calm-text", chipCalm.text},
        {"$good-ground", chipGood.ground},
        {"$good-border", chipGood.border},
        {"$good-text", chipGood.text},
        {"$warning-ground", chipWarning.ground},
        {"$warning-border", chipWarning.border},
        {"$warning-text", chipWarning.text},
        {"$danger-ground", chipDanger.ground},
        {"$danger-border", chipDanger.border},
        {"$danger-text", chipDanger.text},
        {"$disabled", blend(mutedText, card, 0.6)},
        {"$ground", ground},
        {"$card", card},
        {"$border", cardBorder},
        {"$control", control},
        {"$hover", hover},
        {"$groove", groove},
        {"$text", text},
        {"$muted", mutedText},
        {"$rule", rule},
        {"$strong", strong},
        {"$accent", accent},
        {"$gradient", gradient},
        {"$focus", focus},
    };
    QString rules = QString::fromUtf8(sheet);
    for (const auto& [name, colour] : colours)
        rules.replace(QLatin1String(name), colour.name());

    static const QRegularExpression length(QStringLiteral(R"((-?\d+(?:\.\d+)?)u\b)"));
    QString scaled;
    qsizetype done = 0;
    for (auto match = length.globalMatch(rules); match.hasNext();) {
        const QRegularExpressionMatch hit = match.next();
        scaled += QStringView(rules).mid(done, hit.capturedStart() - done);
        scaled += QString::number(qRound(px(hit.captured(1).toDouble()))) + "px";
        done = hit.capturedEnd();
    }
    scaled += QStringView(rules).mid(done);
    return scaled;
}

}  // namespace rnnscope
