// SPDX-License-Identifier: GPL-3.0-or-later
// The words and numbers that go with a figure.
#include <QFileInfo>
#include <algorithm>
#include <cassert>
#include <set>

#include "app/dialogs/figure_sheet.h"
#include "app/document.h"
#include "app/plot/number.h"
#include "app/words.h"
#include "core/archive.h"
#include "core/cell.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

/// A name as it stands within a sentence: "noisy sine", but "AR(1)" and "data.csv" as they are.
QString withinSentence(QString name) {
    if (name.size() > 1 && name[1].isLower() && !name.contains(u'.'))
        name[0] = name[0].toLower();
    return name;
}

QString counted(qlonglong count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

QString networkText(const Setup& setup, const NetworkShape& shape) {
    QStringList parts;
    parts << inWords(shape.cell->name());
    parts << counted(shape.hidden, QObject::tr("1 unit"), QObject::tr("%L1 units"));
    if (shape.layers > 1)
        parts << QObject::tr("%L1 layers").arg(shape.layers);
    if (shape.bidirectional)
        parts << QObject::tr("both directions");
    parts << withinSentence(sequenceName(setup));
    return joined(parts);
}

QString clippingText(const Clipping& clipping) {
    switch (clipping.mode) {
        case ClipMode::Norm:
            return QObject::tr("gradient clipping by norm at %1")
                .arg(shortNumber(clipping.threshold));
        case ClipMode::Value:
            return QObject::tr("gradient clipping by value at %1")
                .arg(shortNumber(clipping.threshold));
        case ClipMode::None:
            break;
    }
    return {};
}

/// Quoted where RFC 4180 asks for it.
std::string csvField(const QString& field) {
    std::string text = field.toStdString();
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

QString figureCaption(const Setup& setup, const Snapshot& snapshot, bool training) {
    const NetworkShape& shape = snapshot.shape();
    QStringList parts{networkText(setup, shape)};
    parts << counted(snapshot.steps(), QObject::tr("1 step"), QObject::tr("%L1 steps"));
    parts << (setup.weights.file.empty()
                  ? QObject::tr("seed %1").arg(qulonglong(setup.seed))
                  : QObject::tr("weights from %1")
                        .arg(QFileInfo(QString::fromStdString(setup.weights.file)).fileName()));
    if (setup.spectralRadius)
        parts << QObject::tr("recurrent ρ %1").arg(shortNumber(*setup.spectralRadius));
    if (setup.forgetBias && shape.cell->forgetBlock())
        parts << (shape.cell->states().size() > 1 ? QObject::tr("forget bias %1")
                                                  : QObject::tr("update bias %1"))
                     .arg(shortNumber(*setup.forgetBias));
    if (training)
        parts << QObject::tr("after 0 to %L1 updates").arg(snapshot.known);
    else if (snapshot.update > 0)
        parts << counted(snapshot.update, QObject::tr("after 1 update"),
                         QObject::tr("after %L1 updates"));
    const QString caption = joined(parts), clipping = clippingText(setup.clipping);
    return clipping.isEmpty() ? caption : clauses({caption, clipping});
}

std::string csvText(const DataTable& table) {
    assert(table.names.size() == qsizetype(table.columns.size()));
    std::string text;
    for (qsizetype column = 0; column < table.names.size(); ++column)
        text += (column > 0 ? "," : "") + csvField(table.names[column]);
    text += "\r\n";
    const std::size_t rows = table.columns.empty() ? 0 : table.columns.front().size();
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            assert(table.columns[column].size() == rows);
            text += (column > 0 ? "," : "") + fullNumber(table.columns[column][row]).toStdString();
        }
        text += "\r\n";
    }
    return text;
}

std::vector<Array> arraysOf(const DataTable& table) {
    std::vector<Array> arrays;
    arrays.reserve(table.columns.size());
    std::set<std::string> names;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        const auto& column = table.columns[k];
        const std::string plain = table.names[qsizetype(k)].toStdString();
        std::string name = plain;
        for (int number = 2; !names.insert(name).second; ++number)
            name = plain + " " + std::to_string(number);
        arrays.push_back({name, {column.size()}, column});
    }
    return arrays;
}

Done saveTable(const QString& file, const DataTable& table) {
    if (table.columns.empty())
        return Error{Sentence::tr("the panel has no numbers to save; choose another"),
                     file.toStdString()};
    if (file.endsWith(QStringLiteral(".npz"), Qt::CaseInsensitive))
        return writeNpz(file.toStdString(), arraysOf(table));
    return writeAtomically(file.toStdString(), csvText(table));
}

}  // namespace rnnscope
