// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sequence_plot.h"

#include <qcustomplot.h>

#include <QVBoxLayout>
#include <algorithm>
#include <span>

#include "app/plot/axes.h"
#include "app/plot/lines.h"
#include "app/plot/overlay.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostStrips = 5;
constexpr std::size_t mostMarks = 200;  // borders of sequences

std::span<const double> columnOf(const Table& table, Eigen::Index column, Eigen::Index first,
                                 Eigen::Index last) {
    return {table.values.col(column).data() + first, static_cast<std::size_t>(last - first)};
}

}  // namespace

SequencePlot::SequencePlot(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      plot_(makeSilentPlot(this)),
      margins_(new QCPMarginGroup(plot_)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setAccessibleName(tr("The chosen columns over time"));
    setTable(nullptr, {}, {0, 0});
}

void SequencePlot::addStrip(int row, const Table& table, const Line& line) {
    const QString quantity = line.target ? QStringLiteral("target") : QStringLiteral("input");
    const QFont font = theme_.boldFont(12);
    const int nameWidth = qRound(theme_.px(96));
    const QString name =
        QString::fromStdString(table.columns[static_cast<std::size_t>(line.column)]);
    auto* label = new QCPTextElement(
        plot_, QFontMetrics(font).elidedText(name, Qt::ElideMiddle, nameWidth), font);
    label->setTextColor(theme_.quantityText(quantity));
    label->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    label->setMinimumSize(nameWidth, 10);
    label->setMaximumSize(nameWidth, 10000);  // QWIDGETSIZE_MAX would mean the text's own height
    plot_->plotLayout()->addElement(row, 0, label);

    auto* rect = new QCPAxisRect(plot_);
    plot_->plotLayout()->addElement(row, 1, rect);
    styleAxes(*rect, theme_);
    QCPAxis* keys = rect->axis(QCPAxis::atBottom);
    QCPAxis* values = rect->axis(QCPAxis::atLeft);
    keys->setTicker(timeTicker());
    keys->setTickLabels(false);
    values->ticker()->setTickCount(2);
    rect->setMinimumMargins(QMargins(0, 3, 0, 3));

    const Eigen::Index rows = table.values.rows();
    // Sequences do not touch, and neither do what is kept of one and its rest.
    const auto draw = [&](Eigen::Index first, Eigen::Index last, const QColor& colour) {
        if (first >= last)
            return;
        auto* graph = new FastGraph(keys, values);
        graph->setValues(columnOf(table, line.column, first, last), double(first + 1));
        graph->setLine(colour, theme_.px(1.6), theme_.quantityDash(quantity));
    };
    const QColor colour = theme_.quantityLine(quantity);
    const QColor pale = theme_.faint(colour, 0.4);
    const auto [from, to] = kept_;
    if (table.starts.size() <= mostMarks) {
        for (std::size_t s = 0; s < table.starts.size(); ++s) {
            const auto [first, last] = table.rowsOf(s);
            draw(first, std::clamp(from, first, last), pale);
            draw(std::clamp(to, first, last), last, pale);
        }
    } else {
        draw(0, from, pale);
        draw(to, rows, pale);
    }
    draw(from, to, colour);
    for (std::size_t s = 1; s < std::min(table.starts.size(), mostMarks); ++s) {
        auto* mark = new QCPItemStraightLine(plot_);
        const double key = double(table.starts[s]) + 0.5;
        mark->setClipAxisRect(rect);
        for (QCPItemPosition* point : {mark->point1, mark->point2})
            point->setAxes(keys, values);
        mark->point1->setCoords(key, 0);
        mark->point2->setCoords(key, 1);
        mark->setPen(QPen(theme_.rule, 1));
    }
    keys->setRange(0.5, double(rows) + 0.5);
    values->setRange(finiteRange(columnOf(table, line.column, 0, rows), 0.12));
}

void SequencePlot::setTable(std::shared_ptr<const Table> table, const std::vector<Line>& lines,
                            Rows kept) {
    kept_ = kept;
    plot_->clearItems();
    plot_->clearPlottables();
    plot_->plotLayout()->clear();
    plot_->plotLayout()->simplify();
    styleAxes(*plot_, theme_);
    const std::size_t strips = table ? std::min(lines.size(), mostStrips) : 0;
    for (std::size_t row = 0; row < strips; ++row)
        addStrip(int(row), *table, lines[row]);
    for (QCPAxisRect* rect : plot_->axisRects())
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins_);
    if (strips > 0)
        plot_->axisRects().constLast()->axis(QCPAxis::atBottom)->setTickLabels(true);
    plot_->plotLayout()->setRowSpacing(0);
    plot_->plotLayout()->setColumnSpacing(0);
    setFixedHeight(qRound(theme_.px(26 + (strips < 3 ? 54.0 : 34.0) * double(strips))));
    setVisible(strips > 0);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace rnnscope
