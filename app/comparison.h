// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "app/document.h"

class QAction;

namespace rnnscope {

class ComparePanel;

/// Between the document, whose setup alone says what is compared, and what enters, changes and
/// leaves a comparison: the key C, its button, the panel.
class Comparison : public QObject {
    Q_OBJECT

  public:
    explicit Comparison(Document* document, QObject* parent = nullptr);

    /// Enters and leaves; checked while something is compared. Key C.
    QAction* action() const { return action_; }
    /// Another in its place, in the language of now; who shows it must ask for it again.
    void renewAction();
    bool isOn() const { return !document_->setup().lanes.empty(); }
    /// Lets the panel change what is compared.
    void connectPanel(ComparePanel* panel);

  signals:
    /// The setup has lanes from now on, or no longer.
    void changed(bool on);

  private:
    void toggle();
    void follow();
    Lanes usualLanes() const;
    void show(int lane);
    void add(ComparePanel* panel);
    void remove(int lane);
    void choose(ComparePanel* panel, int lane, const QString& option,
                const std::optional<QString>& value);

    Document* document_;
    QAction* action_ = nullptr;
    Lanes last_;  // of the last comparison
    bool on_ = false;
};

/// The lane whose cell is of a family ("lstm"), the own one before others; none without lanes.
std::optional<std::size_t> laneOfFamily(const Setup& setup, const QString& family);
/// "Look at the GRU": what it means to make a network the one that all panels show.
QString lookText(const Setup& network);
/// What one network more is to differ in from the setup's own, so that it is like no other.
Lane nextLane(const Setup& setup);

}  // namespace rnnscope
