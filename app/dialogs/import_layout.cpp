// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog looks like and says.
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
#include "app/dialogs/vocabulary_view.h"
#include "app/words.h"

namespace rnnscope {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

}  // namespace

void ImportDialog::build() {
    setWindowTitle(tr("Open a sequence"));
    const auto gap = qRound(theme_.px(12));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap + 4, gap, gap + 4, gap + 2);
    layout->setSpacing(gap);

    auto* name = new QLabel(isPasted() ? tr("From the clipboard") : text(source_.name));
    name->setTextFormat(Qt::PlainText);
    name->setFont(theme_.boldFont(17));
    about_ = new QLabel;
    about_->setObjectName("about");
    about_->setTextFormat(Qt::PlainText);
    about_->setProperty("role", "muted");
    auto* head = new QVBoxLayout;
    head->setSpacing(1);
    head->addWidget(name);
    head->addWidget(about_);
    layout->addLayout(head);
    layout->addWidget(reading_ = buildReading());
    layout->addWidget(use_ = buildUse());

    text_ = new QPlainTextEdit;
    text_->setReadOnly(true);
    text_->setFont(theme_.monoFont());
    text_->setAccessibleName(tr("The start of the text"));
    layout->addWidget(text_, 1);
    vocabulary_ = new VocabularyView(theme_);
    layout->addWidget(vocabulary_);
    view_ = new SheetView(theme_);
    connect(view_, &SheetView::roleChosen, this, &ImportDialog::setRole);
    layout->addWidget(view_, 1);
    plot_ = new SequencePlot(theme_);
    layout->addWidget(plot_);
    scaled_ = new QLabel;
    scaled_->setObjectName("scaled");
    scaled_->setTextFormat(Qt::PlainText);
    scaled_->setProperty("role", "muted");
    scaled_->setWordWrap(true);
    layout->addWidget(scaled_);
    layout->addWidget(buildFooter());
    showForm();
    const QSize room = screen()->availableSize() * 0.95;
    resize((QSizeF(900, 700) * theme_.scale).toSize().boundedTo(room));
    accept_->setFocus();
}

/// Only what the kind of file has.
void ImportDialog::showForm() {
    reading_->setVisible(file_ || error_);
    use_->setVisible(file_.has_value());
    fillReading();
    text_->setVisible(isText());
    vocabulary_->setVisible(isText());
    view_->setVisible(!isText());
    scaled_->setVisible(!isText());
    about_->setText(aboutText());
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

QString ImportDialog::aboutText() const {
    if (!file_)
        return isPasted() ? QString() : QFileInfo(text(source_.file)).absolutePath();
    const QString id = text(file_->reader->id);
    const QString form = id == "csv" ? tr("table") : isText() ? tr("text") : id.toUpper();
    QStringList parts{form, QLocale().formattedDataSize(qint64(file_->bytes->size()), 1,
                                                        QLocale::DataSizeSIFormat)};
    if (isPasted())
        return parts.join(QStringLiteral(" · "));
    if (!readerFor(source_.file))
        parts[0] = tr("a kind of file that is not known, read as %1").arg(form);
    parts << QFileInfo(text(source_.file)).absolutePath();
    return parts.join(QStringLiteral(" · "));
}

void ImportDialog::showTable() {
    if (isText()) {
        text_->setPlainText(file_->start);
        vocabulary_->setEntries(read_.vocabulary);
        plot_->hide();
        return;
    }
    scaled_->setText(outlook_ ? outlook_->scaling : QString());
    std::vector<SequencePlot::Line> lines;
    if (read_.table) {
        const auto inputs = Eigen::Index(namesOf(ColumnUse::Input).size());
        for (Eigen::Index column = 0; column < read_.table->values.cols(); ++column)
            lines.push_back({column, column >= inputs});
    }
    plot_->setTable(read_.table, lines,
                    outlook_ ? std::pair(outlook_->first, outlook_->last)
                             : std::pair<Eigen::Index, Eigen::Index>(0, 0));
}

QString ImportDialog::targetText() const {
    const auto target = namesOf(ColumnUse::Target);
    if (target_ == TargetSource::Kind::None)
        return tr("no target, forward only");
    if (!target.empty())
        return tr("target: column %1").arg(text(target.front()));
    if (!isText())
        return tr("target: next value");
    return given_.unit == TextUnit::Words ? tr("target: next word") : tr("target: next character");
}

QString ImportDialog::summary() const {
    const QLocale locale;
    const auto number = [&](auto count) { return locale.toString(qlonglong(count)); };
    const Table& table = *read_.table;
    const auto rows = table.values.rows();
    QStringList parts;
    if (isText()) {
        const bool words = given_.unit == TextUnit::Words;
        parts << (words ? tr("%1 words") : tr("%1 characters")).arg(number(rows))
              << tr("%1 different ones").arg(number(table.values.cols()));
    } else {
        const std::size_t count = table.starts.size();
        if (count > 1) {
            const auto [first, last] = table.rowsOf(slice_.shown);
            parts << tr("%1 rows in %2 sequences, of which number %3, with %4 rows, is shown")
                         .arg(number(rows), number(count), number(slice_.shown + 1),
                              number(last - first));
        } else {
            parts << (rows == 1 ? tr("1 row") : tr("%1 rows").arg(number(rows)));
        }
        if (read_.dropped > 0)
            parts << (read_.dropped == 1
                          ? tr("1 with missing values left out")
                          : tr("%1 with missing values left out").arg(number(read_.dropped)));
        QStringList inputs;
        for (const std::string& name : namesOf(ColumnUse::Input))
            inputs << text(name);
        parts << (inputs.size() == 1  ? tr("input %1").arg(inputs.first())
                  : inputs.size() < 5 ? tr("inputs %1").arg(listed(inputs))
                                      : tr("%1 inputs").arg(inputs.size()));
    }
    parts << targetText();
    if (slice_.skip > 0 || slice_.length || slice_.resample > 1)
        parts << (outlook_->steps == 1 ? tr("1 step of it")
                                       : tr("%1 steps of it").arg(number(outlook_->steps)));
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
    else if (outlook_)
        status_->setText(summary());
    else
        status_->setText(acceptWhenRead_ ? tr("Reading; it opens as soon as that is done …")
                                         : tr("Reading …"));
}

}  // namespace rnnscope
