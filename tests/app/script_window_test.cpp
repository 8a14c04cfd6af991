// SPDX-License-Identifier: GPL-3.0-or-later
// The network on the screen, taken home as a PyTorch script.
#include <QFile>
#include <QFileDialog>

#include "app/message_bar.h"
#include "core/script/pytorch_script.h"
#include "window_fixture.h"

using namespace rnnscope;

class ScriptWindowTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void savesTheShownUpdate();
    void withoutATargetItSaysWhy();

  private:
    QAction* action() {
        for (QAction* each : window_->findChildren<QAction*>())
            if (each->text() == "Save as &PyTorch script…")
                return each;
        return nullptr;
    }
    QFileDialog* dialog() { return window_->findChild<QFileDialog*>(); }
};

void ScriptWindowTest::savesTheShownUpdate() {
    key(Qt::Key_U);
    settle();
    QCOMPARE(document().snapshot()->update, 1);
    const auto wanted = pytorchScript(*document().snapshot());
    QVERIFY(wanted.ok());
    QVERIFY(action());
    action()->trigger();
    QVERIFY(dialog());
    const QString path = folder_.filePath("network.py");
    Q_EMIT dialog()->fileSelected(path);
    dialog()->close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string written = file.readAll().toStdString();
    QCOMPARE(written, *wanted);
    QVERIFY(written.find("after 1 update by RNNScope") != std::string::npos);
}

void ScriptWindowTest::withoutATargetItSaysWhy() {
    choose("target", "none");
    QVERIFY(action());
    action()->trigger();
    QVERIFY(!dialog());
    QVERIFY(window_->findChild<MessageBar*>()->isVisible());
}

QTEST_MAIN(ScriptWindowTest)
#include "script_window_test.moc"
