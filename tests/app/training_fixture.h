// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the training in the window share; without the window's libraries.
#pragma once

#include <QSignalSpy>
#include <QTest>

#include "app/document.h"
#include "tests/app/snapshots.h"

namespace rnnscope {

inline const Options small = {{"cell", "lstm"}, {"hidden", "4"}, {"length", "20"}};

inline Options smallWith(const Options& changes) {
    Options options = small;
    options.insert(options.end(), changes.begin(), changes.end());
    return options;
}

/// A document that shows this setup.
inline std::unique_ptr<Document> documentOf(const Setup& setup) {
    auto document = std::make_unique<Document>();
    if (!document->change(setup, {}) || !document->settle())
        qFatal("no document");
    return document;
}

inline std::unique_ptr<Document> documentOf(const Options& options) {
    return documentOf(setupOf(options));
}

/// Until the training has ended by itself.
inline bool ended(const Document& document) {
    return QTest::qWaitFor([&] { return !document.isTraining(); }, 20000);
}

inline bool trainedToItsEnd(Document& document) {
    document.train();
    return ended(document);
}

}  // namespace rnnscope
