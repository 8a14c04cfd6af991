// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as other programs read them: their size on paper, their fonts, their words.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "app/dialogs/figure_sheet.h"
#include "app/panels/table.h"
#include "app/plot/figure_size.h"
#include "app/plot/style.h"

using namespace rnnscope;

class FigureFilesTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void sizesInWords_data();
    void sizesInWords();
    void sizeOnPaper_data();
    void sizeOnPaper();
    void chineseIsEmbeddedAndFound();
    void chineseInSvg();

  private:
    static std::shared_ptr<const Snapshot> snapshotOf(const QString& file);
    static void save(const QString& file, const FigureOptions& options,
                     const std::shared_ptr<const Snapshot>& snapshot,
                     const std::vector<const char*>& panels = {"inputs", "gates"});
    /// What a program says on standard output.
    static QString said(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit ||
            process.exitCode() != 0)
            return QString("%1 failed: %2")
                .arg(program, QString::fromUtf8(process.readAllStandardError()));
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir folder_;
    std::shared_ptr<const Snapshot> snapshot_;  ///< of columns with Chinese names
    std::shared_ptr<const Snapshot> text_;      ///< of a Chinese text
};

namespace {

const QString caption = QStringLiteral("图一：循环网络如何记住昨天的气温。");
// Each is a radical as well, or written like one.
const QString poem = QStringLiteral("日月金木水火土，见贝车长门马鱼鸟");
const QString sequence = QStringLiteral("每日气温.csv");

}  // namespace

void FigureFilesTest::initTestCase() {
    QVERIFY(folder_.isValid());
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
    QFile csv(folder_.filePath(sequence));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(QStringLiteral("室外气温,湿度\n").toUtf8());
    for (int k = 0; k < 12; ++k)
        csv.write(QByteArray::number(k % 5 - 2) + ',' + QByteArray::number(k % 3) + '\n');
    csv.close();
    snapshot_ = snapshotOf(csv.fileName());
    QVERIFY(snapshot_);
    QFile text(folder_.filePath(QStringLiteral("诗.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(poem.toUtf8());
    text.close();
    text_ = snapshotOf(text.fileName());
    QVERIFY(text_);
}

std::shared_ptr<const Snapshot> FigureFilesTest::snapshotOf(const QString& file) {
    Setup setup;
    if (!setOption(setup, "cell", "lstm") || !setOption(setup, "input", file.toStdString()) ||
        !loadFiles(setup))
        return nullptr;
    if (file.endsWith(".txt"))
        setup.loss = Loss::CrossEntropy;
    auto experiment = Experiment::create(setup);
    return experiment ? experiment->snapshot(1) : nullptr;
}

void FigureFilesTest::save(const QString& file, const FigureOptions& options,
                           const std::shared_ptr<const Snapshot>& snapshot,
                           const std::vector<const char*>& panels) {
    const Theme& theme = Theme::light();
    FigureSheet sheet;
    for (const char* id : panels) {
        auto panel = findPanelKind(id)->make(theme);
        fillPanel(*panel, snapshot, View{{0, Phase::Backward, 0}});
        sheet.add(id, findPanelKind(id)->title(), std::move(panel));
    }
    const Done status = saveFigure(file, options, sheet, theme);
    QVERIFY2(status.ok(), status ? "" : status.error().text().c_str());
}

void FigureFilesTest::sizesInWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("pixels") << "1280x720" << QSizeF(1280, 720);
    QTest::newRow("named pixels") << "640x360px" << QSizeF(640, 360);
    QTest::newRow("millimetres") << "254x127mm" << QSizeF(960, 480);
    QTest::newRow("a fraction") << "25.4x12.7mm" << QSizeF(96, 48);
    for (const char* wrong : {"", "x", "1280", "1280x", "1280x720x3", "-5x5", "0x720", "1280 x720",
                              "160x90cm", "0.1x90mm", "1e3x5", "99999999999999999999x1"})
        QTest::newRow(wrong) << wrong << QSizeF();
}

void FigureFilesTest::sizesInWords() {
    QFETCH(QString, text);
    QFETCH(QSizeF, size);
    const auto read = parseFigureSize(text);
    QCOMPARE(read.ok(), !size.isEmpty());
    if (!read) {
        QVERIFY(read.error().message.find("160x90mm") != std::string::npos);
        return;
    }
    QVERIFY(std::abs(read->width() - size.width()) < 1e-9);
    QVERIFY(std::abs(read->height() - size.height()) < 1e-9);
}

void FigureFilesTest::sizeOnPaper_data() {
    QTest::addColumn<QSizeF>("size");
    for (const FigureSize& each : figureSizes())
        if (!each.size.isEmpty())
            QTest::newRow(each.id) << each.size;
    QTest::newRow("160x90mm") << *parseFigureSize("160x90mm");
}

void FigureFilesTest::sizeOnPaper() {
    QFETCH(QSizeF, size);
    const FigureOptions options{.size = size, .dpi = 96, .caption = {}};
    const QString pdf = folder_.filePath("size.pdf"), svg = folder_.filePath("size.svg");
    save(pdf, options, snapshot_);
    const QString pages = said("pdfinfo", {pdf});
    const auto page = QRegularExpression(R"(Page size:\s+([\d.]+) x ([\d.]+) pts)").match(pages);
    QVERIFY2(page.hasMatch(), qPrintable(pages));
    // Qt has whole points, a third of a millimetre; never less than was asked for.
    const double points = 72 / 96.0;
    for (const auto& [group, side] : {std::pair{1, size.width()}, {2, size.height()}}) {
        const double more = page.captured(group).toDouble() - side * points;
        QVERIFY2(more > -1e-3 && more < 1, qPrintable(page.captured()));
    }
    save(svg, options, snapshot_);
    const auto length = [&](const char* attribute) {
        const QString text =
            said("xmllint", {"--xpath", QString("string(/*/@%1)").arg(attribute), svg}).trimmed();
        return text.endsWith("mm") ? text.chopped(2).toDouble() : -1;
    };
    QVERIFY(std::abs(length("width") - size.width() * 25.4 / 96) < 1e-3);
    QVERIFY(std::abs(length("height") - size.height() * 25.4 / 96) < 1e-3);
}

void FigureFilesTest::chineseIsEmbeddedAndFound() {
    const QString pdf = folder_.filePath(QStringLiteral("图.pdf"));
    const QString words = figureCaption(snapshot_->setup, *snapshot_);
    QVERIFY(words.contains(sequence));
    save(pdf, {.size = {700, 480}, .dpi = 96, .caption = caption + ' ' + words}, snapshot_);
    // A name, a type, an encoding, whether it is embedded, a part, and has Unicode; two numbers.
    const QStringList lines = said("pdffonts", {pdf}).split('\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 3);
    bool chinese = false;
    for (const QString& line : lines.mid(2)) {
        const QStringList fields = line.simplified().split(' ');
        QVERIFY2(fields.size() >= 8, qPrintable(line));
        QVERIFY2(fields[fields.size() - 5] == "yes", qPrintable(line));
        QVERIFY2(fields[fields.size() - 3] == "yes", qPrintable(line));
        chinese = chinese || line.contains("CJK");
    }
    QVERIFY2(chinese, qPrintable(lines.join('\n')));
    QString text = said("pdftotext", {"-layout", pdf, "-"});
    text.remove(QRegularExpression(R"(\s)"));  // lines break anywhere
    for (const QString& each : {caption, sequence})
        QVERIFY2(text.contains(each), qPrintable(each + " not in " + text));
    // Words that are inputs stand under the steps, as far as there is room.
    save(pdf, {.size = {1400, 480}, .dpi = 96, .caption = poem}, text_, {"unrolled"});
    text = said("pdftotext", {"-layout", pdf, "-"});
    text.remove(QRegularExpression(R"(\s)"));
    QVERIFY2(text.contains(poem), qPrintable(text));
    for (const QChar word : poem.first(4))
        QVERIFY2(text.count(word) >= 2, qPrintable(QString(word)));
    // The document's title says it as well.
    QVERIFY(said("pdfinfo", {pdf}).contains(poem));
}

void FigureFilesTest::chineseInSvg() {
    const QString svg = folder_.filePath(QStringLiteral("图.svg"));
    save(svg, {.size = {700, 480}, .dpi = 96, .caption = caption}, text_, {"unrolled"});
    QCOMPARE(said("xmllint", {"--noout", svg}), QString());
    const QString text = said("xmllint", {"--xpath", "string(/)", svg});
    QVERIFY2(text.contains(caption), qPrintable(text));
    for (const QChar word : poem.first(4))
        QVERIFY2(text.contains(word), qPrintable(QString(word)));
    const QString png = folder_.filePath("drawn.png");
    QCOMPARE(said("rsvg-convert", {"--width", "1400", "--output", png, svg}), QString());
    const QImage image(png);
    QCOMPARE(image.width(), 1400);
    // Chinese is drawn: where the caption stands, there is ink.
    int dark = 0;
    for (int y = image.height() * 9 / 10; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
    QVERIFY(dark > 500);
    QVERIFY(image.save(RNNSCOPE_SCREENSHOTS "/figure-chinese.png"));
}

QTEST_MAIN(FigureFilesTest)
#include "figure_files_test.moc"
