// SPDX-License-Identifier: GPL-3.0-or-later
// A film of a pass, saved by hand from the export dialog.
#include <QComboBox>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/figure_film.h"
#include "app/panels/table.h"
#include "app/plot/style.h"
#include "core/setup.h"

using namespace rnnscope;

namespace {

constexpr int steps = 6;

std::shared_ptr<const Snapshot> snapshotOf(const char* target) {
    Setup setup;
    for (const auto& [option, value] :
         {std::pair{"cell", "lstm"}, {"task", "sine"}, {"length", "6"}, {"target", target}})
        if (!setOption(setup, option, value).ok())
            return nullptr;
    return Experiment::create(setup)->snapshot(1);
}

QPushButton* button(const QDialog& dialog, const QString& text) {
    for (auto* found : dialog.findChildren<QPushButton*>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    return nullptr;
}

}  // namespace

class FilmDialogTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void spansAreThePasses();
    void savedByHand();
    void pictureByPictureAsTheFigure();
    void numbersGetTheirPlace();
    void cancelStopsTheFilmAlone();

  private:
    FigureSources sources() const;

    QTemporaryDir folder_;
    std::shared_ptr<const Snapshot> snapshot_;
};

void FilmDialogTest::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
    snapshot_ = snapshotOf("next");
    QVERIFY(snapshot_ && snapshot_->backward);
    QCOMPARE(int(snapshot_->steps()), steps);
}

FigureSources FilmDialogTest::sources() const {
    FigureSources all;
    for (const char* id : {"hidden", "gradients"}) {
        const PanelKind* kind = findPanelKind(id);
        all.panels.push_back(
            {id, kind->title(), [kind](const Theme& theme) { return kind->make(theme); }, {}});
    }
    all.snapshot = snapshot_;
    all.workspaceSize = {600, 300};
    return all;
}

void FilmDialogTest::spansAreThePasses() {
    const FilmSpan whole = filmSpan(*snapshot_);
    QCOMPARE(whole.frames(), 2 * steps + 1);
    QCOMPARE(positionAt(whole.first, steps, 0), (Position{0, Phase::Forward, 0}));
    QCOMPARE(positionAt(whole.last, steps, 0), (Position{0, Phase::Backward, 0}));
    QCOMPARE(whole.frames(5), 5);
    QCOMPARE(whole.index(0, 5), whole.first);
    QCOMPARE(whole.index(4, 5), whole.last);
    QCOMPARE(whole.index(0, 1), whole.first);
    const FilmSpan back = filmSpan(*snapshot_, Phase::Backward);
    QCOMPARE(back.frames(), steps);
    QCOMPARE(positionAt(back.first, steps, 0), (Position{0, Phase::Backward, steps - 1}));
    QCOMPARE(filmSpan(*snapshot_, Phase::Forward).frames(), steps);
    const auto forwardOnly = snapshotOf("none");
    QVERIFY(!forwardOnly->backward);
    QCOMPARE(positionAt(filmSpan(*forwardOnly).last, int(forwardOnly->steps()), 0).phase,
             Phase::Forward);
}

void FilmDialogTest::savedByHand() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* speed = dialog.findChild<QComboBox*>("speed");
    QVERIFY(!speed->isEnabled());
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    QVERIFY(speed->isEnabled() && !dialog.findChild<QComboBox*>("dpi")->isEnabled());
    const auto facts = [&] {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->text().contains("pictures,"))
                return label->text();
        return QString();
    };
    QTRY_VERIFY2(facts().contains("13 pictures, 1.6 s"), qPrintable(facts()));
    QVERIFY(dialog.grab().save(RNNSCOPE_SCREENSHOTS "/export-film.png"));
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    QTest::mouseClick(button(dialog, "Save…"), Qt::LeftButton);
    auto* files = dialog.findChild<QFileDialog*>();
    QVERIFY(files && files->isVisible());
    files->setDirectory(folder_.path());
    auto* name = files->findChild<QLineEdit*>("fileNameEdit");
    QCOMPARE(name->text(), "workspace.gif");
    name->setText("steps");
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(!dialog.isVisible());
    QImageReader reader(folder_.filePath("steps.gif"));
    QCOMPARE(reader.imageCount(), 2 * steps + 1);
    QCOMPARE(reader.size().width(), 600);
}

void FilmDialogTest::pictureByPictureAsTheFigure() {
    FigureSources all = sources();
    const Theme theme = Theme::light();
    const FigureOptions options{.size = {500, 260}, .dpi = 96, .caption = {}};
    const auto drawn = [&](const View& view) {
        FigureSheet sheet;
        for (const FigureSource& source : all.panels) {
            auto panel = source.make(theme);
            fillPanel(*panel, snapshot_, view);
            sheet.add(source.id, source.title, std::move(panel));
        }
        return sheet;
    };
    const FigureSheet sheet = drawn(View{});
    const FilmSpan span = filmSpan(*snapshot_);
    const Film film = filmOf(sheet, options, theme, View{}, steps, span, span.frames());
    QImage before;
    for (int k = 0; k < film.frames; ++k) {
        View view;
        view.position = positionAt(k, steps, 0);
        const QImage picture = film.picture(k);
        QCOMPARE(picture, figureImage(options, drawn(view), theme, 1));
        if (k != steps && k != steps + 1)  // the loss has the last step's states
            QVERIFY(picture != before);
        before = picture;
    }
}

void FilmDialogTest::numbersGetTheirPlace() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    dialog.saveTo(folder_.filePath("step.png"));
    QVERIFY(!dialog.isVisible());
    QVERIFY(!QFile::exists(folder_.filePath("step.png")));
    for (int k = 1; k <= 2 * steps + 1; ++k)
        QVERIFY(QFile::exists(folder_.filePath(QString("step-%1.png").arg(k, 3, 10, QChar('0')))));
}

void FilmDialogTest::cancelStopsTheFilmAlone() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    // Pressed as soon as the dialog lets anything happen: while it draws.
    QTimer::singleShot(0, &dialog, [&] {
        QVERIFY(!button(dialog, "Save…")->isEnabled());
        QTest::mouseClick(button(dialog, "Cancel"), Qt::LeftButton);
    });
    const QString file = folder_.filePath("stopped.gif");
    dialog.saveTo(file);
    QVERIFY(dialog.isVisible());
    QCOMPARE(saved.count(), 0);
    QVERIFY(!QFile::exists(file));
    QVERIFY(button(dialog, "Save…")->isEnabled());
    QVERIFY(!dialog.findChild<QLabel*>("error")->isVisible());
    dialog.saveTo(file);  // and it can be saved after all
    QCOMPARE(saved.count(), 1);
    QVERIFY(QFile::exists(file));
}

QTEST_MAIN(FilmDialogTest)
#include "film_dialog_test.moc"
