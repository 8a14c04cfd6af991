// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory.h"

namespace rnnscope {

Laboratory::Laboratory(Document* document, QObject* parent) : QObject(parent), document_(document) {
    connect(document_, &Document::analysesChanged, this, [this] {
        for (Panel* panel : panels_)
            panel->setAnalyses(document_->analyses());
    });
}

void Laboratory::add(Panel* panel) {
    panels_.push_back(panel);
    // Panels appear and vanish in groups: asked for once, afterwards.
    connect(panel, &Panel::needsChanged, this, [this] {
        if (asked_)
            return;
        asked_ = true;
        QMetaObject::invokeMethod(this, &Laboratory::ask, Qt::QueuedConnection);
    });
    connect(panel, &Panel::spanRequested, this, [this](std::optional<Span> span) {
        span_ = span;
        ask();
    });
    connect(panel, &Panel::fieldRequested, this, [this](const FieldChoice& choice) {
        field_ = choice;
        ask();
    });
}

void Laboratory::ask() {
    asked_ = false;
    AnalysisRequest request;
    for (const Panel* panel : panels_)
        if (panel->isVisible())
            request.wanted |= panel->needs();
    if (request.wanted & FlowAnalysis)
        request.span = span_;
    if (request.wanted & FieldAnalysis)
        request.field = field_;
    document_->requestAnalyses(request);
}

}  // namespace rnnscope
