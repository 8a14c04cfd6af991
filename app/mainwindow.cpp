// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QTabBar>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/card.h"
#include "app/comparison.h"
#include "app/document_store.h"
#include "app/laboratory.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/message_bar.h"
#include "app/overflow_text.h"
#include "app/panels/time_card.h"
#include "app/presenter/presenter.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/training_actions.h"
#include "app/transport.h"
#include "core/block_edit.h"

namespace rnnscope {
namespace {

constexpr int keepAfter = 2000;  // ms without a change, until the setup is kept for the next start

}  // namespace

void applyTheme(const Theme& theme) {
    qApp->setPalette(theme.palette());
    qApp->setFont(theme.font());
    qApp->setStyleSheet(theme.styleSheet());
}

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      document_(new Document(this)),
      store_(new DocumentStore(document_, this)),
      playhead_(new Playhead(this)),
      comparison_(new Comparison(document_, this)),
      lessons_(new LessonPlayer(document_, this)),
      bookmarks_(new Bookmarks(this)),
      theme_(Theme::light()) {
    keep_.setSingleShot(true);
    keep_.setInterval(keepAfter);
    connect(&keep_, &QTimer::timeout, this, &MainWindow::keepSetup);
    setAcceptDrops(true);
    setMinimumSize(1180, 640);
    resize(1600, 900);
    build();
    setTheme(theme_.id);
}

MainWindow::~MainWindow() {
    for (const char* id : insideCards())
        cards_[id]->disconnect(this);  // cards vanish after what follows them
}

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
/// While presenting every theme's type grows with the screen, for the last row sees as little of
/// small pixels as of small letters.
qreal MainWindow::scaleThatFits(const Theme& theme) const {
    const qreal room = std::min(width() / 1280.0, height() / 720.0);
    const qreal most = isPresenting() ? std::max(room, 1.0) : theme.scale;
    return std::clamp(std::floor(room * 8) / 8, std::min(1.0, most), most);
}

/// After a change of the window's size, or of what its type is to be.
void MainWindow::fitScale() {
    const qreal scale = scaleThatFits(*Theme::find(theme_.id));
    if (scale == theme_.scale)
        return;
    theme_.scale = scale;
    applyLook();
    balanceCards();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitScale();
    placeMessages();
    fitPlaces();
    settlePresented();
}

/// The cards stand as suits the window's size, as long as nobody has put them elsewhere.
void MainWindow::fitPlaces() {
    if (lessons_->isOpen())
        giveRoomToLesson();
    else if (isComparing())
        balanceComparison();
    else if (isLow() != lowPlaces_ && !arranged_ && beforeMaximize_.isEmpty() &&
             beforeEditing_.isEmpty())  // a page's panels are to stay
        placeCards();
    else if (!isVisible() && !restored_)
        balanceCards();  // a hidden window's cards do not grow by their shares
}

void MainWindow::applyLook() {
    applyTheme(theme_);
    dressParts();
}

void MainWindow::dressParts() {
    tools_->setTheme(theme_);
    column_->setTheme(theme_);
    transport_->setTheme(theme_);
    lesson_->setTheme(theme_);
    if (editor_)
        editor_->setTheme(theme_);
    spotlight_->setTheme(theme_);
    presenter_->setTheme(theme_);
    messages_->setTheme(theme_);
    for (Card* card : std::as_const(cards_))
        card->setTheme(theme_);
    for (Panel* panel : panels_)
        panel->setTheme(theme_);
    time_->setTheme(theme_);
}

View MainWindow::view() const {
    View now{playhead_->position(), playhead_->layer(), playhead_->reverse(),
             playhead_->unit(),     playhead_->pair(),  playhead_->quantity()};
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
    if (std::exchange(cell_, shape.cell) != shape.cell)
        playhead_->setQuantity({});  // its number means another
    playhead_->setHasGradient(snapshot->backward.has_value());
    playhead_->setLearns(snapshot->learns());
    playhead_->setLength(static_cast<int>(snapshot->steps()));
    playhead_->setLimits(shape.layers, static_cast<int>(shape.directions()),
                         static_cast<int>(shape.hidden));
    playhead_->setParts(static_cast<int>(shape.cell->operations().size()));
    Position now = playhead_->position();
    now.update = snapshot->update;  // training goes on by itself
    playhead_->moveTo(now);
    showGeneration();
    showView();
    for (Panel* panel : panels_)
        panel->setSnapshot(snapshot);
    time_->setSnapshot(snapshot);
    showOverflow();
    showTitle();
    goToOpened();
}

void MainWindow::showSetup() {
    // The numbers may take a while; a step taken until then starts from here.
    Position now = playhead_->position();
    now.update = document_->update();
    playhead_->moveTo(now);
    if (messages_->tone() == MessageBar::Tone::Error)
        messages_->dismiss();
    const bool learns = document_->setup().target.kind != TargetSource::Kind::None;
    if (std::exchange(learns_, learns) && !learns)
        messages_->show(noTargetText(), MessageBar::Tone::Info);
    keep_.start();
}

void MainWindow::showOverflow() {
    const auto& overflow = document_->snapshot()->overflow;
    if (!overflow) {
        if (messages_->tone() == MessageBar::Tone::Warning)
            messages_->dismiss();
        return;
    }
    messages_->show(tr("Overflow: %1").arg(overflowText(*overflow, document_->snapshot()->shape())),
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
    if (now.phase == Phase::Forward && (now.step == 0 || generated_))
        playhead_->toEnd();
}

/// In the empty part of the menu bar and down to the buttons below it: nothing that is looked at,
/// no time axis and no transport lies there.
void MainWindow::placeMessages() {
    const int margin = qRound(theme_.px(10));
    const int menus =
        menuBar()->isVisible() && !menuBar()->actions().isEmpty()
            ? menuBar()->actionGeometry(menuBar()->actions().constLast()).right() + margin
            : margin;
    const int left = std::max(menus, workspace_->mapTo(this, QPoint()).x());
    const QSize wanted = messages_->sizeHint();
    // Without a menu bar, over the titles of the panels.
    const int rim = tools_->trainButton()->mapTo(this, QPoint()).y();
    const int top = isPresenting() ? workspace_->mapTo(this, QPoint()).y() - margin
                                   : std::max(0, (rim - wanted.height()) / 2);
    messages_->setGeometry(left, top, std::min(wanted.width(), width() - margin - left),
                           wanted.height());
    messages_->raise();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == messages_ &&
        (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest))
        placeMessages();
    // Tabs come and go with the places of the cards.
    if (watched == workspace_ && event->type() == QEvent::ChildPolished)
        if (auto* tabs = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child()))
            tabs->setAccessibleName(tr("Panels in one place"));
    return QMainWindow::eventFilter(watched, event);
}

/// A training was left for another setup; undo brings it back.
void MainWindow::showTrainingLeft(int update) {
    if (lessons_->isSetting())
        return;  // a lesson's next page is meant to
    const QString undo = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    const bool learns = document_->setup().target.kind != TargetSource::Kind::None;
    messages_->show(
        (learns ? tr("Training starts anew with this setup; %1 brings back update %2")
                : tr("Nothing is trained without a target: choose one under Sequence, Target; "
                     "%1 brings back update %2"))
            .arg(undo)
            .arg(update),
        MessageBar::Tone::Info);
}

/// A click beside everything gives the keys back to the lecture.
void MainWindow::mousePressEvent(QMouseEvent* event) {
    if (QWidget* busy = focusWidget())
        busy->clearFocus();
    QMainWindow::mousePressEvent(event);
}

void MainWindow::maximize(Card* card) {
    if (!beforeMaximize_.isEmpty()) {
        workspace_->restoreState(beforeMaximize_, cardsVersion);
        beforeMaximize_.clear();
        return;
    }
    beforeMaximize_ = workspace_->saveState(cardsVersion);
    for (Card* other : std::as_const(cards_))
        other->setVisible(other == card);
}

/// Numbers changed by hand take effect at the update that is shown, so that what was learnt until
/// then stays. What a panel goes on changing is one step of undo.
void MainWindow::editNumbers(const Edits& changed, const QString& what, bool finished) {
    Edits more = changed;
    for (Edit& edit : more)
        edit.update = document_->update();
    Setup next = document_->setup();
    next.edits = withEdits(next.edits, more);
    if (next.edits.size() > mostEdits)
        messages_->show(tr("No more than %L1 numbers can be edited; give them as weights in a file")
                            .arg(qlonglong(mostEdits)),
                        MessageBar::Tone::Error);
    else
        (void)document_->change(std::move(next), what, QStringLiteral("edits"));
    if (finished)
        document_->finishChange();
}

void MainWindow::dropEdits(const std::vector<EditSpan>& places, const QString& what) {
    Setup next = document_->setup();
    next.edits = withoutSpans(next.edits, places, document_->update());
    (void)document_->change(std::move(next), what);
}

void MainWindow::about() {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About RNNScope"),
        tr("<b>RNNScope %1</b><br>A recurrent network taken apart in front of a class.<br><br>"
           "Free software under the GNU General Public License, version 3 or later. "
           "Built with Qt, QCustomPlot and Eigen.")
            .arg(RNNSCOPE_VERSION),
        QMessageBox::Close, this);
    openDialog(box);
}

}  // namespace rnnscope
