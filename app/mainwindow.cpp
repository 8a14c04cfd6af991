// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QResizeEvent>
#include <QSettings>
#include <algorithm>
#include <cmath>

#include "app/card.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/figure_sheet.h"
#include "app/dialogs/import_dialog.h"
#include "app/laboratory.h"
#include "app/message_bar.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/plot/style.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/training_actions.h"
#include "app/transport.h"
#include "core/archive.h"

namespace rnnscope {
namespace {

constexpr int cardsVersion = 2;  // of the saved places; those of other cards are of no use

}  // namespace

void applyTheme(const Theme& theme) {
    qApp->setPalette(theme.palette());
    qApp->setFont(theme.font());
    qApp->setStyleSheet(theme.styleSheet());
}

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      document_(new Document(this)),
      playhead_(new Playhead(this)),
      training_(new TrainingActions(document_, this)),
      laboratory_(new Laboratory(document_, this)),
      theme_(Theme::light()) {
    setWindowTitle("RNNScope");
    setAcceptDrops(true);
    setMinimumSize(1180, 640);
    resize(1600, 900);
    buildBody();
    buildCards();
    buildMenus();
    connectParts();
    setTheme(theme_.id);
}

MainWindow::~MainWindow() = default;

void MainWindow::setTheme(const QString& id) {
    const Theme* theme = Theme::find(id);
    if (!theme)
        return;
    const qreal before = theme_.scale;
    theme_ = *theme;
    theme_.scale = scaleThatFits(*theme);
    applyLook();
    if (theme_.scale != before)
        balanceCards();
    for (QAction* action : themes_->actions())
        action->setChecked(action->data().toString() == theme_.id);
}

/// A theme's scale is meant for 1920 × 1080 pixels; a smaller screen on the same wall has larger
/// ones. In steps of an eighth, so that dragging the frame does not lay out type all the time.
qreal MainWindow::scaleThatFits(const Theme& theme) const {
    const qreal room = std::min(width() / 1280.0, height() / 720.0);
    return std::clamp(std::floor(room * 8) / 8, std::min(1.0, theme.scale), theme.scale);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const Theme* theme = Theme::find(theme_.id);
    if (const qreal scale = scaleThatFits(*theme); scale != theme_.scale) {
        theme_.scale = scale;
        applyLook();
        balanceCards();
    }
    placeMessages();
    if (isLow() != lowPlaces_ && !arranged_ && beforeMaximize_.isEmpty())
        placeCards();
}

void MainWindow::applyLook() {
    applyTheme(theme_);
    tools_->setTheme(theme_);
    column_->setTheme(theme_);
    transport_->setTheme(theme_);
    messages_->setTheme(theme_);
    for (Card* card : std::as_const(cards_))
        card->setTheme(theme_);
    for (Panel* panel : panels_)
        panel->setTheme(theme_);
    time_->setTheme(theme_);
}

View MainWindow::view() const {
    View now{playhead_->position(), playhead_->layer(), playhead_->reverse(), playhead_->unit(),
             playhead_->pair()};
    now.position.step = mirrored(now.position.step);
    return now;
}

/// The playhead counts steps in the order of computation; the reverse direction begins at the end.
int MainWindow::mirrored(int step) const {
    return playhead_->reverse() ? playhead_->length() - 1 - step : step;
}

void MainWindow::showView() {
    const View now = view();
    for (Panel* panel : panels_)
        panel->setView(now);
    time_->setView(now);
}

void MainWindow::showSnapshot() {
    const auto& snapshot = document_->snapshot();
    const NetworkShape& shape = snapshot->shape();
    playhead_->setHasGradient(snapshot->backward.has_value());
    playhead_->setLength(static_cast<int>(snapshot->steps()));
    playhead_->setLimits(shape.layers, static_cast<int>(shape.directions()),
                         static_cast<int>(shape.hidden));
    Position now = playhead_->position();
    now.update = snapshot->update;  // training goes on by itself
    playhead_->moveTo(now);
    showView();
    for (Panel* panel : panels_)
        panel->setSnapshot(snapshot);
    time_->setSnapshot(snapshot);
    showOverflow();
    setWindowTitle(sequenceName(snapshot->setup) + " – RNNScope");
}

void MainWindow::showOverflow() {
    const auto& overflow = document_->snapshot()->overflow;
    if (!overflow) {
        if (messages_->tone() == MessageBar::Tone::Warning)
            messages_->dismiss();
        return;
    }
    messages_->show(
        tr("Overflow: %1")
            .arg(QString::fromStdString(describe(*overflow, document_->snapshot()->shape()))),
        MessageBar::Tone::Warning);
    const bool backward = overflow->pass == Overflow::Pass::Backward;
    const Position place{playhead_->position().update, backward ? Phase::Backward : Phase::Forward,
                         static_cast<int>(overflow->time)};
    messages_->setAction(tr("Go there"), [this, place] { playhead_->moveTo(place); });
}

void MainWindow::showTrainingEnd(const QString& message, bool diverged) {
    messages_->show(message, diverged ? MessageBar::Tone::Warning : MessageBar::Tone::Info);
    if (diverged && document_->setup().clipping.mode == ClipMode::None)
        messages_->setAction(tr("Clip by norm and train again"),
                             [this] { training_->trainClipped(); });
}

void MainWindow::showCheck(const GradientCheck& check) {
    messages_->show(gradientCheckText(check, document_->setup()),
                    check.passed() ? MessageBar::Tone::Info : MessageBar::Tone::Warning);
}

void MainWindow::showCheckProgress(double share) {
    messages_->show(tr("Checking the gradient: %1 %").arg(qRound(100 * share)),
                    MessageBar::Tone::Info);
    messages_->setAction(tr("Cancel"), [this] { document_->cancelCheck(); });
}

/// Everything played, so that nothing is faint while a training runs.
void MainWindow::showWhole() {
    Position now = playhead_->position();
    if (now.phase == Phase::Forward && now.step == 0)
        playhead_->toEnd();
}

void MainWindow::placeMessages() {
    const int margin = qRound(theme_.px(10));
    const int height = messages_->sizeHint().height();
    // News is short; what went wrong may take a whole line.
    const int room = centralWidget()->width() - 2 * margin;
    messages_->setGeometry(margin, transport_->y() - height - margin / 2,
                           messages_->tone() == MessageBar::Tone::Info ? room * 3 / 5 : room,
                           height);
    messages_->raise();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == messages_ &&
        (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest))
        placeMessages();
    return QMainWindow::eventFilter(watched, event);
}

/// A click beside everything gives the keys back to the lecture.
void MainWindow::mousePressEvent(QMouseEvent* event) {
    if (QWidget* busy = focusWidget())
        busy->clearFocus();
    QMainWindow::mousePressEvent(event);
}

void MainWindow::maximize(Card* card) {
    if (!beforeMaximize_.isEmpty()) {
        workspace_->restoreState(beforeMaximize_);
        beforeMaximize_.clear();
        return;
    }
    beforeMaximize_ = workspace_->saveState();
    for (Card* other : std::as_const(cards_))
        other->setVisible(other == card);
}

void MainWindow::openDefault() {
    const std::string first = ":/setups/first.json";
    std::vector<std::string> warnings;
    const auto setup = setupFromJson(openFile(first).value(), first, warnings);
    (void)document_->change(setup.value(), tr("Start"));
}

void MainWindow::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a sequence or a setup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Sequences and setups (*.csv *.tsv *.json *.npy *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::openPath(const QString& file) {
    const std::string name = file.toStdString();
    if (file.endsWith(".json", Qt::CaseInsensitive)) {
        const auto text = openFile(name);
        if (!text) {
            messages_->show(QString::fromStdString(text.error().text()), MessageBar::Tone::Error);
            return;
        }
        if (text->find("rnnscope-setup") != std::string::npos) {
            std::vector<std::string> warnings;
            const auto setup = setupFromJson(*text, name, warnings);
            if (!setup) {
                messages_->show(QString::fromStdString(setup.error().text()),
                                MessageBar::Tone::Error);
            } else if (document_->change(*setup, tr("Open %1").arg(QFileInfo(file).fileName()))) {
                playhead_->moveTo({});  // untrained, and from the start
                if (!warnings.empty())
                    messages_->show(QString::fromStdString(warnings.front()),
                                    MessageBar::Tone::Warning);
            }
            return;
        }
    }
    // What cannot even be opened is told without a dialog in between.
    if (const auto bytes = openFile(name); !bytes) {
        messages_->show(QString::fromStdString(bytes.error().text()), MessageBar::Tone::Error);
        return;
    }
    auto* dialog = new ImportDialog(file, theme_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Without a window manager nobody else gives the keys back.
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] {
        Setup next = document_->setup();
        dialog->applyTo(next);
        if (document_->change(std::move(next), tr("Open %1").arg(QFileInfo(file).fileName())).ok())
            playhead_->toStart();
    });
    dialog->open();
}

void MainWindow::saveSetup() {
    auto* dialog = new QFileDialog(this, tr("Save the setup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("json");
    dialog->setNameFilter(tr("Setups (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const auto status = writeAtomically(file.toStdString(), toJson(document_->setup()));
        messages_->show(
            status ? tr("Saved %1").arg(file) : QString::fromStdString(status.error().text()),
            status ? MessageBar::Tone::Info : MessageBar::Tone::Error);
    });
    dialog->open();
}

/// A new panel with the switches of the one in the window.
std::unique_ptr<Panel> MainWindow::panelLikeShown(const PanelKind& kind, const Theme& theme) {
    auto panel = kind.make(theme);
    if (auto* plots = dynamic_cast<TimePanel*>(panel.get())) {
        const TimePanel* shown = time_->panel(TimeContent::Hidden);
        plots->setDisplay(shown->display());
        plots->setGradients(shown->showsGradients());
    }
    if (auto* bench = dynamic_cast<ClippingPanel*>(panel.get()))
        bench->setPage(static_cast<ClippingPanel*>(cards_["clipping"]->content())->page());
    return panel;
}

void MainWindow::exportFigure(const QString& panelId) {
    if (!document_->snapshot())
        return;
    FigureSources sources;
    for (const PanelKind& kind : panelKinds())
        sources.panels.push_back(
            {kind.id,
             kind.title(),
             [this, &kind](const Theme& theme) { return panelLikeShown(kind, theme); },
             {},
             kind.inWorkspace});
    sources.snapshot = document_->snapshot();
    sources.analyses = document_->analyses();
    sources.view = view();
    sources.chosen = panelId;
    sources.workspaceSize = workspace_->size();
    auto* dialog = new ExportDialog(std::move(sources), theme_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &ExportDialog::saved, this, [this](const QString& file) {
        messages_->show(tr("Saved %1").arg(file), MessageBar::Tone::Info);
    });
    dialog->open();
}

void MainWindow::copyData(const QString& panelId) {
    const PanelKind* kind = findPanelKind(panelId);
    if (!kind || !document_->snapshot())
        return;
    const auto panel = panelLikeShown(*kind, theme_);
    fillPanel(*panel, document_->snapshot(), view(), document_->analyses());
    qApp->clipboard()->setText(QString::fromStdString(csvText(panel->data())));
    messages_->show(tr("Copied the data of %1 as CSV").arg(kind->title()), MessageBar::Tone::Info);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) {
        messages_->show(tr("Only files of this computer can be opened"), MessageBar::Tone::Error);
        return;
    }
    event->acceptProposedAction();
    openPath(urls.front().toLocalFile());
}

void MainWindow::restoreSession() {
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    arranged_ = settings.value("window/arranged").toBool();
    const bool low = settings.value("window/low").toBool();
    if (settings.contains("window/cards") && (arranged_ || low == lowPlaces_))
        workspace_->restoreState(settings.value("window/cards").toByteArray(), cardsVersion);
    setTheme(settings.value("theme", "light").toString());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/cards", workspace_->saveState(cardsVersion));
    settings.setValue("window/arranged", arranged_);
    settings.setValue("window/low", lowPlaces_);
    settings.setValue("theme", theme_.id);
    QMainWindow::closeEvent(event);
}

void MainWindow::about() {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About RNNScope"),
        tr("<b>RNNScope %1</b><br>A recurrent network taken apart in front of a class.<br><br>"
           "Free software under the GNU General Public License, version 3 or later. "
           "Built with Qt, QCustomPlot and Eigen.")
            .arg(RNNSCOPE_VERSION),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace rnnscope
