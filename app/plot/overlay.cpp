// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/overlay.h"

namespace rnnscope {

Overlay::Overlay(QWidget* parent, Paint paint) : QWidget(parent), paint_(std::move(paint)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void Overlay::paintEvent(QPaintEvent*) {
    QCPPainter painter(this);
    paint_(painter);
}

PaintItem::PaintItem(QCustomPlot* plot, Overlay::Paint paint)
    : QCPAbstractItem(plot), paint_(std::move(paint)) {
    setClipToAxisRect(false);
    setSelectable(false);
    setLayer(QStringLiteral("axes"));
}

// QCustomPlot clips one pixel higher: in a stack of plots the playhead would have gaps.
QRect PaintItem::clipRect() const {
    return mParentPlot->viewport().adjusted(0, 0, 0, 2);
}

void PaintItem::draw(QCPPainter* painter) {
    painter->save();
    paint_(*painter);
    painter->restore();
}

namespace {

/// While panels are moved about they have no room for a moment, and nothing can be painted there.
class PatientPlot : public QCustomPlot {
  public:
    using QCustomPlot::QCustomPlot;

  protected:
    void resizeEvent(QResizeEvent* event) override {
        if (!event->size().isEmpty())
            QCustomPlot::resizeEvent(event);
    }
};

}  // namespace

QCustomPlot* makeMousePlot(QWidget* parent) {
    auto* plot = new PatientPlot(parent);
    plot->setFocusPolicy(Qt::NoFocus);
    return plot;
}

QCustomPlot* makeSilentPlot(QWidget* parent) {
    QCustomPlot* plot = makeMousePlot(parent);
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    return plot;
}

void followScreen(QCustomPlot& plot) {
    const qreal ratio = plot.devicePixelRatioF();
    if (!qFuzzyCompare(plot.bufferDevicePixelRatio(), ratio))
        plot.setBufferDevicePixelRatio(ratio);
}

void settleLayout(QCustomPlot& plot) {
    for (const auto phase :
         {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        plot.plotLayout()->update(phase);
}

}  // namespace rnnscope
