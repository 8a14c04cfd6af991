// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "app/dialogs/import_dialog.h"
#include "app/dialogs/sequence_plot.h"
#include "app/dialogs/sheet_view.h"

namespace rnnscope {

inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// A dialog on the screen.
struct Shown {
    explicit Shown(const QString& file) : dialog(file, Theme::light()) {
        dialog.open();
        settle();
    }
    /// What was copied.
    explicit Shown(const char* pasted)
        : dialog(std::make_shared<const std::string>(pasted), Theme::light()) {
        dialog.open();
        settle();
    }
    void settle() {
        if (!QTest::qWaitFor([&] { return !dialog.findChild<LatestJob*>()->isBusy(); }, 10000))
            qWarning("still reading");
    }
    QString status() const { return dialog.findChild<QLabel*>("status")->text(); }
    SequencePlot* plot() const { return dialog.findChild<SequencePlot*>(); }
    QComboBox* box(const char* name) const { return dialog.findChild<QComboBox*>(name); }
    bool hides(const char* name) const { return !dialog.findChild<QWidget*>(name)->isVisible(); }
    QSpinBox* number(const char* name) const { return dialog.findChild<QSpinBox*>(name); }
    /// By the keyboard, as a user does.
    void type(const char* name, const QString& text) {
        QSpinBox* box = number(name);
        QVERIFY2(box && box->isVisible(), name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Tab);
        settle();
    }
    Setup setup() const {
        Setup setup;
        dialog.applyTo(setup);
        return setup;
    }
    QString scaled() const { return dialog.findChild<QLabel*>("scaled")->text(); }
    SheetView* view() const { return dialog.findChild<SheetView*>(); }
    QPushButton* openButton() const {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->text() == "Open")
                return button;
        return nullptr;
    }
    /// By the keyboard, as a user does.
    void pick(QComboBox* box, const QString& text) {
        const int index = box->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        box->setFocus();
        while (box->currentIndex() != index)
            QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
        settle();
    }
    QStringList roles() const {
        QStringList names;
        for (const ColumnUse use : view()->sheetModel()->roles())
            names << (use == ColumnUse::Input      ? "input"
                      : use == ColumnUse::Target   ? "target"
                      : use == ColumnUse::Sequence ? "sequence"
                                                   : "-");
        return names;
    }

    ImportDialog dialog;
};

/// Files for a test.
class Folder {
  public:
    QString write(const QString& name, const QByteArray& content) {
        QFile file(folder_.filePath(name));
        if (!folder_.isValid() || !file.open(QIODevice::WriteOnly) ||
            file.write(content) != content.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

  private:
    QTemporaryDir folder_;
};

}  // namespace rnnscope
