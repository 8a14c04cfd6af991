// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/document.h"
#include "app/key_group.h"
#include "app/panels/panel.h"
#include "app/playhead.h"
#include "app/plot/theme.h"

class QActionGroup;
class QDialog;

namespace rnnscope {

class Bookmarks;
class Card;
class ComparePanel;
class Comparison;
class DocumentStore;
class ImportDialog;
class Laboratory;
class LessonColumn;
class LessonEditor;
class LessonPlayer;
class LessonWriter;
class MessageBar;
class Presenter;
struct Drawing;
struct EditSpan;
struct PanelKind;
class SetupColumn;
class Spotlight;
class TimeCard;
class ToolRow;
class TrainingActions;
class Transport;
enum class TimeContent;
struct Bookmark;
struct InputPlace;
struct Lesson;
struct LessonPage;
struct LessonTarget;
struct PageState;

/// The window: puts the parts in their places and connects them. No logic of its own.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Document& document() { return *document_; }
    Playhead& playhead() { return *playhead_; }
    const Theme& theme() const { return theme_; }
    void setTheme(const QString& id);

    /// Opens a document or a setup at once; for a sequence, asks how to read it, and for weights
    /// shows what they are. Errors go to the message line. Asks before it lets go of unsaved
    /// changes.
    void openPath(const QString& file);
    /// The first view: what a fresh start shows.
    void openDefault();
    /// The setup of the last time, or the first view.
    void openLast();
    /// Window size, places and look of the last time. From here on they, and the setup, are kept
    /// for the next time.
    void restoreSession();

    DocumentStore& store() { return *store_; }
    LessonPlayer& lessons() { return *lessons_; }
    LessonColumn* lessonColumn() const { return lesson_; }
    /// Null before the first lesson is written.
    LessonEditor* lessonEditor() const { return editor_; }
    Spotlight* spotlight() const { return spotlight_; }
    Presenter& presenter() { return *presenter_; }
    TrainingActions& training() { return *training_; }
    /// Shown while something is compared.
    ComparePanel* comparePanel() const;
    /// The card with this id: "time", or a panel's; see panels/table.h.
    Card* card(const QString& id) const { return cards_.value(id); }

    /// A lesson at one of its pages; what is wrong with it goes to the message line.
    void openLesson(const QString& file, int page = 0);
    /// Says everything in another language from now on, and at the next start. What is shown stays.
    void setLanguage(const QString& id);
    /// The part of the window that a lesson means; null where it is nothing that has a place.
    QWidget* lessonPart(const LessonTarget& target) const;
    /// Where the Tab key stops now, in its order: tools, lesson, controls, panels from left to
    /// right and from top to bottom, transport; `also` is among them wherever it stands.
    QList<QWidget*> focusStops(const QWidget* also = nullptr) const;

  public slots:
    /// The first view in place of what is there, undoably.
    void openNew();
    void chooseFile();
    void exportFigure(const QString& panelId = {});
    void showKeys();

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    // mainwindow_build.cpp
    void build();
    void buildBody();
    void buildCards();
    void buildMenus();
    void placeCards();
    bool isLow() const;
    void balanceCards();
    void makeRoom(Card* front);
    // mainwindow_import.cpp
    void openSequence(const QString& file);
    void openText(const QString& text);
    void pasteSequence();
    void askHowToRead(ImportDialog* dialog, const QString& file);
    // mainwindow_documents.cpp
    void connectDocuments();
    void addDocumentActions(QMenu* menu);
    void leaveDocument(const std::function<void()>& next, bool forGood);
    void openDocument(const QString& file);
    void bringBackUnsaved(const Setup& setup);
    void saveDocument(const std::function<void()>& next = {});
    void saveDocumentAs(const std::function<void()>& next = {});
    void writeDocument(const QString& file, const std::function<void()>& next);
    DocumentView documentView() const;
    QByteArray layout() const;
    void takeView(const DocumentView& view);
    void goToOpened();
    void showTitle();
    bool mayClose();
    // mainwindow_lessons.cpp
    void buildLessons(QMenu* menu);
    QByteArray layoutBeforeLesson() const;
    void showGallery();
    void keepLesson() const;
    void resumeLesson();
    void showLessonPage();
    void pointLesson(bool dims);
    QList<QWidget*> rowsOfPoints() const;
    void beginLessonPage();
    void placePanels(const LessonPage& page);
    void setSwitches(const Lesson& lesson, const LessonPage& page);
    void placeOnly(const QStringList& panels);
    void balanceLesson(const QStringList& left, const QStringList& right, bool above);
    void giveRoomToLesson();
    void leaveLesson();
    // mainwindow_editor.cpp
    void addEditorActions(QMenu* menu);
    LessonWriter& writer();
    bool isEditing() const;
    void openEditor();
    void buildEditor();
    void closeEditor();
    void editOpenLesson();
    std::vector<std::string> shownPanels() const;
    PageState pageState() const;
    void recordPage(bool again);
    std::optional<Lesson> writtenLesson();
    void showWrittenPage();
    void previewLesson();
    void endPreview();
    void chooseLessonToEdit();
    void saveLessonAs(const std::function<void()>& next = {});
    bool writeLesson(const QString& file);
    void leaveWritten(const std::function<void()>& next);
    QString targetName(const LessonTarget& target) const;
    void fillPoints();
    // mainwindow_compare.cpp
    void showComparison(bool on);
    void balanceComparison();
    bool isComparing() const { return !beforeCompare_.isEmpty(); }
    // mainwindow_presenter.cpp
    struct Presented;
    void buildPresenter();
    void present(bool on);
    void beginPresenting();
    void endPresenting();
    void settlePresented();
    void restorePlaces(const Presented& was);
    void putPlaces(const QByteArray& places);
    const QByteArray& layoutBeforePresenting() const;
    bool isPresenting() const { return presented_ != nullptr; }
    bool pointsAt(const QWidget& holder) const;
    void zoomAt(const QPointF& place);
    void choosePanels();
    QList<bool> shownRows() const;
    Bookmark bookmark() const;
    void goBackTo(const Bookmark& kept, const QString& what);
    void arriveAtBookmark();
    void openDialog(QDialog* dialog);
    void showSheet(QDialog* sheet);
    template <class P>
    P* addPanelCard(const QString& id);
    void buildViewMenu();
    void buildPaceMenu(QMenu* menu);
    // mainwindow_access.cpp
    QAction* makeTableAction();
    QAction* makeMotionSwitch();
    QAction* makeLeaveAction();
    void offerTable(Card* card);
    Card* cardInHand() const;
    Card* cardAt(const QPoint& place) const;
    Card* askedCard();
    void connectPanel(Panel* panel);
    void connectParts();
    // mainwindow_help.cpp
    void buildHelp(QMenu* menu);
    KeyGroups keyGroups() const;
    QList<QAction*> menuActions(const QString& name) const;
    void explain(Card* card);
    void showManual();
    void followHelp(const QString& link);
    // mainwindow_language.cpp
    void buildLanguageMenu(QMenu* menu);
    void rebuild();
    struct Look;
    Look lookNow() const;
    void takeLook(const Look& look);

    // mainwindow_edits.cpp
    QAction* makeGhostSwitch();
    void connectEdits();
    std::shared_ptr<const Snapshot> shownGhost() const;
    void showGhost();
    void editInput(Edits edits, bool finished);
    void resetInput(const std::vector<InputPlace>& places);
    void connectGeneration();
    void showGeneration();
    void drawSequence();

    void showSetup();
    void showSnapshot();
    void showView();
    void showOverflow();
    void showTrainingEnd(const QString& message, bool diverged);
    void showTrainingLeft(int update);
    void showCheck(const GradientCheck& check);
    void showCheckProgress(double share);
    void showWhole();
    void placeMessages();
    void applyLook();
    void fitScale();
    void fitPlaces();
    void dressParts();
    qreal scaleThatFits(const Theme& theme) const;
    void maximize(Card* card);
    void editNumbers(const Edits& changed, const QString& what, bool finished);
    void dropEdits(const std::vector<EditSpan>& places, const QString& what);
    // mainwindow_weights.cpp
    void chooseWeights();
    void openWeights(const QString& file);
    void saveWeightsAs();
    void saveSetup();
    void saveScript();
    void keepSetup();
    struct TimeRow {
        const char* id;  ///< of its panel
        TimeContent content;
    };
    /// Those of the time card.
    static std::span<const TimeRow> timeRows();
    /// Ids of the cards that share the place above it, the first in front.
    static std::span<const char* const> insideCards();
    Panel* shownPanel(const QString& id) const;
    bool isInFront(const PanelKind& kind) const;
    void copyData(const QString& panelId);
    std::unique_ptr<Panel> panelLikeShown(const PanelKind& kind, const Theme& theme);
    void about();
    View view() const;
    int mirrored(int step) const;

    static constexpr int cardsVersion = 5;  ///< of saved places; those of others are of no use

    Document* document_;
    DocumentStore* store_;
    Playhead* playhead_;
    Comparison* comparison_;
    LessonPlayer* lessons_;
    LessonWriter* writer_ = nullptr;  ///< once somebody writes a lesson
    Bookmarks* bookmarks_;
    Theme theme_;

    // From here to the messages: built again where another language is chosen.
    TrainingActions* training_ = nullptr;
    Laboratory* laboratory_ = nullptr;
    QMainWindow* workspace_ = nullptr;  ///< holds the cards
    ToolRow* tools_ = nullptr;
    SetupColumn* column_ = nullptr;
    Presenter* presenter_ = nullptr;
    Transport* transport_ = nullptr;
    LessonColumn* lesson_ = nullptr;
    LessonEditor* editor_ = nullptr;  ///< once it was opened
    Spotlight* spotlight_ = nullptr;
    MessageBar* messages_ = nullptr;
    TimeCard* time_ = nullptr;
    QHash<QString, Card*> cards_;
    QStringList cardOrder_;
    std::vector<Panel*> panels_;  ///< those that are not inside the time card
    bool lowPlaces_ = false;      ///< the cards stand as a low window has them
    int aboveTime_ = 0;           ///< height of the network before another came in front; 0: as is
    bool restored_ = false;       ///< they stand as they stood when the program was closed
    bool arranged_ = false;       ///< somebody has put them elsewhere
    bool placing_ = false;        ///< they are being put where they were
    QByteArray beforeMaximize_;   ///< the cards' places while one fills the window; else empty
    QByteArray beforeCompare_;    ///< the same while networks are compared
    QSize sizeBeforeCompare_;     ///< of the window
    QByteArray beforeLesson_;     ///< the cards' places before a lesson was opened
    QByteArray beforeEditing_;    ///< the same before one was written
    bool previews_ = false;       ///< the lesson that is open is the one that is being written
    bool pointsAtControls_ = false;  ///< the page does
    QStringList besideCompare_;      ///< cards that stand beside the comparison where there is room
    std::shared_ptr<const Presented> presented_;  ///< while presenting
    std::shared_ptr<const Presented> left_;       ///< for a moment after it
    std::shared_ptr<const Bookmark> returnsTo_;   ///< once its numbers are there
    QActionGroup* themes_ = nullptr;
    QMenu* panelMenu_ = nullptr;
    QAction* ghosts_ = nullptr;           ///< whether the curves of before are drawn
    const Cell* cell_ = nullptr;          ///< that is shown
    bool learns_ = true;                  ///< there is a target
    bool generated_ = false;              ///< what is shown, the network has made
    std::optional<DocumentView> opened_;  ///< to be shown once the numbers are there
    std::string openedLayout_;  ///< as the document has it, while the cards stand like that
    QByteArray placedLayout_;   ///< how the cards stood then
    bool discards_ = false;     ///< what is unsaved is given up
    bool session_ = false;      ///< the setup is kept for the next start
    Setup kept_;                ///< what is there at the next start already
    QTimer keep_;
    QList<QAction*> rows_;  ///< show or hide the rows of the time card
    /// What was given up in the sequence editor; it begins with that the next time.
    std::shared_ptr<const Drawing> leftDrawing_;
};

/// Look of the whole application: style, palette, fonts, style sheet.
void applyTheme(const Theme& theme);

}  // namespace rnnscope
