// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include <QAction>
#include <QCoreApplication>
#include <string>

namespace rnnscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::Words)
};

// A row a name, as core writes it.
constexpr const char* table[] = {
    // cells
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "RNN"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "RNN ReLU"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "LSTM"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "LSTM, coupled gates"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "LSTM, peepholes"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "GRU"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "GRU, reset before"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "MGU"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "UGRNN"),
    // quantities of a cell
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "input gate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "forget gate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "output gate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "reset gate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "update gate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "candidate, pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "pre-activation"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "input gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "forget gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "output gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "reset gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "update gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "candidate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "cell state"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "squashed cell state"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "hidden state"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "reset hidden state"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "gated hidden state"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "recurrent part of the candidate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "share of the old"),
    // values on the way
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "share of the new"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "what is kept"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "what is written"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "recurrent part, reset"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "peephole of the input gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "peephole of the forget gate"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "peephole of the output gate"),
    // optimisers
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "SGD"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "SGD with momentum"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Adam"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "RMSprop"),
    // tasks
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Copy"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "A word of up to five symbols, blanks, then a cue; the word is asked after "
                      "the cue, a blank before."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Temporal order"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "Among other symbols X or Y comes up twice; at the end it is asked which "
                      "came first and which second."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Sine"),
    QT_TRANSLATE_NOOP(
        "rnnscope::CoreWords",
        "A sine of period 20 that starts anywhere; the next value is asked at every step."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Latch"),
    QT_TRANSLATE_NOOP(
        "rnnscope::CoreWords",
        "Plus or minus one, then noise; the sign of the first value is asked at the end."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Airline passengers"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "Monthly airline passengers from 1949 to 1960 in hundreds of thousands; the "
                      "next month is asked at every step."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Airline passengers, log differences"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "The change of the natural logarithm of airline passengers from month to "
                      "month; the next change is asked at every step."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Adding"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "Random numbers, of which one in each half is marked; the sum of the marked "
                      "two is asked at the end."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Echo"),
    QT_TRANSLATE_NOOP(
        "rnnscope::CoreWords",
        "Random numbers; at every step the one five steps earlier is asked, 0 before."),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Parity"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords",
                      "Plus and minus ones; at every step it is asked whether the plus ones so far "
                      "are even or odd in number."),
    // what a drawn sequence begins with
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Zero"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Zero at every step"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Sine"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Three periods between -1 and 1"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Step"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Zero, and one from the middle on"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Pulse"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "One at a single early step, zero else"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Noise"),
    QT_TRANSLATE_NOOP("rnnscope::CoreWords", "Drawn evenly between -1 and 1; the seed decides"),
};

}  // namespace

QString inWords(std::string_view name) {
    return QCoreApplication::translate("rnnscope::CoreWords", std::string(name).c_str());
}

std::span<const char* const> coreWords() {
    return table;
}

QString listed(const QStringList& names) {
    return names.join(Words::tr(", ", "between names"));
}

QString joined(const QStringList& parts) {
    return parts.join(Words::tr(", ", "between parts of a sentence"));
}

QString clauses(const QStringList& parts) {
    return parts.join(Words::tr("; "));
}

QString labelled(const QString& what, const QString& said) {
    return Words::tr("%1: %2").arg(what, said);
}

QString withoutMnemonic(const QString& text) {
    QString plain;
    for (qsizetype k = 0; k < text.size(); ++k) {
        // Where letters have no keys, the key stands in brackets behind the word.
        if (text[k] == u'(' && text.mid(k + 1, 1) == u"&" && text.mid(k + 3, 1) == u")") {
            k += 3;
            continue;
        }
        if (text[k] == u'&' && ++k == text.size())
            break;
        plain += text[k];
    }
    return plain;
}

QString actionName(const QAction& action) {
    // Qt's own stand-in for a text of its own has lost the sign before the key, not the brackets.
    const QAction standIn(action.text());
    return action.iconText() == standIn.iconText() ? withoutMnemonic(action.text())
                                                   : action.iconText();
}

}  // namespace rnnscope
