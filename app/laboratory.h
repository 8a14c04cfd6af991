// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "app/document.h"
#include "app/panels/panel.h"

namespace rnnscope {

/// Between the panels that show analyses and the document that has them worked out: asks for what
/// the visible ones need, and hands round what comes.
class Laboratory : public QObject {
    Q_OBJECT

  public:
    explicit Laboratory(Document* document, QObject* parent = nullptr);

    void add(Panel* panel);

  private:
    void ask();

    Document* document_;
    std::vector<Panel*> panels_;
    std::optional<Span> span_;
    FieldChoice field_;
    bool asked_ = false;  // a question is queued already
};

}  // namespace rnnscope
