// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_gallery.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "app/dialogs/figure_sheet.h"
#include "app/document.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_switches.h"
#include "app/lessons/lesson_tile.h"
#include "app/panels/table.h"
#include "core/experiment.h"

namespace rnnscope {
namespace {

// At scale 1.
constexpr double leastWidth = 236;  // of a tile
constexpr double margin = 18;
constexpr double gap = 14;
constexpr int mostColumns = 4;
constexpr double pictureWidth = 460;  // in which a panel is drawn; the tile shows it smaller

/// The numbers of a lesson's picture; null where its page's setup is refused.
std::shared_ptr<const Snapshot> numbersOf(Setup setup, int update) {
    if (!loadFiles(setup, openFile))
        return {};
    auto experiment = Experiment::create(setup);
    if (!experiment)
        return {};
    experiment->runTo(update);
    return experiment->snapshot(1);
}

}  // namespace

LessonGallery::LessonGallery(const QStringList& files, const Theme& theme, QWidget* parent)
    : QDialog(parent), theme_(theme) {
    setWindowTitle(tr("Lessons"));
    build(files);
    const QSize room = parent ? parent->window()->size() : QSize(1280, 720);
    resize(std::min(room.width() * 19 / 20, qRound(theme.px(1160))), room.height() * 19 / 20);
    resize(width(), std::min(height(), wholeHeight()));
    drawNext();
}

void LessonGallery::build(const QStringList& files) {
    auto* rows = new QVBoxLayout(this);
    const int around = qRound(theme_.px(margin));
    rows->setContentsMargins(around, around, around, around);
    rows->setSpacing(qRound(theme_.px(gap)));

    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Lessons"));
    title->setFont(theme_.boldFont(20));
    head->addWidget(title);
    head->addSpacing(qRound(theme_.px(gap)));
    auto* hint = new QLabel(tr("Page Down and Page Up, a clicker's keys, play a lesson"));
    hint->setProperty("role", "muted");
    hint->setWordWrap(true);
    head->addWidget(hint, 1);
    other_ = new QPushButton(tr("Open a file…"));
    other_->setToolTip(tr("A lesson of your own, or somebody else's"));
    other_->setAutoDefault(false);
    connect(other_, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT otherRequested();
    });
    head->addWidget(other_);
    rows->addLayout(head);

    sheet_ = new QWidget;
    grid_ = new QGridLayout(sheet_);
    grid_->setContentsMargins(2, 2, 2, 2);
    grid_->setSpacing(qRound(theme_.px(gap)));
    QStringList wrong;
    const auto finished = finishedLessons();
    for (const QString& file : files) {
        LessonReading reading = readLessonFile(file);
        if (!reading.lesson) {
            wrong << errorText(reading.problems.front());
            continue;
        }
        const Lesson& lesson = *reading.lesson;
        const std::string_view language = lessonLanguage();
        LessonTile::Words words;
        words.title = tr("%1  %2").arg(tiles_.size() + 1).arg(lessonLine(lesson.title, language));
        words.summary = lessonLine(lesson.summary, language);
        words.extent =
            lesson.pages.size() == 1 ? tr("1 page") : tr("%1 pages").arg(lesson.pages.size());
        if (lesson.minutes > 0)
            words.extent = tr("%1 · %2 min").arg(words.extent).arg(lesson.minutes);
        words.finished = finished.contains(QString::fromStdString(lesson.id));
        auto* tile = new LessonTile(words, theme_, sheet_);
        connect(tile, &LessonTile::clicked, this, [this, file] {
            close();
            Q_EMIT lessonChosen(file);
        });
        tile->installEventFilter(this);
        tiles_.push_back(tile);
        lessons_.push_back(*std::move(reading.lesson));
    }
    scroller_ = new QScrollArea;
    scroller_->setWidget(sheet_);
    scroller_->setWidgetResizable(true);
    scroller_->setFrameShape(QFrame::NoFrame);
    scroller_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller_->setFocusPolicy(Qt::NoFocus);
    scroller_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    rows->addWidget(scroller_, 1);

    broken_ = new QLabel(wrong.join(QLatin1Char('\n')));
    broken_->setWordWrap(true);
    broken_->setVisible(!wrong.isEmpty());
    rows->addWidget(broken_);
    if (!tiles_.empty())
        tiles_.front()->setFocus();
}

void LessonGallery::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    arrange();
}

/// As many tiles beside each other as have room.
int LessonGallery::columnsThatFit() const {
    const double room = width() - 2 * theme_.px(margin) - scrollBarRoom();
    return std::clamp(int((room + theme_.px(gap)) / theme_.px(leastWidth + gap)), 1, mostColumns);
}

int LessonGallery::scrollBarRoom() const {
    return style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

/// In which nothing need be scrolled, at this width.
int LessonGallery::wholeHeight() const {
    const int columns = columnsThatFit();
    const double room = width() - 2 * theme_.px(margin) - scrollBarRoom();
    const int tile = int((room - (columns - 1) * theme_.px(gap)) / columns);
    double height = 2 * theme_.px(margin) + other_->sizeHint().height() + theme_.px(gap);
    if (!broken_->isHidden())
        height += broken_->heightForWidth(int(room)) + theme_.px(gap);
    for (std::size_t k = 0; k < tiles_.size(); k += std::size_t(columns))
        height += tiles_[k]->heightForWidth(tile) + theme_.px(gap);
    return qCeil(height);
}

void LessonGallery::arrange() {
    const int columns = columnsThatFit();
    if (columns == columns_)
        return;
    columns_ = columns;
    for (std::size_t k = 0; k < tiles_.size(); ++k)
        grid_->addWidget(tiles_[k], int(k) / columns, int(k) % columns);
    for (int column = 0; column < mostColumns; ++column)
        grid_->setColumnStretch(column, column < columns ? 1 : 0);
    const int rows = (int(tiles_.size()) + columns - 1) / columns;
    for (int row = 0; row <= int(tiles_.size()); ++row)
        grid_->setRowStretch(row, row == rows ? 1 : 0);  // what is left over lies below
}

void LessonGallery::drawNext() {
    if (isComplete())
        return;
    const Lesson& lesson = lessons_[drawn_];
    const LessonPage& page = lesson.pages[lesson.picture.page];
    job_.run(
        [this, setup = page.setup, update = page.update, number = drawn_]() -> LatestJob::Show {
            auto numbers = numbersOf(setup, update);
            return [this, numbers = std::move(numbers), number] {
                draw(number, numbers);
                ++drawn_;
                drawNext();
            };
        });
}

/// As a figure of the panel would be, all of the pass played.
void LessonGallery::draw(std::size_t number, const std::shared_ptr<const Snapshot>& snapshot) {
    const QString id = QString::fromStdString(lessons_[number].picture.panel);
    const PanelKind* kind = findPanelKind(id.isEmpty() ? QStringLiteral("unrolled") : id);
    if (!snapshot || !kind)
        return;
    LessonTile* tile = tiles_[number];
    auto panel = kind->make(theme_);
    putSwitches(*panel, id, lessons_[number].pages[lessons_[number].picture.page].switches);
    fillPanel(*panel, snapshot, playedView(*snapshot));
    FigureSheet sheet;
    sheet.add(id, QString(), std::move(panel));
    FigureOptions options;
    const QSize shape = tile->pictureSize(qRound(theme_.px(pictureWidth)));
    options.size = shape;
    QPixmap picture =
        QPixmap::fromImage(figureImage(options, sheet, theme_, std::max(1.0, devicePixelRatioF())));
    tile->setPicture(picture);
}

/// The arrows go from tile to tile, as they lie; the area around them would scroll instead.
bool LessonGallery::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto tile = std::find(tiles_.begin(), tiles_.end(), watched);
    if (tile == tiles_.end())
        return false;
    const int at = static_cast<int>(tile - tiles_.begin());
    switch (static_cast<const QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
            return focusTile(at - 1);
        case Qt::Key_Right:
            return focusTile(at + 1);
        case Qt::Key_Up:
            return focusTile(at - columns_);
        case Qt::Key_Down:
            return focusTile(at + columns_);
        case Qt::Key_Home:
            return focusTile(0);
        case Qt::Key_End:
            return focusTile(static_cast<int>(tiles_.size()) - 1);
        default:
            return false;
    }
}

/// Where there is none of that number, the focus stays.
bool LessonGallery::focusTile(int number) {
    if (number < 0 || number >= static_cast<int>(tiles_.size()))
        return true;
    LessonTile* tile = tiles_[std::size_t(number)];
    tile->setFocus(Qt::TabFocusReason);
    scroller_->ensureWidgetVisible(tile);
    return true;
}

}  // namespace rnnscope
