// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/panel_access.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

#include "app/panels/panel.h"

namespace rnnscope {
namespace {

class AccessiblePanel : public QAccessibleWidget {
    Q_DECLARE_TR_FUNCTIONS(AccessiblePanel)

  public:
    explicit AccessiblePanel(Panel* panel)
        : QAccessibleWidget(panel, QAccessible::Chart), panel_(panel) {}

    QString text(QAccessible::Text which) const override {
        return which == QAccessible::Description ? description() : QAccessibleWidget::text(which);
    }
    QStringList actionNames() const override {
        return QStringList{asTable()} + QAccessibleWidget::actionNames();
    }
    QString localizedActionName(const QString& action) const override {
        return action == asTable() ? tr("As a table")
                                   : QAccessibleWidget::localizedActionName(action);
    }
    QString localizedActionDescription(const QString& action) const override {
        return action == asTable() ? tr("Shows the numbers of this panel as a table")
                                   : QAccessibleWidget::localizedActionDescription(action);
    }
    void doAction(const QString& action) override {
        if (action == asTable())
            Q_EMIT panel_->tableRequested();
        else
            QAccessibleWidget::doAction(action);
    }

  private:
    /// By this name programs ask for it, in every language.
    static QString asTable() { return QStringLiteral("As a table"); }

    QString description() const {
        QStringList told{panel_->summary()};
        if (panel_->snapshot())
            told << positionText(panel_->view().position,
                                 static_cast<int>(panel_->snapshot()->steps()));
        told << tr("A shows the numbers as a table");
        told.removeAll(QString());
        return told.join(QStringLiteral("; "));
    }

    Panel* panel_;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* panel = qobject_cast<Panel*>(object);
    return panel ? new AccessiblePanel(panel) : nullptr;
}

}  // namespace

void installPanelAccess() {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(makeAccessible), true);
}

}  // namespace rnnscope
