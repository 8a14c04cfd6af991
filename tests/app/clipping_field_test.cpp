// SPDX-License-Identifier: GPL-3.0-or-later
// The clipping bench's third page: gradients over two weights, clipped in both ways.
#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QSpinBox>

#include "app/panels/clipping_panel.h"
#include "app/panels/field_controls.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;
using Page = ClippingPanel::Page;

class ClippingFieldTest : public QObject {
    Q_OBJECT

  private slots:
    void fieldStartsAtTheLargestGradients();
    void fieldOfASingleRecurrentWeight();
    void anotherFieldIsAskedFor();
    void fieldTellsItsArrows();
    void lengthsOfArrows();
    void shadesOfLosses();
};

void ClippingFieldTest::fieldStartsAtTheLargestGradients() {
    const auto shown = pass({{"cell", "gru"}, {"layers", "2"}});
    ClippingPanel panel(Theme::light());
    QSignalSpy asked(&panel, &Panel::fieldRequested);
    View view;
    view.layer = 1;
    panel.setView(view);
    panel.setSnapshot(shown);
    QCOMPARE(asked.count(), 0);  // not while nobody looks
    panel.setPage(Page::Field);
    QCOMPARE(asked.count(), 1);
    const auto choice = asked[0][0].value<FieldChoice>();
    QCOMPARE(choice, *panel.fieldChoice());
    QCOMPARE(choice.x.parameter, std::string("weight_hh_l1"));
    QCOMPARE(choice.y.parameter, std::string("weight_hh_l1"));
    const auto& gradient =
        shown->backward->gradients.parameters.find("weight_hh_l1")->value.cwiseAbs();
    const double first = gradient(choice.x.row, choice.x.column);
    const double second = gradient(choice.y.row, choice.y.column);
    QCOMPARE(first, gradient.maxCoeff());
    QVERIFY(second <= first);
    QCOMPARE((gradient.array() > second).count(), Index(1));
    // Kept while the network has them, chosen anew where it has not.
    panel.setSnapshot(pass({{"cell", "gru"}, {"layers", "2"}}, 5));
    QCOMPARE(*panel.fieldChoice(), choice);
    panel.setSnapshot(pass({{"cell", "gru"}}));
    QCOMPARE(panel.fieldChoice()->x.parameter, std::string("weight_hh_l0"));
    QCOMPARE(asked.count(), 2);
}

void ClippingFieldTest::fieldOfASingleRecurrentWeight() {
    const auto choice = defaultFieldChoice(*pass({{"cell", "rnn"}, {"hidden", "1"}}), 0, false);
    QVERIFY(choice);
    QCOMPARE(choice->x, (WeightEntry{"weight_hh_l0", 0, 0}));
    QCOMPARE(choice->y, (WeightEntry{"weight_ih_l0", 0, 0}));
    const auto two = pass({{"bidirectional", ""}});
    QCOMPARE(defaultFieldChoice(*two, 0, true)->x.parameter, std::string("weight_hh_l0_reverse"));
    QVERIFY(!defaultFieldChoice(*pass({{"target", "none"}}), 0, false));
}

void ClippingFieldTest::anotherFieldIsAskedFor() {
    OnScreen<ClippingPanel> panel({700, 300});
    panel.setSnapshot(pass({{"cell", "lstm"}, {"hidden", "4"}}));
    panel.setPage(Page::Field);
    QSignalSpy asked(&panel, &Panel::fieldRequested);
    const auto last = [&] { return asked.last()[0].value<FieldChoice>(); };
    FieldControls* controls = panel.fieldControls();
    const auto combos = controls->findChildren<QComboBox*>();
    const auto spins = controls->findChildren<QSpinBox*>();
    QCOMPARE(combos.size(), 2);
    QCOMPARE(spins.size(), 4);
    spins[0]->setFocus();
    spins[0]->selectAll();
    QTest::keyClicks(spins[0], "9");
    QTest::keyClick(spins[0], Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(last().x.row, Index(9));
    QCOMPARE(last().x.parameter, std::string("weight_hh_l0"));
    // A smaller matrix takes the entry into its bounds: 16 × 1 here.
    QCOMPARE(combos[0]->itemText(0), QString("weight_ih_l0"));
    combos[0]->setFocus();
    QTest::keyClick(combos[0], Qt::Key_Home);
    QCOMPARE(last().x, (WeightEntry{"weight_ih_l0", 9, 0}));
    auto* reach = controls->findChild<QSlider*>();
    reach->setFocus();
    QTest::keyClick(reach, Qt::Key_Home);
    QCOMPARE(last().reach, 1e-3);
    QCOMPARE(*panel.fieldChoice(), last());
}

void ClippingFieldTest::fieldTellsItsArrows() {
    const auto shown = pass({{"cell", "lstm"}, {"clip", "value"}, {"clip-threshold", "0.001"}});
    OnScreen<ClippingPanel> panel({700, 320});
    panel.setPage(Page::Field);
    panel.setSnapshot(shown);
    QVERIFY(panel.field().message().startsWith("Working it out"));
    auto analyses = std::make_shared<Analyses>();
    analyses->of = shown;
    GradientField& field = analyses->field.emplace();
    field.choice = *panel.fieldChoice();
    field.xs = Eigen::VectorXd::LinSpaced(3, -1, 1);
    field.ys = Eigen::VectorXd::LinSpaced(3, 4, 6);
    field.loss = Eigen::MatrixXd::Constant(3, 3, 0.25);
    field.loss(1, 2) = 0.75;
    field.plain.x = Eigen::MatrixXd::Constant(3, 3, 10);
    field.plain.y = Eigen::MatrixXd::Constant(3, 3, 0.5);
    field.byValue.x = Eigen::MatrixXd::Constant(3, 3, 1);
    field.byValue.y = field.plain.y;
    field.byNorm.x = field.plain.x / 10;
    field.byNorm.y = field.plain.y / 10;
    panel.setAnalyses(analyses);
    QVERIFY(panel.field().message().isEmpty());
    QCOMPARE(panel.field().words(),
             QString::fromUtf8(
                 "Here by value turns the whole gradient by %1°, by norm keeps its direction.")
                 .arg(shown->backward->byValue.angle, 0, 'f', 1));

    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), qsizetype(9));
    QCOMPARE(table.columns[0], (std::vector<double>{-1, 0, 1, -1, 0, 1, -1, 0, 1}));
    QCOMPARE(table.columns[1], (std::vector<double>{4, 4, 4, 5, 5, 5, 6, 6, 6}));
    QCOMPARE(table.columns[2][5], 0.75);  // row is y, column is x

    // Pointed at in the right third, in the middle: the grid point (1, 5).
    QString told;
    for (int x = 0; x < panel.width() / 2; ++x)
        if (const QString text = panel.hoverText(QPointF(x, 130)); !text.isEmpty())
            told = text;
    QVERIFY2(told.contains(fullNumber(0.75)) && told.contains(fullNumber(5)), qPrintable(told));
    QVERIFY(told.contains(QString::fromUtf8("turned by 23.7°")));  // (10, 0.5) clipped at 1
    QVERIFY(told.contains(QString::fromUtf8("turned by 0.0°")));

    // An unticked kind is not drawn.
    const QColor hue = arrowColor(FieldArrow::ByNorm, Theme::light());
    const int before = pixelsOf(panel.image(), hue);
    QTest::mouseClick(panel.fieldControls()->findChildren<QCheckBox*>()[2], Qt::LeftButton, {},
                      {8, 8});
    QVERIFY(!panel.field().shown()[2]);
    QVERIFY(pixelsOf(panel.image(), hue) < before);
    QVERIFY(svgOf(panel).contains(">by value<"));
    QVERIFY(!svgOf(panel).contains(">by norm<"));
    QVERIFY(svgOf(panel).contains(">" + entryText(field.choice.x) + "<"));
}

void ClippingFieldTest::lengthsOfArrows() {
    GradientField field;
    const auto set = [&](double size) {
        for (GradientField::Arrows* arrows : {&field.plain, &field.byValue, &field.byNorm}) {
            arrows->x = Eigen::MatrixXd::Constant(1, 2, 3);
            arrows->y = Eigen::MatrixXd::Constant(1, 2, 4);
        }
        field.plain.x(0, 1) = size;
        field.plain.y(0, 1) = 0;
    };
    set(20);
    const ArrowScale roots = arrowScale(field);
    QVERIFY(!roots.logarithmic);
    QCOMPARE(roots.length(20), 1.0);
    QCOMPARE(roots.length(5), 0.5);
    QCOMPARE(roots.length(0), 0.0);
    QVERIFY(std::isnan(roots.length(infinity)));
    set(1e6);
    const ArrowScale logs = arrowScale(field);
    QVERIFY(logs.logarithmic);
    QCOMPARE(logs.length(1e6), 1.0);
    QCOMPARE(logs.length(1e4), 0.5);
    QCOMPARE(logs.length(1), 0.0);
    set(notANumber);
    QCOMPARE(arrowScale(field).largest, 5.0);
}

void ClippingFieldTest::shadesOfLosses() {
    GradientField field;
    field.loss = Eigen::MatrixXd{{0.5, 1.5}, {1.0, notANumber}};
    const FieldShades linear = fieldShades(field);
    QVERIFY(!linear.logarithmic);
    QCOMPARE(linear.part(1.0), 0.5);
    QVERIFY(std::isnan(linear.part(notANumber)));
    field.loss(0, 1) = 5000;
    const FieldShades far = fieldShades(field);
    QVERIFY(far.logarithmic);
    QCOMPARE(far.part(50), 0.5);
    field.loss.setConstant(notANumber);
    QVERIFY(!fieldShades(field).known);
}

QTEST_MAIN(ClippingFieldTest)
#include "clipping_field_test.moc"
