// SPDX-License-Identifier: GPL-3.0-or-later
// The import dialog's choices: how the file is read, and what becomes of it.
#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

#include "app/dialogs/import_dialog.h"
#include "core/readers/encoding.h"

namespace rnnscope {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// A control under its small label, which comes and goes with it.
template <class Control>
Control* addField(QHBoxLayout* row, const QString& id, const QString& label) {
    auto* field = new QWidget;
    auto* column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* name = new QLabel(label);
    name->setProperty("role", "muted");
    auto* control = new Control;
    control->setObjectName(id);
    name->setBuddy(control);
    column->addWidget(name);
    column->addWidget(control);
    row->addWidget(field, 0, Qt::AlignTop);  // names stand in one line
    return control;
}

QComboBox* addBox(QHBoxLayout* row, const QString& id, const QString& label) {
    auto* box = addField<QComboBox>(row, id, label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QSpinBox* addNumber(QHBoxLayout* row, const QString& id, const QString& label) {
    auto* number = addField<QSpinBox>(row, id, label);
    // Each change is computed with: not while somebody still types.
    number->setKeyboardTracking(false);
    number->setGroupSeparatorShown(true);
    return number;
}

QHBoxLayout* makeRow(QWidget* bar, const Theme& theme) {
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(theme.px(14)));
    return row;
}

void showField(QWidget* control, bool shown) {
    control->parentWidget()->setVisible(shown);
}

void choose(QComboBox* box, const QVariant& value) {
    box->setCurrentIndex(box->findData(value));
}

int limit(Index count) {
    return int(std::clamp<Index>(count, 1, std::numeric_limits<int>::max()));
}

}  // namespace

QWidget* ImportDialog::buildReading() {
    auto* bar = new QWidget;
    auto* row = makeRow(bar, theme_);
    form_ = addBox(row, "form", tr("&Read as"));
    form_->addItem(tr("table"), "csv");
    form_->addItem(tr("text"), "text");
    form_->addItem(tr("JSON"), "json");
    connect(form_, &QComboBox::activated, this, [this] {
        source_.reader = &readerNamed(form_->currentData().toString().toStdString());
        recognise();
    });
    encoding_ = addBox(row, "encoding", tr("&Encoding"));
    for (const Encoding& each : encodings())
        encoding_->addItem(text(each.name), text(each.id));
    connect(encoding_, &QComboBox::activated, this, [this] {
        given_.encoding = encoding_->currentData().toString().toStdString();
        recognise();
    });
    unit_ = addBox(row, "unit", tr("&One step is"));
    unit_->addItem(tr("a character"), static_cast<int>(TextUnit::Characters));
    unit_->addItem(tr("a word"), static_cast<int>(TextUnit::Words));
    connect(unit_, &QComboBox::activated, this, [this] {
        given_.unit = static_cast<TextUnit>(unit_->currentData().toInt());
        recognise();
    });
    delimiter_ = addBox(row, "delimiter", tr("&Separator"));
    delimiter_->addItem(tr("comma"), ',');
    delimiter_->addItem(tr("semicolon"), ';');
    delimiter_->addItem(tr("tab"), '\t');
    delimiter_->addItem(tr("bar |"), '|');
    delimiter_->addItem(tr("spaces"), ' ');
    connect(delimiter_, &QComboBox::activated, this, [this] {
        given_.delimiter = static_cast<char>(delimiter_->currentData().toInt());
        recognise();
    });
    header_ = addBox(row, "header", tr("&First row"));
    header_->addItem(tr("column names"), true);
    header_->addItem(tr("numbers already"), false);
    connect(header_, &QComboBox::activated, this, [this] {
        given_.header = header_->currentData().toBool();
        recognise();
    });
    decimal_ = addBox(row, "decimal", tr("&Decimal sign"));
    decimal_->addItem(tr("point  1.5"), '.');
    decimal_->addItem(tr("comma  1,5"), ',');
    connect(decimal_, &QComboBox::activated, this, [this] {
        given_.decimal = static_cast<char>(decimal_->currentData().toInt());
        recognise();
    });
    missing_ = addBox(row, "missing", tr("&Missing values"));
    missing_->addItem(tr("are an error"), static_cast<int>(Missing::Refuse));
    missing_->addItem(tr("leave the row out"), static_cast<int>(Missing::Drop));
    missing_->addItem(tr("interpolate"), static_cast<int>(Missing::Interpolate));
    connect(missing_, &QComboBox::activated, this, [this] {
        given_.missing = static_cast<Missing>(missing_->currentData().toInt());
        recognise();
    });
    row->addStretch(1);
    return bar;
}

QWidget* ImportDialog::buildUse() {
    auto* bar = new QWidget;
    auto* row = makeRow(bar, theme_);
    targetBox_ = addBox(row, "target", tr("&Target"));
    // Long names of columns must not widen the window.
    targetBox_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    targetBox_->setMinimumContentsLength(16);
    connect(targetBox_, &QComboBox::activated, this,
            [this] { setTarget(targetBox_->currentData().toInt()); });
    scaling_ = addBox(row, "scaling", tr("S&caling"));
    scaling_->addItem(tr("none"), static_cast<int>(Scaling::None));
    scaling_->addItem(tr("standard"), static_cast<int>(Scaling::Standard));
    scaling_->addItem(tr("0 to 1"), static_cast<int>(Scaling::MinMax));
    scaling_->addItem(tr("log-differences"), static_cast<int>(Scaling::LogDifferences));
    scaling_->setToolTip(
        tr("standard: mean 0 and standard deviation 1; log-differences: ln(xₜ / xₜ₋₁)"));
    connect(scaling_, &QComboBox::activated, this, [this] {
        scalingChosen_ = static_cast<Scaling>(scaling_->currentData().toInt());
        consider();
    });
    shown_ = addNumber(row, "shown", tr("Se&quence"));
    shown_->setToolTip(tr("The sequence that is shown, and learnt from first"));
    shown_->setRange(1, 1);
    connect(shown_, &QSpinBox::valueChanged, this, [this](int number) {
        slice_.shown = std::size_t(number) - 1;
        consider();
    });
    from_ = addNumber(row, "from", tr("From ste&p"));
    from_->setRange(1, 1);
    connect(from_, &QSpinBox::valueChanged, this, [this](int step) {
        slice_.skip = step - 1;
        consider();
    });
    steps_ = addNumber(row, "steps", tr("&Number of steps"));
    steps_->setSpecialValueText(tr("all"));
    // A spin box allows for the numbers that it starts with, and none of them is as wide as a word.
    steps_->setMinimumWidth(
        QFontMetrics(theme_.font()).horizontalAdvance(steps_->specialValueText()) +
        qRound(theme_.px(48)));
    steps_->setRange(0, 0);
    connect(steps_, &QSpinBox::valueChanged, this, [this](int steps) {
        slice_.length = steps > 0 ? std::optional<Index>(steps) : std::nullopt;
        consider();
    });
    resample_ = addNumber(row, "resample", tr("Ro&ws a step"));
    resample_->setToolTip(tr("So many rows of the file become one step"));
    resample_->setRange(1, 1);
    connect(resample_, &QSpinBox::valueChanged, this, [this](int rows) {
        slice_.resample = rows;
        showField(resampleBy_, rows > 1);
        consider();
    });
    resampleBy_ = addBox(row, "resample-by", tr("&by"));
    resampleBy_->addItem(tr("their mean"), true);
    resampleBy_->addItem(tr("the first"), false);
    connect(resampleBy_, &QComboBox::activated, this, [this] {
        slice_.resampleMean = resampleBy_->currentData().toBool();
        consider();
    });
    row->addStretch(1);
    return bar;
}

/// How the file is read, as far as that is known: where nothing can be made of it, another encoding
/// may help.
void ImportDialog::fillReading() {
    const Reader* reader = file_ ? file_->reader : source_.reader;
    const bool written = !reader || isWritten(*reader);
    showField(form_, written);
    showField(encoding_, written);
    choose(form_, reader ? text(reader->id) : QString());
    choose(encoding_, text(file_ ? file_->encoding : given_.encoding));
    showField(unit_, isText());
    choose(unit_, static_cast<int>(given_.unit));
    for (QComboBox* box : {delimiter_, header_, decimal_})
        showField(box, isCsv());
    if (isCsv()) {
        const ReadOptions& options = file_->sheet.options;
        choose(delimiter_, int(*options.delimiter));
        choose(header_, *options.header);
        choose(decimal_, int(*options.decimal));
    }
    showField(missing_, file_ && !isText());
    choose(missing_, static_cast<int>(given_.missing));
}

void ImportDialog::fillTargets() {
    const bool words = given_.unit == TextUnit::Words;
    targetBox_->clear();
    targetBox_->addItem(!isText() ? tr("next value")
                        : words   ? tr("next word")
                                  : tr("next character"),
                        -1);
    if (!isText())
        for (std::size_t column = 0; column < roles_.size(); ++column)
            if (isNumeric(file_->sheet, column) && roles_[column] != ColumnUse::Sequence)
                targetBox_->addItem(tr("column %1").arg(text(file_->sheet.columns[column])),
                                    int(column));
    targetBox_->addItem(tr("none, forward only"), -2);
    int current = target_ == TargetSource::Kind::None ? -2 : -1;
    for (std::size_t column = 0; column < roles_.size(); ++column)
        if (roles_[column] == ColumnUse::Target)
            current = int(column);
    choose(targetBox_, current);
}

/// The limits of what may be typed are what there is.
void ImportDialog::fillSlice() {
    const auto set = [](QSpinBox* number, int low, int high, Index value) {
        const QSignalBlocker quiet(number);
        number->setRange(low, high);
        number->setValue(int(value));
    };
    const std::size_t sequences = read_.table ? read_.table->starts.size() : 1;
    showField(shown_, sequences > 1);
    shown_->setSuffix(tr(" of %L1").arg(sequences));
    shown_->setMinimumWidth(
        shown_->fontMetrics().horizontalAdvance(tr("%L1 of %L1").arg(sequences)) +
        qRound(theme_.px(44)));
    set(shown_, 1, limit(Index(sequences)), Index(slice_.shown) + 1);
    if (outlook_ && outlook_->most > 0) {
        set(from_, 1, limit(outlook_->most), slice_.skip + 1);
        set(steps_, 0, limit(outlook_->most - slice_.skip), slice_.length.value_or(0));
    }
    showField(scaling_, !isText());
    showField(resample_, !isText());
    const Index rows = read_.table ? read_.table->rowsOf(slice_.shown).second -
                                         read_.table->rowsOf(slice_.shown).first
                                   : 1;
    set(resample_, 1, limit(rows), slice_.resample);
    showField(resampleBy_, !isText() && slice_.resample > 1);
    if (read_.table)
        choose(scaling_, static_cast<int>(scaling()));
}

}  // namespace rnnscope
