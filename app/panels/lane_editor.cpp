// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lane_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalBlocker>

#include "app/words.h"
#include "core/cell.h"

namespace rnnscope {
namespace {

/// A setup's choice as text; empty where nothing is chosen.
QString choiceOf(const Setup& setup, const QString& option) {
    for (const SetupOption& row : setupOptions())
        if (option.toStdString() == row.name)
            return QString::fromStdString(row.get(setup).value_or(std::string()));
    return {};
}

constexpr const char* clipModes[] = {"none", "value", "norm"};

}  // namespace

LaneEditor::LaneEditor(const Theme& theme, QWidget* parent)
    : QFrame(parent), theme_(theme), grid_(new QGridLayout(this)) {
    setObjectName(QStringLiteral("laneEditor"));
    setAccessibleName(tr("What this network differs in"));
    setStyleSheet(QStringLiteral("#laneEditor { background: %1; border: 1px solid %2;"
                                 " border-radius: %3px; }")
                      .arg(theme.card.name(), theme.cardBorder.name())
                      .arg(qRound(theme.px(8))));
    const int margin = qRound(theme.px(12));
    grid_->setContentsMargins(margin, margin, margin, margin);
    grid_->setHorizontalSpacing(qRound(theme.px(12)));
    grid_->setVerticalSpacing(qRound(theme.px(5)));
    setFont(theme.font());

    addChoice(QStringLiteral("cell"), tr("Cell"), tr("The equations of a step"));
    for (const Cell* cell : cells())
        choices_["cell"]->addItem(
            inWords(cell->name()),
            QString::fromUtf8(cell->id().data(), qsizetype(cell->id().size())));
    const QString initialised = tr("as initialised");
    addField(QStringLiteral("hidden"), tr("Units"), tr("Hidden units of each layer and direction"));
    addField(QStringLiteral("forget-bias"), tr("Forget bias"),
             tr("Bias of the gate that decides how long the cell remembers"), initialised);
    addField(QStringLiteral("spectral-radius"), tr("Recurrent ρ"),
             tr("Spectral radius of the recurrent weights"), initialised);
    addChoice(QStringLiteral("clip"), tr("Clipping"), tr("What is done to a large gradient"));
    const QString words[] = {tr("off"), tr("by value"), tr("by norm")};
    for (std::size_t k = 0; k < std::size(clipModes); ++k)
        choices_["clip"]->addItem(words[k], clipModes[k]);
    addField(QStringLiteral("clip-threshold"), tr("Threshold"),
             tr("Largest entry, or largest norm over all gradients together"));
    addField(QStringLiteral("lr"), tr("Rate"), tr("Learning rate of an update"));
    addField(QStringLiteral("hold"), tr("Hold"), tr("Gates or states kept at a value: f=1"),
             tr("nothing, or f=1"));

    own_ = new QPushButton(tr("Show in all panels"), this);
    remove_ = new QPushButton(tr("Remove"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(own_, 1);
    buttons->addWidget(remove_);
    grid_->addLayout(buttons, grid_->rowCount(), 0, 1, 2);
    connect(own_, &QPushButton::clicked, this, &LaneEditor::madeOwn);
    connect(remove_, &QPushButton::clicked, this, &LaneEditor::removed);
    qApp->installEventFilter(this);
}

void LaneEditor::addRow(const QString& name, QWidget* widget, const QString& tip) {
    auto* label = new QLabel(name, this);
    label->setProperty("role", "muted");
    label->setBuddy(widget);
    label->setToolTip(tip);
    widget->setToolTip(tip);
    widget->setAccessibleName(name);
    widget->setFont(theme_.font());
    widget->setMinimumWidth(qRound(theme_.px(170)));
    const int row = grid_->rowCount();
    grid_->addWidget(label, row, 0);
    grid_->addWidget(widget, row, 1);
}

void LaneEditor::addField(const QString& option, const QString& name, const QString& tip,
                          const QString& absence) {
    auto* line = new QLineEdit(this);
    line->setPlaceholderText(absence);
    addRow(name, line, tip);
    fields_[option] = {line, new Hint(line), {}, !absence.isEmpty()};
    connect(line, &QLineEdit::editingFinished, this, [this, option] { take(option); });
    connect(line, &QLineEdit::textEdited, fields_[option].hint, &Hint::hide);
}

void LaneEditor::addChoice(const QString& option, const QString& name, const QString& tip) {
    auto* combo = new QComboBox(this);
    addRow(name, combo, tip);
    choices_[option] = combo;
    connect(combo, &QComboBox::activated, this, [this, combo, option](int index) {
        Q_EMIT chosen(option, combo->itemData(index).toString());
    });
}

void LaneEditor::take(const QString& option) {
    Field& field = fields_.at(option);
    if (!field.line->isModified())
        return;
    field.line->setModified(false);
    const QString text = field.line->text().trimmed().replace(QChar(0x2212), QLatin1Char('-'));
    if (text == field.shown)
        return;
    if (text.isEmpty() && field.optional)
        Q_EMIT chosen(option, std::nullopt);
    else
        Q_EMIT chosen(option, text);
}

void LaneEditor::setField(const QString& option, const QString& text) {
    Field& field = fields_.at(option);
    field.shown = text;
    if (!field.line->hasFocus() || !field.line->isModified())
        field.line->setText(text);
}

void LaneEditor::setSetup(const Setup& setup, bool own) {
    for (auto& [option, combo] : choices_) {
        const QSignalBlocker quiet(combo);
        const QString value = choiceOf(setup, option);
        combo->setCurrentIndex(combo->findData(option == QLatin1String("cell")
                                                   ? QString::fromStdString(setup.cell)
                                               : value.isEmpty() ? QString(clipModes[0])
                                                                 : value));
    }
    for (auto& [option, field] : fields_) {
        if (option == QLatin1String("hidden"))
            setField(option, QString::number(setup.hidden));
        else if (option == QLatin1String("clip-threshold"))
            setField(option, QString::number(setup.clipping.threshold, 'g', 15));
        else if (option == QLatin1String("lr"))
            setField(option, QString::number(setup.training.rate, 'g', 15));
        else
            setField(option, choiceOf(setup, option));
    }
    const Cell* cell = findCell(setup.cell);
    fields_["forget-bias"].line->setEnabled(cell && cell->forgetBlock().has_value());
    fields_["clip-threshold"].line->setEnabled(setup.clipping.mode != ClipMode::None);
    own_->setEnabled(!own);
}

void LaneEditor::refuse(const QString& option, const QString& text) {
    const auto field = fields_.find(option);
    if (field == fields_.end())
        return;
    for (auto& [name, each] : fields_)
        each.hint->hide();
    field->second.line->setText(field->second.shown);
    field->second.hint->show(text, theme_);
}

QString LaneEditor::hint() const {
    for (const auto& [option, field] : fields_)
        if (field.hint->isShown())
            return field.hint->text();
    return {};
}

void LaneEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

/// What lies behind has no use for it.
void LaneEditor::mousePressEvent(QMouseEvent* event) {
    event->accept();
}

/// A click beside it closes it; one on its own lists or hints does not.
bool LaneEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress || !isVisible())
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    const bool inside =
        !widget || widget == this || isAncestorOf(widget) || widget->window() != window();
    if (!inside)
        Q_EMIT closed();
    return false;
}

}  // namespace rnnscope
