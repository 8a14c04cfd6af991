// SPDX-License-Identifier: GPL-3.0-or-later
// What every text of the window is put together with, in the language of now.
#pragma once

#include <QString>
#include <QStringList>
#include <span>
#include <string_view>

class QAction;

namespace rnnscope {

/// A name that core gives in English to a cell, a quantity, a task or an optimiser; one that is not
/// in the table stays as it is.
QString inWords(std::string_view name);
/// Every name that core gives, once.
std::span<const char* const> coreWords();

/// Names one after the other: "RNN, LSTM, GRU", "RNN、LSTM、GRU".
QString listed(const QStringList& names);
/// Parts of one sentence: "update 5, not clipped", "第 5 次更新，未裁剪".
QString joined(const QStringList& parts);
/// Several sentences that belong together: "loss 3; overflows".
QString clauses(const QStringList& parts);
/// What something is, and what is said of it: "learning rate: 0.01".
QString labelled(const QString& what, const QString& said);

/// The text of an action without its access key: "File" of "&File", "文件" of "文件(&F)".
QString withoutMnemonic(const QString& text);
/// What an action is called where it stands alone, in a sheet of keys or on a button.
QString actionName(const QAction& action);

}  // namespace rnnscope
