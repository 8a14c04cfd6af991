// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/weights_panel.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

#include "app/panels/cell_words.h"
#include "app/panels/weights_editor.h"
#include "app/panels/weights_header.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"

namespace rnnscope {

WeightsPanel::WeightsPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent),
      editor_(new WeightsEditor(this)),
      spot_(new QWidget(this)),
      hint_(spot_) {
    setObjectName(QStringLiteral("weights"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Weights"));
    spot_->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(editor_, &WeightsEditor::entered, this, &WeightsPanel::take);
    connect(editor_, &QLineEdit::textEdited, &hint_, &Hint::hide);
}

QSize WeightsPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize WeightsPanel::minimumSizeHint() const {
    return QSizeF(theme().px(240), theme().px(120)).toSize();
}

QSizeF WeightsPanel::figureSize() const {
    return {theme().px(1000), theme().px(460)};
}

// ---- what is shown -------------------------------------------------------------------------

WeightReading WeightsPanel::reading() const {
    return snapshot() && hasReading(*snapshot(), reading_) ? reading_ : WeightReading::Value;
}

void WeightsPanel::setReading(WeightReading reading) {
    reading_ = reading;
    invalidate();
}

void WeightsPanel::setSolo(std::optional<std::size_t> field) {
    WeightsCamera next;
    next.solo = field;
    lookFrom(next);
}

void WeightsPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const WeightsPanel&>(shown);
    reading_ = other.reading_;
    camera_.solo = other.camera_.solo;
    invalidate();
}

std::optional<std::size_t> WeightsPanel::find(const QString& target) const {
    const auto found = std::ranges::find(fields_, target.toStdString(), &WeightField::target);
    return found == fields_.end() ? std::nullopt
                                  : std::optional(std::size_t(found - fields_.begin()));
}

void WeightsPanel::refresh() {
    const QString look = QStringLiteral("%1 %2").arg(theme().id).arg(theme().scale);
    const bool sameNumbers =
        shownOf_.lock() == snapshot() && shownTrace_ == trace() && shownReading_ == reading();
    if (!sameNumbers) {
        adopt(weightFields(*snapshot(), trace()));
        shownOf_ = snapshot();
        shownTrace_ = trace();
        shownReading_ = reading();
        readNumbers();
        markEdited();
    }
    if (!sameNumbers || look != shownTheme_)
        for (WeightsSheet& sheet : sheets_)
            sheet.image = {};
    shownTheme_ = look;
    quantity_ = view().quantity;
    place();
    styleTool();
    describe();
    update();
}

/// Other fields: what was chosen among the old ones stays chosen where it still exists.
void WeightsPanel::adopt(std::vector<WeightField> fields) {
    if (fields == fields_)
        return;
    const std::vector<WeightField> before = std::exchange(fields_, std::move(fields));
    const auto same = [&](std::size_t field) {
        return find(QString::fromStdString(before[field].target));
    };
    if (selection_) {
        const auto now = same(selection_->field);
        const bool fits =
            now && std::max(selection_->row, selection_->anchorRow) < fields_[*now].rows &&
            std::max(selection_->column, selection_->anchorColumn) < fields_[*now].columns;
        if (fits)
            selection_->field = *now;
        else
            choose(std::nullopt);
    }
    camera_ = {
        .zoom = 1,
        .pan = {},
        .solo = camera_.solo && *camera_.solo < before.size() ? same(*camera_.solo) : camera_.solo};
    if (camera_.solo && *camera_.solo >= fields_.size())
        camera_.solo.reset();
    pointed_.reset();
    drag_.reset();
    editor_->close();
}

void WeightsPanel::readNumbers() {
    const WeightReading reading = this->reading();
    sheets_.assign(fields_.size(), {});
    double largest = 0, largestValue = 0;
    for (std::size_t k = 0; k < fields_.size(); ++k) {
        if (auto numbers = numbersOf(*snapshot(), trace(), fields_[k], reading))
            sheets_[k].numbers = *std::move(numbers);
        largest = std::max(largest, largestFinite(sheets_[k].numbers));
        largestValue =
            std::max(largestValue, reading == WeightReading::Value
                                       ? largest
                                       : largestFinite(*numbersOf(*snapshot(), trace(), fields_[k],
                                                                  WeightReading::Value)));
    }
    limit_ = roundLimit(largest);
    valueLimit_ = roundLimit(largestValue);
}

void WeightsPanel::markEdited() {
    std::optional<std::size_t> field;
    const std::string* target = nullptr;
    for (const Edit& edit : snapshot()->setup.edits) {
        if (edit.update > snapshot()->update || edit.ofInput())
            continue;
        if (!target || *target != edit.target) {
            target = &edit.target;
            field = find(QString::fromStdString(edit.target));
        }
        if (field && edit.row < fields_[*field].rows && edit.column < fields_[*field].columns)
            sheets_[*field].edited.emplace_back(edit.row, edit.column);
    }
    for (WeightsSheet& sheet : sheets_) {
        std::ranges::sort(sheet.edited);
        const auto twice = std::ranges::unique(sheet.edited);
        sheet.edited.erase(twice.begin(), twice.end());
    }
}

bool WeightsPanel::isEdited(std::size_t field, Index row, Index column) const {
    return std::ranges::binary_search(sheets_[field].edited, std::pair(row, column));
}

void WeightsPanel::place() {
    const double width = layout_.cellWidth, height = layout_.cellHeight;
    layout_ = layOutWeights(fields_, rect(), theme(), camera_);
    camera_.zoom = layout_.zoom;
    camera_.pan = layout_.pan;
    if (layout_.cellWidth != width || layout_.cellHeight != height)
        for (WeightsSheet& sheet : sheets_)
            sheet.image = {};
}

void WeightsPanel::lookFrom(const WeightsCamera& camera) {
    camera_ = camera;
    if (!snapshot())
        return;
    place();
    describe();
    update();
}

/// A step of the playhead changes nothing here.
void WeightsPanel::moveCursor() {
    if (quantity_ == view().quantity)
        return;
    quantity_ = view().quantity;
    update();
}

void WeightsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    editor_->close();
    if (!fields_.empty())
        place();
}

WeightsPicture WeightsPanel::picture(std::vector<WeightsSheet>& sheets,
                                     const WeightsLayout& layout) const {
    const QString names[] = {tr("weight"), tr("∂L/∂"), tr("change")};
    return {.fields = fields_,
            .sheets = sheets,
            .layout = layout,
            .theme = theme(),
            .cell = *snapshot()->shape().cell,
            .limit = limit_,
            .scaleName = names[int(reading())],
            .status = edgeText(),
            .unit = view().unit,
            .quantity = view().quantity,
            .pointed = pointed_,
            .chosen = chosen(),
            .focused = hasFocus() || editor_->hasFocus(),
            .vectors = false,
            .ratio = devicePixelRatioF()};
}

void WeightsPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (!fields_.empty())
        paintWeights(painter, picture(sheets_, layout_));
}

void WeightsPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (fields_.empty())
        return;
    WeightsCamera whole;
    whole.solo = camera_.solo;
    const WeightsLayout layout = layOutWeights(fields_, area, theme(), whole);
    std::vector<WeightsSheet> sheets = sheets_;
    for (WeightsSheet& sheet : sheets)
        sheet.image = {};
    WeightsPicture shown = picture(sheets, layout);
    shown.pointed.reset();
    shown.quantity.reset();
    shown.chosen.reset();
    shown.status.clear();
    shown.vectors = painter.modes().testFlag(QCPPainter::pmVectorized);
    shown.ratio = painter.transform().m11();
    paintWeights(painter, shown);
}

DataTable WeightsPanel::data() const {
    DataTable table;
    if (fields_.empty())
        return table;
    Index rows = 0;
    for (const WeightField& field : fields_)
        rows = std::max(rows, field.rows);
    const auto add = [&](const QString& name, const Eigen::VectorXd& values) {
        std::vector<double> column(std::size_t(rows), std::numeric_limits<double>::quiet_NaN());
        std::ranges::copy(values, column.begin());
        table.names << name;
        table.columns.push_back(std::move(column));
    };
    add(QStringLiteral("row"), Eigen::VectorXd::LinSpaced(rows, 1, double(rows)));
    for (std::size_t k = 0; k < fields_.size(); ++k) {
        const QString target = QString::fromStdString(fields_[k].target);
        const Eigen::MatrixXd& numbers = sheets_[k].numbers;
        for (Index column = 0; column < numbers.cols(); ++column)
            add(fields_[k].columns == 1 ? target
                                        : QStringLiteral("%1[,%2]").arg(target).arg(column + 1),
                numbers.col(column));
    }
    return table;
}

// ---- words ---------------------------------------------------------------------------------

QString WeightsPanel::status() const {
    const auto range = chosen();
    if (!range)
        return {};
    const WeightField& field = fields_[range->field];
    if (range->rows * range->columns > 1) {
        const auto span = [](Index first, Index count) {
            return count == 1 ? QString::number(first + 1)
                              : QStringLiteral("%1–%2").arg(first + 1).arg(first + count);
        };
        return QStringLiteral("%1\u2009[%2%3] · ")
                   .arg(symbolOf(field), span(range->row, range->rows),
                        field.columns > 1
                            ? QStringLiteral(", ") + span(range->column, range->columns)
                            : QString()) +
               tr("%L1 numbers").arg(range->rows * range->columns);
    }
    const auto at = [&](WeightReading reading) {
        const auto numbers = numbersOf(*snapshot(), trace(), field, reading);
        return numbers ? std::optional((*numbers)(range->row, range->column)) : std::nullopt;
    };
    const QString place = rnnscope::placeOf(field, range->row, range->column);
    QString text = symbolOf(field) + QChar(0x2009) + place.mid(place.indexOf(QLatin1Char('['))) +
                   QStringLiteral(" = ") + shortNumber(*at(WeightReading::Value));
    if (const auto gradient = at(WeightReading::Gradient))
        text += QStringLiteral(" · ∂L/∂ = ") + shortNumber(*gradient);
    if (const auto change = at(WeightReading::Change))
        text += QStringLiteral(" · ") + tr("change %1").arg(signedNumber(*change));
    if (isEdited(range->field, range->row, range->column))
        text += QStringLiteral(" · ") + tr("edited");
    return text;
}

QString WeightsPanel::edgeText() const {
    if (selection_)
        return status();
    const QFont font = theme().font(11);
    const QStringList hints =
        layout_.showsNumbers(theme())
            ? QStringList{tr("Click a number and type another; double click a label for that "
                             "block alone"),
                          tr("Click a number and type another")}
            : QStringList{tr("Click a cell to read its number here; the wheel, or a double click "
                             "on a label, enlarges"),
                          tr("Click a cell to read its number here")};
    for (const QString& words : hints)
        if (QFontMetricsF(font).horizontalAdvance(words) <= layout_.status.width())
            return words;
    return {};
}

void WeightsPanel::describe() {
    setAccessibleDescription(selection_ ? status().remove(QLatin1Char('_')).remove('{').remove('}')
                                        : tr("%1 blocks of numbers").arg(fields_.size()));
}

QWidget* WeightsPanel::headerTool() {
    if (!header_) {
        header_ = new WeightsHeader(theme(), this);
        connect(header_, &WeightsHeader::chosen, this, &WeightsPanel::setReading);
        styleTool();
    }
    return header_;
}

void WeightsPanel::styleTool() {
    if (!header_)
        return;
    header_->setTheme(theme());
    header_->setState(reading(), snapshot() && hasReading(*snapshot(), WeightReading::Gradient),
                      snapshot() && hasReading(*snapshot(), WeightReading::Change));
}

}  // namespace rnnscope
