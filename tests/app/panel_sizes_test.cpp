// SPDX-License-Identifier: GPL-3.0-or-later
// A panel looks as its size has it, whatever size it had before.
#include "app/panels/table.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

class PanelSizesTest : public QObject {
    Q_OBJECT

  private slots:
    void resizedOrNot_data();
    void resizedOrNot();
    void nothingToShowIsNoComplaint_data() { resizedOrNot_data(); }
    void nothingToShowIsNoComplaint();

  private:
    /// On the screen in one size after another, the last one as looked at.
    static QImage shown(const PanelKind& kind, const std::vector<QSize>& sizes) {
        const auto panel = kind.make(Theme::light());
        const SharedSnapshot snapshot = pass(clippedByNorm, 2);
        View view;
        view.position = {0, Phase::Update, 0};
        panel->resize(sizes.front());
        panel->show();
        if (!QTest::qWaitForWindowExposed(panel.get()))
            qFatal("no window");
        fillPanel(*panel, snapshot, view);
        for (const QSize& size : sizes) {
            panel->resize(size);
            QTest::qWait(1);
        }
        return panel->grab().toImage();
    }
};

void PanelSizesTest::resizedOrNot_data() {
    QTest::addColumn<int>("kind");
    for (std::size_t k = 0; k < panelKinds().size(); ++k)
        QTest::newRow(panelKinds()[k].id) << int(k);
}

void PanelSizesTest::resizedOrNot() {
    QFETCH(int, kind);
    const PanelKind& each = panelKinds()[std::size_t(kind)];
    const QSize low(640, 260), high(480, 420);
    QCOMPARE(shown(each, {low, high}), shown(each, {high}));
    QCOMPARE(shown(each, {high, low}), shown(each, {low}));
}

QStringList complaints;

/// A plain RNN has no gates and no cell state: their plots are empty, and say nothing of it.
void PanelSizesTest::nothingToShowIsNoComplaint() {
    QFETCH(int, kind);
    complaints.clear();
    const auto before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
            if (message.contains("QCP"))
                complaints << message;
        });
    const auto panel = panelKinds()[std::size_t(kind)].make(Theme::light());
    panel->resize(640, 260);
    panel->show();
    const bool exposed = QTest::qWaitForWindowExposed(panel.get());
    fillPanel(*panel, pass({{"cell", "rnn"}}), {});
    QTest::qWait(1);
    fillPanel(*panel, pass(clippedByNorm), {});
    QTest::qWait(1);
    fillPanel(*panel, pass({{"cell", "rnn"}}), {});
    QTest::qWait(1);
    qInstallMessageHandler(before);
    QVERIFY(exposed);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
}

QTEST_MAIN(PanelSizesTest)
#include "panel_sizes_test.moc"
