// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together.
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QVBoxLayout>
#include <limits>
#include <utility>

#include "app/card.h"
#include "app/comparison.h"
#include "app/keys_sheet.h"
#include "app/laboratory.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/cell_panel.h"
#include "app/panels/cliff_panel.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/compare_panel.h"
#include "app/panels/contributions_panel.h"
#include "app/panels/equations_panel.h"
#include "app/panels/flow_panel.h"
#include "app/panels/generation_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/jacobian_panel.h"
#include "app/panels/loss_panel.h"
#include "app/panels/phase_plane_panel.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/panels/unit_panel.h"
#include "app/panels/unrolled_panel.h"
#include "app/panels/values_panel.h"
#include "app/panels/weights_panel.h"
#include "app/presenter/presenter.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/training_actions.h"
#include "app/transport.h"

namespace rnnscope {
namespace {

constexpr int standardPace = 200;  // updates a second

}  // namespace

/// Everything that is seen, around the document, the playhead and the lesson.
void MainWindow::build() {
    training_ = new TrainingActions(document_, this);
    laboratory_ = new Laboratory(document_, this);
    buildBody();
    buildCards();
    buildMenus();
    connectParts();
    connectDocuments();
    buildPresenter();
}

void MainWindow::buildBody() {
    QAction* undo = document_->undoStack().createUndoAction(this, tr("Undo"));
    undo->setObjectName("undo");
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = document_->undoStack().createRedoAction(this, tr("Redo"));
    redo->setObjectName("redo");
    redo->setShortcuts({QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
    // In lists of keys, whatever it is that they would take back.
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
    addActions({undo, redo});

    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    tools_ = new ToolRow(document_, undo, redo, training_->train());
    tools_->addCompare(comparison_->action());
    addAction(comparison_->action());
    rows->addWidget(tools_);

    auto* middle = new QWidget;
    auto* columns = new QHBoxLayout(middle);
    columns->setContentsMargins(10, 10, 10, 10);
    columns->setSpacing(10);
    lesson_ = new LessonColumn(lessons_);
    columns->addWidget(lesson_);
    column_ = new SetupColumn(document_);
    columns->addWidget(column_);
    workspace_ = new QMainWindow;
    workspace_->setWindowFlags(Qt::Widget);
    workspace_->setDockNestingEnabled(true);
    workspace_->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    workspace_->setContextMenuPolicy(Qt::NoContextMenu);
    workspace_->installEventFilter(this);
    columns->addWidget(workspace_, 1);
    rows->addWidget(middle, 1);

    transport_ = new Transport(playhead_);
    rows->addWidget(transport_);
    setCentralWidget(body);
    // Over everything: news must not move what is being looked at.
    messages_ = new MessageBar(theme_, this);
    messages_->installEventFilter(this);
    spotlight_ = new Spotlight(this);
    spotlight_->keepBright(lesson_);
    transport_->setFocus();
    new PlayheadKeys(playhead_, this);
    addActions(tools_->actions());
    addActions(training_->all());
}

void MainWindow::connectPanel(Panel* panel) {
    panels_.push_back(panel);
    connect(panel, &Panel::stepRequested, this,
            [this](int step) { playhead_->setStep(mirrored(step)); });
    connect(panel, &Panel::unitRequested, playhead_, &Playhead::setUnit);
    connect(panel, &Panel::pairHovered, playhead_, &Playhead::setPair);
    connect(panel, &Panel::quantityHovered, playhead_, &Playhead::setQuantity);
    connect(panel, &Panel::updateRequested, this, [this](int update) {
        Position now = playhead_->position();
        now.update = update;
        playhead_->moveTo(now);
    });
    laboratory_->add(panel);
}

template <class P>
P* MainWindow::addPanelCard(const QString& id) {
    const PanelKind& kind = *findPanelKind(id);
    auto* card = new Card(id, kind.title(), workspace_);
    card->setShortTitle(kind.tab());
    auto* panel = new P(theme_, card);
    panel->setAccessibleName(kind.title());
    card->setContent(panel, panel->headerTool());
    connectPanel(panel);
    cards_[id] = card;
    cardOrder_ << id;
    return panel;
}

void MainWindow::buildCards() {
    auto* unrolled = addPanelCard<UnrolledPanel>("unrolled");
    connect(unrolled, &UnrolledPanel::layerRequested, playhead_, &Playhead::setLayer);
    auto* cell = addPanelCard<CellPanel>("cell");
    connect(cell, &CellPanel::holdRequested, this,
            [this](const std::vector<HoldChoice>& holds, const QString& text) {
                Setup next = document_->setup();
                next.holds = holds;
                (void)document_->change(next, text);
            });
    addPanelCard<EquationsPanel>("equations");
    // Operations within a step are seen in some cards alone.
    for (QAction* part : {playhead_->nextPartAction(), playhead_->previousPartAction()})
        connect(part, &QAction::triggered, this, [this] {
            for (const char* id : {"cell", "equations", "values"})
                if (cards_[id]->content()->isVisible())
                    return;
            cards_["cell"]->show();
            cards_["cell"]->raise();
        });
    auto* weights = addPanelCard<WeightsPanel>("weights");
    connect(weights, &WeightsPanel::editsRequested, this, &MainWindow::editNumbers);
    connect(weights, &WeightsPanel::editsDropped, this, &MainWindow::dropEdits);
    addPanelCard<UnitPanel>("unit");
    addPanelCard<ValuesPanel>("values");
    addPanelCard<GenerationPanel>("generation");
    connectGeneration();
    for (const char* id : insideCards())
        connect(cards_[id], &QDockWidget::visibilityChanged, this,
                [this, each = cards_[id]](bool inFront) {
                    if (inFront)
                        makeRoom(each);
                });

    auto* card = new Card("time", tr("Inside, over time"), workspace_);
    time_ = new TimeCard(theme_, card);
    card->setContent(time_, time_->headerTool());
    connect(time_, &TimeCard::stepRequested, this,
            [this](int step) { playhead_->setStep(mirrored(step)); });
    connect(time_, &TimeCard::unitRequested, playhead_, &Playhead::setUnit);
    connect(time_, &TimeCard::layerRequested, playhead_, &Playhead::setLayer);
    connect(time_, &TimeCard::reverseRequested, playhead_, &Playhead::setReverse);
    connect(time_, &TimeCard::quantityHovered, playhead_, &Playhead::setQuantity);
    cards_["time"] = card;
    cardOrder_ << "time";

    comparison_->connectPanel(addPanelCard<ComparePanel>("compare"));
    addPanelCard<GradientPanel>("gradients");
    addPanelCard<JacobianPanel>("jacobians");
    addPanelCard<FlowPanel>("flow");
    addPanelCard<ContributionsPanel>("contributions");
    addPanelCard<PhasePlanePanel>("phase-plane");
    auto* clipping = addPanelCard<ClippingPanel>("clipping");
    connect(clipping, &ClippingPanel::twinsRequested, training_, &TrainingActions::runTwins);
    addPanelCard<LossPanel>("loss");
    addPanelCard<CliffPanel>("cliff");

    for (Card* each : std::as_const(cards_)) {
        const QString id = each->objectName();
        connect(each, &QDockWidget::topLevelChanged, this, [this](bool floats) {
            arranged_ = arranged_ || floats;  // moved by hand
        });
        offerTable(each);
        connect(each, &Card::maximizeRequested, this, [this, each] { maximize(each); });
        connect(each, &Card::exportRequested, this,
                [this, id] { exportFigure(id == "time" ? "hidden" : id); });
        connect(each, &Card::copyDataRequested, this,
                [this, id] { copyData(id == "time" ? "hidden" : id); });
        connect(each, &Card::helpRequested, this, [this, each] { explain(each); });
    }
    placeCards();
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("fileMenu"));
    file->addAction(tr("&New"), QKeySequence::New, this, &MainWindow::openNew);
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::chooseFile);
    file->addAction(tr("Dra&w a sequence…"), QKeySequence("D"), this, &MainWindow::drawSequence);
    QMenu* own = file->addMenu(tr("Open &example"));
    for (const Example& example : examples())
        own->addAction(example.name, this, [this, example] {
            Setup next = document_->setup();
            example.applyTo(next);
            (void)document_->change(next, tr("Open %1").arg(example.name));
        });
    QMenu* shown = file->addMenu(tr("Open &demonstration"));
    shown->setToolTipsVisible(true);
    for (const Demonstration& each : demonstrations()) {
        QAction* action = shown->addAction(each.name, this, [this, each] {
            openPath(each.file);
            messages_->show(each.summary, MessageBar::Tone::Info);
        });
        action->setToolTip(each.summary);
    }
    addDocumentActions(file);
    file->addAction(tr("Save set&up…"), this, &MainWindow::saveSetup);
    file->addAction(tr("&Load weights…"), this, &MainWindow::chooseWeights);
    file->addAction(tr("Save &weights…"), this, &MainWindow::saveWeightsAs);
    file->addAction(tr("Save as &PyTorch script…"), this, &MainWindow::saveScript);
    file->addSeparator();
    file->addAction(tr("&Export figure…"), QKeySequence("Ctrl+E"), this,
                    [this] { exportFigure(); });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->setObjectName(QStringLiteral("editMenu"));
    edit->addAction(findChild<QAction*>("undo"));
    edit->addAction(findChild<QAction*>("redo"));
    edit->addAction(tr("&Paste as sequence…"), QKeySequence::Paste, this,
                    &MainWindow::pasteSequence);
    edit->addSeparator();
    edit->addAction(tr("&Hold a gate…"), QKeySequence("H"), this, [this] {
        cards_["cell"]->show();
        cards_["cell"]->raise();
        // Once the drawing stands in its place.
        QMetaObject::invokeMethod(static_cast<CellPanel*>(cards_["cell"]->content()),
                                  &CellPanel::askHold, Qt::QueuedConnection);
    });

    buildViewMenu();

    QMenu* run = menuBar()->addMenu(tr("&Run"));
    run->addActions(playhead_->actions());
    run->addSeparator();
    run->addActions(training_->all());
    buildPaceMenu(run->addMenu(tr("Training &pace")));
    QMenu* memory = run->addMenu(tr("&Memory for going back"));
    memory->setToolTip(tr("States kept while training, to go back to any update at once"));
    auto* sizes = new QActionGroup(this);
    for (const int megabytes : {1, 16, 64, 256, 1024}) {
        QAction* size = memory->addAction(tr("%L1 MB").arg(megabytes));
        size->setCheckable(true);
        size->setChecked(std::size_t(megabytes) << 20 == Checkpoints::standardBudget);
        sizes->addAction(size);
        connect(size, &QAction::triggered, this, [this, megabytes] {
            document_->setCheckpointBudget(std::size_t(megabytes) << 20);
        });
    }

    buildLessons(menuBar()->addMenu(tr("&Lessons")));

    buildHelp(menuBar()->addMenu(tr("&Help")));
}

/// A class can follow some updates a second; a patient author wants them all.
void MainWindow::buildPaceMenu(QMenu* menu) {
    auto* paces = new QActionGroup(this);
    const int chosen = QSettings().value("training/pace", standardPace).toInt();
    for (const int pace : {10, 50, standardPace, 1000, 0}) {
        QAction* action = menu->addAction(pace > 0 ? tr("%L1 updates a second").arg(pace)
                                                   : tr("As fast as it can"));
        action->setCheckable(true);
        action->setChecked(pace == chosen);
        paces->addAction(action);
        connect(action, &QAction::triggered, this, [this, pace] {
            QSettings().setValue("training/pace", pace);
            document_->setPace(pace > 0 ? pace : std::numeric_limits<double>::infinity());
        });
    }
    document_->setPace(chosen > 0 ? chosen : std::numeric_limits<double>::infinity());
}

std::span<const MainWindow::TimeRow> MainWindow::timeRows() {
    static constexpr TimeRow rows[] = {{"inputs", TimeContent::Inputs},
                                       {"gates", TimeContent::Gates},
                                       {"cell-state", TimeContent::CellState},
                                       {"hidden", TimeContent::Hidden}};
    return rows;
}

void MainWindow::buildViewMenu() {
    panelMenu_ = menuBar()->addMenu(tr("&View"));
    panelMenu_->setObjectName(QStringLiteral("viewMenu"));
    panelMenu_->addAction(comparison_->action());
    panelMenu_->addSeparator();
    for (const QString& id : std::as_const(cardOrder_))
        if (id != "compare")
            panelMenu_->addAction(cards_[id]->toggleViewAction());
    panelMenu_->addSeparator();
    for (const auto& [id, content] : timeRows()) {
        QAction* action = panelMenu_->addAction(findPanelKind(id)->title());
        action->setCheckable(true);
        action->setChecked(true);
        rows_ << action;
        connect(action, &QAction::toggled, time_->panel(content), &QWidget::setVisible);
    }
    panelMenu_->addSeparator();
    panelMenu_->addAction(makeGhostSwitch());
    panelMenu_->addAction(makeTableAction());
    panelMenu_->addAction(tr("Panels as at the start"), this, [this] {
        arranged_ = false;
        const bool comparing = isComparing();
        if (comparing)
            showComparison(false);
        placeCards();
        if (comparing)
            showComparison(true);
    });
    QMenu* look = panelMenu_->addMenu(tr("&Theme"));
    themes_ = new QActionGroup(this);
    for (const auto& [id, name] : std::initializer_list<std::pair<const char*, QString>>{
             {"light", tr("Light")}, {"dark", tr("Dark")}, {"projector", tr("Projector")}}) {
        QAction* action = look->addAction(name);
        action->setCheckable(true);
        action->setData(id);
        themes_->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, theme = QString(id)] { setTheme(theme); });
    }
    for (QAction* action : themes_->actions())
        action->setChecked(action->data().toString() == theme_.id);
    buildLanguageMenu(panelMenu_->addMenu(tr("&Language")));
    panelMenu_->addAction(makeMotionSwitch());
    QAction* full = panelMenu_->addAction(tr("Full screen"));
    full->setShortcut(QKeySequence("F11"));
    connect(full, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    panelMenu_->addAction(makeLeaveAction());
}

void MainWindow::connectParts() {
    connect(document_, &Document::snapshotChanged, this, &MainWindow::showSnapshot);
    connectEdits();
    connect(document_, &Document::refused, this,
            [this](const QString& line) { messages_->show(line, MessageBar::Tone::Error); });
    connect(document_, &Document::trainingLeft, this, &MainWindow::showTrainingLeft);
    connect(document_, &Document::trainingLost, this, [this] {
        messages_->show(tr("Memory had no room to keep this training; it starts anew"),
                        MessageBar::Tone::Info);
    });
    connect(document_, &Document::trainingEnded, this, &MainWindow::showTrainingEnd);
    // Whoever trains wants to see it.
    connect(training_->train(), &QAction::triggered, this, [this] {
        if (!document_->isTraining())
            return;
        cards_["loss"]->raise();
        showWhole();
    });
    connect(training_->twins(), &QAction::triggered, this, [this] {
        static_cast<ClippingPanel*>(cards_["clipping"]->content())
            ->setPage(ClippingPanel::Page::Twins);
        cards_["clipping"]->raise();
        showWhole();
    });
    connect(document_, &Document::gradientChecked, this, &MainWindow::showCheck);
    connect(document_, &Document::checkProgress, this, &MainWindow::showCheckProgress);
    connect(document_, &Document::checkEnded, messages_, &MessageBar::dismiss);
    connect(document_, &Document::setupChanged, this, &MainWindow::showSetup);
    connect(playhead_, &Playhead::moved, this, [this](Position now, Position before) {
        showView();
        if (now.update != before.update)
            document_->showUpdate(now.update);
    });
    connect(playhead_, &Playhead::selectionChanged, this, &MainWindow::showView);
    // Once something is chosen, keys are for the lecture again.
    for (QComboBox* box : findChildren<QComboBox*>())
        connect(box, &QComboBox::activated, box, &QWidget::clearFocus);
    connect(comparison_, &Comparison::changed, this, &MainWindow::showComparison);
    connect(tools_, &ToolRow::openRequested, this, &MainWindow::chooseFile);
    connect(tools_, &ToolRow::drawRequested, this, &MainWindow::drawSequence);
    connect(column_, &SetupColumn::weightsRequested, this, &MainWindow::chooseWeights);
    connect(tools_, &ToolRow::exportRequested, this, [this] { exportFigure(); });
}

}  // namespace rnnscope
