// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/dialogs/sheet.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// The characters or words of a text with their counts, as many as there is room for.
class VocabularyView : public QWidget {
    Q_OBJECT

  public:
    explicit VocabularyView(const Theme& theme, QWidget* parent = nullptr);

    void setEntries(std::vector<VocabularyEntry> entries);
    /// How many are drawn; the last place says how many are not.
    std::size_t shown() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Chip {
        QRectF rect;
        QString name, count;
    };
    std::vector<Chip> chips() const;

    Theme theme_;
    std::vector<VocabularyEntry> entries_;
};

}  // namespace rnnscope
