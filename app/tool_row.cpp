// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStylePainter>
#include <QTimer>
#include <QToolButton>

#include "app/comparison.h"
#include "app/setup_facts.h"
#include "app/setup_widgets.h"
#include "app/words.h"
#include "core/drawing.h"
#include "core/tasks/task.h"

namespace rnnscope {

namespace {

constexpr int mostSeed = 999'999'999;
constexpr int keyedFamilies = 3;  // of the table's first; the setup column has every cell
constexpr int idRole = Qt::UserRole;
const QString taskPrefix = QStringLiteral("task:");
const QString examplePrefix = QStringLiteral("example:");
const QString openId = QStringLiteral("open");
const QString drawId = QStringLiteral("draw");
const QString fileId = QStringLiteral("file");

/// The menu's id of a setup's sequence.
QString sequenceId(const Setup& setup) {
    if (!setup.sequence.task.empty())
        return taskPrefix + QString::fromStdString(setup.sequence.task);
    const QString file = QString::fromStdString(setup.sequence.file);
    for (const Example& example : examples())
        if (example.file == file)
            return examplePrefix + file;
    return fileId;
}

}  // namespace

// ---- menu ----------------------------------------------------------------------------------

SequenceCombo::SequenceCombo(QWidget* parent) : QComboBox(parent) {
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(24);
    ignoreWheelWithoutFocus(this);
}

void SequenceCombo::addGroup(const QString& title) {
    addItem(title);
    auto* item = static_cast<QStandardItemModel*>(model())->item(count() - 1);
    item->setFlags(Qt::NoItemFlags);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(bold);
}

void SequenceCombo::addChoice(const QString& text, const QString& tip, const QString& id) {
    addItem(QStringLiteral("   ") + text, id);
    setItemData(count() - 1, tip, Qt::ToolTipRole);
    setItemData(count() - 1, text, Qt::AccessibleTextRole);
}

void SequenceCombo::setClosedText(const QString& text) {
    closedText_ = text;
    update();
}

void SequenceCombo::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            showPopup();
            return;
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            event->ignore();
            return;
        default:
            QComboBox::keyPressEvent(event);
    }
}

void SequenceCombo::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(closedText_, Qt::ElideMiddle, room.width() - 4);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

// ---- row -----------------------------------------------------------------------------------

ToolRow::ToolRow(Document* document, QAction* undo, QAction* redo, QAction* train, QWidget* parent)
    : QWidget(parent), document_(document), theme_(Theme::light()), pause_(new QTimer(this)) {
    setProperty("role", "bar");
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    buildCells(row);
    buildSequence(row);
    buildNumbers(row);
    buildTrain(row, train);
    row->addStretch(1);
    buildEnds(row, undo, redo);

    pause_->setSingleShot(true);
    pause_->setInterval(700);
    connect(pause_, &QTimer::timeout, document_, &Document::finishChange);
    connect(document_, &Document::setupChanged, this, &ToolRow::refresh);
    connect(document_, &Document::snapshotChanged, this, &ToolRow::refreshNumbers);
    setTheme(theme_);
    refresh();
}

void ToolRow::buildCells(QHBoxLayout* row) {
    QStringList names;
    for (const Cell* cell : cells()) {
        const QString family = cellFamily(cell->id());
        if (families_.contains(family) || families_.size() == keyedFamilies)
            continue;
        families_.append(family);
        lastForm_[family] = cell->id();
        names.append(inWords(cell->name()));
    }
    cells_ = new Segments(names, "true", this);
    cells_->setAccessibleName(tr("Cell"));
    row->addWidget(cells_);
    connect(cells_, &Segments::chosen, this, &ToolRow::chooseFamily);
    for (int k = 0; k < names.size(); ++k) {
        auto* action = new QAction(names[k], this);
        action->setShortcut(QKeySequence(QString::number(k + 1)));
        addAction(action);
        connect(action, &QAction::triggered, this, [this, k] { chooseFamily(k); });
        cells_->button(k)->setToolTip(
            tr("%1 cell (%2)")
                .arg(names[k], action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void ToolRow::buildSequence(QHBoxLayout* row) {
    sequence_ = new SequenceCombo(this);
    sequence_->setAccessibleName(tr("Sequence"));
    auto* label = new QLabel(tr("Sequence"), this);
    label->setProperty("role", "muted");
    label->setBuddy(sequence_);
    labels_.push_back(label);
    row->addWidget(label);
    row->addWidget(sequence_, 3);
    connect(sequence_, &QComboBox::activated, this, &ToolRow::chooseSequence);
    fillSequences();
}

void ToolRow::buildNumbers(QHBoxLayout* row) {
    const auto spin = [&](const QString& name, int low, int high, const QString& tip) {
        auto* label = new QLabel(name, this);
        label->setProperty("role", "muted");
        labels_.push_back(label);
        auto* box = new QSpinBox(this);
        box->setRange(low, high);
        box->setKeyboardTracking(false);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        ignoreWheelWithoutFocus(box);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        return box;
    };
    units_ = spin(tr("Units"), 1, static_cast<int>(mostHidden),
                  tr("Hidden units of each layer and direction"));
    connect(units_, &QSpinBox::valueChanged, this, &ToolRow::setUnits);
    seed_ = spin(tr("Seed"), 0, mostSeed,
                 tr("Of everything drawn by chance; the same seed gives the same numbers"));
    connect(seed_, &QSpinBox::valueChanged, this, [this](int seed) {
        if (seed >= 0)  // −1 stands for one that is too large for the field
            setSeed(static_cast<std::uint64_t>(seed));
    });
    auto* fresh = new QAction(tr("New seed"), this);
    fresh->setShortcut(QKeySequence(Qt::Key_S));
    addAction(fresh);
    connect(fresh, &QAction::triggered, this, [this] {
        // Small enough to be told to a class.
        std::uint64_t seed = document_->setup().seed;
        while (seed == document_->setup().seed)
            seed = static_cast<std::uint64_t>(QRandomGenerator::global()->bounded(1, 1000));
        document_->finishChange();
        setSeed(seed);
        document_->finishChange();
    });
    dice_ = new QToolButton(this);
    dice_->setToolTip(
        tr("New seed (%1)").arg(fresh->shortcut().toString(QKeySequence::NativeText)));
    dice_->setAccessibleName(tr("New seed"));
    connect(dice_, &QToolButton::clicked, fresh, &QAction::trigger);
    row->addWidget(dice_);
}

void ToolRow::buildTrain(QHBoxLayout* row, QAction* train) {
    trainAction_ = train;
    train_ = new QPushButton(this);
    train_->setObjectName(QStringLiteral("train"));
    train_->installEventFilter(this);
    train_->setProperty("role", "good");
    const auto follow = [this, train] {
        train_->setText(train->text());
        train_->setToolTip(train->toolTip());
        train_->setAccessibleName(train->text());
        train_->setAccessibleDescription(train->toolTip());
    };
    connect(train, &QAction::changed, train_, follow);
    connect(train_, &QPushButton::clicked, train, &QAction::trigger);
    follow();
    row->addSpacing(8);
    row->addWidget(train_);
}

void ToolRow::buildEnds(QHBoxLayout* row, QAction* undo, QAction* redo) {
    undo_ = actionButton(undo);
    redo_ = actionButton(redo);
    open_ = new QPushButton(tr("Open…"), this);
    open_->setToolTip(tr("Open a document, a sequence or a setup (Ctrl+O)"));
    export_ = new QPushButton(tr("Export figure…"), this);
    export_->setToolTip(tr("Save what is on the screen as a figure (Ctrl+E)"));
    for (QWidget* each : {static_cast<QWidget*>(undo_), static_cast<QWidget*>(redo_),
                          static_cast<QWidget*>(open_), static_cast<QWidget*>(export_)})
        row->addWidget(each);
    connect(open_, &QPushButton::clicked, this, &ToolRow::openRequested);
    connect(export_, &QPushButton::clicked, this, &ToolRow::exportRequested);
}

QToolButton* ToolRow::actionButton(QAction* action) {
    auto* button = new QToolButton(this);
    const auto follow = [button, action] {
        const QString text = withoutMnemonic(action->text());
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        button->setEnabled(action->isEnabled());
        button->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
        button->setAccessibleName(text);
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

// ---- acting --------------------------------------------------------------------------------

void ToolRow::change(Setup next, const QString& text, const QString& key) {
    (void)document_->change(std::move(next), text, key);  // refusals are told by the document
    refresh();
}

void ToolRow::addCompare(QAction* action) {
    compare_ = new QPushButton(action->text(), this);
    compare_->setObjectName(QStringLiteral("compare"));
    compare_->setCheckable(true);
    compare_->setProperty("segment", "true");
    compare_->setFocusPolicy(Qt::TabFocus);  // after a click the keys are for the lecture
    compare_->setToolTip(action->toolTip());
    compare_->setAccessibleDescription(action->toolTip());
    static_cast<QHBoxLayout*>(layout())->insertWidget(1, compare_);
    connect(compare_, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, compare_, &QPushButton::setChecked);
}

/// While networks are compared, the one of this kind is looked at; else the cell is exchanged.
void ToolRow::chooseFamily(int index) {
    const QString family = families_[index];
    Setup next = document_->setup();
    if (cellFamily(next.cell) == family)
        return refresh();
    if (const auto lane = laneOfFamily(next, family))
        if (const auto looked = withOwnLane(next, *lane))
            return change(*looked, lookText(*looked));
    next.cell = lastForm_[family];
    change(std::move(next), tr("Change cell"));
}

void ToolRow::chooseSequence(int index) {
    const QString id = sequence_->itemData(index, idRole).toString();
    Setup next = document_->setup();
    if (id == openId || id == drawId || id == sequenceId(next) || id.isEmpty()) {
        refresh();
        if (id == openId || id == drawId)
            Q_EMIT(id == openId ? openRequested() : drawRequested());
        return;
    }
    if (id.startsWith(taskPrefix)) {
        const std::string name = id.mid(taskPrefix.size()).toStdString();
        const auto length = next.sequence.length;
        relaxTraining(next);
        [[maybe_unused]] const Done set = setOption(next, "task", name);
        assert(set);
        const auto [least, most] = lengthRange(next);
        if (length && *length >= least && *length <= most)
            next.sequence.length = length;
    } else {
        for (const Example& example : examples())
            if (id == examplePrefix + example.file)
                example.applyTo(next);
    }
    change(std::move(next), tr("Change sequence"));
}

void ToolRow::setUnits(int units) {
    Setup next = document_->setup();
    next.hidden = units;
    change(std::move(next), tr("Change units"), QStringLiteral("units"));
    pause_->start();
}

void ToolRow::setSeed(std::uint64_t seed) {
    Setup next = document_->setup();
    next.seed = seed;
    change(std::move(next), tr("Change seed"), QStringLiteral("seed"));
    pause_->start();
}

/// A grey button takes no click, but it is asked all the same; the answer says what is missing.
bool ToolRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == train_ && !train_->isEnabled() && event->type() == QEvent::MouseButtonPress)
        trainAction_->trigger();
    return QWidget::eventFilter(watched, event);
}

// ---- showing -------------------------------------------------------------------------------

void ToolRow::fillSequences() {
    const QSignalBlocker quiet(sequence_);
    sequence_->clear();
    if (!listedFile_.isEmpty()) {
        sequence_->addGroup(tr("Opened"));
        sequence_->addChoice(sequenceName(document_->setup()), listedFile_, fileId);
    }
    sequence_->addGroup(tr("Examples"));
    for (const Example& example : examples())
        sequence_->addChoice(example.name, example.summary, examplePrefix + example.file);
    sequence_->addGroup(tr("Tasks"));
    for (const Task& task : tasks())
        sequence_->addChoice(
            inWords(task.name), inWords(task.summary),
            taskPrefix + QString::fromUtf8(task.id.data(), static_cast<qsizetype>(task.id.size())));
    sequence_->insertSeparator(sequence_->count());
    sequence_->addChoice(tr("Open file…"), tr("A sequence of your own"), openId);
    sequence_->addChoice(tr("Draw a sequence…"), tr("With the mouse, or as a table (D)"), drawId);
}

void ToolRow::refresh() {
    const Setup& setup = document_->setup();
    train_->setEnabled(setup.target.kind != TargetSource::Kind::None);
    lastForm_[cellFamily(setup.cell)] = setup.cell;
    const QString id = sequenceId(setup);
    const QString file = id != fileId     ? QString()
                         : isDrawn(setup) ? sequenceName(setup)
                                          : QString::fromStdString(setup.sequence.file);
    if (file != listedFile_) {
        listedFile_ = file;
        fillSequences();
    }
    const QSignalBlocker quietSequence(sequence_), quietUnits(units_), quietSeed(seed_);
    sequence_->setCurrentIndex(sequence_->findData(id, idRole));
    const bool fits = setup.seed <= static_cast<std::uint64_t>(mostSeed);
    seed_->setSpecialValueText(fits ? QString() : QString::number(setup.seed));
    seed_->setMinimum(fits ? 0 : -1);
    seed_->setValue(fits ? static_cast<int>(setup.seed) : -1);
    refreshNumbers();
}

void ToolRow::refreshNumbers() {
    const Setup& setup = document_->setup();
    const auto& snapshot = document_->snapshot();
    // The snapshot may lag behind; then its length is another sequence's.
    const bool same = snapshot && snapshot->setup.sequence == setup.sequence &&
                      snapshot->setup.target == setup.target;
    const Index steps = same ? snapshot->learnt->input.cols()
                             : setup.sequence.length.value_or(naturalLength(setup));
    sequence_->setClosedText(
        tr("%1 · %2 steps").arg(sequenceName(setup), QLocale().toString(steps)));
    sequence_->setToolTip(sequence_->closedText());

    const bool seeded = setup.weights.file.empty();
    const bool given = !seeded && snapshot && snapshot->setup.weights == setup.weights;
    const QString family =
        cellFamily(given ? snapshot->shape().cell->id() : std::string_view(setup.cell));
    for (int k = 0; k < families_.size(); ++k) {
        // Weights from a file fit one kind of cell only.
        cells_->button(k)->setEnabled(!given || families_[k] == family);
        actions()[k]->setEnabled(!given || families_[k] == family);
    }
    cells_->setCurrent(static_cast<int>(families_.indexOf(family)));
    const QSignalBlocker quiet(units_);
    units_->setEnabled(seeded);
    units_->setValue(static_cast<int>(given ? snapshot->shape().hidden : setup.hidden));
}

/// Where there is little room, what is plain without its name goes first.
void ToolRow::giveRoom() {
    const bool wide = width() >= theme_.px(1360);
    labels_.front()->setVisible(wide);
    sequence_->setMinimumWidth(qRound(theme_.px(wide ? 170 : 186)));
}

void ToolRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    giveRoom();
}

void ToolRow::setTheme(const Theme& theme) {
    theme_ = theme;
    setFont(theme.font());
    setFixedHeight(qRound(theme.px(52)));
    const int side = qRound(theme.px(16));
    layout()->setContentsMargins(side, 0, side, 0);
    layout()->setSpacing(qRound(theme.px(8)));
    cells_->setTheme(theme);
    for (int k = 0; k < families_.size(); ++k)
        cells_->button(k)->setMinimumWidth(qRound(theme.px(62)));
    giveRoom();
    sequence_->setMaximumWidth(qRound(theme.px(290)));
    train_->setMinimumWidth(qRound(theme.px(100)));
    units_->setFixedWidth(qRound(theme.px(74)));
    seed_->setFixedWidth(qRound(theme.px(112)));
    for (QLabel* label : labels_)
        label->setContentsMargins(qRound(theme.px(8)), 0, 0, 0);
    makeIconButton(dice_, setupIcon(SetupIcon::Dice, theme.mutedText), theme, 30);
    makeIconButton(undo_, setupIcon(SetupIcon::Undo, theme.text), theme, 32);
    makeIconButton(redo_, setupIcon(SetupIcon::Redo, theme.text), theme, 32);
}

}  // namespace rnnscope
