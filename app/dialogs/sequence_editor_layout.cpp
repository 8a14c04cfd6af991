// SPDX-License-Identifier: GPL-3.0-or-later
// What the sequence editor looks like.
#include <QAction>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/dialogs/drawing_area.h"
#include "app/dialogs/drawing_model.h"
#include "app/dialogs/drawing_table.h"
#include "app/dialogs/sequence_editor.h"
#include "app/setup_widgets.h"
#include "app/words.h"
#include "core/drawing_tools.h"

namespace rnnscope {
namespace {

QLabel* muted(const QString& text, QWidget* buddy = nullptr) {
    auto* label = new QLabel(text);
    label->setProperty("role", "muted");
    label->setBuddy(buddy);
    return label;
}

}  // namespace

void SequenceEditor::build() {
    setWindowTitle(tr("Draw a sequence"));
    const int gap = qRound(theme_.px(12));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(gap + 4, gap, gap + 4, gap + 2);
    rows->setSpacing(gap);
    rows->addLayout(buildHead());
    auto* middle = new QHBoxLayout;
    middle->setSpacing(gap);
    middle->addWidget(buildLeft(), 1);
    middle->addWidget(buildRight());
    rows->addLayout(middle, 1);
    rows->addLayout(buildFooter());
    for (auto* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);  // see keyPressEvent()
    const QSize room = screen()->availableSize() * 0.95;
    resize((QSizeF(1180, 660) * theme_.scale).toSize().boundedTo(room));
}

QHBoxLayout* SequenceEditor::buildHead() {
    auto* row = new QHBoxLayout;
    row->setSpacing(qRound(theme_.px(8)));
    auto* begin = new QToolButton;
    begin->setObjectName("begin");
    begin->setText(tr("Begin with"));
    begin->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(begin);
    menu->addAction(tr("the sequence on the screen"), this, [this] { beginWithScreen(true); });
    menu->addAction(tr("an empty one"), this,
                    [this] { model_->change(emptyDrawing(), tr("Begin with an empty one")); });
    begin->setMenu(menu);
    row->addWidget(begin);
    row->addSpacing(qRound(theme_.px(10)));

    length_ = new QSpinBox;
    length_->setObjectName("length");
    length_->setRange(1, static_cast<int>(mostDrawnSteps));
    length_->setKeyboardTracking(false);
    length_->setMinimumWidth(qRound(theme_.px(84)));
    length_->installEventFilter(this);
    ignoreWheelWithoutFocus(length_);
    connect(length_, &QSpinBox::valueChanged, this, [this](int steps) {
        model_->change(withSteps(model_->drawing(), steps), tr("Change length"));
    });
    row->addWidget(muted(tr("&Length"), length_));
    row->addWidget(length_);
    row->addSpacing(qRound(theme_.px(10)));

    target_ = new QComboBox;
    target_->setObjectName("target");
    target_->setMinimumWidth(qRound(theme_.px(170)));
    target_->setToolTip(tr("What the network's answer is compared with"));
    connect(target_, &QComboBox::activated, this,
            [this] { setTarget(target_->currentData().toInt()); });
    row->addWidget(muted(tr("Tar&get"), target_));
    row->addWidget(target_);
    row->addStretch(1);
    addUndo(row);
    return row;
}

void SequenceEditor::addUndo(QHBoxLayout* row) {
    struct Way {
        QAction* action;
        SetupIcon icon;
        QList<QKeySequence> keys;
    };
    QUndoStack& stack = model_->undoStack();
    for (const Way& way :
         {Way{stack.createUndoAction(this, tr("Undo")), SetupIcon::Undo, {QKeySequence::Undo}},
          Way{stack.createRedoAction(this, tr("Redo")),
              SetupIcon::Redo,
              {QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")}}}) {
        way.action->setShortcuts(way.keys);
        addAction(way.action);
        auto* button = new QToolButton;
        const auto follow = [button, action = way.action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(QStringLiteral("%1 (%2)").arg(
                action->text(), action->shortcut().toString(QKeySequence::NativeText)));
            button->setAccessibleName(action->text());
        };
        connect(way.action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, way.action, &QAction::trigger);
        follow();
        makeIconButton(button, setupIcon(way.icon, theme_.text), theme_, 32);
        row->addWidget(button);
    }
}

QHBoxLayout* SequenceEditor::buildTools() {
    auto* row = new QHBoxLayout;
    row->setSpacing(qRound(theme_.px(6)));
    tools_ = new Segments({tr("Draw"), tr("Erase")}, "true", this);
    tools_->setTheme(theme_);
    tools_->setCurrent(0);
    tools_->setAccessibleName(tr("What the left button does"));
    tools_->button(1)->setToolTip(tr("The left button sets to zero, as the right one always does"));
    connect(tools_, &Segments::chosen, this, [this](int tool) { area_->setErases(tool == 1); });
    row->addWidget(tools_);
    row->addStretch(1);
    row->addWidget(muted(tr("Fill the column with")));
    for (std::size_t k = 0; k < starters().size(); ++k) {
        const Starter& starter = starters()[k];
        auto* button = new QPushButton(inWords(starter.name));
        button->setObjectName(QString::fromUtf8(starter.id.data(), qsizetype(starter.id.size())));
        button->setToolTip(inWords(starter.summary));
        connect(button, &QPushButton::clicked, this, [this, k] { fill(static_cast<int>(k)); });
        row->addWidget(button);
    }
    return row;
}

QWidget* SequenceEditor::buildLeft() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* rows = new QVBoxLayout(card);
    const int gap = qRound(theme_.px(10));
    rows->setContentsMargins(gap, gap, gap, gap);
    rows->setSpacing(qRound(theme_.px(6)));
    rows->addLayout(buildTools());
    area_ = new DrawingArea(model_, theme_);
    rows->addWidget(area_, 1);
    auto* help = muted(tr("Press and draw. Shift: a straight line. Right button: to zero."));
    help->setFont(theme_.font(11));
    help->setWordWrap(true);
    rows->addWidget(help);
    return card;
}

QWidget* SequenceEditor::buildRight() {
    auto* side = new QWidget;
    side->setFixedWidth(qRound(theme_.px(330)));
    auto* rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(qRound(theme_.px(8)));
    auto* row = new QHBoxLayout;
    row->setSpacing(qRound(theme_.px(6)));
    name_ = new QLineEdit;
    name_->setObjectName("name");
    name_->setMaxLength(80);
    name_->setToolTip(tr("The name of the column that is at hand"));
    name_->installEventFilter(this);
    connect(name_, &QLineEdit::editingFinished, this, [this] {
        if (name_->isModified())
            rename();
    });
    row->addWidget(muted(tr("&Column"), name_));
    row->addWidget(name_, 1);
    add_ = new QToolButton;
    add_->setObjectName("add");
    add_->setText(tr("Add"));
    add_->setToolTip(tr("Another input, to begin with of zeros"));
    connect(add_, &QToolButton::clicked, this, &SequenceEditor::addColumn);
    row->addWidget(add_);
    remove_ = new QToolButton;
    remove_->setObjectName("remove");
    remove_->setText(tr("Remove"));
    remove_->setToolTip(tr("Remove the column that is at hand"));
    connect(remove_, &QToolButton::clicked, this, &SequenceEditor::removeColumn);
    row->addWidget(remove_);
    rows->addLayout(row);
    table_ = new DrawingTable(model_, theme_);
    rows->addWidget(table_, 1);
    // A press on the drawing leaves the field that was typed in, and the keys go to its cell.
    area_->setFocusPolicy(Qt::ClickFocus);
    area_->setFocusProxy(table_);
    return side;
}

QHBoxLayout* SequenceEditor::buildFooter() {
    auto* row = new QHBoxLayout;
    row->setSpacing(qRound(theme_.px(10)));
    status_ = new QLabel;
    status_->setObjectName("status");
    status_->setTextFormat(Qt::PlainText);
    status_->setWordWrap(true);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setMinimumHeight(2 * QFontMetrics(theme_.font()).lineSpacing());
    row->addWidget(status_, 1);
    const auto add = [&](const char* id, const QString& text, auto act) {
        auto* button = new QPushButton(text);
        button->setObjectName(id);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    add("csv", tr("Save as CSV…"), &SequenceEditor::saveCsv);
    add("cancel", tr("Cancel"), &SequenceEditor::reject)
        ->setToolTip(tr("What was drawn is here again the next time"));
    add("use", tr("Use it"), &SequenceEditor::accept)->setProperty("role", "primary");
    return row;
}

}  // namespace rnnscope
