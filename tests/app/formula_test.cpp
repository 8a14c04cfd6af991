// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/formula.h"

#include <QImage>
#include <QPainter>
#include <QtTest>
#include <algorithm>

#include "tests/app/formula_checks.h"

using namespace rnnscope;
using Kind = FormulaBox::Kind;
using Face = FormulaBox::Face;
using Break = FormulaBox::Break;

namespace {

const FormulaFonts& fonts(double size = 16) {
    return FormulaFonts::ofSize(size);
}

FormulaBox letter(const char* text, int id = -1) {
    return formulaText(QString::fromUtf8(text), Face::Italic, id);
}

FormulaBox gridOf(int rows, int columns) {
    FormulaBox grid = formulaOf(Kind::Grid, {});
    grid.columns = columns;
    for (int k = 0; k < rows * columns; ++k)
        grid.parts.push_back(formulaNumber(QString::number(k) + QStringLiteral(".25"), k));
    return grid;
}

/// a₀ + a₁ + …, each with its number as id.
FormulaBox sumOf(int count) {
    FormulaBox sum;
    for (int k = 0; k < count; ++k) {
        if (k)
            sum.parts.push_back(formulaSign(QStringLiteral("+"), Break::Plus));
        sum.parts.push_back(
            formulaOf(Kind::Script, {letter("a"), formulaText(QString::number(k))}, k));
    }
    return sum;
}

const FormulaLayout::Piece& piece(const FormulaLayout& layout, const QString& text) {
    const auto found = std::find_if(layout.pieces.begin(), layout.pieces.end(),
                                    [&](const auto& each) { return each.text == text; });
    if (found == layout.pieces.end())
        qFatal("no %s", qPrintable(text));
    return *found;
}

/// Some formula of this depth; a different one for each number.
FormulaBox anyFormula(unsigned number, int depth) {
    const auto part = [&](unsigned k) { return anyFormula(number * 7 + k + 1, depth - 1); };
    if (depth == 0)
        return number % 3 ? letter(number % 2 ? "f" : "W") : formulaNumber("−0.647");
    switch (number % 8) {
        case 0:
            return formulaOf(Kind::Fraction, {part(0), part(1)});
        case 1:
            return formulaOf(Kind::Script, {part(0), part(1), part(2)});
        case 2:
            return formulaOf(Kind::Round, {part(0)});
        case 3: {
            FormulaBox grid = formulaOf(Kind::Grid, {part(0), part(1), part(2), part(3)});
            grid.columns = 2;
            return grid;
        }
        case 4:
            return formulaOf(Kind::Under, {part(0), formulaText("8×8", Face::Label)});
        case 5:
            return formulaOf(Kind::Tilde, {part(0)});
        default:
            return formulaOf(Kind::Row, {part(0), formulaSign("+", Break::Plus), part(1),
                                         formulaSign("=", Break::Equal), part(2)});
    }
}

}  // namespace

class FormulaTest : public QObject {
    Q_OBJECT

  private slots:
    void aRowIsAsWideAsItsParts();
    void scriptsStandBesideTheirLetter();
    void fractionsAreCentred();
    void bracketsGrowWithWhatTheyHold();
    void gridsAlignTheirNumbers();
    void linesBreakWhereTheyMay();
    void bracketsBreakOpen();
    void columnsStayWhenSignsChange();
    void nothingCoversAnything();
    void thePointerFindsPieces();
    void inkChoosesColoursAndLeavesOut();
};

void FormulaTest::aRowIsAsWideAsItsParts() {
    const FormulaBox a = letter("W"), b = formulaNumber("0.647");
    const double wide = layOut(a, fonts()).size.width() + layOut(b, fonts()).size.width();
    QCOMPARE(layOut(formulaOf(Kind::Row, {a, b}), fonts()).size.width(), wide);
    QVERIFY(qFuzzyIsNull(layOut(formulaText({}), fonts()).size.width()));
}

void FormulaTest::scriptsStandBesideTheirLetter() {
    const FormulaLayout layout =
        layOut(formulaOf(Kind::Script, {letter("W"), letter("hf"), formulaText("2")}), fonts());
    const auto &base = piece(layout, "W"), &low = piece(layout, "hf"), &high = piece(layout, "2");
    QCOMPARE(base.at.y(), layout.baseline);
    QVERIFY(low.at.y() > layout.baseline && high.at.y() < layout.baseline);
    QVERIFY(low.rect.left() >= base.rect.right() && high.rect.left() >= base.rect.right());
    QVERIFY(low.rect.height() < base.rect.height());
    QVERIFY(high.rect.bottom() <= low.rect.top());
}

void FormulaTest::fractionsAreCentred() {
    const FormulaLayout layout =
        layOut(formulaOf(Kind::Fraction, {formulaText("1"), formulaText("1+e+e")}), fonts());
    const auto &over = piece(layout, "1"), &below = piece(layout, "1+e+e");
    QVERIFY(std::abs(over.rect.center().x() - below.rect.center().x()) < 1e-6);
    QCOMPARE(layout.strokes.size(), std::size_t(1));
    const QRectF line = layout.strokes[0].rect;
    QVERIFY(over.rect.bottom() <= line.top() && below.rect.top() >= line.bottom());
    QVERIFY(line.left() <= below.rect.left() && line.right() >= below.rect.right());
}

void FormulaTest::bracketsGrowWithWhatTheyHold() {
    const FormulaLayout small = layOut(formulaOf(Kind::Round, {letter("a")}), fonts());
    QVERIFY(small.strokes.empty());  // the letters' own brackets
    QCOMPARE(small.pieces.size(), std::size_t(3));
    const FormulaLayout tall = layOut(formulaOf(Kind::Round, {gridOf(5, 2)}), fonts());
    QCOMPARE(tall.strokes.size(), std::size_t(4));
    double top = 1e9, bottom = -1e9;
    for (const auto& each : tall.pieces) {
        top = std::min(top, each.rect.top());
        bottom = std::max(bottom, each.rect.bottom());
    }
    for (const auto& stroke : tall.strokes) {
        QVERIFY(stroke.rect.top() <= top && stroke.rect.bottom() >= bottom);
        // What is drawn is where it is said to be.
        QVERIFY(stroke.rect.adjusted(-1, -1, 1, 1).contains(stroke.path.boundingRect()));
    }
}

void FormulaTest::gridsAlignTheirNumbers() {
    const FormulaLayout layout = layOut(gridOf(3, 2), fonts());
    const auto at = [&](int k) { return layout.pieces[std::size_t(k)]; };
    for (const int k : {0, 1}) {
        QCOMPARE(at(k).rect.right(), at(k + 2).rect.right());
        QCOMPARE(at(k).rect.right(), at(k + 4).rect.right());
    }
    QCOMPARE(at(2).at.y(), at(3).at.y());
    QVERIFY(at(0).at.y() < at(2).at.y() && at(0).rect.right() < at(1).rect.left());
}

void FormulaTest::linesBreakWhereTheyMay() {
    const FormulaBox sum = sumOf(12);
    const FormulaLayout whole = layOut(sum, fonts());
    QCOMPARE(whole.lines, 1);
    int before = 1;
    for (double width = whole.size.width() + 1; width > 120; width -= 37) {
        const FormulaLayout layout = layOut(sum, fonts(), width, {0, 10, 20});
        QVERIFY(layout.size.width() <= width);
        QVERIFY(layout.lines >= before);
        before = layout.lines;
        QVERIFY2(misplaced(layout).isEmpty(), qPrintable(misplaced(layout)));
        // In the order in which they are read, none lost.
        QCOMPARE(layout.pieces.size(), whole.pieces.size());
        for (std::size_t k = 0; k < whole.pieces.size(); ++k)
            QCOMPARE(layout.pieces[k].text, whole.pieces[k].text);
    }
    QVERIFY(before > 3);
    // What cannot break stays whole.
    QCOMPARE(layOut(gridOf(2, 6), fonts(), 50).lines, 1);
}

void FormulaTest::bracketsBreakOpen() {
    FormulaBox formula =
        formulaOf(Kind::Row, {letter("y"), formulaSign("=", Break::Equal), formulaText("tanh"),
                              formulaOf(Kind::Round, {sumOf(8)})});
    const FormulaLayout whole = layOut(formula, fonts());
    const FormulaLayout broken = layOut(formula, fonts(), whole.size.width() / 2, {0, 16, 32});
    QVERIFY(broken.lines > 1);
    QVERIFY(broken.size.width() <= whole.size.width() / 2);
    QCOMPARE(broken.pieces.size(), whole.pieces.size());
    // An = is broken at before a + is.
    FormulaBox two = formulaOf(Kind::Row, {letter("y"), formulaSign("=", Break::Equal), sumOf(4),
                                           formulaSign("=", Break::Equal), sumOf(4)});
    const double wide = layOut(two, fonts()).size.width();
    const FormulaLayout lines = layOut(two, fonts(), wide * 0.7, {0, 16, 32});
    QCOMPARE(lines.lines, 2);
    int signs = 0;
    for (const auto& each : lines.pieces)
        if (each.text == QStringLiteral("=") && ++signs == 2)
            QVERIFY(each.at.y() > lines.baseline && each.at.x() < 20);
}

void FormulaTest::columnsStayWhenSignsChange() {
    const auto with = [](const char* number) {
        FormulaBox grid = formulaOf(Kind::Grid, {formulaNumber(QString::fromUtf8(number)),
                                                 formulaNumber(QStringLiteral("0.5"))});
        grid.columns = 2;
        return layOut(grid, fonts());
    };
    QCOMPARE(with("0.647").size, with("−0.647").size);
    QCOMPARE(with("0").pieces[1].at, with("−0.100").pieces[1].at);
}

void FormulaTest::nothingCoversAnything() {
    for (const double size : {9.0, 14.0, 31.0})
        for (unsigned number = 0; number < 64; ++number)
            for (const double width : {0.0, 150.0}) {
                const FormulaLayout layout =
                    layOut(anyFormula(number, 3), fonts(size), width, {0, 10, 20});
                const QString wrong = misplaced(layout);
                QVERIFY2(wrong.isEmpty(),
                         qPrintable(QStringLiteral("%1: %2").arg(number).arg(wrong)));
                for (const auto& stroke : layout.strokes)
                    QVERIFY(stroke.rect.left() >= -1 &&
                            stroke.rect.right() <= layout.size.width() + 1);
            }
}

void FormulaTest::thePointerFindsPieces() {
    const FormulaLayout layout = layOut(sumOf(5), fonts());
    for (const auto& each : layout.pieces)
        if (each.id >= 0)
            QCOMPARE(layout.idAt(each.rect.center()), each.id);
    QCOMPARE(layout.idAt({layout.size.width() / 2, 500}), -1);
    // A part without an id of its own is its whole's.
    FormulaBox script = formulaOf(Kind::Script, {letter("W"), letter("hf")}, 7);
    const FormulaLayout own = layOut(script, fonts());
    QCOMPARE(own.pieces[0].id, 7);
    QCOMPARE(own.pieces[1].id, 7);
}

void FormulaTest::inkChoosesColoursAndLeavesOut() {
    const FormulaLayout layout =
        layOut(formulaOf(Kind::Row, {letter("W", 1), letter("x", 2)}), fonts(40));
    const auto draw = [&](const std::function<QColor(int, Face)>& ink) {
        QImage image(120, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintFormula(painter, layout, {5, 5}, fonts(40), ink);
        painter.end();
        bool red = false, blue = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor at = image.pixelColor(x, y);
                red = red || (at.red() > 200 && at.blue() < 60 && at.green() < 60);
                blue = blue || (at.blue() > 200 && at.red() < 60 && at.green() < 60);
            }
        return std::pair(red, blue);
    };
    QCOMPARE(draw([](int id, Face) { return QColor(id == 1 ? Qt::red : Qt::blue); }),
             std::pair(true, true));
    QCOMPARE(draw([](int id, Face) { return id == 1 ? QColor() : QColor(Qt::blue); }),
             std::pair(false, true));
}

QTEST_MAIN(FormulaTest)
#include "formula_test.moc"
