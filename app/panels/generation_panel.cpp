// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_panel.h"

#include <qcustomplot.h>

#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>

#include "app/panels/generation_controls.h"
#include "app/plot/number.h"
#include "app/plot/tip.h"
#include "app/words.h"
#include "core/generation.h"

namespace rnnscope {
namespace {

QString wordsFor(GenerationObstacle obstacle) {
    switch (obstacle) {
        case GenerationObstacle::Target:
            return GenerationPanel::tr(
                "To go on by itself, a network must foresee the next value: choose that as target");
        case GenerationObstacle::Readout:
            return GenerationPanel::tr(
                "To go on by itself, a network must answer at every step: choose that read-out");
        case GenerationObstacle::Direction:
            return GenerationPanel::tr("What comes cannot be read backwards: choose one direction");
        case GenerationObstacle::Loss:
            return GenerationPanel::tr(
                "A text goes on by probabilities: choose cross-entropy as loss");
        case GenerationObstacle::Scaling:
            return GenerationPanel::tr(
                "Classes that are scaled cannot be fed back: choose no scaling");
        case GenerationObstacle::Sizes:
            break;
    }
    return GenerationPanel::tr(
        "The read-out and the input have different sizes: choose weights that fit");
}

bool isText(const Snapshot& snapshot) {
    return !snapshot.learnt->outputNames.empty();
}

}  // namespace

GenerationPanel::GenerationPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent), controls_(new GenerationControls(this)) {
    setObjectName(QStringLiteral("generation"));
    setMouseTracking(true);
    setAccessibleName(tr("Generation"));
    controls_->setTheme(theme);
    connect(controls_, &GenerationControls::wanted, this, &GenerationPanel::generationRequested);
    connect(controls_, &GenerationControls::released, this, &GenerationPanel::generationFinished);
}

QSize GenerationPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize GenerationPanel::minimumSizeHint() const {
    return QSizeF(theme().px(240), theme().px(120)).toSize();
}

// ---- what is shown -------------------------------------------------------------------------

int GenerationPanel::step() const {
    return std::clamp(view().position.step, 0, steps() - 1);
}

bool GenerationPanel::ofClasses() const {
    return snapshot()->setup.loss == Loss::CrossEntropy;
}

QString GenerationPanel::message() const {
    if (!snapshot() || snapshot()->generated)
        return {};
    if (const auto obstacle =
            obstacleTo(snapshot()->setup, snapshot()->shape(), isText(*snapshot())))
        return wordsFor(*obstacle);
    if (isText(*snapshot()))
        return tr(
            "Generate lets the network go on with the prompt: each letter it draws is what "
            "it is given next");
    return tr(
        "Generate lets the network go on from the end of the sequence: each answer is what "
        "it is given next");
}

QRectF GenerationPanel::picture() const {
    const double top = controls_->heightFor(width()) + theme().px(8);
    return QRectF(rect()).adjusted(theme().px(2), top, -theme().px(10), -theme().px(2));
}

/// The text has what it takes, and leaves the bars as much as they need.
void GenerationPanel::place(const QRectF& area) {
    if (!snapshot()->generated)
        return;
    if (!ofClasses())
        return curves_.set(*snapshot(), theme(), area);
    text_.set(*snapshot(), theme(), area.width());
    const double least = std::min(theme().px(104), area.height() * 0.55);
    const double line = text_.lineHeight();
    const double room = std::max(line, std::floor((area.height() - least) / line) * line);
    const double high = std::min(text_.height(), room);
    textArea_ = QRectF(area.left(), area.top(), area.width(), high);
    const double top = textArea_.bottom() + theme().px(8);
    barsArea_ = QRectF(area.left(), top, area.width(),
                       std::clamp(area.bottom() - top, 0.0, theme().px(240)));
    bars_.set(*snapshot(), theme(), barsArea_, step());
}

void GenerationPanel::refresh() {
    const Snapshot& shown = *snapshot();
    GenerationControls::State state;
    state.choice = shown.setup.generation;
    state.text = isText(shown);
    state.classes = ofClasses();
    state.possible =
        shown.generated || !obstacleTo(shown.setup, shown.shape(), isText(shown)).has_value();
    if (state.text) {
        Index first = 0;
        shown.learnt->input.col(0).cwiseAbs().maxCoeff(&first);
        state.first = classMark(shown, first);
    }
    controls_->setState(state);
    controls_->setTheme(theme());
    controls_->arrange({0, 0, width(), controls_->heightFor(width())});
    place(picture());
    describe();
    update();
}

void GenerationPanel::moveCursor() {
    if (snapshot()->generated && ofClasses())
        bars_.set(*snapshot(), theme(), barsArea_, step());
    describe();
    update();
}

void GenerationPanel::describe() {
    if (!snapshot())
        return;
    QString words = message();
    if (words.isEmpty() && ofClasses()) {
        const auto& classes = snapshot()->generated->classes;
        const std::span<const Index> soFar(classes.data(), std::size_t(step()) + 2);
        words = bars_.headline();
        if (isText(*snapshot()))
            words = clauses(
                {QString::fromStdString(textOf(snapshot()->setup, *snapshot()->problem, soFar)),
                 words});
    } else if (words.isEmpty()) {
        words = curves_.headline(step());
    }
    setAccessibleDescription(words);
}

DataTable GenerationPanel::data() const {
    DataTable table;
    if (!snapshot() || !snapshot()->generated)
        return table;
    const Generated& generated = *snapshot()->generated;
    const auto column = [&](const QString& name) -> std::vector<double>& {
        table.names << name;
        return table.columns.emplace_back();
    };
    table.columns.reserve(4 + 2 * std::size_t(snapshot()->shape().input));
    auto& times = column(QStringLiteral("t"));
    auto& given = column(QStringLiteral("given"));
    for (int t = 0; t < steps(); ++t) {
        times.push_back(t + 1);
        given.push_back(t < generated.given ? 1 : 0);
    }
    if (ofClasses()) {
        auto& classes = column(QStringLiteral("class"));
        auto& next = column(QStringLiteral("next"));
        auto& share = column(QStringLiteral("p_next"));
        for (int t = 0; t < steps(); ++t) {
            const Index following = generated.classes[std::size_t(t) + 1];
            classes.push_back(double(generated.classes[std::size_t(t)]));
            next.push_back(double(following));
            share.push_back(probabilities(snapshot()->record.output.col(t),
                                          snapshot()->setup.generation.temperature)[following]);
        }
        return table;
    }
    const Eigen::MatrixXd& input = snapshot()->record.layerInput.front();
    const Eigen::MatrixXd ahead = foreseen(snapshot()->setup, snapshot()->record);
    for (Index row = 0; row < input.rows(); ++row) {
        const QString name =
            QString::fromStdString(snapshot()->problem->inputNames[std::size_t(row)]);
        auto& values = column(name);
        auto& answers = column(QStringLiteral("next_") + name);
        for (int t = 0; t < steps(); ++t) {
            values.push_back(input(row, t));
            answers.push_back(ahead(row, t + 1));
        }
    }
    return table;
}

// ---- painting ------------------------------------------------------------------------------

void GenerationPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    controls_->arrange({0, 0, width(), controls_->heightFor(width())});
    if (snapshot())
        place(picture());
}

void GenerationPanel::paintPicture(QPainter& painter, const QRectF& area) const {
    if (const QString words = message(); !words.isEmpty()) {
        painter.setFont(theme().font(13));
        painter.setPen(QPen(theme().mutedText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, words);
        return;
    }
    if (!ofClasses())
        return curves_.paint(painter, step());
    text_.paint(painter, textArea_, step());
    bars_.paint(painter);
}

void GenerationPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    if (snapshot())
        paintPicture(painter, picture());
}

void GenerationPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    painter.save();
    const QRectF room = area.adjusted(theme().px(2), 0, -theme().px(10), 0);
    place(room);
    paintPicture(painter, room);
    if (!size().isEmpty())
        place(picture());
    painter.restore();
}

// ---- pointing ------------------------------------------------------------------------------

std::optional<int> GenerationPanel::stepAt(const QPointF& point) const {
    if (!snapshot() || !snapshot()->generated)
        return std::nullopt;
    if (!ofClasses())
        return curves_.stepAt(point);
    const auto part = text_.partAt(textArea_, step(), point);
    return part ? std::optional(std::min(*part, steps() - 1)) : std::nullopt;
}

QString GenerationPanel::hoverText(const QPointF& point) const {
    if (!snapshot() || !snapshot()->generated)
        return {};
    if (!ofClasses()) {
        const auto at = curves_.stepAt(point);
        return at ? curves_.headline(*at).toHtmlEscaped() : QString();
    }
    const auto part = text_.partAt(textArea_, step(), point);
    if (!part)
        return bars_.hoverText(point);
    const Generated& generated = *snapshot()->generated;
    const Index number = generated.classes[std::size_t(*part)];
    QString words =
        QStringLiteral("<b>%1</b><br>").arg(classMark(*snapshot(), number).toHtmlEscaped());
    words += *part == steps() ? tr("the last answer, not fed back") : tr("t = %1").arg(*part + 1);
    if (*part == 0)
        return words;
    const double share = probabilities(snapshot()->record.output.col(*part - 1),
                                       snapshot()->setup.generation.temperature)[number];
    return words + QStringLiteral("<br>") +
           (*part < generated.given ? tr("given; the network had p = %1 for it")
                                    : tr("drawn with p = %1"))
               .arg(shortNumber(share));
}

bool GenerationPanel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    return Panel::event(event);
}

void GenerationPanel::mousePressEvent(QMouseEvent* event) {
    const auto at = stepAt(event->position());
    dragging_ = event->button() == Qt::LeftButton && at;
    if (!dragging_)
        return event->ignore();
    emit stepRequested(*at);
}

void GenerationPanel::mouseMoveEvent(QMouseEvent* event) {
    if (const auto at = stepAt(event->position()); dragging_ && at)
        emit stepRequested(*at);
    showTipAbove(*this, event->globalPosition().toPoint(), hoverText(event->position()));
}

void GenerationPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

}  // namespace rnnscope
