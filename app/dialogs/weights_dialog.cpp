// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/weights_dialog.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/document.h"
#include "app/words.h"
#include "core/weight_blocks.h"

namespace rnnscope {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString nameOf(const Cell& cell) {
    return inWords(cell.name());
}

/// "8", or "8 → 16" where it changes.
template <class T>
QString change(const T& before, const T& after) {
    return before == after ? QStringLiteral("%1").arg(after)
                           : QStringLiteral("%1 → %2").arg(before).arg(after);
}

bool isOfWeights(const rnnscope::Edit& edit) {
    return isBlockName(edit.target);
}

/// Cells that begin where the header's words do.
class PaddedDelegate : public QStyledItemDelegate {
  public:
    PaddedDelegate(int padding, QObject* parent) : QStyledItemDelegate(parent), padding_(padding) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * padding_, 0);
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(padding_, 0, -padding_, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }

  private:
    int padding_;
};

QLabel* plainLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

WeightsDialog::WeightsDialog(ArrayFile weights, const Setup& now, const NetworkShape& shown,
                             const Theme& theme, QWidget* parent)
    : QDialog(parent), weights_(std::move(weights)), now_(now), shown_(shown), theme_(theme) {
    if (auto report = weightsReport(weights_, *findCell(now.cell)))
        report_ = *std::move(report);
    build();
    fill();
}

void WeightsDialog::build() {
    setWindowTitle(tr("Load weights"));
    const auto gap = qRound(theme_.px(12));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap + 4, gap, gap + 4, gap + 2);
    column->setSpacing(gap);
    auto* name = new QLabel(QFileInfo(text(weights_.file)).fileName());
    name->setTextFormat(Qt::PlainText);
    name->setFont(theme_.boldFont(17));
    column->addWidget(name);
    facts_ = plainLabel("facts");
    column->addWidget(facts_);
    addCells(*column);

    table_ = new QTableWidget(0, 4);
    table_->setHorizontalHeaderLabels(
        {tr("In the file"), tr("Shape"), tr("Type"), tr("In the network")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::TabFocus);
    table_->setShowGrid(false);
    table_->setItemDelegate(new PaddedDelegate(qRound(theme_.px(6)), table_));
    table_->setAccessibleName(tr("Tensors"));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(QFontMetrics(theme_.font()).lineSpacing() +
                                                    qRound(theme_.px(8)));
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table_, 1);
    notes_ = plainLabel("notes");
    notes_->setProperty("role", "muted");
    column->addWidget(notes_);
    column->addWidget(buildFooter());
    const QSize room = screen()->availableSize() * 0.95;
    resize((QSizeF(720, 460) * theme_.scale).toSize().boundedTo(room));
    load_->setFocus();
}

/// Where only the user can know which cell the tensors are of.
void WeightsDialog::addCells(QVBoxLayout& column) {
    std::vector<const Cell*> fitting;
    for (const Cell* each : cells())
        if (haveSameTensors(*each, *report_.shape.cell))
            fitting.push_back(each);
    if (report_.cellNamed || fitting.size() < 2)
        return;
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("These tensors fit several &cells; they are of"));
    cell_ = new QComboBox;
    cell_->setObjectName("cell");
    cell_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(cell_);
    for (const Cell* each : fitting)
        cell_->addItem(nameOf(*each),
                       QString::fromUtf8(each->id().data(), qsizetype(each->id().size())));
    cell_->setCurrentIndex(cell_->findText(nameOf(*report_.shape.cell)));
    connect(cell_, &QComboBox::activated, this, [this] {
        const auto id = cell_->currentData().toString().toStdString();
        if (auto report = weightsReport(weights_, *findCell(id)))
            report_ = *std::move(report);
        fill();
    });
    row->addWidget(label);
    row->addWidget(cell_);
    row->addStretch(1);
    column.addLayout(row);
}

QWidget* WeightsDialog::buildFooter() {
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(theme_.px(10)));
    error_ = plainLabel("error");
    QPalette palette = error_->palette();
    palette.setColor(QPalette::WindowText, withContrast(theme_.danger, theme_.ground, 4.5));
    error_->setPalette(palette);
    row->addWidget(error_, 1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    load_ = new QPushButton(tr("Load"));
    load_->setProperty("role", "primary");
    load_->setDefault(true);
    connect(load_, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(load_);
    return footer;
}

void WeightsDialog::fill() {
    facts_->setText(facts());
    notes_->setText(notes());
    notes_->setVisible(!notes_->text().isEmpty());
    table_->setRowCount(0);
    const auto add = [this](const QStringList& cells, bool muted) {
        const int row = table_->rowCount();
        table_->insertRow(row);
        for (int k = 0; k < cells.size(); ++k) {
            auto* item = new QTableWidgetItem(cells[k]);
            item->setToolTip(cells[k]);
            if (muted)
                item->setForeground(theme_.mutedText);
            table_->setItem(row, k, item);
        }
    };
    for (const WeightsReport::Row& row : report_.rows) {
        const bool unused = row.name.empty();
        add({text(row.tensor), text(shapeText(row.shape)),
             unused || row.type == "F64" ? text(row.type)
                                         : QStringLiteral("%1 → F64").arg(text(row.type)),
             unused ? tr("left unused: %1").arg(text(row.why)) : text(row.name)},
            unused);
    }
    for (const std::string& bias : report_.absent)
        add({tr("none"), {}, {}, tr("%1: stays zero").arg(text(bias))}, true);

    Setup next = now_;
    applyTo(next);
    const Done fits = check(next);
    error_->setText(fits ? QString() : errorText(fits.error()));
    load_->setEnabled(fits.ok());
}

QString WeightsDialog::facts() const {
    const NetworkShape& next = report_.shape;
    const auto directions = [](const NetworkShape& shape) {
        return shape.bidirectional ? tr("both directions") : tr("one direction");
    };
    QStringList parts{change(nameOf(*shown_.cell), nameOf(*next.cell)),
                      tr("layers %1").arg(change(shown_.layers, next.layers)),
                      change(directions(shown_), directions(next)),
                      tr("hidden %1").arg(change(shown_.hidden, next.hidden)),
                      tr("inputs %1").arg(change(shown_.input, next.input))};
    if (next.output > 0)
        parts << tr("outputs %1").arg(change(shown_.output, next.output));
    return parts.join(QStringLiteral(" · "));
}

QString WeightsDialog::notes() const {
    QStringList parts;
    if (!report_.prefix.empty())
        parts << tr("Prefix “%1” removed.").arg(text(report_.prefix));
    parts << (report_.readout.empty() ? tr("No read-out in the file: it is drawn from the seed.")
                                      : tr("Read-out: “%1”.").arg(text(report_.readout)));
    if (report_.cellNamed)
        parts << tr("The file names its cell.");
    QStringList dropped;
    if (now_.spectralRadius)
        dropped << tr("recurrent ρ");
    if (now_.forgetBias)
        dropped << tr("forget bias");
    if (now_.zeroBiases)
        dropped << tr("zero biases");
    if (std::any_of(now_.edits.begin(), now_.edits.end(), isOfWeights))
        dropped << tr("edited weights");
    if (!dropped.isEmpty())
        parts << tr("Given up for the file's numbers: %1.").arg(listed(dropped));
    return parts.join(QStringLiteral("  "));
}

void WeightsDialog::applyTo(Setup& setup) const {
    setup.weights = weights_;
    setup.cell = report_.shape.cell->id();
    setup.spectralRadius.reset();
    setup.forgetBias.reset();
    setup.zeroBiases = false;
    setup.edits = onlyEdits(setup.edits, [](const auto& edit) { return !isOfWeights(edit); });
}

}  // namespace rnnscope
