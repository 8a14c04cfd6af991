// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QLabel>

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

  signals:
    void maximizeRequested();
    void exportRequested();
    void copyDataRequested();
    void helpRequested();

  private:
    void fillMenu(QToolButton* button);

    QWidget* header_;
    QWidget* frame_;
    QVBoxLayout* frameLayout_;
    TitleLabel* heading_;
    QToolButton* menu_;
    QWidget* content_ = nullptr;
    Theme theme_;
};

}  // namespace rnnscope
