// SPDX-License-Identifier: GPL-3.0-or-later
// A film of a training: its passes, its pictures, and the dialog that saves it.
#include "app/dialogs/training_film.h"

#include <QComboBox>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "app/dialogs/export_dialog.h"
#include "app/panels/table.h"
#include "app/plot/style.h"

using namespace rnnscope;

class TrainingFilmTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void updatesAreEven();
    void passesAreTheExperiments();
    void passesInAnyOrder();
    void stopsWhenAsked();
    void picturesAreTheFigures();
    void savedByTheDialog();
    void cancelledInTheDialog();
    void untrainedThereIsOnlyThePass();

  private:
    FigureSources sources(int known) const;

    QTemporaryDir folder_;
    Setup setup_;
};

namespace {

constexpr int last = 6;

QPushButton* button(const QDialog& dialog, const QString& text) {
    for (auto* found : dialog.findChildren<QPushButton*>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    return nullptr;
}

void choose(ExportDialog& dialog, const char* box, int index) {
    auto* found = dialog.findChild<QComboBox*>(box);
    found->setCurrentIndex(index);
    Q_EMIT found->activated(index);
}

}  // namespace

void TrainingFilmTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
    for (const auto& [option, value] : {std::pair{"cell", "lstm"},
                                        {"task", "sine"},
                                        {"length", "6"},
                                        {"clip", "norm"},
                                        {"lanes", "*; cell=gru"}})
        QVERIFY(setOption(setup_, option, value).ok());
}

FigureSources TrainingFilmTest::sources(int known) const {
    FigureSources all;
    for (const char* id : {"hidden", "loss"}) {
        const PanelKind* kind = findPanelKind(id);
        all.panels.push_back(
            {id, kind->title(), [kind](const Theme& theme) { return kind->make(theme); }, {}});
    }
    auto experiment = Experiment::create(setup_);
    experiment->runTo(known);
    experiment->runTo(known / 2);  // the screen may show an update in between
    all.snapshot = experiment->snapshot(1);
    all.workspaceSize = {600, 300};
    return all;
}

void TrainingFilmTest::updatesAreEven() {
    QCOMPARE(filmUpdates(6, 2), (std::vector<int>{0, 2, 4, 6}));
    QCOMPARE(filmUpdates(7, 3), (std::vector<int>{0, 3, 6, 7}));
    QCOMPARE(filmUpdates(5, 9), (std::vector<int>{0, 5}));
    QCOMPARE(filmUpdates(1, 1), (std::vector<int>{0, 1}));
    for (const int updates : {1, 2, 7, 500, 1'000'000})
        for (const int pictures : {2, 3, 50, 200}) {
            const int every = filmEvery(updates, pictures);
            QVERIFY(int(filmUpdates(updates, every).size()) <= pictures);
            QVERIFY(every == 1 || int(filmUpdates(updates, every - 1).size()) > pictures);
        }
}

void TrainingFilmTest::passesAreTheExperiments() {
    int most = 0;
    TrainingReel reel(setup_, filmUpdates(last, 2), [&](int trained) {
        most = std::max(most, trained);
        return true;
    });
    QCOMPARE(reel.frames(), 4);
    auto experiment = Experiment::create(setup_);
    for (int frame = 0; frame < reel.frames(); ++frame) {
        const auto shown = reel.take(frame);
        experiment->runTo(2 * frame);
        const auto wanted = experiment->snapshot(1);
        QCOMPARE(shown->update, 2 * frame);
        for (std::size_t k = 0; k < wanted->parameters.items.size(); ++k)
            QVERIFY(shown->parameters.items[k].value == wanted->parameters.items[k].value);
        QVERIFY(shown->record.output == wanted->record.output);
        // The other network has learnt as much.
        QCOMPARE(shown->others.front()->update, 2 * frame);
        // All of the training is known from the first picture on: its axes are the same in all.
        QCOMPARE(shown->known, last);
        QCOMPARE(shown->history.size(), std::size_t(last + 1));
    }
    QVERIFY(most <= last);
}

void TrainingFilmTest::passesInAnyOrder() {
    TrainingReel reel(setup_, filmUpdates(last, 1));
    for (const int frame : {0, 3, 6, 0, 1, 2, 6, 5})
        QCOMPARE(reel.take(frame)->update, frame);
}

void TrainingFilmTest::stopsWhenAsked() {
    Setup longer = setup_;
    longer.training.updates = 1'000'000;
    TrainingReel reel(longer, filmUpdates(1'000'000, 1000),
                      [](int trained) { return trained < 1; });
    QVERIFY(!reel.take(0));
    QVERIFY(!reel.take(1));
}

void TrainingFilmTest::picturesAreTheFigures() {
    const Theme& theme = Theme::light();
    const FigureOptions options{.size = {500, 260}, .dpi = 96, .caption = {}};
    const auto all = sources(last);
    FigureSheet sheet;
    for (const FigureSource& source : all.panels) {
        auto panel = source.make(theme);
        fillPanel(*panel, all.snapshot, all.view);
        sheet.add(source.id, source.title, std::move(panel));
    }
    TrainingReel reel(setup_, filmUpdates(last, 3));
    const Film film = trainingFilmOf(sheet, options, theme, all.view, reel);
    QCOMPARE(film.frames, 3);
    const QImage first = film.picture(0), second = film.picture(1);
    QCOMPARE(first.size(), QSize(500, 260));
    QVERIFY(first != second);
    QVERIFY(second != film.picture(2));
    QCOMPARE(film.picture(0), first);
}

void TrainingFilmTest::savedByTheDialog() {
    ExportDialog dialog(sources(last), Theme::light());
    dialog.open();
    auto* of = dialog.findChild<QComboBox*>("film-of");
    auto* every = dialog.findChild<QSpinBox*>("every");
    QVERIFY(!of->isEnabled() && !every->isVisible());
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    QVERIFY(of->isEnabled() && !every->isVisible());
    choose(dialog, "film-of", 1);
    QVERIFY(every->isVisible());
    const auto facts = [&] {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->text().contains("pictures,"))
                return label->text();
        return QString();
    };
    QTRY_VERIFY2(facts().contains("7 pictures"), qPrintable(facts()));
    auto* caption = dialog.findChild<QPlainTextEdit*>();
    QVERIFY(caption->toPlainText().contains("after 0 to 6 updates"));
    QVERIFY(dialog.grab().save(RNNSCOPE_SCREENSHOTS "/export-training-film.png"));
    choose(dialog, "film-of", 0);
    QVERIFY(caption->toPlainText().contains("after 3 updates"));
    caption->setPlainText("My own words.");
    choose(dialog, "film-of", 1);
    QCOMPARE(caption->toPlainText(), QString("My own words."));
    every->setValue(3);
    QTRY_VERIFY2(facts().contains("3 pictures"), qPrintable(facts()));
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    dialog.saveTo(folder_.filePath("training.gif"));
    QCOMPARE(saved.count(), 1);
    QCOMPARE(QImageReader(folder_.filePath("training.gif")).imageCount(), 3);
    ExportDialog again(sources(last), Theme::light());
    again.open();
    choose(again, "film-of", 1);
    again.saveTo(folder_.filePath("training.png"));
    for (int k = 1; k <= last + 1; ++k)
        QVERIFY(QFile::exists(folder_.filePath(QString("training-00%1.png").arg(k))));
}

void TrainingFilmTest::cancelledInTheDialog() {
    ExportDialog dialog(sources(last), Theme::light());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    choose(dialog, "film-of", 1);
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    QTimer::singleShot(0, &dialog,
                       [&] { QTest::mouseClick(button(dialog, "Cancel"), Qt::LeftButton); });
    const QString file = folder_.filePath("stopped.gif");
    dialog.saveTo(file);
    QVERIFY(dialog.isVisible());
    QCOMPARE(saved.count(), 0);
    QVERIFY(!QFile::exists(file));
    QVERIFY(!dialog.findChild<QLabel*>("error")->isVisible());
    dialog.saveTo(file);
    QCOMPARE(saved.count(), 1);
}

void TrainingFilmTest::untrainedThereIsOnlyThePass() {
    ExportDialog dialog(sources(0), Theme::light());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    auto* of = dialog.findChild<QComboBox*>("film-of");
    QVERIFY(!of->isEnabled() && of->currentIndex() == 0);
    QVERIFY(!of->toolTip().isEmpty());
}

QTEST_MAIN(TrainingFilmTest)
#include "training_film_test.moc"
