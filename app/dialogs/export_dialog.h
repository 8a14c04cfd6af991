// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/dialogs/figure_sheet.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFileDialog;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace rnnscope {

class PicturePane;
struct FigureSize;
struct Film;

/// A panel that can be drawn into a figure.
struct FigureSource {
    QString id;
    QString title;
    std::function<std::unique_ptr<Panel>(const Theme&)> make;
    QSizeF screenSize = {};   ///< as the window shows it; empty: the panel's own good size
    bool inWorkspace = true;  ///< part of the workspace's figure
};

struct FigureSources {
    std::vector<FigureSource> panels;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Analyses> analyses;  ///< those known already; may be null
    View view;
    QString chosen = {};  ///< id of the panel to begin with; empty: the whole workspace
    QSizeF workspaceSize = {1600, 900};  ///< as the window shows it
};

/// Takes panels away as a picture or as numbers, with the picture to see before. For open().
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    ExportDialog(FigureSources sources, const Theme& screenTheme, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What the file dialogs call once a name is chosen. Success closes the dialog; an error is
    /// told in it.
    void saveTo(const QString& file);
    /// While a film is being saved it stops that instead.
    void reject() override;
    void saveDataTo(const QString& panelId, const QString& file);

  signals:
    void saved(const QString& file);

  private:
    // export_layout.cpp
    void build();
    QWidget* buildChoices();
    void addPanels(QVBoxLayout& column);
    void addLook(QVBoxLayout& column);
    void addSize(QVBoxLayout& column);
    void addCaption(QVBoxLayout& column);
    QWidget* buildButtons();

    QStringList chosenIds() const;
    QStringList workspaceIds() const;
    Theme figureTheme() const;
    QString format() const;
    FigureOptions options() const;
    std::unique_ptr<Panel> makePanel(const FigureSource& source, const Theme& theme) const;
    const FigureSheet& sheet();
    void choiceChanged();
    void wholeToggled();
    const FigureSize& preset() const;
    void applyPreset();
    void showSize();
    QSizeF screenSize();
    // export_memory.cpp
    void recall();
    void remember() const;
    void drawPreview();
    void showError(const QString& message);
    bool isFilm() const { return format() == "film"; }
    bool filmsTraining() const;
    void fitCaption();
    QString filmFacts() const;
    QFileDialog* fileDialog(const QString& title, const QString& name, const QString& suffix,
                            const QString& filter);
    void askFile();
    void askFilmFile();
    Done writeFilm(const QString& file, Film film);
    Done saveSteps(const QString& file);
    Done saveTraining(const QString& file);
    void askDataFile(const QString& panelId);
    void chooseData();
    void copyPicture();

    FigureSources sources_;
    Theme screenTheme_;
    FigureSheet sheet_;  ///< of the panels and the look below
    QString sheetKey_;
    QTimer redraw_;
    /// CSS pixels; of the panels as they are on the screen, otherwise of the whole picture.
    QSizeF size_{800, 450};

    QCheckBox* whole_ = nullptr;
    QListWidget* list_ = nullptr;
    QButtonGroup* formats_ = nullptr;
    QButtonGroup* themes_ = nullptr;
    QComboBox* preset_ = nullptr;
    QDoubleSpinBox* width_ = nullptr;
    QDoubleSpinBox* height_ = nullptr;
    QComboBox* unit_ = nullptr;
    QComboBox* type_ = nullptr;
    QComboBox* dpi_ = nullptr;
    QCheckBox* captionOn_ = nullptr;
    QPlainTextEdit* caption_ = nullptr;
    PicturePane* pane_ = nullptr;
    QComboBox* speed_ = nullptr;
    QComboBox* film_ = nullptr;  ///< of what; data: true for the training
    QSpinBox* every_ = nullptr;  ///< updates from one picture to the next
    QWidget* choices_ = nullptr;
    QLabel* facts_ = nullptr;
    QLabel* error_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* copy_ = nullptr;
    QPushButton* data_ = nullptr;
    bool saving_ = false;  ///< a film
    bool stop_ = false;
};

}  // namespace rnnscope
