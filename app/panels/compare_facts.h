// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "app/panels/panel.h"
#include "core/analysis/decay.h"
#include "core/experiment.h"

namespace rnnscope {

/// What the head of one of several compared networks says.
struct LaneFacts {
    QString cell;             ///< "LSTM"
    QStringList differences;  ///< from the others: "forget bias 2", "16 units"
    QString loss;             ///< "loss 0.123"; empty without a target
    QString overflow;         ///< "overflowed at t = 37"; empty where all is finite
    std::optional<Decay> decay;
    bool own = false;  ///< the one that all other panels show

    /// "LSTM · forget bias 2".
    QString title() const;
};

std::vector<LaneFacts> laneFacts(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                                 const std::vector<View>& views, std::size_t own);

/// A cell's name as on the screen.
QString cellName(const Setup& setup);

}  // namespace rnnscope
