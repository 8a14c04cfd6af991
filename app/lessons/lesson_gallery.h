// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "app/dialogs/latest_job.h"
#include "app/plot/theme.h"
#include "core/lesson.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace rnnscope {

class LessonTile;
struct Snapshot;

/// All lessons to choose from, each with a picture of its own numbers, which are computed one after
/// another while the gallery is open.
class LessonGallery : public QDialog {
    Q_OBJECT

  public:
    /// The lessons in these files; one that cannot be read is named in its place.
    LessonGallery(const QStringList& files, const Theme& theme, QWidget* parent = nullptr);

    const std::vector<LessonTile*>& tiles() const { return tiles_; }
    /// Tiles beside each other.
    int columns() const { return columns_; }
    QPushButton* otherButton() const { return other_; }
    QScrollArea* scroller() const { return scroller_; }
    /// Every picture is there.
    bool isComplete() const { return drawn_ == lessons_.size(); }

  signals:
    void lessonChosen(const QString& file);
    /// A lesson from elsewhere is wanted.
    void otherRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build(const QStringList& files);
    void arrange();
    int columnsThatFit() const;
    int scrollBarRoom() const;
    int wholeHeight() const;
    void drawNext();
    void draw(std::size_t lesson, const std::shared_ptr<const Snapshot>& snapshot);
    bool focusTile(int number);

    Theme theme_;
    std::vector<Lesson> lessons_;
    std::vector<LessonTile*> tiles_;  // a lesson each
    std::size_t drawn_ = 0;           // pictures, in their order
    int columns_ = 0;
    QScrollArea* scroller_;
    QWidget* sheet_;
    QGridLayout* grid_;
    QLabel* broken_;
    QPushButton* other_;
    LatestJob job_;
};

}  // namespace rnnscope
