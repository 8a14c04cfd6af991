// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the contributions: paths, weights, shares and their scales.
#include <QSet>

#include "tests/app/contributions_fixture.h"

using namespace rnnscope;

namespace {

ContributionRow rowOf(std::vector<double> norms) {
    ContributionRow row;
    row.norms = std::move(norms);
    return row;
}

}  // namespace

class ContributionsRowsTest : public QObject {
    Q_OBJECT

  private slots:
    void sharesOfPathsSumToOne();
    void tailIsTheLastFifth();
    void percentNeverRoundsUpToAll();
    void scalesGrowByEvenDecades();
    void pathsAreTheAnalyses();
    void anRnnHasOnePath();
    void weightsAreTheAnalyses();
    void lastLossHasNumbersOfItsOwn();
    void lastStepsMakeTheGradient();
};

void ContributionsRowsTest::sharesOfPathsSumToOne() {
    const std::vector<ContributionRow> rows{rowOf({1, 0, 1e308, 1, infinity}),
                                            rowOf({3, 0, 1e308, notANumber, 1})};
    QCOMPARE(pathShares(rows, 0), (std::vector<double>{0.25, 0.75}));
    QCOMPARE(pathShares(rows, 2), (std::vector<double>{0.5, 0.5}));  // though their sum overflows
    for (const int step : {1, 3, 4})
        for (const double share : pathShares(rows, step))
            QVERIFY(std::isnan(share));
}

void ContributionsRowsTest::tailIsTheLastFifth() {
    std::vector<double> shares(50, 0.0);
    shares[45] = 0.75;
    shares[40] = 0.5;
    shares[39] = -0.5;
    shares[3] = 0.25;
    QCOMPARE(tailShare(shares, false).steps, 10);
    QCOMPARE(tailShare(shares, false).share, 1.25);
    QCOMPARE(tailShare(shares, true).share, 0.25);  // computed last, so nearest to the loss
    QCOMPARE(tailShare(std::vector<double>{1.0}, false).steps, 1);
    QCOMPARE(tailShare(std::vector<double>{0.5, 0.5, 0.0}, false).steps, 1);
    QCOMPARE(tailShare(std::vector<double>{}, false).steps, 0);
}

void ContributionsRowsTest::percentNeverRoundsUpToAll() {
    QCOMPARE(percentText(0.997), QString("99.7 %"));
    QCOMPARE(percentText(0.99999), QString("> 99.9 %"));
    QCOMPARE(percentText(1), QString("100 %"));
    QCOMPARE(percentText(-0.123), QString::fromUtf8("−12.3 %"));
    QCOMPARE(percentText(notANumber), QString::fromUtf8("–"));
    QCOMPARE(shareText(0.62), QString("62 %"));
    QCOMPARE(shareText(0.0341), QString("3.4 %"));
    QCOMPARE(shareText(1e-7), QString("< 0.1 %"));
    QCOMPARE(shareText(0), QString("0 %"));
    QCOMPARE(shareText(-0.5), QString::fromUtf8("−50 %"));
    QCOMPARE(shareText(infinity), QString::fromUtf8("–"));
}

void ContributionsRowsTest::scalesGrowByEvenDecades() {
    const std::vector<ContributionRow> calm{rowOf({1e-30, 0, 0.9, notANumber, infinity})};
    QCOMPARE(sizeScale(calm), ColorScale::logSize(-6, 0));
    const std::vector<ContributionRow> loud{rowOf({0.1}), rowOf({2000})};
    QCOMPARE(sizeScale(loud), ColorScale::logSize(-6, 4));
    const std::vector<std::vector<double>> within{{1e-8, 0, infinity}, {100}};
    QCOMPARE(sizeAxis(within).low, -8.0);
    QCOMPARE(sizeAxis(within).high, 2.0);
    const std::vector<std::vector<double>> beyond{{1e-9}, {101}};
    QCOMPARE(sizeAxis(beyond).low, -10.0);
    QCOMPARE(sizeAxis(beyond).high, 4.0);
}

void ContributionsRowsTest::pathsAreTheAnalyses() {
    for (const char* cell : {"lstm", "gru", "gru-reset-before"}) {
        const SharedAnalyses analyses = analysed({{"cell", cell}, {"length", "30"}});
        ContributionsPanel panel(Theme::light());
        give(panel, analyses);
        const GradientPaths& paths = (*analyses->paths)[0];
        const DataTable table = panel.data();
        QCOMPARE(table.columns[0].front(), 1.0);
        QCOMPARE(table.columns[0].back(), 30.0);
        QCOMPARE(table.columns[1], list(paths.whole));
        QCOMPARE(table.columns[2], list(paths.direct));
        QCOMPARE(panel.rows().size(), paths.paths.size());
        for (std::size_t k = 0; k < paths.paths.size(); ++k) {
            QCOMPARE(table.columns[3 + k], list(paths.paths[k].norm));
            QCOMPARE(panel.rows()[k].quantity, QString::fromStdString(paths.paths[k].id));
        }
        QCOMPARE(QSet<QString>(table.names.begin(), table.names.end()).size(), table.names.size());
    }
    const SharedAnalyses lstm = analysed({{"cell", "lstm"}});
    ContributionsPanel panel(Theme::light());
    give(panel, lstm);
    QCOMPARE(panel.data().names.mid(0, 4),
             QStringList({"t", "norm_grad_c", "norm_direct_f", "straight_f"}));
    // The same gate by two ways: straight, and through its own weights.
    QCOMPARE(panel.rows()[0].name, QString::fromUtf8("f ∘ straight"));
    QCOMPARE(panel.rows()[2].name, QString("through W_hf"));
    QCOMPARE(panel.rows()[0].quantity, panel.rows()[2].quantity);
    QVERIFY(panel.rows()[2].title.contains("forget gate"));
}

void ContributionsRowsTest::anRnnHasOnePath() {
    const SharedAnalyses analyses = analysed({{"cell", "rnn"}});
    Shown shown(analyses);
    QCOMPARE(shown.panel.rows().size(), std::size_t(1));
    QCOMPARE(shown.panel.data().names, QStringList({"t", "norm_grad_h", "through_W_hh"}));
    QCOMPARE(shown.panel.frame().values.size(), std::size_t(1));  // no straight path to compare
}

void ContributionsRowsTest::weightsAreTheAnalyses() {
    const SharedAnalyses analyses =
        analysed({{"cell", "gru"}, {"length", "20"}, {"layers", "2"}, {"bidirectional", ""}});
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    give(panel, analyses);
    const auto names = [&] {
        QStringList all;
        for (const ContributionRow& row : panel.rows())
            all << row.name;
        return all;
    };
    QCOMPARE(names(), QStringList({"weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0",
                                   "fc.weight", "fc.bias"}));
    panel.setView(at(Phase::Clip, 0, true, 1));
    QCOMPARE(names(),
             QStringList({"weight_ih_l1_reverse", "weight_hh_l1_reverse", "bias_ih_l1_reverse",
                          "bias_hh_l1_reverse", "fc.weight", "fc.bias"}));
    int compared = 0;
    const DataTable table = panel.data();
    for (const Contribution& each : *analyses->contributions) {
        const QString name = QString::fromStdString(each.parameter);
        const auto norm = table.names.indexOf("norm_" + name);
        if (norm < 0)
            continue;
        QCOMPARE(table.columns[std::size_t(norm)], list(each.norms));
        const auto share = std::size_t(table.names.indexOf("share_" + name));
        QCOMPARE(table.columns[share], list(each.shares));
        double sum = 0;
        for (const double part : table.columns[share])
            sum += part;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        ++compared;
    }
    QCOMPARE(compared, 6);
}

void ContributionsRowsTest::lastLossHasNumbersOfItsOwn() {
    const SharedAnalyses analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    ContributionsPanel panel(Theme::light());
    give(panel, analyses);
    const auto whole = panel.data().columns[1];
    panel.setLastLoss(true);
    QCOMPARE(panel.data().columns[1], list((*analyses->lastPaths)[0].whole));
    QVERIFY(panel.data().columns[1] != whole);
    panel.setWeights(true);
    QCOMPARE(panel.rows()[0].norms, list((*analyses->lastContributions)[0].norms));
}

// What lesson 3 claims, in other data: at the usual initialisation the last fifth makes nearly all
// of the gradient of the last loss; with a growing gradient it does not.
void ContributionsRowsTest::lastStepsMakeTheGradient() {
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    panel.setLastLoss(true);
    const auto tail = [&](const char* radius) {
        Options options{{"cell", "rnn"}, {"hidden", "32"}, {"length", "50"}};
        if (radius)
            options.push_back({"spectral-radius", radius});
        const SharedAnalyses analyses = analysed(options);
        give(panel, analyses);
        const ContributionRow& row = panel.rows()[panel.parameter()];
        if (row.name != "weight_hh_l0")
            qFatal("another parameter");
        const TailShare share = tailShare(row.shares, false);
        if (!panel.tailText().contains(percentText(share.share)) ||
            !panel.tailText().contains("the last 10 of 50 steps"))
            qFatal("%s", qPrintable(panel.tailText()));
        return share.share;
    };
    QVERIFY(tail(nullptr) > 0.95);
    QVERIFY(tail("1") < 0.9);
}

QTEST_MAIN(ContributionsRowsTest)
#include "contributions_rows_test.moc"
