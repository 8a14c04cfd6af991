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

QTEST_MAIN(PanelSizesTest)
#include "panel_sizes_test.moc"
