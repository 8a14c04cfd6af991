// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_panel.h"

#include <QAbstractButton>

#include "app/panels/field_controls.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;
using Page = ClippingPanel::Page;

class ClippingPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void pagesAreSwitchedByTheHeader();
    void everySizeDraws();
    void everyPageDrawsAtEverySize();
};

void ClippingPanelTest::pagesAreSwitchedByTheHeader() {
    OnScreen<ClippingPanel> panel({500, 260});
    panel.setSnapshot(pass(clippedByNorm));
    std::unique_ptr<QWidget> tool(panel.headerTool());
    tool->setParent(nullptr);
    tool->show();
    QSignalSpy needs(&panel, &Panel::needsChanged);
    QVERIFY(panel.pageButton(Page::Gradient)->isChecked());
    QCOMPARE(panel.needs(), unsigned(NoAnalysis));
    QTest::mouseClick(panel.pageButton(Page::Twins), Qt::LeftButton);
    QCOMPARE(panel.page(), Page::Twins);
    QCOMPARE(needs.count(), 0);
    QTest::mouseClick(panel.pageButton(Page::Field), Qt::LeftButton);
    QCOMPARE(panel.page(), Page::Field);
    QCOMPARE(panel.needs(), unsigned(FieldAnalysis));
    QCOMPARE(needs.count(), 1);
    QVERIFY(panel.fieldControls()->isVisible());
    QTest::mouseClick(panel.pageButton(Page::Gradient), Qt::LeftButton);
    QCOMPARE(panel.needs(), unsigned(NoAnalysis));
    QCOMPARE(needs.count(), 2);
    QVERIFY(!panel.fieldControls()->isVisible());
    QVERIFY(panel.data().names.contains("norm_after"));
}

void ClippingPanelTest::everySizeDraws() {
    for (const int updates : {0, 1, 300})
        for (const Theme* theme : everyTheme)
            for (const QSize size :
                 {QSize(1, 1), QSize(300, 60), QSize(300, 150), QSize(1600, 900)}) {
                OnScreen<ClippingPanel> panel(size, {}, *theme);
                panel.setSnapshot(pass({{"hidden", "1"}, {"length", "2"}}, updates));
                QVERIFY(!panel.grab().isNull());
                panel.hoverText(QPointF(size.width() / 2.0, size.height() / 2.0));
            }
}

void ClippingPanelTest::everyPageDrawsAtEverySize() {
    const auto wild =
        pass({{"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"length", "2000"}, {"twin", ""}}, 2);
    const auto twins = pass({{"clip", "value"}, {"twin", ""}}, 20);
    for (const auto& shown : {wild, twins, pass({{"target", "none"}}), pass({{"hidden", "1"}})})
        for (const Theme* theme : everyTheme)
            for (const Page page : {Page::Twins, Page::Field})
                for (const QSize size :
                     {QSize(1, 1), QSize(260, 140), QSize(300, 500), QSize(1600, 900)}) {
                    OnScreen<ClippingPanel> panel(size, {}, *theme);
                    panel.setPage(page);
                    panel.setSnapshot(shown);
                    if (panel.fieldChoice()) {
                        AnalysisRequest request;
                        request.wanted = panel.needs();
                        request.field = *panel.fieldChoice();
                        request.field.side = 3;
                        panel.setAnalyses(analyse(shown, request));
                        QVERIFY(panel.field().field());
                    }
                    QVERIFY(!panel.grab().isNull());
                    panel.hoverText(QPointF(size.width() / 4.0, size.height() / 3.0));
                }
}

QTEST_MAIN(ClippingPanelTest)
#include "clipping_panel_test.moc"
