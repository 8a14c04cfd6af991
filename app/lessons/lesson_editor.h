// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/plot/theme.h"
#include "core/lesson_draft.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace rnnscope {

class ChoiceFields;
class LessonWriter;

/// Where a lesson is written, beside what it is to show: the window's state is recorded as a page,
/// words are typed, pages are put in order, tried and saved. Shows the writer's draft and changes
/// it; what belongs to the window is asked for.
class LessonEditor : public QWidget {
    Q_OBJECT

  public:
    explicit LessonEditor(LessonWriter* writer, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Beside Save, New and the languages, which it has itself.
    QMenu* menu() const { return menu_; }
    /// What can be pointed at on a page; filled by the window when it is opened.
    QMenu* pointsMenu() const { return pointsMenu_; }
    /// What the window calls a thing that is pointed at.
    void setPointNames(std::function<QString(const LessonTarget&)> nameOf);
    void focusPageTitle();

    QListWidget* pages() const { return pages_; }
    QPushButton* recordButton() const { return record_; }
    QPushButton* againButton() const { return again_; }
    QPushButton* previewButton() const { return preview_; }
    QPushButton* saveButton() const { return save_; }
    QLineEdit* title() const { return title_; }
    QLineEdit* pageTitle() const { return pageTitle_; }
    QPlainTextEdit* text() const { return text_; }
    QCheckBox* asks() const { return asks_; }
    ChoiceFields* choices() const { return choices_; }
    QLabel* problems() const { return problems_; }
    QComboBox* languages() const { return languages_; }

    /// At scale 1.
    static constexpr double columnWidth = 316;

  signals:
    void recordRequested();
    void againRequested();
    /// The window is to show the page that is worked at.
    void showRequested();
    void previewRequested();
    void saveRequested();
    void newRequested();
    void closeRequested();

  protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void buildHead(QVBoxLayout* rows);
    void buildMenu();
    void buildPages(QVBoxLayout* rows);
    void buildPage(QVBoxLayout* rows);
    void buildQuestion(QVBoxLayout* rows);
    void buildLesson(QVBoxLayout* rows);
    void buildFoot(QVBoxLayout* rows);
    /// A field whose words are those of a text of the draft; see LessonDraft::Place.
    QLineEdit* line(const QString& name, const char* field, bool ofPage);
    QPlainTextEdit* paragraphs(const QString& name, const char* field, int rows);
    void write(const LessonDraft::Place& place, const QString& name, const QString& words);
    QString hint(const QString& name, const LessonDraft::Place& place) const;
    bool takesKey(QEvent* event, bool ofPages);
    void showDraft();
    void showPoints();
    void showEdited();
    void showPages();
    void showProblems();

    LessonWriter* writer_;
    Theme theme_;
    bool showing_ = false;  ///< the draft, so that fields do not change it
    std::optional<std::size_t> shownPage_;
    std::string shownLanguage_;
    bool another_ = false;                                  ///< page or language than was shown
    std::vector<std::function<void()>> follow_;             ///< the draft: one a field
    std::vector<std::pair<QPlainTextEdit*, int>> heights_;  ///< in lines of text
    std::function<QString(const LessonTarget&)> nameOf_;
    QTimer check_;  ///< a moment after typing

    QLabel *place_, *pageHeading_, *problems_;
    QToolButton *undoButton_, *redoButton_, *menuButton_, *close_;
    QMenu *menu_, *pointsMenu_, *languageMenu_;
    QComboBox* languages_;
    QScrollArea* scroller_;
    QListWidget* pages_;
    QPushButton *record_, *again_, *preview_, *save_, *points_;
    QToolButton *show_, *up_, *down_, *remove_;
    QLineEdit *title_, *summary_, *pageTitle_;
    QPlainTextEdit *text_, *notes_, *questionText_, *why_;
    ChoiceFields* choices_;
    QCheckBox *plays_, *asks_;
    QSpinBox* minutes_;
    QWidget *page_, *question_;
};

}  // namespace rnnscope
