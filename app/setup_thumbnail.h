// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "app/plot/theme.h"
#include "core/setup.h"

namespace rnnscope {

/// The whole sequence at a glance: input, and the target faint behind it.
class SetupThumbnail : public QWidget {
    Q_OBJECT

  public:
    explicit SetupThumbnail(QWidget* parent = nullptr);
    void setProblem(std::shared_ptr<const Problem> problem);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;

  private:
    Theme theme_;
    std::shared_ptr<const Problem> problem_;
};

}  // namespace rnnscope
