// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include "app/document.h"

class QAction;
class QKeySequence;

namespace rnnscope {

/// What a user can do about training, as actions for the tool row, the menu and the keys.
class TrainingActions : public QObject {
    Q_OBJECT

  public:
    explicit TrainingActions(Document* document, QObject* parent = nullptr);

    /// Trains on from the update that is shown, or pauses.
    QAction* train() const { return train_; }
    /// One update on from the one that is shown.
    QAction* single() const { return single_; }
    /// Stops, and shows the network before its first update.
    QAction* untrained() const { return untrained_; }
    /// Trains a second network beside it that differs in clipping alone.
    QAction* twins() const { return twins_; }
    /// Compares the gradient with central differences.
    QAction* check() const { return check_; }
    QList<QAction*> all() const { return {train_, single_, untrained_, twins_, check_}; }

    /// Both twins from the start, in one gesture: the clipped one is shown, the other beside it.
    void runTwins();
    /// The same training again with the gradient clipped by norm.
    void trainClipped();

  private:
    QAction* add(const QString& text, const QString& tip, const QKeySequence& key);
    void refresh();
    void trainAnew(Setup next, const QString& text);

    Document* document_;
    QHash<QAction*, QString> tips_;  // while there is a target
    QAction *train_, *single_, *untrained_, *twins_, *check_;
};

/// "The gradient agrees with central differences: …", or where it does not; one line.
QString gradientCheckText(const GradientCheck& check, const Setup& setup);

}  // namespace rnnscope
