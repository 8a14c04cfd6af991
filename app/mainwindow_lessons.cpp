// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons in the window: what a page shows, where it points, and the way back to what was there.
#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/card.h"
#include "app/document_store.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_controls.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_gallery.h"
#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/lesson_switches.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/time_card.h"
#include "app/panels/time_rows.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/transport.h"

namespace rnnscope {
namespace {

/// Of the workspace; with less, the column of controls gives its place to the lesson.
constexpr double roomBesideControls = 880;

bool contains(std::span<const char* const> ids, const QString& id) {
    return std::any_of(ids.begin(), ids.end(), [&](const char* each) { return id == each; });
}

}  // namespace

void MainWindow::buildLessons(QMenu* menu) {
    menu->setObjectName(QStringLiteral("lessonsMenu"));
    // Twelve files are read when somebody looks for one, not at every start.
    connect(menu, &QMenu::aboutToShow, this, [this, menu, first = menu->addSeparator()] {
        if (menu->actions().constFirst() != first)
            return;
        for (const QString& file : ownLessonFiles()) {
            const auto lesson = readLessonFile(file).lesson;
            if (!lesson)
                continue;  // a test holds all of them to be whole
            auto* open =
                new QAction(lessonLine(lesson->title, lessonLanguage()).replace('&', "&&"), menu);
            connect(open, &QAction::triggered, this, [this, file] { openLesson(file); });
            menu->insertAction(first, open);
        }
    });
    menu->addAction(tr("&All lessons…"), QKeySequence("Ctrl+L"), this, &MainWindow::showGallery);
    menu->addActions(lessons_->actions());
    addEditorActions(menu);
    connect(lesson_, &LessonColumn::galleryRequested, this, &MainWindow::showGallery);
    addActions(lessons_->actions());
    connect(lessons_, &LessonPlayer::pageShown, this, &MainWindow::showLessonPage);
    connect(lessons_, &LessonPlayer::closed, this, &MainWindow::leaveLesson);
    connect(lessons_, &LessonPlayer::refused, this,
            [this](const QString& line) { messages_->show(line, MessageBar::Tone::Error); });
    connect(lesson_->controlsButton(), &QToolButton::toggled, column_, &QWidget::setVisible);
}

/// Of a lesson that is open: what stood there before it. Nothing before the window has a size, as
/// at a first start: it gets the places of a fresh one then.
QByteArray MainWindow::layoutBeforeLesson() const {
    return isVisible() || restored_ ? layout() : QByteArray();
}

/// All lessons with pictures.
void MainWindow::showGallery() {
    auto* gallery = new LessonGallery(ownLessonFiles(), theme_, this);
    connect(gallery, &LessonGallery::lessonChosen, this,
            [this](const QString& file) { openLesson(file); });
    connect(gallery, &LessonGallery::otherRequested, this, &MainWindow::chooseFile);
    showSheet(gallery);
}

void MainWindow::openLesson(const QString& file, int page) {
    LessonReading reading = readLessonFile(file);
    if (!reading.lesson) {
        messages_->show(errorText(reading.problems.front()), MessageBar::Tone::Error);
        return;
    }
    leaveDocument(
        [this, reading = std::move(reading), page] {
            if (!beforeMaximize_.isEmpty())
                maximize(nullptr);
            closeEditor();
            beforeLesson_ = layoutBeforeLesson();
            if (const auto status = lessons_->open(*reading.lesson, page); !status) {
                messages_->show(errorText(status.error()), MessageBar::Tone::Error);
                return;
            }
            store_->beginUntitled();
            if (!reading.warnings.empty())
                messages_->show(QString::fromStdString(reading.warnings.front()),
                                MessageBar::Tone::Warning);
        },
        false);
}

/// The next start goes on with it.
void MainWindow::keepLesson() const {
    QSettings settings;
    settings.remove("lesson");
    if (!lessons_->isOpen() || previews_)
        return;
    settings.setValue("lesson/file", QString::fromStdString(lessons_->lesson().file));
    settings.setValue("lesson/page", lessons_->pageNumber());
}

/// The lesson of the last time at its page, over the setup of the last time.
void MainWindow::resumeLesson() {
    const QSettings settings;
    const QString file = settings.value("lesson/file").toString();
    if (!QFileInfo(file).isFile())
        return;
    LessonReading reading = readLessonFile(file);
    if (!reading.lesson)
        return;  // changed since; whoever opens it is told
    beforeLesson_ = layoutBeforeLesson();
    if (!lessons_->resume(*std::move(reading.lesson), settings.value("lesson/page").toInt()))
        beforeLesson_.clear();
}

void MainWindow::showLessonPage() {
    const LessonPage& page = lessons_->page();
    if (lessons_->pageNumber() + 1 == lessons_->pageCount() && !previews_)
        keepFinished(QString::fromStdString(lessons_->lesson().id));
    playhead_->pause();
    playhead_->setQuantity({});
    messages_->dismiss();
    placePanels(page);
    setSwitches(lessons_->lesson(), page);
    opened_ = page.view;
    if (!document_->isComputing())
        goToOpened();
    pointLesson(true);
}

/// At what the page points at.
void MainWindow::pointLesson(bool dims) {
    const LessonPage& page = lessons_->page();
    QList<QWidget*> parts;
    bool inColumn = false;
    for (const LessonTarget& target : page.points)
        if (QWidget* part = lessonPart(target)) {
            parts << part;
            inColumn = inColumn || column_->isAncestorOf(part);
        }
    pointsAtControls_ = inColumn;
    tools_->setVisible(!isPresenting() || pointsAt(*tools_));
    giveRoomToLesson();
    for (QWidget* part : std::as_const(parts))
        if (column_->isAncestorOf(part))
            column_->showControl(part);
    // Where it points at controls alone, what they change is looked at.
    const bool atPanels = std::any_of(
        page.points.begin(), page.points.end(),
        [](const LessonTarget& target) { return target.kind == LessonTarget::Kind::Panel; });
    spotlight_->pointAt(parts, dims, atPanels ? rowsOfPoints() : QList<QWidget*>{workspace_});
}

/// The rows over time that draw what the page points at: it lights up there.
QList<QWidget*> MainWindow::rowsOfPoints() const {
    const LessonPage& page = lessons_->page();
    const Cell* cell = findCell(page.setup.cell);
    QList<QWidget*> rows;
    for (const TimeRow& row : timeRows()) {
        const auto drawn = drawnIn(*cell, row.content);
        if (std::any_of(page.points.begin(), page.points.end(), [&](const LessonTarget& target) {
                return target.kind == LessonTarget::Kind::Quantity &&
                       std::find(drawn.begin(), drawn.end(), target.id) != drawn.end();
            }))
            rows << time_->panel(row.content);
    }
    return rows;
}

/// Once the numbers of a page are there: what it lights up, and its playing.
void MainWindow::beginLessonPage() {
    if (!lessons_->isOpen())
        return;
    const auto& quantities = document_->snapshot()->shape().cell->quantities();
    for (const LessonTarget& target : lessons_->page().points)
        for (std::size_t k = 0; k < quantities.size(); ++k)
            if (target.kind == LessonTarget::Kind::Quantity && quantities[k].id == target.id)
                playhead_->setQuantity(k);
    if (lessons_->page().plays)
        playhead_->play();
}

/// The column of controls stands beside the lesson where there is room for both, and where the page
/// points into it; a button shows and hides it.
void MainWindow::giveRoomToLesson() {
    const double room = width() - lesson_->width() - column_->width();
    const bool both =
        pointsAtControls_ || (!isPresenting() && room >= theme_.px(roomBesideControls));
    lesson_->controlsButton()->setChecked(both);
    column_->setVisible(both);
}

/// What a page points at, once it is arranged; null for what has no place, as a quantity.
QWidget* MainWindow::lessonPart(const LessonTarget& target) const {
    const auto id = QString::fromStdString(target.id);
    if (target.kind == LessonTarget::Kind::Panel) {
        for (const TimeRow& row : timeRows())
            if (id == row.id)
                return time_->panel(row.content);
        return card(id);
    }
    if (target.kind != LessonTarget::Kind::Control)
        return nullptr;
    for (const LessonControl& control : lessonControls())
        if (control.id == target.id)
            return control.part({*tools_, *column_, *transport_});
    return nullptr;
}

/// Within panels: what the page says, and as at the start what only other pages speak of. What no
/// page speaks of stays as somebody has put it.
void MainWindow::setSwitches(const Lesson& lesson, const LessonPage& page) {
    for (const LessonSwitch& each : lessonSwitches()) {
        const bool spokenOf = std::any_of(
            lesson.pages.begin(), lesson.pages.end(),
            [&](const LessonPage& other) { return other.switches.contains(std::string(each.id)); });
        if (!spokenOf)
            continue;
        for (const char* id : each.panels)
            each.put(*shownPanel(id), placeIn(page.switches, each));
    }
    time_->followPanels();
}

/// The panels of the page and no others, or those of a fresh start.
void MainWindow::placePanels(const LessonPage& page) {
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    QStringList panels;
    for (const std::string& id : page.panels)
        panels << QString::fromStdString(id);
    if (isComparing() && !panels.isEmpty() && !panels.contains("compare"))
        panels.prepend("compare");
    workspace_->setUpdatesEnabled(false);
    if (!panels.isEmpty())
        placeOnly(panels);
    else if (!isComparing())
        placeCards();
    workspace_->setUpdatesEnabled(true);
}

/// Left what shows the network from inside and over time, right what sums a pass up; each with a
/// place of its own, none behind another. The row of boxes alone lies above the others.
void MainWindow::placeOnly(const QStringList& panels) {
    QStringList left, right;
    bool rows = false;
    for (const QString& id : panels) {
        const bool row = std::any_of(timeRows().begin(), timeRows().end(),
                                     [&](const TimeRow& each) { return id == each.id; });
        const QString card = row ? QStringLiteral("time") : id;
        rows = rows || row;
        QStringList& side =
            card == "time" || card == "compare" || contains(insideCards(), card) ? left : right;
        if (!side.contains(card))
            side << card;
    }
    if (left.isEmpty())
        left << right.takeFirst();
    const bool comparing = isComparing();
    if (comparing)
        showComparison(false);
    placeCards();  // what leaving a comparison leads back to
    if (comparing)
        showComparison(true);
    const auto spans = timeRows();
    for (std::size_t k = 0; k < spans.size(); ++k)
        rows_[qsizetype(k)]->setChecked(!rows || panels.contains(QLatin1String(spans[k].id)));
    for (const QString& id : std::as_const(cardOrder_))
        workspace_->removeDockWidget(cards_[id]);
    Card* first = cards_[left.constFirst()];
    const bool above = left == QStringList("unrolled");
    workspace_->addDockWidget(Qt::LeftDockWidgetArea, first);
    if (!right.isEmpty())
        workspace_->splitDockWidget(first, cards_[right.constFirst()],
                                    above ? Qt::Vertical : Qt::Horizontal);
    for (const QStringList& side : {left, right})
        for (qsizetype k = 1; k < side.size(); ++k)
            workspace_->splitDockWidget(cards_[side[k - 1]], cards_[side[k]],
                                        above ? Qt::Horizontal : Qt::Vertical);
    // The others lie behind the first, should somebody ask for them. Not before all splits: what is
    // split from a place with tabs becomes one more of them.
    for (const QString& id : std::as_const(cardOrder_)) {
        const bool shown = left.contains(id) || right.contains(id);
        cards_[id]->setVisible(shown);
        if (!shown && (id != "compare" || comparing))
            workspace_->tabifyDockWidget(first, cards_[id]);
    }
    balanceLesson(left, right, above);
}

/// A row of boxes needs little height; what is looked at closely needs width.
void MainWindow::balanceLesson(const QStringList& left, const QStringList& right, bool above) {
    const auto share = [this](const QStringList& ids, Qt::Orientation way) {
        QList<QDockWidget*> docks;
        QList<int> parts;
        for (const QString& id : ids) {
            docks << cards_[id];
            parts << (way == Qt::Vertical && id == "unrolled" ? 190 : 300);
        }
        if (docks.size() > 1)
            workspace_->resizeDocks(docks, parts, way);
    };
    if (above) {
        share(right, Qt::Horizontal);
        share(left + right.mid(0, 1), Qt::Vertical);
        return;
    }
    share(left, Qt::Vertical);
    share(right, Qt::Vertical);
    if (!right.isEmpty())
        workspace_->resizeDocks({cards_[left.constFirst()], cards_[right.constFirst()]}, {580, 420},
                                Qt::Horizontal);
}

/// What stood there before the lesson stands there again; its last setup stays, and undo leads back
/// to what was before.
void MainWindow::leaveLesson() {
    opened_.reset();
    spotlight_->pointAt({});
    column_->setVisible(!isPresenting());
    tools_->setVisible(!isPresenting());
    for (QAction* row : std::as_const(rows_))
        row->setChecked(true);
    const bool comparing = isComparing();
    if (comparing)
        showComparison(false);
    if (beforeLesson_.isEmpty())
        placeCards();
    else
        putPlaces(std::exchange(beforeLesson_, {}));
    if (comparing)
        showComparison(true);
    endPreview();
}

}  // namespace rnnscope
