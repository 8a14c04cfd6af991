// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QLabel>

#include "app/panels/data_table_view.h"
#include "app/plot/theme.h"

class QToolButton;
class QVBoxLayout;

namespace rnnscope {

class TitleLabel;

/// A title in capitals; a formula in it, between double bars, stays as it is.
QString headingText(const QString& title);

/// A panel's place in the window: a rounded card with a title line, which can be moved by it,
/// and filled to the whole window by a double click.
class Card : public QDockWidget {
    Q_OBJECT

  public:
    Card(const QString& id, const QString& title, QWidget* parent);

    /// The content, and what stands at the right end of the title line (may be null).
    void setContent(QWidget* content, QWidget* headerTool);
    QWidget* content() const { return content_; }
    void setTheme(const Theme& theme);
    /// A word or two for where there is little room: a shared place's tabs, a narrow title line.
    void setShortTitle(const QString& title);

    /// Makes it possible to see the content's numbers.
    void setTableSource(TableSource source) { source_ = std::move(source); }
    /// The numbers as a table in place of the content, which goes on below it, or the content
    /// again. The focus goes along where it is in the card, or where `focus` is.
    void showTable(bool on, bool focus = false);
    /// Null while the content is shown.
    DataTableView* table() const { return table_; }

  signals:
    void maximizeRequested();
    void exportRequested();
    void copyDataRequested();
    void helpRequested();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fillMenu(QToolButton* button);
    void focusContent();

    QString title_;
    QWidget* header_;
    QWidget* frame_;
    QVBoxLayout* frameLayout_;
    TitleLabel* heading_;
    QToolButton* menu_;
    QAction* asTable_ = nullptr;
    QWidget* content_ = nullptr;
    TableSource source_;
    DataTableView* table_ = nullptr;  ///< made when it is asked for
    Theme theme_;
};

}  // namespace rnnscope
