// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <map>
#include <optional>

#include "app/hint.h"
#include "app/plot/theme.h"
#include "core/setup.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace rnnscope {

/// What one of several compared networks may differ in, as a small sheet under its head. Holds
/// nothing: what the user wants leaves by signals, and comes back as the network's setup.
class LaneEditor : public QFrame {
    Q_OBJECT

  public:
    explicit LaneEditor(const Theme& theme, QWidget* parent);

    /// The network's own setup; `own`: it is the one that all panels show.
    void setSetup(const Setup& setup, bool own);
    /// Says at a choice's place why it is not taken, and shows what there is.
    void refuse(const QString& option, const QString& text);
    /// What is said at the moment; empty where nothing is.
    QString hint() const;

    /// The fields, by the option that they choose.
    QLineEdit* field(const QString& option) const { return fields_.at(option).line; }
    QComboBox* choice(const QString& option) const { return choices_.at(option); }
    QPushButton* removeButton() const { return remove_; }
    QPushButton* ownButton() const { return own_; }

  signals:
    /// A choice, as setOption() takes it; none: as where nothing is chosen.
    void chosen(const QString& option, const std::optional<QString>& value);
    void removed();
    void madeOwn();
    void closed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    struct Field {
        QLineEdit* line;
        Hint* hint;
        QString shown;
        bool optional;  ///< empty: nothing is chosen
    };

    void addRow(const QString& name, QWidget* widget, const QString& tip);
    void addField(const QString& option, const QString& name, const QString& tip,
                  const QString& absence = {});
    void addChoice(const QString& option, const QString& name, const QString& tip);
    void take(const QString& option);
    void setField(const QString& option, const QString& text);

    Theme theme_;
    QGridLayout* grid_;
    std::map<QString, Field> fields_;
    std::map<QString, QComboBox*> choices_;
    QPushButton *own_, *remove_;
};

}  // namespace rnnscope
