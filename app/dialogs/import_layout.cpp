// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog looks like and says.
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include "app/dialogs/import_dialog.h"
#include "app/dialogs/sequence_plot.h"
#include "app/dialogs/sheet_view.h"

namespace rnnscope {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// A small label above a control.
QVBoxLayout* labelled(QLabel* label, QWidget* control) {
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    label->setProperty("role", "muted");
    label->setBuddy(control);
    column->addWidget(label);
    column->addWidget(control);
    return column;
}

constexpr qsizetype mostCharacters = 4000;  // of a text's preview

}  // namespace

void ImportDialog::build() {
    setWindowTitle(tr("Open a sequence"));
    const auto gap = qRound(theme_.px(12));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap + 4, gap, gap + 4, gap + 2);
    layout->setSpacing(gap);

    auto* name = new QLabel(text(shortName_));
    name->setTextFormat(Qt::PlainText);
    name->setFont(theme_.boldFont(17));
    about_ = new QLabel;
    about_->setTextFormat(Qt::PlainText);
    about_->setProperty("role", "muted");
    auto* head = new QVBoxLayout;
    head->setSpacing(1);
    head->addWidget(name);
    head->addWidget(about_);
    layout->addLayout(head);
    layout->addWidget(buildChoices());

    if (form_ == Form::Text) {
        text_ = new QPlainTextEdit;
        text_->setReadOnly(true);
        text_->setFont(theme_.monoFont());
        text_->setAccessibleName(tr("The start of the text"));
        layout->addWidget(text_, 1);
    } else {
        view_ = new SheetView(theme_);
        connect(view_, &SheetView::roleChosen, this, &ImportDialog::setRole);
        layout->addWidget(view_, 1);
        plot_ = new SequencePlot(theme_);
        layout->addWidget(plot_);
    }
    layout->addWidget(buildFooter());
    const QSizeF good = form_ == Form::Text ? QSizeF(720, 460) : QSizeF(860, 640);
    const QSize room = screen()->availableSize() * 0.95;
    resize((good * theme_.scale).toSize().boundedTo(room));
    accept_->setFocus();
}

QWidget* ImportDialog::buildChoices() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(theme_.px(14)));
    const auto add = [&](QComboBox*& box, const QString& id, const QString& label) {
        box = new QComboBox;
        box->setObjectName(id);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addLayout(labelled(new QLabel(label), box));
    };
    if (form_ == Form::Csv) {
        add(delimiter_, "delimiter", tr("Columns are &separated by"));
        delimiter_->addItem(tr("comma"), ',');
        delimiter_->addItem(tr("semicolon"), ';');
        delimiter_->addItem(tr("tab"), '\t');
        delimiter_->addItem(tr("bar |"), '|');
        delimiter_->addItem(tr("spaces"), ' ');
        connect(delimiter_, &QComboBox::activated, this, [this] {
            given_.delimiter = static_cast<char>(delimiter_->currentData().toInt());
            recognise();
        });
        add(header_, "header", tr("&First row"));
        header_->addItem(tr("column names"), true);
        header_->addItem(tr("numbers already"), false);
        connect(header_, &QComboBox::activated, this, [this] {
            given_.header = header_->currentData().toBool();
            recognise();
        });
        add(decimal_, "decimal", tr("&Decimal sign"));
        decimal_->addItem(tr("point  1.5"), '.');
        decimal_->addItem(tr("comma  1,5"), ',');
        connect(decimal_, &QComboBox::activated, this, [this] {
            given_.decimal = static_cast<char>(decimal_->currentData().toInt());
            recognise();
        });
    }
    if (form_ != Form::Text) {
        add(missing_, "missing", tr("&Missing values"));
        missing_->addItem(tr("are an error"), static_cast<int>(Missing::Refuse));
        missing_->addItem(tr("leave the row out"), static_cast<int>(Missing::Drop));
        missing_->addItem(tr("interpolate"), static_cast<int>(Missing::Interpolate));
        connect(missing_, &QComboBox::activated, this, [this] {
            given_.missing = static_cast<Missing>(missing_->currentData().toInt());
            recognise();
        });
    }
    if (form_ != Form::Text) {
        add(scaling_, "scaling", tr("S&caling"));
        scaling_->addItem(tr("none"), static_cast<int>(Scaling::None));
        scaling_->addItem(tr("standard"), static_cast<int>(Scaling::Standard));
        scaling_->addItem(tr("0 to 1"), static_cast<int>(Scaling::MinMax));
        scaling_->setToolTip(tr("standard: mean 0 and standard deviation 1"));
        connect(scaling_, &QComboBox::activated, this,
                [this] { scalingChosen_ = static_cast<Scaling>(scaling_->currentData().toInt()); });
    }
    add(targetBox_, "target", tr("&Target"));
    connect(targetBox_, &QComboBox::activated, this,
            [this] { setTarget(targetBox_->currentData().toInt()); });
    row->addStretch(1);
    return bar;
}

QWidget* ImportDialog::buildFooter() {
    auto* footer = new QWidget;
    auto* rows = new QVBoxLayout(footer);
    rows->setContentsMargins(0, 0, 0, 0);
    progress_ = new QProgressBar;
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Reading"));
    QSizePolicy policy = progress_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(policy);
    progress_->hide();
    rows->addWidget(progress_);

    auto* row = new QHBoxLayout;
    row->setSpacing(qRound(theme_.px(10)));
    status_ = new QLabel;
    status_->setObjectName("status");
    status_->setTextFormat(Qt::PlainText);
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setMinimumHeight(2 * QFontMetrics(theme_.font()).lineSpacing());
    row->addWidget(status_, 1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    accept_ = new QPushButton(tr("Open"));
    accept_->setProperty("role", "primary");
    accept_->setDefault(true);
    connect(accept_, &QPushButton::clicked, this, &ImportDialog::accept);
    row->addWidget(accept_);
    rows->addLayout(row);
    return footer;
}

void ImportDialog::fillChoices() {
    const ReadOptions& options = sheet_->options;
    const auto show = [](QComboBox* box, const QVariant& value) {
        if (box)
            box->setCurrentIndex(box->findData(value));
    };
    if (form_ == Form::Csv) {
        show(delimiter_, int(*options.delimiter));
        show(header_, *options.header);
        show(decimal_, int(*options.decimal));
    }
    show(missing_, static_cast<int>(given_.missing));

    targetBox_->clear();
    targetBox_->addItem(form_ == Form::Text ? tr("next character") : tr("next value"), -1);
    if (form_ != Form::Text)
        for (std::size_t column = 0; column < roles_.size(); ++column)
            if (sheet_->kinds[column] == ColumnKind::Numbers ||
                sheet_->kinds[column] == ColumnKind::Flawed)
                targetBox_->addItem(tr("column %1").arg(text(sheet_->columns[column])),
                                    int(column));
    targetBox_->addItem(tr("none, forward only"), -2);
    int current = target_ == TargetSource::Kind::None ? -2 : -1;
    for (std::size_t column = 0; column < roles_.size(); ++column)
        if (roles_[column] == ColumnUse::Target)
            current = int(column);
    show(targetBox_, current);

    const char* const formats[] = {"CSV", "JSON", "NPY", QT_TR_NOOP("text")};
    about_->setText(
        QStringLiteral("%1 · %2 · %3")
            .arg(tr(formats[static_cast<int>(form_)]),
                 QLocale().formattedDataSize(qint64(bytes_->size()), 1, QLocale::DataSizeSIFormat),
                 QFileInfo(file_).absolutePath()));
}

void ImportDialog::showTable() {
    if (text_) {
        const QString all =
            bytes_ ? QString::fromUtf8(bytes_->data(),
                                       qsizetype(std::min<std::size_t>(
                                           bytes_->size(), std::size_t{4} * mostCharacters)))
                   : QString();
        text_->setPlainText(all.left(mostCharacters));
    }
    if (scaling_ && table_)
        scaling_->setCurrentIndex(scaling_->findData(static_cast<int>(scaling())));
    if (!plot_)
        return;
    std::vector<SequencePlot::Line> lines;
    if (table_) {
        const auto inputs = Eigen::Index(namesOf(ColumnUse::Input).size());
        for (Eigen::Index column = 0; column < table_->values.cols(); ++column)
            lines.push_back({column, column >= inputs});
    }
    plot_->setTable(table_, lines);
}

QString ImportDialog::summary() const {
    const QLocale locale;
    const auto number = [&](auto count) { return locale.toString(qlonglong(count)); };
    const auto rows = table_->values.rows();
    QStringList parts;
    if (form_ == Form::Text) {
        parts << tr("%1 characters").arg(number(rows))
              << tr("%1 different ones").arg(number(table_->values.cols()));
    } else {
        if (table_->starts.size() > 1)
            parts << tr("%1 rows in %2 sequences, of which the first, with %3 rows, is used")
                         .arg(number(rows), number(table_->starts.size()),
                              number(table_->rowsOf(0).second));
        else
            parts << (rows == 1 ? tr("1 row") : tr("%1 rows").arg(number(rows)));
        if (dropped_ > 0)
            parts << (dropped_ == 1 ? tr("1 with missing values left out")
                                    : tr("%1 with missing values left out").arg(number(dropped_)));
        QStringList inputs;
        for (const std::string& name : namesOf(ColumnUse::Input))
            inputs << text(name);
        parts << (inputs.size() == 1  ? tr("input %1").arg(inputs.first())
                  : inputs.size() < 5 ? tr("inputs %1").arg(inputs.join(", "))
                                      : tr("%1 inputs").arg(inputs.size()));
    }
    const auto target = namesOf(ColumnUse::Target);
    parts << (target_ == TargetSource::Kind::None ? tr("no target, forward only")
              : !target.empty()     ? tr("target: column %1").arg(text(target.front()))
              : form_ == Form::Text ? tr("target: next character")
                                    : tr("target: next value"));
    return parts.join(QStringLiteral(" · "));
}

void ImportDialog::showStatus() {
    const bool late = job_.isBusy() && !patience_.isActive();
    progress_->setVisible(late);
    accept_->setEnabled(!error_ && !acceptWhenRead_);
    // What was there stays until reading takes long enough to be noticed.
    if (job_.isBusy() && !late)
        return;
    QPalette palette = status_->palette();
    palette.setColor(QPalette::WindowText,
                     error_ ? withContrast(theme_.danger, theme_.ground, 4.5) : theme_.text);
    status_->setPalette(palette);
    if (error_)
        status_->setText(text(error_->text()));
    else if (table_)
        status_->setText(summary());
    else
        status_->setText(acceptWhenRead_ ? tr("Reading; it opens as soon as that is done …")
                                         : tr("Reading …"));
}

}  // namespace rnnscope
