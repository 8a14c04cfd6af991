// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_panel.h"

#include <qcustomplot.h>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

#include "app/panels/cell_words.h"
#include "app/panels/equations_words.h"
#include "app/plot/tip.h"

namespace rnnscope {
namespace {

using Of = EquationsChoice::Of;

constexpr double margin = 9, caption = 23, smallestLetters = 13, largestLetters = 20;
constexpr double lowPanel = 130;  ///< below, no caption

}  // namespace

EquationsPanel::EquationsPanel(const Theme& theme, QWidget* parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("equations"));
    setMouseTracking(true);
    setAccessibleName(tr("Equations"));
}

QSize EquationsPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize EquationsPanel::minimumSizeHint() const {
    return QSizeF(theme().px(260), theme().px(140)).toSize();
}

QSizeF EquationsPanel::figureSize() const {
    return choice_.of == Of::Layer ? QSizeF(1000, 900) : QSizeF(900, 480);
}

void EquationsPanel::setChoice(const EquationsChoice& choice) {
    if (choice == choice_)
        return;
    choice_ = choice;
    scroll_ = 0;
    if (header_)
        header_->setState(choice_, hasGate_);
    invalidate();
}

void EquationsPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const EquationsPanel&>(shown);
    setChoice(other.choice_);
    scroll_ = other.scroll_;
}

// ---- what is shown -------------------------------------------------------------------------

EquationsSource EquationsPanel::source() const {
    const Index last = values_.hidden() - 1;
    return {values_, equations_, choice_, std::clamp<Index>(view().unit, 0, last),
            progressOf(view().position, *snapshot()).backward};
}

EquationsPicture EquationsPanel::picture(const EquationsPage& page,
                                         const EquationsSource& source) const {
    std::optional<std::size_t> quantity = pointed_ ? pointed_ : view().quantity;
    if (quantity && *quantity >= values_.cell().quantities().size())
        quantity.reset();  // of another cell
    return {page, source, theme(), progressOf(view().position, *snapshot()), quantity};
}

double EquationsPanel::captionHeight(double height) const {
    return height < theme().px(lowPanel) ? 0 : theme().px(caption);
}

QRectF EquationsPanel::pageArea() const {
    const double side = theme().px(margin), top = captionHeight(height());
    return QRectF(rect()).adjusted(side, top > 0 ? top : side, -side, -theme().px(6));
}

/// The step at the playhead; beyond the last where nothing is played in time.
void EquationsPanel::follow() {
    values_.show(snapshot(), trace(), std::clamp(view().position.step, 0, steps() - 1));
}

/// Makes the page of the present step; how it is arranged stays while it can.
void EquationsPanel::arrange() {
    const EquationsSource from = source();
    const QSizeF area = pageArea().size().expandedTo(QSizeF(1, 1));
    const NetworkShape& shape = values_.network().shape();
    const std::string_view id = values_.cell().id();
    const QString now = QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
                            .arg(QString::fromUtf8(id.data(), qsizetype(id.size())))
                            .arg(shape.hidden)
                            .arg(shape.layerInput(int(values_.trace() / shape.directions())))
                            .arg(int(choice_.of) * 100 + int(choice_.show) * 10 +
                                 (choice_.gate == UpdateGate::Renews ? 1 : 0))
                            .arg(from.gradient)
                            .arg(area.width())
                            .arg(area.height())
                            .arg(theme().scale)
                            .arg(shape.holds.size());
    if (now != fittedFor_) {
        fittedFor_ = now;
        fit_ = fitFor(from, area, theme().px(smallestLetters), theme().px(largestLetters), false);
    }
    page_ = pageOf(from, fit_, area.width());
    addLegend(page_, from, area);
    scrollTo(scroll_);
}

void EquationsPanel::refresh() {
    follow();
    const Cell& cell = values_.cell();
    const std::vector<Equation> plain = equationsOf(cell);
    hasGate_ = updateGateOf(plain, cell).has_value();
    equations_ = writtenFor(plain, cell, choice_.gate);
    if (header_) {
        header_->setTheme(theme());
        header_->setState(choice_, hasGate_);
    }
    arrange();
    describe();
    update();
}

void EquationsPanel::moveCursor() {
    follow();
    arrange();
    describe();
    update();
}

void EquationsPanel::describe() {
    setAccessibleDescription(equationsCaption(source()));
}

EquationsSpots EquationsPanel::shownSpots() const {
    EquationsSpots shown;
    if (!ready())
        return shown;
    const EquationsSource from = source();
    const EquationsPicture is = picture(page_, from);
    std::copy_if(page_.spots.begin(), page_.spots.end(), std::back_inserter(shown),
                 [&](const EquationsSpot& spot) { return isShown(is, spot); });
    return shown;
}

// ---- painting ------------------------------------------------------------------------------

void EquationsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    if (ready() && isVisible())
        arrange();
}

void EquationsPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (!ready())
        return;
    const EquationsSource from = source();
    const QRectF area = pageArea();
    painter.setFont(theme().font(11));
    painter.setPen(theme().mutedText);
    if (captionHeight(height()) > 0) {
        const QRectF line(area.left(), 0, area.width(), area.top() - theme().px(4));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(equationsCaption(from), Qt::ElideRight,
                                                          int(line.width())));
    }
    painter.setClipRect(area.adjusted(-theme().px(margin), 0, theme().px(margin), theme().px(6)));
    painter.save();
    painter.translate(area.left(), area.top() - scroll_);
    painter.scale(page_.scale, page_.scale);
    EquationsPicture shown = picture(page_, from);
    shown.seen = QRectF(0, scroll_, width(), height());
    shown.seen = QRectF(shown.seen.topLeft() / page_.scale, shown.seen.size() / page_.scale);
    paintEquations(painter, shown);
    painter.restore();
    // A bar at the side says that there is more.
    const double all = page_.size.height() * page_.scale;
    if (all <= area.height() + 1)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().groove);
    const double wide = theme().px(4), length = area.height() * area.height() / all;
    painter.drawRoundedRect(QRectF(width() - wide - theme().px(1),
                                   area.top() + scroll_ / all * area.height(), wide, length),
                            wide / 2, wide / 2);
}

void EquationsPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!ready())
        return;
    const EquationsSource from = source();
    const double top = captionHeight(area.height()), side = theme().px(margin);
    const QRectF inside = area.adjusted(side, top, -side, -side);
    if (inside.width() < 10 || inside.height() < 10)
        return;
    const EquationsFit fit =
        fitFor(from, inside.size(), theme().px(smallestLetters), theme().px(largestLetters), true);
    EquationsPage page = pageOf(from, fit, inside.width());
    page.scale = std::min(page.scale, inside.height() / std::max(1.0, page.size.height()));
    addLegend(page, from, inside.size());
    painter.save();
    if (top > 0) {
        painter.setFont(theme().font(11));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(inside.left(), area.top(), inside.width(), top - theme().px(2)),
                         Qt::AlignLeft | Qt::AlignVCenter, equationsCaption(from));
    }
    painter.translate(inside.topLeft());
    painter.scale(page.scale, page.scale);
    EquationsPicture shown = picture(page, from);
    shown.quantity.reset();
    paintEquations(painter, shown);
    painter.restore();
}

DataTable EquationsPanel::data() const {
    DataTable table;
    if (!ready())
        return table;
    const EquationsSource from = source();
    const StepNumbers numbers(values_.network(), values_.snapshot().record, values_.trace(),
                              values_.column());
    const Index hidden = values_.hidden();
    const auto add = [&](const QString& name, const std::function<double(Index)>& value) {
        std::vector<double> column;
        for (Index unit = 0; unit < hidden; ++unit)
            column.push_back(value(unit));
        table.names << name;
        table.columns.push_back(std::move(column));
    };
    add(QStringLiteral("unit"), [](Index unit) { return double(unit + 1); });
    std::vector<Wire> known;
    for (const Equation& each : equations_)
        for (const Wire& wire : takenBy(each))
            if (wire.place == Wire::Place::Before &&
                std::find(known.begin(), known.end(), wire) == known.end()) {
                known.push_back(wire);
                add(symbolOf(values_.cell(), wire),
                    [&](Index unit) { return values_.value(wire)[unit]; });
            }
    for (const Equation& each : equations_) {
        const Wire sum = each.expression.kind == Expression::Kind::Function
                             ? each.expression.parts[0].wire
                             : Wire{};
        if (sum.place == Wire::Place::Now)
            add(symbolOf(values_.cell(), sum),
                [&](Index unit) { return values_.value(sum)[unit]; });
        const Term left = leftOf(each, numbers.shape(), numbers.trace());
        const QString name = QString::fromStdString(left.symbol + (left.flipped ? "\u0303" : ""));
        add(name, [&](Index unit) { return numbers.result(each, unit); });
        if (from.gradient)
            add(QString::fromUtf8("∂L/∂(%1)").arg(name), [&](Index unit) {
                return numbers.gradient(each, snapshot()->backward->gradients, unit);
            });
    }
    return table;
}

// ---- switches and copying ------------------------------------------------------------------

QWidget* EquationsPanel::headerTool() {
    if (!header_) {
        header_ = new EquationsHeader(theme(), this);
        connect(header_, &EquationsHeader::chosen, this, &EquationsPanel::setChoice);
        connect(header_, &EquationsHeader::copyRequested, this, &EquationsPanel::copy);
        header_->setState(choice_, hasGate_);
    }
    return header_;
}

void EquationsPanel::copy(bool latex, bool numbers) const {
    if (ready())
        QGuiApplication::clipboard()->setText(equationsCopy(source(), latex, numbers));
}

void EquationsPanel::contextMenuEvent(QContextMenuEvent* event) {
    if (!ready())
        return;
    headerTool();
    auto* menu = new QMenu(this);
    header_->fillMenu(menu);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

// ---- mouse ---------------------------------------------------------------------------------

QPointF EquationsPanel::onScreen(const QPointF& point) const {
    return pageArea().topLeft() - QPointF(0, scroll_) + point * page_.scale;
}

EquationsHit EquationsPanel::hit(const QPointF& point) const {
    const EquationsSource from = source();
    return hitAt(picture(page_, from),
                 (point - pageArea().topLeft() + QPointF(0, scroll_)) / page_.scale);
}

void EquationsPanel::scrollTo(double offset) {
    const double most = page_.size.height() * page_.scale - pageArea().height();
    scroll_ = std::clamp(offset, 0.0, std::max(0.0, most));
}

void EquationsPanel::wheelEvent(QWheelEvent* event) {
    const double before = scroll_;
    const QPoint pixels = event->pixelDelta();
    scrollTo(scroll_ -
             (pixels.isNull() ? event->angleDelta().y() / 120.0 * theme().px(48) : pixels.y()));
    if (scroll_ == before)
        return event->ignore();
    event->accept();
    update();
}

void EquationsPanel::point(std::optional<std::size_t> quantity) {
    if (quantity == pointed_)
        return;
    pointed_ = quantity;
    emit quantityHovered(quantity);
    update();
}

void EquationsPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!ready())
        return;
    const EquationsHit found = hit(event->position());
    QString tip;
    std::optional<std::size_t> quantity;
    if (found.equation)
        quantity = equations_[*found.equation].quantity;
    bool choosable = false;
    if (found.spot >= 0) {
        const EquationsSpot& spot = page_.spots[std::size_t(found.spot)];
        const EquationsSource from = source();
        tip = spotTip(picture(page_, from), spot);
        const bool named =
            spot.wire.place == Wire::Place::Now || spot.wire.place == Wire::Place::Before;
        if (named)
            quantity = spot.wire.index;
        else if (!spot.wire && spot.parameter.empty() && (spot.number || !spot.symbol.empty()))
            quantity.reset();  // the input is no quantity of the cell
        choosable = spot.number && named;
    }
    setCursor(choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(quantity);
    showTipAbove(*this, event->globalPosition().toPoint(), tip);
}

/// A number of a unit chooses that unit.
void EquationsPanel::mousePressEvent(QMouseEvent* event) {
    if (!ready() || event->button() != Qt::LeftButton)
        return Panel::mousePressEvent(event);
    const int spot = hit(event->position()).spot;
    if (spot < 0)
        return;
    const EquationsSpot& it = page_.spots[std::size_t(spot)];
    if (it.number && (it.wire.place == Wire::Place::Now || it.wire.place == Wire::Place::Before))
        emit unitRequested(int(it.row));
}

void EquationsPanel::leaveEvent(QEvent* event) {
    point(std::nullopt);
    Panel::leaveEvent(event);
}

}  // namespace rnnscope
