// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/export_dialog.h"

#include <qcustomplot.h>
#include <sys/resource.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <csignal>
#include <limits>

#include "app/dialogs/picture_pane.h"
#include "app/plot/style.h"
#include "core/readers/reader.h"

using namespace rnnscope;

class ExportDialogTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void twoPanelsInEveryFormat_data();
    void twoPanelsInEveryFormat();
    void previewIsTheFile();
    void workspaceLayout();
    void everyLayoutIsInside();
    void captionTellsTheSetup();
    void csvRoundTrip();
    void npzRoundTrip();
    void csvQuotes();
    void choicesShowInThePreview();
    void savingByHand();
    void nothingChosen();
    void unwritableFolder();
    void fullDiskLeavesTheOldFile();
    void copying();

  private:
    FigureSources sources() const;
    QString content(const QString& file) const;

    QTemporaryDir folder_;
    std::shared_ptr<const Snapshot> snapshot_;
};

namespace {

/// Fills its rectangle with a colour and writes a word into it.
class Block : public Panel {
  public:
    Block(const Theme& theme, const QString& word, QColor colour, QSizeF size)
        : Panel(theme), word_(word), colour_(colour), size_(size) {}

    void paintFigure(QCPPainter& painter, const QRectF& area) override {
        QVERIFY(snapshot());
        painter.fillRect(area, colour_);
        painter.setPen(theme().text);
        painter.drawText(area, Qt::AlignCenter, word_);
    }
    QSizeF figureSize() const override { return size_; }
    DataTable data() const override {
        return {{"t", "norm, \"raw\""}, {{1, 2, 3}, {0.1, std::nan(""), -INFINITY}}};
    }

  protected:
    void refresh() override {}
    void moveCursor() override {}

  private:
    QString word_;
    QColor colour_;
    QSizeF size_;
};

FigureSource block(const QString& id, QColor colour, QSizeF size) {
    return {id,
            "Title of " + id,
            [=](const Theme& theme) {
                return std::make_unique<Block>(theme, "word-" + id, colour, size);
            },
            {}};
}

FigureSheet sheetOf(const FigureSources& sources, const Theme& theme) {
    FigureSheet sheet;
    for (const FigureSource& source : sources.panels) {
        auto panel = source.make(theme);
        panel->setSnapshot(sources.snapshot);
        sheet.add(source.id, source.title, std::move(panel));
    }
    return sheet;
}

int pixelsOf(const QImage& image, QColor colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

QPushButton* button(const QDialog& dialog, const QString& text) {
    for (auto* found : dialog.findChildren<QPushButton*>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    return nullptr;
}

const QColor red("#c01020");
const QColor blue("#1030d0");

}  // namespace

void ExportDialogTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
    Setup setup;
    for (const auto& [option, value] :
         {std::pair{"cell", "lstm"}, std::pair{"seed", "4"}, std::pair{"clip", "norm"}})
        QVERIFY(setOption(setup, option, value).ok());
    QVERIFY(loadFiles(setup).ok());
    auto experiment = Experiment::create(setup);
    QVERIFY(experiment.ok());
    snapshot_ = experiment->snapshot(1);
}

FigureSources ExportDialogTest::sources() const {
    FigureSources all;
    all.panels = {block("hidden", red, {900, 300}), block("gradients", blue, {480, 300})};
    all.snapshot = snapshot_;
    all.workspaceSize = {900, 500};
    return all;
}

QString ExportDialogTest::content(const QString& name) const {
    QFile file(folder_.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void ExportDialogTest::twoPanelsInEveryFormat_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"png", "svg", "pdf"})
        QTest::newRow(format) << format;
}

void ExportDialogTest::twoPanelsInEveryFormat() {
    QFETCH(QString, format);
    ExportDialog dialog(sources(), Theme::dark());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>(format), Qt::LeftButton);
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    const QString file = folder_.filePath("two." + format);
    dialog.saveTo(file);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().toString(), file);
    QVERIFY(!dialog.isVisible());
    if (format == "png") {
        const QImage image(file);
        QCOMPARE(image.width(), qRound(900 * 300 / 96.0));  // 300 dpi unless told otherwise
        QVERIFY(pixelsOf(image, red) > 100000);
        QVERIFY(pixelsOf(image, blue) > 100000);
        QCOMPARE(image.pixelColor(2, 2), Theme::light().card);
    } else if (format == "svg") {
        const QString svg = content("two.svg");
        for (const char* word : {"word-hidden", "word-gradients", "TITLE OF HIDDEN",
                                 "TITLE OF GRADIENTS", "LSTM, 8 units"})
            QVERIFY2(svg.contains(word), word);
    } else {
        QVERIFY(content("two.pdf").startsWith("%PDF-"));
        QVERIFY(QFile(file).size() > 2000);
    }
}

void ExportDialogTest::previewIsTheFile() {
    const Theme& theme = Theme::light();
    const FigureSheet sheet = sheetOf(sources(), theme);
    FigureOptions options;
    options.size = {700, 400};
    options.dpi = 96;
    options.caption = QString("A long caption of many words. ").repeated(8);
    const QString file = folder_.filePath("same.png");
    QVERIFY(saveFigure(file, options, sheet, theme).ok());
    const QImage written = QImage(file).convertToFormat(QImage::Format_RGB32);
    const QImage shown =
        figureImage(options, sheet, theme, 1).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(shown.size(), written.size());
    QVERIFY(shown == written);
}

void ExportDialogTest::workspaceLayout() {
    const Theme& theme = Theme::light();
    FigureSources all = sources();
    all.panels = {block("unrolled", red, {1000, 200}), block("hidden", red, {1000, 400}),
                  block("gradients", blue, {480, 300}), block("clipping", blue, {480, 300})};
    const auto places = sheetOf(all, theme).places(QRectF(0, 0, 1600, 900), theme);
    QCOMPARE(places[0].left(), places[1].left());
    QVERIFY(places[1].top() > places[0].bottom());
    QVERIFY(places[1].height() > 1.9 * places[0].height());
    QVERIFY(places[2].left() > places[0].right());
    QCOMPARE(places[2].top(), places[0].top());
    const double share = places[0].width() / (places[0].width() + places[2].width());
    QVERIFY(share > 0.6 && share < 0.64);
    // Without room for two columns they stand under each other.
    const auto narrow = sheetOf(all, theme).places(QRectF(0, 0, 400, 1200), theme);
    QCOMPARE(narrow[3].left(), narrow[0].left());
    QVERIFY(narrow[3].top() > narrow[2].bottom());
}

void ExportDialogTest::everyLayoutIsInside() {
    const Theme& theme = Theme::light();
    for (int count = 1; count <= 7; ++count) {
        FigureSources all = sources();
        all.panels.clear();
        const char* ids[] = {"flow",      "loss",      "clipping", "weights",
                             "gradients", "jacobians", "gates"};
        for (int i = 0; i < count; ++i)
            all.panels.push_back(block(ids[i], red, {480, 300}));
        const FigureSheet sheet = sheetOf(all, theme);
        for (const QSizeF size : {QSizeF(1920, 1080), QSizeF(500, 1200), QSizeF(100, 100)}) {
            const QRectF area(QPointF(30, 40), size);
            const auto places = sheet.places(area, theme);
            for (std::size_t i = 0; i < places.size(); ++i) {
                QVERIFY(area.adjusted(-1, -1, 1, 1).contains(places[i]) || size.width() <= 100);
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!places[i].intersects(places[j]));
            }
            FigureOptions options;
            options.size = size;
            QVERIFY(!figureImage(options, sheet, theme, 1).isNull());
        }
    }
}

void ExportDialogTest::captionTellsTheSetup() {
    Setup setup = snapshot_->setup;
    QCOMPARE(figureCaption(setup, *snapshot_),
             QString("LSTM, 8 units, sine, %1 steps, seed 4; gradient clipping by norm at 1.00")
                 .arg(snapshot_->steps()));
    setup.clipping.mode = ClipMode::None;
    setup.sequence.task.clear();
    setup.sequence.file = "/data/My.file.csv";
    QVERIFY(figureCaption(setup, *snapshot_).contains("My.file.csv"));
    QVERIFY(!figureCaption(setup, *snapshot_).contains("clipping"));
}

void ExportDialogTest::csvRoundTrip() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    const QString file = folder_.filePath("data.csv");
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    dialog.saveDataTo("gradients", file);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(content("data.csv"),
             "t,\"norm, \"\"raw\"\"\"\r\n1,0.10000000000000001\r\n2,nan\r\n3,-inf\r\n");

    DataTable table{{"a", "b"}, {{1.0 / 3, 5e-324, 0}, {-1.7976931348623157e308, 2e22, 0.1}}};
    QVERIFY(saveTable(file, table).ok());
    const auto read = readTable(file.toStdString());
    QVERIFY(read.ok());
    QCOMPARE(read->columns, (std::vector<std::string>{"a", "b"}));
    for (int column = 0; column < 2; ++column)
        for (int row = 0; row < 3; ++row) {
            const double wanted = table.columns[std::size_t(column)][std::size_t(row)];
            QVERIFY(read->values(row, column) == wanted);
        }
}

void ExportDialogTest::npzRoundTrip() {
    const QString file = folder_.filePath("table.npz");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const DataTable table{{"t", "‖∂L/∂h‖", "t"}, {{1, 2}, {0.1, nan}, {3, 4}}};
    QVERIFY(saveTable(file, table).ok());
    const auto arrays = readNpz(file.toStdString());
    QVERIFY2(arrays.ok(), arrays.ok() ? "" : arrays.error().text().c_str());
    QCOMPARE(arrays->size(), 3U);
    QCOMPARE(QString::fromStdString((*arrays)[1].name), "‖∂L/∂h‖");
    QCOMPARE((*arrays)[2].name, std::string("t 2"));
    QCOMPARE((*arrays)[0].data, table.columns[0]);
    QCOMPARE((*arrays)[1].data[0], 0.1);
    QVERIFY(std::isnan((*arrays)[1].data[1]));
    // As NumPy reads it.
    QProcess python;
    python.start("/usr/bin/python3",
                 {"-c",
                  "import numpy, sys; a = numpy.load(sys.argv[1]); print(a['‖∂L/∂h‖'][0], "
                  "a['t 2'].tolist())",
                  file});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput().trimmed(), "0.1 [3.0, 4.0]");
    QVERIFY(!saveTable(file, {}).ok());
}

void ExportDialogTest::csvQuotes() {
    const QString file = folder_.filePath("quotes.csv");
    QVERIFY(saveTable(file, {{"plain", "two\nlines", "‖∂L/∂h‖"}, {{1}, {2}, {3}}}).ok());
    QCOMPARE(content("quotes.csv"), "plain,\"two\nlines\",‖∂L/∂h‖\r\n1,2,3\r\n");
    QVERIFY(!saveTable(file, {}).ok());
    QVERIFY(content("quotes.csv").startsWith("plain"));
}

void ExportDialogTest::choicesShowInThePreview() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* pane = dialog.findChild<PicturePane*>();
    QTRY_VERIFY(pixelsOf(pane->picture(), red) > 1000 && pixelsOf(pane->picture(), blue) > 1000);
    auto* list = dialog.findChild<QListWidget*>();
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space);  // no hidden state
    QTRY_VERIFY(pixelsOf(pane->picture(), red) == 0 && pixelsOf(pane->picture(), blue) > 1000);
    QCOMPARE(dialog.findChildren<QCheckBox*>().first()->checkState(), Qt::PartiallyChecked);
    QTest::mouseClick(dialog.findChild<QPushButton*>("dark"), Qt::LeftButton);
    QTRY_COMPARE(pane->picture().pixelColor(1, 1), Theme::dark().card);
    const int tall = pane->picture().height();
    dialog.findChild<QPlainTextEdit*>()->clear();
    QTRY_VERIFY(pane->picture().height() < tall);
}

void ExportDialogTest::savingByHand() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    dialog.findChild<QComboBox*>("dpi")->setCurrentIndex(0);
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    QTest::mouseClick(button(dialog, "Save…"), Qt::LeftButton);
    auto* files = dialog.findChild<QFileDialog*>();
    QVERIFY(files && files->isVisible());
    files->setDirectory(folder_.path());
    auto* name = files->findChild<QLineEdit*>("fileNameEdit");
    QVERIFY(name);
    QCOMPARE(name->text(), "workspace.png");
    name->setText("by-hand");
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(QImage(folder_.filePath("by-hand.png")).width(), 900);
}

void ExportDialogTest::nothingChosen() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* whole = dialog.findChildren<QCheckBox*>().first();
    QTest::mouseClick(whole, Qt::LeftButton, {}, QPoint(8, whole->height() / 2));
    QCOMPARE(whole->checkState(), Qt::Unchecked);
    QVERIFY(!button(dialog, "Save…")->isEnabled());
    QVERIFY(!button(dialog, "Copy picture")->isEnabled());
    QTest::mouseClick(whole, Qt::LeftButton, {}, QPoint(8, whole->height() / 2));
    QCOMPARE(whole->checkState(), Qt::Checked);
    QVERIFY(button(dialog, "Save…")->isEnabled());
}

void ExportDialogTest::unwritableFolder() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    auto* error = dialog.findChild<QLabel*>("error");
    QVERIFY(!error->isVisible());
    for (const QString name : {"/proc/figure.png", "/proc/figure.svg"}) {  // closed to root as well
        dialog.saveTo(name);
        QVERIFY(error->isVisible());
        QVERIFY2(error->text().startsWith(name + ": cannot be written"), qPrintable(error->text()));
    }
    dialog.saveDataTo("hidden", "/proc/data.csv");
    QVERIFY(error->text().startsWith("/proc/data.csv: "));
    QVERIFY(dialog.isVisible());
    QCOMPARE(saved.count(), 0);
}

void ExportDialogTest::fullDiskLeavesTheOldFile() {
    const QString figure = folder_.filePath("old.png");
    const QString data = folder_.filePath("old.csv");
    for (const QString& name : {figure, data}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
    }
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* error = dialog.findChild<QLabel*>("error");

    // No file may grow beyond a few bytes: what a full disk looks like, for root too.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 16;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    dialog.saveTo(figure);
    const bool toldOfFigure = error->isVisible();
    dialog.saveDataTo("hidden", data);
    const bool toldOfData = error->isVisible();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    QVERIFY(toldOfFigure);
    QVERIFY(toldOfData);
    QCOMPARE(content("old.png"), "old");
    QCOMPARE(content("old.csv"), "old");
    QVERIFY(dialog.isVisible());
}

void ExportDialogTest::copying() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    QTest::mouseClick(button(dialog, "Copy picture"), Qt::LeftButton);
    const QImage image = QApplication::clipboard()->image();
    QCOMPARE(image.width(), qRound(900 * 300 / 96.0));
    QVERIFY(pixelsOf(image, blue) > 100000);
}

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
