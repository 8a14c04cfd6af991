// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in the real window, by its keys and dialogs.
#pragma once

#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include "app/document_store.h"
#include "app/message_bar.h"
#include "app/session.h"
#include "tests/app/window_fixture.h"

namespace rnnscope {

/// All numbers of the pass, bit by bit.
inline QByteArray numbersOf(const Snapshot& snapshot) {
    QByteArray all;
    const auto add = [&all](const Eigen::MatrixXd& values) {
        all.append(reinterpret_cast<const char*>(values.data()),
                   static_cast<qsizetype>(sizeof(double)) * values.size());
    };
    add(snapshot.problem->input);
    add(snapshot.record.output);
    for (const Parameter& item : snapshot.parameters.items)
        add(item.value);
    for (const Trace& trace : snapshot.record.traces)
        for (std::size_t q = 0; q < trace.quantities().size(); ++q)
            add(trace.overTime(q));
    for (const Parameter& item : snapshot.backward->clipped.items)
        add(item.value);
    for (std::size_t k = 0; k < snapshot.history.size(); ++k)
        add(Eigen::Vector2d(snapshot.history[k].loss, snapshot.history[k].gradientNorm));
    for (const auto& other : snapshot.others)
        all += numbersOf(*other);
    return all;
}

class DocumentsWindow : public WindowTest {
  protected:
    QString path(const QString& name) const { return folder_.filePath(name); }
    static QByteArray bytesOf(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) {
        QFile out(path(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    DocumentStore& store() { return window_->store(); }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
    /// By the keyboard and the dialog, as somebody would.
    void saveAs(const QString& name) {
        QFile::remove(path(name + documentSuffix));  // Qt would ask
        key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = window_->findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->setDirectory(folder_.path());
        auto* line = dialog->findChild<QLineEdit*>("fileNameEdit");
        line->setText(name);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!window_->findChild<QFileDialog*>());
    }
    /// The question that is open, if one is.
    QMessageBox* question() {
        for (auto* box : window_->findChildren<QMessageBox*>())
            if (box->isVisible())
                return box;
        return nullptr;
    }
    void answer(QMessageBox::StandardButton button) {
        QMessageBox* box = question();
        QVERIFY(box);
        QTest::mouseClick(box->button(button), Qt::LeftButton);
        QTRY_VERIFY(!question());
    }
    void ownSequence(const QString& file) {
        Setup next = document().setup();
        next.sequence = {};
        next.sequence.task.clear();
        next.sequence.file = file.toStdString();
        next.sequence.reading.decimal = ',';
        next.target = {};
        QVERIFY(document().change(next, "Open").ok());
        settle();
    }
    /// Another window, as after a start.
    void again() {
        window_ = std::make_unique<MainWindow>();
        window_->resize(1600, 900);
        window_->openDefault();
        window_->show();
        activate();
        settle();
    }
    /// As main() starts the window where no file is named.
    void start() {
        window_ = std::make_unique<MainWindow>();
        window_->restoreSession();
        window_->openLast();
        window_->show();
        activate();
        settle();
    }
};

}  // namespace rnnscope
