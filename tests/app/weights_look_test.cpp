// SPDX-License-Identifier: GPL-3.0-or-later
// What the weights look like: places, colours, marks, words; and what pointing at them says.
#include <QDir>
#include <algorithm>

#include "app/panels/table.h"
#include "app/panels/weights_panel.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

using Shown = OnScreen<WeightsPanel>;

SharedSnapshot lstm(const Options& more = {}, int update = 0) {
    Options options = {{"cell", "lstm"}, {"length", "20"}};
    options.insert(options.end(), more.begin(), more.end());
    return pass(options, update);
}

std::size_t fieldOf(const WeightsPanel& panel, const char* target) {
    const auto found = panel.find(target);
    if (!found)
        qFatal("no field %s", target);
    return *found;
}

QPointF centre(const WeightsPanel& panel, const char* target, Index row, Index column = 0) {
    const WeightsLayout& layout = panel.layoutShown();
    return layout.cellRect(*layout.placeOf(fieldOf(panel, target)), row, column).center();
}

/// Near a corner of a cell, away from its number and its mark.
QColor colourIn(WeightsPanel& panel, const char* target, Index row, Index column = 0) {
    const WeightsLayout& layout = panel.layoutShown();
    const QRectF cell = layout.cellRect(*layout.placeOf(fieldOf(panel, target)), row, column);
    return panel.grab().toImage().pixelColor((cell.bottomLeft() + QPointF(3, -3)).toPoint());
}

void hover(QWidget& widget, const QPointF& at) {
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

void wheel(QWidget& widget, const QPointF& at, int angle) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

/// Counts paintings.
struct Paintings : QObject {
    explicit Paintings(QWidget& widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

}  // namespace

class WeightsLookTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QDir().mkpath(RNNSCOPE_SCREENSHOTS); }
    void nothingOverlapsAndAllIsInView_data();
    void nothingOverlapsAndAllIsInView();
    void coloursAreTheNumbers();
    void editedNumbersAreMarked();
    void aStepOfThePlayheadPaintsNothing();
    void aQuantityPointedAtIsMarked();
    void hoverTellsAllDigits();
    void aRowsNumberChoosesTheUnit();
    void theLargestIsSeenAmongMany();
    void theHintIsOfWhatIsShown();
    void oneBlockAlone();
    void theWheelEnlarges();
    void readingsFollowThePass();
    void otherNetworksKeepWhatIsChosen();
    void dataHoldsEverything();
    void figuresAreVectors();
    void anySizeAndPassDraws();
    void screenshots();
};

void WeightsLookTest::nothingOverlapsAndAllIsInView_data() {
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(260, 140), QSize(300, 160), QSize(420, 300), QSize(1100, 450),
                             QSize(1900, 900), QSize(500, 900)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void WeightsLookTest::nothingOverlapsAndAllIsInView() {
    QFETCH(QSize, size);
    for (const Cell* cell : cells())
        for (const char* hidden : {"1", "3", "8", "16", "64"})
            for (const Theme* theme : everyTheme) {
                const Shown panel(
                    size,
                    pass({{"cell", std::string(cell->id())}, {"hidden", hidden}, {"length", "5"}}),
                    *theme);
                const WeightsLayout& layout = panel.layoutShown();
                const auto& places = layout.places;
                QCOMPARE(places.size(), panel.fields().size());
                const QString what =
                    QString("%1 H %2 %3").arg(cell->id().data()).arg(hidden).arg(theme->id);
                const QRectF room = layout.view.adjusted(-2, -2, 2, 2);
                for (std::size_t k = 0; k < places.size(); ++k) {
                    const bool tight = size.height() < 200 && theme->scale > 1;
                    if (!tight)
                        QVERIFY2(room.contains(places[k].cells), qPrintable(what));
                    for (std::size_t j = 0; j < k; ++j) {
                        QVERIFY2(!places[j].cells.intersects(places[k].cells), qPrintable(what));
                        QVERIFY2(!places[j].label.intersects(places[k].label), qPrintable(what));
                        QVERIFY2(!places[j].label.intersects(places[k].cells), qPrintable(what));
                    }
                }
                QVERIFY(!layout.bar.intersects(layout.view));
            }
}

void WeightsLookTest::coloursAreTheNumbers() {
    for (const Theme* theme : everyTheme) {
        Shown panel({1400, 700}, lstm(), *theme);
        const ColorScale scale = ColorScale::diverging(panel.limit(), theme->signedColors);
        for (const char* target :
             {"weight_hh_l0.f", "weight_hh_l0.o", "bias_ih_l0.g", "fc.weight"}) {
            const std::size_t field = fieldOf(panel, target);
            const Index column = panel.fields()[field].columns - 1;
            for (Index row = 1; row < panel.fields()[field].rows; row += 3) {
                const double number = panel.numbers({field, row, column, 1, 1})(0, 0);
                QCOMPARE(colourIn(panel, target, row, column), QColor(scale.color(number)));
            }
        }
        // One scale for all, and none beyond it.
        for (std::size_t k = 0; k < panel.fields().size(); ++k)
            QVERIFY(largestFinite(panel.numbers(panel.blockScope(k)[0])) <= panel.limit());
    }
}

void WeightsLookTest::editedNumbersAreMarked() {
    Shown plain({1400, 700}, lstm());
    Shown edited({1400, 700}, lstm({{"edit", "weight_hh_l0.f[3,5]=0.001,x@2=1"}}));
    Shown near({1400, 700}, lstm({{"edit", "weight_hh_l0.f[3,5]#9=0.001"}}));
    const std::size_t field = fieldOf(edited, "weight_hh_l0.f");
    QVERIFY(edited.isEdited(field, 2, 4));
    QVERIFY(!edited.isEdited(field, 4, 2) && !plain.isEdited(field, 2, 4));
    QVERIFY(!near.isEdited(field, 2, 4));  // takes effect later
    const auto corner = [&](Shown& panel) {
        const QRectF cell = panel.layoutShown().cellRect(*panel.layoutShown().placeOf(field), 2, 4);
        return panel.image().pixelColor((cell.topRight() + QPointF(-2, 2)).toPoint());
    };
    QVERIFY(difference(corner(edited), colourIn(edited, "weight_hh_l0.f", 2, 4)) > 200);
    QVERIFY(difference(corner(plain), colourIn(plain, "weight_hh_l0.f", 2, 4)) < 20);
    QVERIFY(edited.hoverText({field, 2, 4}).contains("edited"));
}

void WeightsLookTest::aStepOfThePlayheadPaintsNothing() {
    Shown panel({900, 400}, lstm());
    panel.setView(at(Phase::Forward, 0));
    QCoreApplication::processEvents();
    Paintings paintings(panel);
    for (int step = 1; step < 20; ++step)
        panel.setView(at(step < 10 ? Phase::Forward : Phase::Backward, step));
    QCoreApplication::processEvents();
    QCOMPARE(paintings.count, 0);
    View other = at(Phase::Forward, 3);
    other.unit = 5;
    panel.setView(other);
    QCoreApplication::processEvents();
    QVERIFY(paintings.count > 0);
}

void WeightsLookTest::aQuantityPointedAtIsMarked() {
    Shown panel({1100, 450}, lstm());
    const Cell& cell = *panel.snapshot()->shape().cell;
    panel.setView(at(Phase::Forward, 0));
    const QImage before = panel.image();
    View view = at(Phase::Forward, 0);
    view.quantity = cell.find("f");
    panel.setView(view);
    const QImage gate = panel.image();
    QVERIFY(gate != before);
    QVERIFY(pixelsOf(gate, Theme::light().quantity(u"f")) >
            pixelsOf(before, Theme::light().quantity(u"f")) + 100);
    view.quantity = cell.find("a_f");
    panel.setView(view);
    QCOMPARE(panel.image(), gate);

    // And the other way round.
    QSignalSpy spy(&panel, &WeightsPanel::quantityHovered);
    hover(panel, centre(panel, "weight_ih_l0.g", 1));
    hover(panel, centre(panel, "weight_ih_l0.g", 2));
    hover(panel, centre(panel, "weight_hh_l0.g", 2));
    hover(panel, centre(panel, "bias_hh_l0.o", 2));
    hover(panel, centre(panel, "fc.weight", 0));
    using Quantity = std::optional<std::size_t>;
    QCOMPARE(spy.count(), 3);
    QCOMPARE(spy[0][0].value<Quantity>(), cell.find("g"));
    QCOMPARE(spy[1][0].value<Quantity>(), cell.find("o"));
    QCOMPARE(spy[2][0].value<Quantity>(), Quantity());
}

void WeightsLookTest::hoverTellsAllDigits() {
    Shown panel({1100, 450}, lstm({}, 3));
    const std::size_t field = fieldOf(panel, "weight_hh_l0.f");
    const double value = panel.snapshot()->parameters.find("weight_hh_l0")->value(8 + 2, 4);
    const double slope =
        panel.snapshot()->backward->gradients.parameters.find("weight_hh_l0")->value(8 + 2, 4);
    const QString text = panel.hoverText({field, 2, 4});
    const auto digits = [](double number) {
        return fullNumber(number).replace('-', QChar(0x2212));
    };
    QVERIFY2(text.contains("W<sub>hf</sub>[3,5]</b> = " + digits(value)), qPrintable(text));
    QVERIFY2(text.contains("∂L/∂W<sub>hf</sub>[3,5] = " + digits(slope)), qPrintable(text));
    QVERIFY2(text.contains("change since update 0 = "), qPrintable(text));
}

void WeightsLookTest::aRowsNumberChoosesTheUnit() {
    for (const char* hidden : {"8", "64"}) {
        Shown panel({900, 500}, lstm({{"hidden", hidden}}));
        QSignalSpy spy(&panel, &WeightsPanel::unitRequested);
        const QRectF rows = panel.layoutShown().groups[1].rows;
        const double height = panel.layoutShown().cellHeight;
        QTest::mouseClick(&panel, Qt::LeftButton, {},
                          QPointF(rows.center().x(), rows.top() + 5.5 * height).toPoint());
        QCOMPARE(spy.count(), 1);
        QVERIFY(std::abs(spy[0][0].toInt() - 5) <= (height < 3 ? 1 : 0));
    }
}

void WeightsLookTest::theLargestIsSeenAmongMany() {
    // One number of 65 536 stands out though each pixel stands for many.
    Shown panel({300, 200},
                lstm({{"hidden", "256"}, {"length", "3"}, {"edit", "weight_hh_l0.f[200,77]=9"}}));
    QVERIFY(panel.layoutShown().cellHeight < 1);
    const QColor strong(ColorScale::diverging(panel.limit()).color(9));
    QVERIFY(pixelsOf(panel.image(), strong, 0, 300, 12) >= 1);
    Eigen::MatrixXd numbers = Eigen::MatrixXd::Zero(100, 100);
    numbers(42, 17) = notANumber;
    const QImage image = weightsImage(numbers, ColorScale::diverging(1), {10, 10});
    QCOMPARE(image.size(), QSize(10, 10));
    QCOMPARE(image.pixel(1, 4), ColorScale::diverging(1).nan());
    QCOMPARE(image.pixel(2, 4), ColorScale::diverging(1).color(0));
}

void WeightsLookTest::theHintIsOfWhatIsShown() {
    Shown small({900, 500}, lstm({{"hidden", "2"}}));
    QVERIFY(small.layoutShown().showsNumbers(Theme::light()));
    QVERIFY(small.edgeText().startsWith("Click a number and type another"));
    Shown large({900, 500}, lstm({{"hidden", "64"}}));
    QVERIFY(!large.layoutShown().showsNumbers(Theme::light()));
    QVERIFY(large.edgeText().startsWith("Click a cell to read its number here"));
    for (int turn = 0; turn < 40; ++turn)
        wheel(large, centre(large, "weight_hh_l0.o", 0), 120);
    QVERIFY(large.layoutShown().showsNumbers(Theme::light()));
    QVERIFY(large.edgeText().startsWith("Click a number and type another"));
}

void WeightsLookTest::oneBlockAlone() {
    Shown panel({600, 400}, lstm({{"hidden", "64"}}));
    const std::size_t field = fieldOf(panel, "weight_hh_l0.o");
    const double before = panel.layoutShown().cellHeight;
    const QRectF label = panel.layoutShown().placeOf(field)->label;
    QTest::mouseDClick(&panel, Qt::LeftButton, {},
                       QPointF(label.left() + 4, label.center().y()).toPoint());
    QCOMPARE(panel.solo(), std::optional(field));
    QCOMPARE(panel.layoutShown().places.size(), std::size_t(1));
    QVERIFY(panel.layoutShown().cellHeight > 1.5 * before);
    const QRectF alone = panel.layoutShown().places[0].label;
    QTest::mouseDClick(&panel, Qt::LeftButton, {},
                       QPointF(alone.left() + 4, alone.center().y()).toPoint());
    QVERIFY(!panel.solo());
    panel.setSolo(field);
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Escape);  // the chosen block first
    QTest::keyClick(&panel, Qt::Key_Escape);
    QVERIFY(!panel.solo());
}

void WeightsLookTest::theWheelEnlarges() {
    Shown panel({600, 400}, lstm({{"hidden", "64"}}));
    const double before = panel.layoutShown().cellHeight;
    const QPointF point = centre(panel, "weight_hh_l0.f", 30, 20);
    const auto cell = panel.layoutShown().cellAt(point);
    for (int k = 0; k < 12; ++k)
        wheel(panel, point, 120);
    QVERIFY(panel.layoutShown().cellHeight > 4 * before);
    const auto now = panel.layoutShown().cellAt(point);
    QVERIFY(now && now->field == cell->field);
    QVERIFY(std::abs(now->row - cell->row) <= 1 && std::abs(now->column - cell->column) <= 1);
    // Moved by what is beside the numbers, or by the middle button.
    const QPointF pan = panel.layoutShown().pan;
    QTest::mousePress(&panel, Qt::MiddleButton, {}, {300, 200});
    QTest::mouseMove(&panel, {260, 190});
    QTest::mouseRelease(&panel, Qt::MiddleButton, {}, {260, 190});
    QCOMPARE(panel.layoutShown().pan, pan + QPointF(-40, -10));
    for (int k = 0; k < 40; ++k)
        wheel(panel, point, -120);
    QCOMPARE(panel.layoutShown().zoom, 1.0);
    QCOMPARE(panel.layoutShown().cellHeight, before);
}

void WeightsLookTest::readingsFollowThePass() {
    Shown panel({1100, 450}, lstm());
    panel.setReading(WeightReading::Gradient);
    QCOMPARE(panel.reading(), WeightReading::Gradient);
    const std::size_t field = fieldOf(panel, "weight_hh_l0.i");
    QCOMPARE(panel.numbers(panel.blockScope(field)[0]),
             Eigen::MatrixXd(panel.snapshot()
                                 ->backward->gradients.parameters.find("weight_hh_l0")
                                 ->value.topRows(8)));
    panel.setReading(WeightReading::Change);
    QCOMPARE(panel.reading(), WeightReading::Value);  // nothing has been learnt yet
    panel.setSnapshot(lstm({}, 2));
    QCOMPARE(panel.reading(), WeightReading::Change);
    panel.setSnapshot(lstm({{"target", "none"}}));
    QCOMPARE(panel.reading(), WeightReading::Value);
}

void WeightsLookTest::otherNetworksKeepWhatIsChosen() {
    Shown panel({1100, 450}, lstm());
    panel.choose(WeightsRange{fieldOf(panel, "weight_hh_l0.o"), 2, 3, 2, 2});
    panel.setSnapshot(lstm({{"hidden", "6"}}));
    QCOMPARE(panel.chosen(), (WeightsRange{fieldOf(panel, "weight_hh_l0.o"), 2, 3, 2, 2}));
    panel.setSnapshot(lstm({{"hidden", "4"}}));
    QVERIFY(!panel.chosen());
    panel.choose(WeightsRange{fieldOf(panel, "weight_hh_l0.o"), 1, 1, 1, 1});
    panel.setSolo(fieldOf(panel, "weight_hh_l0.o"));
    panel.setSnapshot(pass({{"cell", "gru"}}));
    QVERIFY(!panel.chosen() && !panel.solo());
    QVERIFY(panel.find("weight_hh_l0.z"));
}

void WeightsLookTest::dataHoldsEverything() {
    const auto snapshot = lstm({{"layers", "2"}, {"bidirectional", ""}, {"hidden", "3"}});
    Shown panel({1100, 450}, snapshot);
    panel.setView(at(Phase::Forward, 0, true, 1));
    const DataTable table = panel.data();
    const Eigen::MatrixXd& weights = snapshot->parameters.find("weight_hh_l1_reverse")->value;
    QCOMPARE(columnOf(table, "weight_hh_l1_reverse.f[,2]"), list(weights.col(1).segment(3, 3)));
    QCOMPARE(columnOf(table, "bias_ih_l1_reverse.o"),
             list(snapshot->parameters.find("bias_ih_l1_reverse")->value.col(0).tail(3)));
    QCOMPARE(columnOf(table, "row"), std::vector<double>({1, 2, 3}));
    QCOMPARE(columnOf(table, "fc.weight[,6]")[0],
             snapshot->parameters.find("fc.weight")->value(0, 5));
    QVERIFY(std::isnan(columnOf(table, "fc.bias")[1]));
    QVERIFY(table.names.contains("h0_l1_reverse") && table.names.contains("c0_l1_reverse"));
    QVERIFY(!table.names.contains("weight_hh_l0.f[,1]"));
}

void WeightsLookTest::figuresAreVectors() {
    Shown panel({500, 300}, lstm());
    const QString svg = svgOf(panel, {1200, 600});
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.contains("forget gate"));
    QVERIFY(
        svg.contains(shortNumber(panel.snapshot()->parameters.find("weight_hh_l0")->value(0, 0))));
}

void WeightsLookTest::anySizeAndPassDraws() {
    for (const Options& options :
         std::vector<Options>{{{"target", "none"}},
                              {{"hidden", "1"}, {"length", "1"}},
                              {{"hidden", "256"}, {"length", "3"}},
                              {{"edit", "weight_hh_l0.h[1,1]=1e300,bias_ih_l0.h[2]=1e-300"}},
                              {{"lr", "1e200"}, {"cell", "rnn-relu"}},
                              {{"layers", "2"},
                               {"bidirectional", ""},
                               {"cell", "lstm-peephole"},
                               {"length", "5"}}}) {
        const auto snapshot = pass(options, options.front().first == "lr" ? 3 : 0);
        for (const Theme* theme : everyTheme)
            for (const QSize size :
                 {QSize(1, 1), QSize(60, 300), QSize(260, 140), QSize(1600, 900)}) {
                Shown panel(size, snapshot, *theme);
                panel.setView(at(Phase::Backward, 0, snapshot->shape().bidirectional,
                                 snapshot->shape().layers - 1));
                for (const WeightReading reading :
                     {WeightReading::Value, WeightReading::Gradient, WeightReading::Change}) {
                    panel.setReading(reading);
                    QVERIFY(!panel.image().isNull());
                    panel.data();
                    hover(panel, QPointF(size.width() / 2.0, size.height() / 2.0));
                }
                panel.setSolo(0);
                panel.choose(panel.blockScope(0)[0]);
                QVERIFY(!panel.image().isNull());
            }
    }
}

void WeightsLookTest::screenshots() {
    const std::pair<const char*, SharedSnapshot> networks[] = {
        {"lstm8", lstm({{"edit", "weight_hh_l0.f[3,5]=0.7,h0_l0[2]=1"}}, 5)},
        {"gru", pass({{"cell", "gru"}, {"length", "20"}})},
        {"rnn", pass({{"length", "20"}})},
        {"peephole", pass({{"cell", "lstm-peephole"}, {"length", "20"}})},
        {"lstm64", lstm({{"hidden", "64"}})},
        {"two", lstm({{"layers", "2"}, {"bidirectional", ""}})}};
    for (const auto& [name, snapshot] : networks)
        for (const Theme* theme : everyTheme)
            for (const QSize size :
                 {QSize(300, 160), QSize(420, 300), QSize(1100, 450), QSize(1900, 900)}) {
                Shown panel(size, snapshot, *theme);
                View view = at(Phase::Backward, 3, snapshot->shape().bidirectional,
                               snapshot->shape().layers - 1);
                view.unit = 2;
                view.quantity = snapshot->shape().cell->find("o");
                panel.setView(view);
                panel.choose(WeightsRange{1, 3, 2 % panel.fields()[1].columns, 1, 1});
                QVERIFY(panel.image().save(QString("%1/weights-%2-%3-%4.png")
                                               .arg(RNNSCOPE_SCREENSHOTS, name, theme->id)
                                               .arg(size.width())));
            }
}

QTEST_MAIN(WeightsLookTest)
#include "weights_look_test.moc"
