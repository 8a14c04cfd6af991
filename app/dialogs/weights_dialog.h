// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/plot/theme.h"
#include "core/setup.h"
#include "core/weights_report.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace rnnscope {

/// Shows how a file of weights is understood before it replaces the network's. For open(): connect
/// to accepted(), then ask applyTo().
class WeightsDialog : public QDialog {
    Q_OBJECT

  public:
    /// `weights` have been read and are of some network, as weightsReport() has told; `shown` is
    /// the network that they are to replace.
    WeightsDialog(ArrayFile weights, const Setup& now, const NetworkShape& shown,
                  const Theme& theme, QWidget* parent = nullptr);

    /// Sets the weights and their cell, and drops what would change them: spectral radius, forget
    /// bias, zero biases and edited weights.
    void applyTo(Setup& setup) const;

  private:
    void build();
    void addCells(class QVBoxLayout& column);
    QWidget* buildFooter();
    void fill();
    QString facts() const;
    QString notes() const;

    ArrayFile weights_;
    Setup now_;
    NetworkShape shown_;
    Theme theme_;
    WeightsReport report_;

    QLabel* facts_ = nullptr;
    QComboBox* cell_ = nullptr;  ///< where several have these tensors
    QTableWidget* table_ = nullptr;
    QLabel* notes_ = nullptr;
    QLabel* error_ = nullptr;
    QPushButton* load_ = nullptr;
};

}  // namespace rnnscope
