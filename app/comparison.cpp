// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison.h"

#include <QAction>
#include <QRegularExpression>
#include <algorithm>

#include "app/panels/compare_facts.h"
#include "app/panels/compare_panel.h"
#include "app/setup_facts.h"
#include "app/words.h"

namespace rnnscope {
namespace {

/// Whether two of the networks are the same.
bool hasDoubles(const Setup& setup) {
    const auto all = laneSetups(setup);
    if (!all)
        return true;
    for (auto each = all->begin(); each != all->end(); ++each)
        if (std::find(std::next(each), all->end(), *each) != all->end())
            return true;
    return false;
}

/// "RNN, LSTM and GRU".
QString namesOf(const std::vector<Setup>& networks) {
    QStringList names;
    for (const Setup& each : networks)
        names << cellName(each);
    const QString last = names.takeLast();
    return names.isEmpty() ? last : Comparison::tr("%1 and %2").arg(listed(names), last);
}

QString firstUpper(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace

Comparison::Comparison(Document* document, QObject* parent) : QObject(parent), document_(document) {
    renewAction();
    connect(document_, &Document::setupChanged, this, &Comparison::follow);
}

void Comparison::renewAction() {
    delete std::exchange(action_, new QAction(tr("Compare"), this));
    action_->setObjectName(QStringLiteral("compare"));
    action_->setCheckable(true);
    action_->setShortcut(QKeySequence(Qt::Key_C));
    action_->setIconText(tr("Compare networks side by side"));
    action_->setToolTip(tr("RNN, LSTM and GRU side by side on the same sequence (%1)")
                            .arg(action_->shortcut().toString(QKeySequence::NativeText)));
    action_->setChecked(isOn());
    connect(action_, &QAction::triggered, this, &Comparison::toggle);
}

/// Those of the last time, unless two of them have become the same since.
Lanes Comparison::usualLanes() const {
    Setup next = document_->setup();
    next.lanes = last_;
    return last_.empty() || hasDoubles(next) ? standardLanes(next) : last_;
}

void Comparison::toggle() {
    Setup next = document_->setup();
    if (isOn()) {
        next.lanes = {};
        (void)document_->change(next, tr("Leave the comparison"));
    } else {
        next.lanes = usualLanes();
        const auto all = laneSetups(next);
        (void)document_->change(next, tr("Compare %1").arg(all ? namesOf(*all) : QString()));
    }
    follow();  // a refusal leaves the button as it was
}

void Comparison::follow() {
    action_->setChecked(isOn());
    if (isOn())
        last_ = document_->setup().lanes;
    if (std::exchange(on_, isOn()) != isOn())
        Q_EMIT changed(isOn());
}

void Comparison::connectPanel(ComparePanel* panel) {
    connect(panel, &ComparePanel::laneRequested, this, &Comparison::show);
    connect(panel, &ComparePanel::laneRemovalRequested, this, &Comparison::remove);
    connect(panel, &ComparePanel::laneAdditionRequested, this, [this, panel] { add(panel); });
    connect(panel, &ComparePanel::laneChoiceRequested, this,
            [this, panel](int lane, const QString& option, const std::optional<QString>& value) {
                choose(panel, lane, option, value);
            });
}

void Comparison::show(int lane) {
    if (auto next = withOwnLane(document_->setup(), std::size_t(lane)))
        (void)document_->change(*next, lookText(*next));
}

void Comparison::remove(int lane) {
    const auto all = laneSetups(document_->setup());
    auto next = withoutLane(document_->setup(), std::size_t(lane));
    if (all && next && std::size_t(lane) < all->size())
        (void)document_->change(
            *next, tr("Compare no longer with %1").arg(cellName((*all)[std::size_t(lane)])));
}

void Comparison::add(ComparePanel* panel) {
    auto next = withLane(document_->setup(), nextLane(document_->setup()));
    if (!next)
        return panel->refuse({}, firstUpper(QString::fromStdString(next.error().text())));
    (void)document_->change(*next, tr("Compare one network more"));
}

void Comparison::choose(ComparePanel* panel, int lane, const QString& option,
                        const std::optional<QString>& value) {
    const std::string name = option.toStdString();
    const std::string text = value.value_or(QString()).toStdString();
    auto next = withLaneChoice(document_->setup(), std::size_t(lane), name,
                               value ? std::optional<std::string_view>(text) : std::nullopt);
    // What cannot work is told where it was chosen, and changes nothing.
    Done status = next ? check(*next) : Done(next.error());
    if (!status) {
        QString told = errorText(status.error());
        // Which network and which choice it is about is plain.
        static const QRegularExpression about(QStringLiteral("^(lane \\d+: )?([a-z-]+: )?"));
        told.remove(about);
        return panel->refuse(option, firstUpper(told));
    }
    const auto all = laneSetups(*next);
    (void)document_->change(*next, tr("Change the %1").arg(cellName((*all)[std::size_t(lane)])));
}

std::optional<std::size_t> laneOfFamily(const Setup& setup, const QString& family) {
    const auto all = laneSetups(setup);
    if (setup.lanes.empty() || !all)
        return std::nullopt;
    const auto fits = [&](const Setup& each) { return cellFamily(each.cell) == family; };
    if (fits(setup))
        return setup.lanes.place;
    const auto found = std::find_if(all->begin(), all->end(), fits);
    return found == all->end() ? std::nullopt : std::optional(std::size_t(found - all->begin()));
}

QString lookText(const Setup& network) {
    return Comparison::tr("Look at the %1").arg(cellName(network));
}

Lane nextLane(const Setup& setup) {
    const Cell* cell = findCell(setup.cell);
    const bool forgets = cell && cell->forgetBlock();
    const std::string option = forgets ? "forget-bias" : "spectral-radius";
    Lane lane;
    for (const char* value : {"2", "1", "4", "0.5", "0"}) {
        lane.choices = {{option, value}};
        Setup next = setup;
        next.lanes.others.push_back(lane);
        if (!hasDoubles(next))
            break;
    }
    return lane;
}

}  // namespace rnnscope
