// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_header.h"

#include <QActionGroup>
#include <QEvent>
#include <QLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "app/plot/style.h"
#include "app/setup_widgets.h"

namespace rnnscope {

using Of = EquationsChoice::Of;
using Show = EquationsChoice::Show;

EquationsHeader::EquationsHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      views_(new Segments({tr("unit"), tr("layer")}, "true", this)),
      shows_(new Segments({tr("symbols"), tr("numbers"), tr("both")}, "true", this)),
      gates_(new Segments({tr("z keeps"), tr("z renews")}, "true", this)),
      more_(new QToolButton(this)) {
    hide();  // until it stands in a title line
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto explain = [](QAbstractButton* button, const QString& tip) {
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
    };
    explain(views_->button(0), tr("One unit: every product of its sums"));
    explain(views_->button(1), tr("The whole layer, as matrices and vectors"));
    explain(shows_->button(0), tr("The equations in letters"));
    explain(shows_->button(1), tr("The equations with this step's numbers"));
    explain(shows_->button(2), tr("Letters, and below them this step's numbers"));
    explain(gates_->button(0),
            tr("z keeps the old state, as in PyTorch: h = (1 − z) ∘ n + z ∘ h₋₁"));
    explain(gates_->button(1),
            tr("z renews the state, as in Chung et al. 2014: h = (1 − z̃) ∘ h₋₁ + z̃ ∘ n"));
    more_->setProperty("segment", "true");
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setText(tr("copy"));
    more_->setToolTip(tr("Copy the equations, or choose what they show"));
    more_->setAccessibleName(tr("Copy equations, choices"));
    auto* menu = new QMenu(more_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(menu);
    });
    fillMenu(menu);
    more_->setMenu(menu);
    const auto choose = [this](auto change) {
        return [this, change](int index) {
            EquationsChoice choice = choice_;
            change(choice, index);
            emit chosen(choice);
        };
    };
    connect(views_, &Segments::chosen, this,
            choose([](EquationsChoice& it, int index) { it.of = index ? Of::Layer : Of::Unit; }));
    connect(shows_, &Segments::chosen, this,
            choose([](EquationsChoice& it, int index) { it.show = Show(index); }));
    connect(gates_, &Segments::chosen, this, choose([](EquationsChoice& it, int index) {
                it.gate = index ? UpdateGate::Renews : UpdateGate::Keeps;
            }));
    setTheme(theme);
    setState({}, false);
}

void EquationsHeader::fillMenu(QMenu* menu) {
    const auto copy = [&](const QString& words, bool latex, bool numbers) {
        menu->addAction(words, this,
                        [this, latex, numbers] { emit copyRequested(latex, numbers); });
    };
    copy(tr("Copy as LaTeX"), true, false);
    copy(tr("Copy as LaTeX, with numbers"), true, true);
    copy(tr("Copy as text"), false, false);
    copy(tr("Copy as text, with numbers"), false, true);
    const auto choices = [&](const std::vector<std::pair<QString, EquationsChoice>>& rows) {
        menu->addSeparator();
        auto* group = new QActionGroup(menu);
        for (const auto& [words, choice] : rows) {
            QAction* action =
                menu->addAction(words, this, [this, choice = choice] { emit chosen(choice); });
            action->setCheckable(true);
            action->setChecked(choice == choice_);
            group->addAction(action);
        }
    };
    const auto with = [this](auto change) {
        EquationsChoice choice = choice_;
        change(choice);
        return choice;
    };
    choices({{tr("Of one unit"), with([](EquationsChoice& it) { it.of = Of::Unit; })},
             {tr("Of the layer"), with([](EquationsChoice& it) { it.of = Of::Layer; })}});
    choices({{tr("Symbols"), with([](EquationsChoice& it) { it.show = Show::Symbols; })},
             {tr("Numbers"), with([](EquationsChoice& it) { it.show = Show::Numbers; })},
             {tr("Symbols and numbers"), with([](EquationsChoice& it) { it.show = Show::Both; })}});
    if (gatesApply_)
        choices({{tr("z keeps (PyTorch)"),
                  with([](EquationsChoice& it) { it.gate = UpdateGate::Keeps; })},
                 {tr("z renews (Chung et al. 2014)"),
                  with([](EquationsChoice& it) { it.gate = UpdateGate::Renews; })}});
}

void EquationsHeader::setTheme(const Theme& theme) {
    theme_ = theme;
    const auto px = [this](double length) { return QString::number(qRound(theme_.px(length))); };
    const QString sheet =
        titleSwitchSheet(theme) + QStringLiteral(
                                      "QToolButton[segment=\"true\"] { padding: %1px %2px;"
                                      " min-height: %3px; font-size: %4px; }"
                                      "QToolButton::menu-indicator { image: none; }")
                                      .arg(px(1), px(8), px(15), px(11));
    if (sheet == styleSheet())
        return;
    setStyleSheet(sheet);
    for (Segments* each : {views_, shows_, gates_})
        each->layout()->setSpacing(qRound(theme.px(2)));
    arrange();
}

void EquationsHeader::setState(const EquationsChoice& choice, bool gates) {
    choice_ = choice;
    views_->setCurrent(choice.of == Of::Layer ? 1 : 0);
    shows_->setCurrent(int(choice.show));
    gates_->setCurrent(choice.gate == UpdateGate::Renews ? 1 : 0);
    if (gates == gatesApply_)
        return;
    gatesApply_ = gates;
    arrange();
}

void EquationsHeader::arrange() {
    ensurePolished();
    for (Segments* each : {views_, shows_, gates_})
        for (QPushButton* button : each->findChildren<QPushButton*>())
            button->ensurePolished();
    more_->ensurePolished();
    const int gap = qRound(theme_.px(10));
    // The menu comes first, then what is switched most often.
    struct Item {
        QWidget* widget;
        bool wanted;
    };
    const std::vector<Item> order = {
        {more_, true}, {views_, true}, {gates_, gatesApply_}, {shows_, true}};
    int used = 0;
    most_ = -gap;
    std::vector<QWidget*> shown;
    for (const Item& item : order) {
        const int wide = item.widget->sizeHint().width();
        if (item.wanted)
            most_ += wide + gap;
        const bool fits = item.wanted && (shown.empty() || used + gap + wide <= width());
        item.widget->setVisible(fits);
        if (!fits)
            continue;
        used += wide + (shown.empty() ? 0 : gap);
        shown.push_back(item.widget);
    }
    least_ = more_->sizeHint().width();
    const bool all = int(shown.size()) == (gatesApply_ ? 4 : 3);
    more_->setText(all ? tr("copy") : tr("more"));
    int x = width();
    for (QWidget* widget : {static_cast<QWidget*>(more_), static_cast<QWidget*>(gates_),
                            static_cast<QWidget*>(shows_), static_cast<QWidget*>(views_)}) {
        if (std::find(shown.begin(), shown.end(), widget) == shown.end())
            continue;
        const QSize size = widget->sizeHint();
        x -= size.width();
        widget->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x -= gap;
    }
    updateGeometry();
}

QSize EquationsHeader::sizeHint() const {
    return {most_, std::max(views_->sizeHint().height(), more_->sizeHint().height())};
}

QSize EquationsHeader::minimumSizeHint() const {
    return {least_, sizeHint().height()};
}

void EquationsHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void EquationsHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}  // namespace rnnscope
