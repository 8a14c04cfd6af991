// SPDX-License-Identifier: GPL-3.0-or-later
// The sequences that come with the program, and how any sequence is named and opened.
#include <QFile>
#include <QFileInfo>

#include "app/document.h"
#include "app/words.h"
#include "core/drawing.h"
#include "core/sentence.h"
#include "core/tasks/task.h"

namespace rnnscope {

namespace {

QString drawnName() {
    return QObject::tr("Drawn sequence");
}

}  // namespace

QList<Example> examples() {
    return {
        {":/sequences/noisy_sine.csv", QObject::tr("Noisy sine"),
         QObject::tr("A sine with noise; the next value is asked")},
        {":/sequences/pulse.csv", QObject::tr("A pulse to remember"),
         QObject::tr("A pulse comes early and its sign is asked at the end")},
        {":/sequences/airline.csv", QObject::tr("Airline, standardised"),
         QObject::tr("144 months of passengers, brought to mean 0 and deviation 1; the next month "
                     "is asked")},
        {":/sequences/text.txt", QObject::tr("A short text"),
         QObject::tr("One character a step; the next character is asked")},
    };
}

QList<Demonstration> demonstrations() {
    return {
        {":/setups/vanish-hold-grow.json", QObject::tr("Vanish, hold, grow"),
         QObject::tr("Drag Recurrent ρ over 0.5, 1 and 1.6: the gradient falls, holds, rises")},
        {":/setups/who-contributes.json", QObject::tr("Who contributes?"),
         QObject::tr(
             "Nearly all of the gradient comes from the last steps; give ρ a value and see")},
        {":/setups/explosion-and-rescue.json", QObject::tr("Explosion and rescue"),
         QObject::tr(
             "Run twins: the first unclipped update ruins the network, the clipped one learns")},
        {":/setups/norm-against-value.json", QObject::tr("Norm against value"),
         QObject::tr("Clipping by norm keeps the direction, by value bends it")},
        {":/setups/open-carousel.json", QObject::tr("How open is the carousel?"),
         QObject::tr("Drag the forget bias from 0 to 5: it decides what is left after 100 steps")},
        {":/setups/one-bit-through-noise.json", QObject::tr("One bit through noise"),
         QObject::tr("Train with a forget bias of 1, then of 3")},
        {":/setups/lstm-explodes.json", QObject::tr("An LSTM explodes"),
         QObject::tr("The direct path shrinks, and yet the gradient grows: through the gates")},
        {":/setups/adding-race.json", QObject::tr("The adding race"),
         QObject::tr("Train as GRU, LSTM and RNN: who gets there?")},
    };
}

void Example::applyTo(Setup& setup) const {
    relaxTraining(setup);
    setup.sequence = {};
    setup.sequence.task.clear();
    setup.sequence.file = file.toStdString();
    setup.target = {};
    setup.readout = Readout::EveryStep;
    setup.loss = Loss::MeanSquared;
    if (file.endsWith("noisy_sine.csv")) {
        setup.sequence.length = 50;
    } else if (file.endsWith("airline.csv")) {
        setup.sequence.columns = {"passengers"};
        setup.sequence.scaling = Scaling::Standard;
    } else if (file.endsWith("pulse.csv")) {
        setup.sequence.columns = {"pulse", "cue"};
        setup.target.kind = TargetSource::Kind::Column;
        setup.target.name = "answer";
        setup.readout = Readout::LastStep;
    } else if (file.endsWith("text.txt")) {
        setup.loss = Loss::CrossEntropy;
    }
}

QString sequenceName(const Setup& setup) {
    if (const Task* task = findTask(setup.sequence.task))
        return inWords(task->name);
    if (isDrawn(setup))
        return drawnName();
    const QString file = QString::fromStdString(setup.sequence.file);
    for (const Example& example : examples())
        if (example.file == file)
            return example.name;
    return QFileInfo(file).fileName();
}

QString noTargetText() {
    return QObject::tr(
        "Without a target there is no loss and no gradient, so nothing to train; choose one under "
        "Sequence, Target");
}

QString generatedText() {
    return QObject::tr(
        "What a network generates has no target, so no loss and no gradient; go back to the "
        "sequence under Generation");
}

QString errorText(const Error& error) {
    QString text = QString::fromStdString(error.text());
    for (const Example& example : examples())
        text.replace(example.file, example.name);
    for (const Demonstration& each : demonstrations())
        text.replace(each.file, each.name);
    text.replace(QString::fromUtf8(drawnFile.data(), qsizetype(drawnFile.size())), drawnName());
    return text;
}

Result<std::string> openFile(const std::string& file) {
    if (!file.starts_with(":"))
        return readBytes(file, std::uintmax_t{1} << 30);
    QFile own(QString::fromStdString(file));
    if (!own.open(QIODevice::ReadOnly))
        return Error{Sentence::tr("is not among the program's own sequences"), file};
    return own.readAll().toStdString();
}

}  // namespace rnnscope
