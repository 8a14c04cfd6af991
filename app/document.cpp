// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QUndoCommand>

#include "app/trainer.h"

namespace rnnscope {

/// From one setup to another. A drag's many changes carry the same key and series, and melt into
/// one.
class Document::ChangeCommand : public QUndoCommand {
  public:
    ChangeCommand(Document& document, Setup next, const QString& text, const QString& key)
        : QUndoCommand(text),
          document_(document),
          before_(document.setup_),
          after_(std::move(next)),
          key_(key),
          series_(document.mergeSeries_) {}

    void undo() override { document_.apply(before_); }
    void redo() override { document_.apply(after_); }
    int id() const override { return key_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const ChangeCommand&>(*other);
        if (next.key_ != key_ || next.series_ != series_)
            return false;
        after_ = next.after_;
        setObsolete(after_ == before_);
        return true;
    }

  private:
    Document& document_;
    Setup before_;
    Setup after_;
    QString key_;
    int series_;
};

Document::Document(QObject* parent) : QObject(parent), trainer_(std::make_unique<Trainer>()) {
    connect(trainer_.get(), &Trainer::ready, this,
            [this](std::shared_ptr<const Snapshot> snapshot) {
                if (snapshot->generation != generation_)
                    return;
                snapshot_ = std::move(snapshot);
                Q_EMIT snapshotChanged();
            });
    connect(trainer_.get(), &Trainer::failed, this, &Document::refused);
}

Document::~Document() = default;

Done Document::change(Setup next, const QString& text, const QString& mergeKey) {
    if (next == setup_ && generation_ > 0)
        return done();
    Done status = loadFiles(next, openFile);
    if (status)
        status = check(next);
    if (!status) {
        Q_EMIT refused(QString::fromStdString(status.error().text()));
        return status;
    }
    if (generation_ == 0)
        apply(next);  // the first setup: nothing to go back to
    else
        undo_.push(new ChangeCommand(*this, std::move(next), text, mergeKey));
    return done();
}

void Document::finishChange() {
    ++mergeSeries_;
}

void Document::apply(const Setup& setup) {
    setup_ = setup;
    request();
    Q_EMIT setupChanged();
}

void Document::request() {
    trainer_->request(setup_, update_, ++generation_);
}

void Document::showUpdate(int update) {
    if (update == update_)
        return;
    update_ = update;
    request();
}

bool Document::isComputing() const {
    return !snapshot_ || snapshot_->generation != generation_;
}

bool Document::settle(int timeout) {
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    connect(this, &Document::snapshotChanged, &loop, &QEventLoop::quit);
    connect(this, &Document::refused, &loop, &QEventLoop::quit);
    while (isComputing() && clock.elapsed() < timeout) {
        QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return !isComputing();
}

}  // namespace rnnscope
