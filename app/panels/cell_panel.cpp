// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_panel.h"

#include <qcustomplot.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "app/panels/cell_words.h"
#include "app/words.h"

namespace rnnscope {

CellPanel::CellPanel(const Theme& theme, QWidget* parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("cell"));
    setMouseTracking(true);
    setAccessibleName(tr("Inside the cell"));
}

QSize CellPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();  // the window gives it more in front
}

QSize CellPanel::minimumSizeHint() const {
    return QSizeF(theme().px(260), theme().px(140)).toSize();
}

// ---- what is shown -------------------------------------------------------------------------

CellPicture CellPanel::picture(const CellScene& scene) const {
    const int units = int(values_.hidden());
    return {values_,
            *layout_,
            scene,
            theme(),
            progressOf(view().position, *snapshot()),
            std::clamp(view().unit, 0, units - 1),
            hovered_ >= 0 ? hovered_ : pointed()};
}

/// The node of what is pointed at elsewhere; a sum stands in the box of its function.
int CellPanel::pointed() const {
    const auto quantity = view().quantity;
    if (!quantity)
        return -1;
    const auto operations = values_.cell().operations();
    for (std::size_t k = 0; k < operations.size(); ++k)
        if (operations[k].result == now(*quantity))
            return layout_->nodeDoing(k);
    return -1;
}

/// The step at the playhead; beyond the last where nothing is played in time.
void CellPanel::follow() {
    values_.show(snapshot(), trace(), std::clamp(view().position.step, 0, steps() - 1));
}

void CellPanel::place() {
    const Cell& cell = *snapshot()->shape().cell;
    layout_ = &layoutOf(cell);
    const QString now = QStringLiteral("%1 %2 %3 %4 %5")
                            .arg(QString::fromUtf8(cell.id().data(), qsizetype(cell.id().size())))
                            .arg(width())
                            .arg(height())
                            .arg(theme().id)
                            .arg(theme().scale);
    if (now == placedFor_)
        return;
    placedFor_ = now;
    hovered_ = -1;
    scene_ = sceneOf(cell, *layout_, rect(), theme());
}

void CellPanel::refresh() {
    follow();
    place();
    styleTool();
    showHint();
    describe();
    update();
}

void CellPanel::moveCursor() {
    follow();
    describe();
    update();
}

void CellPanel::describe() {
    const Cell& cell = values_.cell();
    setAccessibleDescription(tr("The %1 at t = %2, unit %3: %4")
                                 .arg(inWords(cell.name()))
                                 .arg(values_.time() + 1)
                                 .arg(picture().unit + 1)
                                 .arg(equation().remove(QLatin1Char('_'))));
}

void CellPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    showHint();
    if (ready())
        place();
}

void CellPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (ready())
        paintCell(painter, picture());
}

void CellPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!ready())
        return;
    painter.save();
    const CellScene scene = sceneOf(values_.cell(), *layout_, area, theme());
    CellPicture shown = picture(scene);
    shown.hovered = -1;
    paintCell(painter, shown);
    painter.restore();
}

std::vector<CellReading> CellPanel::readings() const {
    return ready() ? readingsOf(picture()) : std::vector<CellReading>{};
}

QString CellPanel::equation() const {
    return ready() ? equationLine(picture()) : QString();
}

DataTable CellPanel::data() const {
    DataTable table;
    if (!ready())
        return table;
    const Cell& cell = values_.cell();
    std::vector<Wire> wires;
    for (const std::size_t state : cell.states())
        wires.push_back(before(state));
    for (const Operation& operation : cell.operations())
        wires.push_back(operation.result);
    const auto add = [&](const QString& name, const Eigen::VectorXd& values) {
        table.names << name;
        table.columns.emplace_back(values.begin(), values.end());
    };
    add(QStringLiteral("unit"),
        Eigen::VectorXd::LinSpaced(values_.hidden(), 1, double(values_.hidden())));
    for (const Wire& wire : wires)
        add(symbolOf(cell, wire), values_.value(wire));
    if (picture().progress.backward)
        for (const Wire& wire : wires)
            add(QStringLiteral("∂L/∂(%1)").arg(symbolOf(cell, wire)), values_.gradient(wire));
    return table;
}

// ---- copying -------------------------------------------------------------------------------

void CellPanel::copyEquations(bool latex) const {
    if (ready())
        QGuiApplication::clipboard()->setText(equationsText(values_.cell(), latex));
}

void CellPanel::copyNumbers() const {
    if (ready())
        QGuiApplication::clipboard()->setText(numbersText(values_, picture().unit));
}

void CellPanel::addCopyActions(QMenu* menu) {
    menu->addAction(tr("Copy equations as LaTeX"), this, [this] { copyEquations(true); });
    menu->addAction(tr("Copy equations as text"), this, [this] { copyEquations(false); });
    menu->addAction(tr("Copy numbers of this step"), this, [this] { copyNumbers(); });
}

QMenu* CellPanel::makeMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    addCopyActions(menu);
    return menu;
}

// ---- the title line ------------------------------------------------------------------------

QWidget* CellPanel::headerTool() {
    if (!header_) {
        header_ = new QWidget(this);
        header_->hide();  // until it stands in a title line
        auto* row = new QHBoxLayout(header_);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(10);
        hint_ = new QLabel;
        hint_->setProperty("role", QStringLiteral("muted"));
        row->addWidget(hint_);
        tool_ = new QToolButton;
        tool_->setText(tr("copy"));
        tool_->setToolTip(tr("Copy the equations or the numbers of this step"));
        tool_->setAccessibleName(tr("Copy equations or numbers"));
        tool_->setProperty("segment", "true");
        tool_->setPopupMode(QToolButton::InstantPopup);
        tool_->setMenu(makeMenu(tool_));
        row->addWidget(tool_);
        styleTool();
        showHint();
    }
    return header_;
}

QString CellPanel::hint() const {
    if (!snapshot())
        return {};
    const auto quantities = snapshot()->shape().cell->quantities();
    const bool gates = std::any_of(quantities.begin(), quantities.end(),
                                   [](const Quantity& each) { return each.role == Role::Gate; });
    return gates ? tr("click a gate to hold it") : tr("click a state to hold it");
}

/// Gives way to the title where there is little room.
void CellPanel::showHint() {
    if (!hint_)
        return;
    hint_->setText(hint());
    hint_->setVisible(width() >= theme().px(480));
}

void CellPanel::styleTool() {
    if (!tool_)
        return;
    const auto px = [this](double length) { return QString::number(qRound(theme().px(length))); };
    // As low as the other switches of title lines.
    const QString sheet =
        QStringLiteral(
            "QToolButton[segment=\"true\"] { padding: %1px %2px; min-height: %3px;"
            " font-size: %4px; } QToolButton::menu-indicator { image: none; }")
            .arg(px(1), px(8), px(15), px(11));
    if (tool_->styleSheet() != sheet)
        tool_->setStyleSheet(sheet);
}

}  // namespace rnnscope
