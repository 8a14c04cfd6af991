// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/panels/unrolled_panel.h"
#include "app/panels/unrolled_states.h"
#include "app/panels/unrolled_words.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

class UnrolledPainter {
  public:
    UnrolledPainter(QPainter& painter, const QRectF& area, const UnrolledScene& scene);
    void paint();

  private:
    double px(double length) const { return theme_.px(length); }
    Position now() const { return scene_.view.position; }
    bool played(int step) const { return statePlayed(now(), step, scene_.view.reverse); }
    bool topShown() const { return layout_.showsLayer(snapshot_.shape().layers - 1); }
    auto states(int step, int layer) const {
        const NetworkShape& shape = snapshot_.shape();
        const Trace& trace = snapshot_.record.traces[shape.trace(layer, scene_.view.reverse)];
        return trace.at(shape.cell->hiddenState(), trace.column(step));
    }

    void paintCell(int step, int layer);
    void paintForward(int gapStep);
    void paintInitialState();
    void paintGradient(int gapStep);
    void paintGradientArrow(double tip, double tail, double y, int step, GradientReveal reveal);
    void paintLayerLinks(int step, int layer);
    void paintStem(int step);
    void paintReadout(int step);
    void paintLabels(int step);
    void paintLayerLabel(int layer);
    void paintLoss();

    /// One line of labels, column by column, in the longest wording for which there is room in all.
    template <class WordsOf>
    std::vector<QString> lineOf(const QFont& font, WordsOf wordsOf) const;
    void write(const QRectF& area, const QStringList& words, const QFont& font,
               const QColor& colour, int align = Qt::AlignCenter);
    /// A line with a solid head at `to`; `head` is half the head's width.
    void arrow(QPointF from, QPointF to, const QColor& colour, double width, double head,
               Qt::PenStyle style = Qt::SolidLine);

    QPainter& painter_;
    const UnrolledScene& scene_;
    const Snapshot& snapshot_;
    const Theme& theme_;
    UnrolledLayout layout_;
    int viewed_;
    QFont small_, smallBold_, time_, timeBold_;
    std::vector<QString> inputs_, outputs_, targets_, losses_;  // column by column
    QColor outline_, strongGradient_;
};

UnrolledPainter::UnrolledPainter(QPainter& painter, const QRectF& area, const UnrolledScene& scene)
    : painter_(painter),
      scene_(scene),
      snapshot_(*scene.snapshot),
      theme_(*scene.theme),
      layout_(unrolledLayout(scene.spec(area))),
      viewed_(scene.view.layer),
      small_(theme_.font(11)),
      smallBold_(theme_.boldFont(11)),
      time_(theme_.font(12)),
      timeBold_(theme_.boldFont(12)),
      outline_(blend(theme_.mutedText, theme_.card, 0.5)),
      strongGradient_(theme_.isDark ? theme_.gradient.lighter(140)
                                    : blend(theme_.gradient, theme_.strong, 0.55)) {}

template <class WordsOf>
std::vector<QString> UnrolledPainter::lineOf(const QFont& font, WordsOf wordsOf) const {
    const QFontMetricsF metrics(font);
    const double room = layout_.pitch - px(6);
    std::vector<QStringList> choices;
    qsizetype level = 0;
    for (int step = layout_.first; step <= layout_.last(); ++step) {
        choices.push_back(wordsOf(step));
        const QStringList& words = choices.back();
        while (level + 1 < words.size() && metrics.horizontalAdvance(words[level]) > room)
            ++level;
    }
    std::vector<QString> line;
    for (const QStringList& words : choices)
        line.push_back(words.isEmpty() ? QString() : words[std::min(level, words.size() - 1)]);
    return line;
}

void UnrolledPainter::paint() {
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing);
    if (layout_.inputs)
        inputs_ = lineOf(small_, [&](int step) { return inputWords(*snapshot_.problem, step); });
    if (layout_.readouts) {
        outputs_ = lineOf(smallBold_, [&](int step) { return outputWords(snapshot_, step); });
        targets_ = lineOf(smallBold_, [&](int step) { return targetWords(snapshot_, step); });
        losses_ = lineOf(smallBold_, [&](int step) { return lossWords(snapshot_, step); });
    }
    const bool bothWays = !scene_.gradientNorms->empty();
    for (int step = layout_.first - 1; step <= layout_.last(); ++step) {
        if (bothWays)
            paintGradient(step);
        paintForward(step);
    }
    paintInitialState();
    for (int step = layout_.first; step <= layout_.last(); ++step) {
        for (int row = 0; row < layout_.rows; ++row) {
            paintLayerLinks(step, layout_.firstLayer + row);
            paintCell(step, layout_.firstLayer + row);
        }
        if (topShown() && readoutColumn(snapshot_, step)) {
            paintStem(step);
            if (layout_.readouts)
                paintReadout(step);
        }
        paintLabels(step);
    }
    if (snapshot_.shape().layers > 1)
        for (int row = 0; row < layout_.rows; ++row)
            paintLayerLabel(layout_.firstLayer + row);
    paintLoss();
    painter_.restore();
}

// ---- the cells -----------------------------------------------------------------------------

void UnrolledPainter::paintCell(int step, int layer) {
    const QRectF box = layout_.cell(step, layer);
    const bool viewed = layer == viewed_;
    const bool current = step == now().step;
    const double radius = std::min(px(9), box.height() / 3);
    QPen pen(viewed && layout_.rows > 1 ? theme_.mutedText : outline_, px(viewed ? 1.5 : 1.2));
    QColor fill = theme_.card;
    if (!played(step)) {
        pen.setColor(theme_.faint(theme_.mutedText, 0.45));
        pen.setDashPattern({3, 3});
    }
    if (current) {
        pen = QPen(viewed ? theme_.accent : blend(theme_.accent, theme_.card, 0.7),
                   px(viewed ? 2.6 : 1.4));
        fill = blend(theme_.accent, theme_.card, theme_.isDark ? 0.2 : 0.1);
    }
    if (viewed && !current && scene_.view.quantity == snapshot_.shape().cell->hiddenState())
        pen = QPen(theme_.quantityLine(u"h"), px(2), pen.style());
    painter_.setPen(pen);
    painter_.setBrush(fill);
    painter_.drawRoundedRect(box, radius, radius);
    if (!played(step))
        return;

    const auto values = states(step, layer);
    if (!values.allFinite()) {
        painter_.setPen(QPen(current ? theme_.accent : theme_.danger, px(current ? 2.6 : 2)));
        painter_.setBrush(theme_.chipDanger.ground);
        painter_.drawRoundedRect(box, radius, radius);
        const QString word = values.hasNaN() ? QStringLiteral("NaN") : QStringLiteral("±∞");
        return write(box, {word}, smallBold_, theme_.chipDanger.text);
    }
    const double pad = std::min(px(6), box.height() / 6);
    const QRectF inner = box.adjusted(px(7), pad, -px(7), -pad);
    StateMarks marks{.limit = scene_.limit, .unit = {}};
    if (viewed)
        marks.unit = scene_.view.unit;
    if (values.size() <= mostBars)
        paintBars(painter_, inner, values, marks, theme_);
    else
        paintStrip(painter_, inner, values, marks, theme_);
}

// ---- what flows ----------------------------------------------------------------------------

void UnrolledPainter::arrow(QPointF from, QPointF to, const QColor& colour, double width,
                            double head, Qt::PenStyle style) {
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (!(length > 0))
        return;
    const QPointF unit = along / length;
    const QPointF across(-unit.y(), unit.x());
    const double headLength = std::min(1.5 * head, 0.6 * length);
    const QPointF neck = to - unit * headLength;
    painter_.setPen(QPen(colour, width, style, Qt::FlatCap));
    painter_.drawLine(from, neck + unit * std::min(px(1), headLength / 2));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colour);
    painter_.drawPolygon(QPolygonF{to, neck + across * head, neck - across * head});
}

void UnrolledPainter::paintForward(int gapStep) {
    const bool reverse = scene_.view.reverse;
    const int into = reverse ? gapStep : gapStep + 1;
    const int from = reverse ? gapStep + 1 : gapStep;
    if (into < 0 || into >= layout_.steps || from < 0 || from >= layout_.steps)
        return;
    for (int row = 0; row < layout_.rows; ++row) {
        const int layer = layout_.firstLayer + row;
        const bool viewed = layer == viewed_;
        const double inset = viewed ? px(3) : px(1.5);
        QRectF gap = layout_.gapAfter(gapStep, layer).adjusted(inset, 0, -inset, 0);
        const double y = gap.top() + gap.height() * (viewed ? 0.32 : 0.5);
        QPointF begin(gap.left(), y), end(gap.right(), y);
        if (reverse)
            std::swap(begin, end);
        QColor colour = viewed ? theme_.strong : outline_;
        if (!played(into))
            colour = theme_.faint(theme_.mutedText, viewed ? 0.4 : 0.25);
        if (viewed) {
            arrow(begin, end, colour, px(1.7), std::min(px(4.5), gap.height() * 0.2));
        } else {
            painter_.setPen(QPen(colour, px(1)));
            painter_.drawLine(begin, end);
        }
    }
}

void UnrolledPainter::paintInitialState() {
    const bool reverse = scene_.view.reverse;
    const int step = reverse ? layout_.steps - 1 : 0;
    if (!layout_.shows(step))
        return;
    QRectF gap = layout_.gapAfter(reverse ? step : step - 1, viewed_);
    const double y = gap.top() + gap.height() * 0.32;
    // The half of the gap next to the cell; the symbol takes the other.
    const double wordWidth = QFontMetricsF(small_).horizontalAdvance(QStringLiteral("h₀"));
    const double edge = reverse ? gap.left() + px(3) : gap.right() - px(3);
    const double away = reverse ? 1 : -1;
    const double tail = edge + away * px(13);
    const QColor colour = played(step) ? theme_.strong : theme_.faint(theme_.mutedText, 0.4);
    arrow({tail, y}, {edge, y}, colour, px(1.7), std::min(px(4.5), gap.height() * 0.2));
    const double centre = tail + away * (px(3) + wordWidth / 2);
    write(QRectF(centre - wordWidth / 2 - 1, y - px(8), wordWidth + 2, px(16)),
          {QStringLiteral("h₀")}, small_, theme_.quantityText(u"h"));
}

void UnrolledPainter::paintGradient(int gapStep) {
    const bool reverse = scene_.view.reverse;
    const int step = reverse ? gapStep + 1 : gapStep;  // whose ∂L/∂h this is
    const int source = reverse ? gapStep : gapStep + 1;
    if (step < 0 || step >= layout_.steps || source < 0 || source >= layout_.steps)
        return;
    const QRectF gap = layout_.gapAfter(gapStep, viewed_);
    const double y = gap.top() + gap.height() * 0.7;
    const double tip = reverse ? gap.right() - px(3) : gap.left() + px(3);
    const double tail = reverse ? gap.left() + px(2) : gap.right() - px(2);
    paintGradientArrow(tip, tail, y, step, gradientReveal(now(), step, reverse));
}

void UnrolledPainter::paintGradientArrow(double tip, double tail, double y, int step,
                                         GradientReveal reveal) {
    if (reveal == GradientReveal::Absent)
        return;
    if (reveal == GradientReveal::ToCome) {
        QPen pen(theme_.faint(theme_.gradient, 0.4), px(1.2), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1.5, 3});
        painter_.setPen(pen);
        const double part = 0.2 * (tail - tip);
        painter_.drawLine(QPointF(tip + part, y), QPointF(tail - part, y));
        return;
    }
    const double norm = (*scene_.gradientNorms)[static_cast<std::size_t>(step)];
    const GradientStroke stroke = gradientStroke(norm);
    const double height = layout_.gapAfter(step, viewed_).height();
    if (stroke.undefined) {
        const double middle = (tip + tail) / 2;
        write(QRectF(middle - px(20), y - px(8), px(40), px(16)), {QStringLiteral("NaN")},
              theme_.boldFont(9), theme_.quantityText(u"gradient"));
        return;
    }
    const double full = std::min(px(11), height * 0.17);
    const double body = std::max(full * stroke.width, px(1));
    const double head = std::min(body / 2 + px(3.5), height * 0.24);
    const bool current = reveal == GradientReveal::Current;
    QColor colour = blend(strongGradient_, theme_.gradient, stroke.over);
    if (stroke.vanished) {
        arrow({tail, y}, {tip, y}, colour, px(1), px(2.5), Qt::DotLine);
    } else {
        if (current)
            arrow({tail, y}, {tip, y}, theme_.faint(theme_.gradient, 0.3), body + px(5),
                  head + px(3));
        else
            colour = blend(colour, theme_.card, 0.84);
        arrow({tail, y}, {tip, y}, colour, body, head);
    }
}

// ---- between layers, and to the loss -------------------------------------------------------

void UnrolledPainter::paintLayerLinks(int step, int layer) {
    if (!layout_.showsLayer(layer + 1))
        return;
    const QRectF below = layout_.cell(step, layer), above = layout_.cell(step, layer + 1);
    const double x = below.center().x();
    const QColor colour = played(step) ? theme_.mutedText : theme_.faint(theme_.mutedText, 0.35);
    arrow({x, below.top() - px(0.5)}, {x, above.bottom() + px(1.5)}, colour, px(1.2), px(3));
}

// Up: the read-out looks at the state. Down: the loss of this step enters it.
void UnrolledPainter::paintStem(int step) {
    const QRectF stem = layout_.stem(step);
    const double top = stem.top() + px(1), bottom = stem.bottom() - px(2);
    const GradientReveal reveal = scene_.gradientNorms->empty()
                                      ? GradientReveal::Absent
                                      : gradientReveal(now(), step, scene_.view.reverse);
    const bool both = layout_.readouts && reveal != GradientReveal::Absent;
    const double apart = both ? px(6) : 0.0;
    if (layout_.readouts && played(step))
        arrow({stem.center().x() - apart, bottom}, {stem.center().x() - apart, top},
              theme_.quantityLine(u"output"), px(1.3), px(3));
    if (reveal == GradientReveal::Absent)
        return;
    const bool toCome = reveal == GradientReveal::ToCome;
    const QColor colour = toCome ? theme_.faint(theme_.gradient, 0.4) : theme_.gradient;
    arrow({stem.center().x() + apart, top}, {stem.center().x() + apart, bottom}, colour,
          px(toCome ? 1.1 : 1.8), px(3));
}

void UnrolledPainter::paintReadout(int step) {
    if (!played(step))
        return;
    const auto column = static_cast<std::size_t>(step - layout_.first);
    const bool current = step == now().step;
    const QFont& font = current ? smallBold_ : small_;
    write(layout_.readoutLine(step, 0), {outputs_[column]}, font, theme_.quantityText(u"output"));
    if (!snapshot_.backward)
        return;
    write(layout_.readoutLine(step, 1), {targets_[column]}, font, theme_.quantityText(u"target"));
    if (now().phase != Phase::Forward)
        write(layout_.readoutLine(step, 2), {losses_[column]}, font,
              theme_.quantityText(u"gradient"));
}

void UnrolledPainter::paintLoss() {
    const bool shown = snapshot_.backward && now().phase != Phase::Forward;
    if (!shown || layout_.last() != layout_.steps - 1)
        return;
    const QRectF gap = layout_.gapAfter(layout_.last(), viewed_);
    const QRectF room = layout_.lossLabel(viewed_);
    const double y = gap.top() + gap.height() * 0.7;
    const double radius = std::min(px(5), gap.height() * 0.14);
    const double x = gap.right() + radius;
    if (!scene_.view.reverse)
        paintGradientArrow(gap.left() + px(3), x - radius - px(2), y, layout_.steps - 1,
                           gradientReveal(now(), layout_.steps - 1, false));
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(theme_.gradient);
    painter_.drawEllipse(QPointF(x, y), radius, radius);

    const double loss = snapshot_.backward->loss.loss;
    const QString value = shortNumber(loss);
    const double begin = gap.left() + px(6);
    const QRectF line(begin, gap.top() + gap.height() * 0.32 - px(8), room.right() - begin, px(16));
    const QColor colour = std::isfinite(loss) ? theme_.text : theme_.chipDanger.text;
    QRectF where = line;
    // In reverse the initial state enters here; the loss stands under its dot.
    if (scene_.view.reverse)
        where.moveTop(y + radius + px(1));
    write(where, {QStringLiteral("L = %1").arg(value), value}, smallBold_, colour,
          Qt::AlignLeft | Qt::AlignVCenter);
}

// ---- words ---------------------------------------------------------------------------------

void UnrolledPainter::write(const QRectF& area, const QStringList& words, const QFont& font,
                            const QColor& colour, int align) {
    if (words.isEmpty())
        return;
    const QFontMetricsF metrics(font);
    const double room = area.width() - px(2);
    QString text = words.back();
    for (const QString& word : words)
        if (metrics.horizontalAdvance(word) <= room) {
            text = word;
            break;
        }
    if (metrics.horizontalAdvance(text) > room)
        text = metrics.elidedText(text, Qt::ElideRight, room);
    painter_.setFont(font);
    painter_.setPen(colour);
    painter_.drawText(area, align | Qt::TextSingleLine, text);
}

void UnrolledPainter::paintLabels(int step) {
    const bool current = step == now().step;
    const QString number = QString::number(step + 1);
    write(layout_.timeLabel(step), {QStringLiteral("t = %1").arg(number), number},
          current ? timeBold_ : time_, current ? theme_.text : theme_.mutedText);
    if (layout_.inputs)
        write(layout_.inputLabel(step), {inputs_[static_cast<std::size_t>(step - layout_.first)]},
              small_, current ? theme_.text : theme_.mutedText);
}

void UnrolledPainter::paintLayerLabel(int layer) {
    const bool viewed = layer == viewed_;
    // The initial state stands at this height in the viewed row.
    QRectF area = layout_.layerLabel(layer);
    if (viewed && !scene_.view.reverse && layout_.first == 0)
        area.setTop(area.top() + area.height() * 0.45);
    write(area, {UnrolledPanel::tr("layer %1").arg(layer + 1), QString::number(layer + 1)},
          viewed ? smallBold_ : small_, viewed ? theme_.text : theme_.mutedText,
          Qt::AlignLeft | Qt::AlignVCenter);
}

}  // namespace

UnrolledSpec UnrolledScene::spec(const QRectF& area) const {
    return {.area = area,
            .scale = theme->scale,
            .steps = static_cast<int>(snapshot->steps()),
            .current = view.position.step,
            .layers = snapshot->shape().layers,
            .layer = view.layer,
            .loss = snapshot->backward.has_value()};
}

void paintUnrolled(QPainter& painter, const QRectF& area, const UnrolledScene& scene) {
    UnrolledPainter(painter, area, scene).paint();
}

}  // namespace rnnscope
