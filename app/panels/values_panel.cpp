// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/values_panel.h"

#include <qcustomplot.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <limits>

#include "app/panels/values_paint.h"
#include "app/words.h"

namespace rnnscope {

ValuesPanel::ValuesPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent),
      unitNumbers_(new UnitNumbers(this)),
      sequenceNumbers_(new SequenceNumbers(this)),
      place_(new QLabel(this)),
      sequence_(new NumberTable(sequenceNumbers_, {theme}, this)),
      units_(new NumberTable(unitNumbers_, {theme}, this)) {
    setObjectName(QStringLiteral("values"));
    setAccessibleName(tr("All values"));
    place_->setProperty("role", "muted");
    sequence_->setAccessibleName(tr("Input, target, output and loss of this step"));
    units_->setAccessibleName(tr("All values of the units at this step"));
    connect(units_, &NumberTable::quantityPointed, this, &Panel::quantityHovered);
    connect(units_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!following_ && now.isValid())
                    emit unitRequested(now.row());
            });
}

QSize ValuesPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize ValuesPanel::minimumSizeHint() const {
    return QSizeF(theme().px(240), theme().px(110)).toSize();
}

QWidget* ValuesPanel::headerTool() {
    if (!tool_) {
        tool_ = new QToolButton(this);
        tool_->hide();  // until it stands in a title line
        tool_->setText(tr("copy"));
        tool_->setToolTip(tr("Copy all values of this step, in full precision"));
        tool_->setAccessibleName(tr("Copy all values"));
        tool_->setProperty("segment", "true");
        connect(tool_, &QToolButton::clicked, this, [this] {
            if (snapshot())
                QGuiApplication::clipboard()->setText(copied());
        });
        styleTool();
    }
    return tool_;
}

void ValuesPanel::styleTool() {
    if (!tool_)
        return;
    const auto px = [this](double length) { return QString::number(qRound(theme().px(length))); };
    // As low as the other switches of title lines.
    const QString sheet =
        QStringLiteral(
            "QToolButton[segment=\"true\"] { padding: %1px %2px; min-height: %3px;"
            " font-size: %4px; }")
            .arg(px(1), px(8), px(15), px(11));
    if (tool_->styleSheet() != sheet)
        tool_->setStyleSheet(sheet);
}

// ---- what is shown -------------------------------------------------------------------------

StepSource ValuesPanel::source() const {
    return {snapshot(), trace(), std::clamp(view().position.step, 0, steps() - 1),
            progressOf(view().position, *snapshot()), backwardBegun()};
}

NumberLook ValuesPanel::look() const {
    return {theme(), std::clamp(view().unit, 0, int(snapshot()->shape().hidden) - 1),
            view().quantity};
}

QString ValuesPanel::placeText() const {
    const NetworkShape& shape = snapshot()->shape();
    QStringList parts{tr("t = %1 of %2").arg(source().step + 1).arg(steps())};
    if (shape.layers > 1)
        parts << tr("layer %1").arg(std::min(view().layer, shape.layers - 1) + 1);
    if (shape.bidirectional)
        parts << (snapshot()->record.traces[trace()].reversed() ? tr("backwards in time")
                                                                : tr("forwards in time"));
    return joined(parts);
}

void ValuesPanel::follow() {
    following_ = true;
    const StepSource from = source();
    unitNumbers_->show(from);
    sequenceNumbers_->show(from);
    place_->setText(placeText());
    sequence_->renew();
    units_->renew();
    // The keys go on from the unit that is looked at; what is selected stays so.
    const int unit = look().unit;
    if (units_->currentIndex().row() != unit) {
        const QModelIndex index =
            unitNumbers_->index(unit, std::max(0, units_->currentIndex().column()));
        units_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        units_->scrollTo(index);
    }
    const NumberLook now = look();
    if (now.unit != units_->look().unit || now.marked != units_->look().marked ||
        now.theme.id != units_->look().theme.id || now.theme.scale != units_->look().theme.scale) {
        units_->setLook(now);
        sequence_->setLook({theme()});
    }
    following_ = false;
    setAccessibleDescription(placeText());
}

void ValuesPanel::refresh() {
    place_->setFont(theme().font(11));
    styleTool();
    follow();
    arrange();
}

void ValuesPanel::moveCursor() {
    const int columns = sequenceNumbers_->columnCount();
    follow();
    if (columns != sequenceNumbers_->columnCount())
        arrange();
}

/// Without the sequence's numbers where there is hardly room for the units'.
void ValuesPanel::arrange() {
    if (!snapshot())
        return;
    const int gap = qRound(theme().px(6));
    const int line = qCeil(QFontMetricsF(theme().font(11)).height()) + 2;
    const int rows = std::min(3, sequenceNumbers_->rowCount());
    const int upper = sequence_->heightOf(rows);
    const bool both = height() >= line + upper + gap + units_->heightOf(5);
    sequence_->setVisible(both);
    place_->setGeometry(0, 0, width(), line);
    sequence_->setGeometry(0, line, width(), upper);
    const int top = both ? line + upper + gap : line;
    units_->setGeometry(0, top, width(), std::max(0, height() - top));
}

void ValuesPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    arrange();
}

QString ValuesPanel::copied() const {
    return sequenceNumbers_->copiedWhole() + QStringLiteral("\n\n") + unitNumbers_->copiedWhole() +
           QLatin1Char('\n');
}

DataTable ValuesPanel::data() const {
    DataTable table;
    if (!snapshot())
        return table;
    UnitNumbers numbers;
    numbers.show(source());
    table.names << QStringLiteral("unit");
    auto& rows = table.columns.emplace_back();
    for (int row = 0; row < numbers.rowCount(); ++row)
        rows.push_back(row + 1);
    for (int column = 0; column < numbers.columnCount(); ++column) {
        table.names << numbers.columns()[std::size_t(column)].key;
        auto& values = table.columns.emplace_back();
        for (int row = 0; row < numbers.rowCount(); ++row)
            values.push_back(
                numbers.number(row, column).value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return table;
}

void ValuesPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    painter.save();
    const StepSource from = source();
    UnitNumbers units;
    units.show(from);
    SequenceNumbers sequence;
    sequence.show(from);
    painter.setFont(theme().font(11));
    painter.setPen(theme().mutedText);
    const double line = QFontMetricsF(painter.font()).height() + theme().px(3);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                     placeText());
    QRectF rest = area.adjusted(0, line, 0, 0);
    // Three rows at most of what is not the units'.
    const double upper =
        numberHeadHeight(theme()) + std::min(3, sequence.rowCount()) * numberRowHeight(theme());
    const double least = numberHeadHeight(theme()) + 4 * numberRowHeight(theme());
    if (rest.height() >= upper + theme().px(8) + least) {
        QRectF above = rest;
        above.setHeight(upper);
        paintNumberTable(painter, above, sequence, {theme()});
        rest.setTop(above.bottom() + theme().px(8));
    }
    paintNumberTable(painter, rest, units, {theme(), look().unit, {}});
    painter.restore();
}

}  // namespace rnnscope
