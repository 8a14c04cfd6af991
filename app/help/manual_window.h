// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/key_group.h"
#include "app/plot/theme.h"

class QLineEdit;
class QTextBrowser;

namespace rnnscope {

/// The manual beside the window: to be read, searched and left open.
class ManualWindow : public QDialog {
    Q_OBJECT

  public:
    /// `keys`: actions whose keys it lists.
    ManualWindow(const KeyGroups& keys, const Theme& theme, QWidget* parent);

    QTextBrowser* page() const { return page_; }
    QLineEdit* search() const { return search_; }

  signals:
    /// "lesson:ID/PAGE".
    void linkActivated(const QString& link);

  private:
    void findNext();

    QTextBrowser* page_;
    QLineEdit* search_;
};

}  // namespace rnnscope
