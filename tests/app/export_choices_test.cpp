// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog's sizes, its memory, and how it looks.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/picture_pane.h"
#include "app/mainwindow.h"
#include "app/panels/table.h"
#include "app/plot/style.h"

using namespace rnnscope;

class ExportChoicesTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void sizesOfPresets();
    void slidesKeepTheirShape();
    void choicesAreRemembered();
    void looks_data();
    void looks();

  private:
    FigureSources sources() const;

    QTemporaryDir folder_;
    std::shared_ptr<const Snapshot> snapshot_;
};

void ExportChoicesTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
    auto experiment = Experiment::create(Setup());
    QVERIFY(experiment.ok());
    snapshot_ = experiment->snapshot(1);
}

FigureSources ExportChoicesTest::sources() const {
    FigureSources all;
    for (const char* id : {"hidden", "gradients"}) {
        const PanelKind* kind = findPanelKind(id);
        all.panels.push_back(
            {id, kind->title(), [kind](const Theme& theme) { return kind->make(theme); }, {}});
    }
    all.snapshot = snapshot_;
    all.workspaceSize = {900, 500};
    return all;
}

void ExportChoicesTest::sizesOfPresets() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* preset = dialog.findChild<QComboBox*>("preset");
    auto* unit = dialog.findChild<QComboBox*>("unit");
    const auto boxes = dialog.findChildren<QDoubleSpinBox*>();
    const auto size = [&] { return QSizeF(boxes[0]->value(), boxes[1]->value()); };
    QCOMPARE(size(), QSizeF(900, 500));
    preset->setFocus();
    QTest::keyClick(preset, Qt::Key_Down);
    QCOMPARE(size(), QSizeF(1280, 720));
    QTest::keyClick(preset, Qt::Key_Down);
    QCOMPARE(size(), QSizeF(853, 720));
    unit->setFocus();
    QTest::keyClick(unit, Qt::Key_Down);
    QCOMPARE(size(), QSizeF(225.8, 190.5));
    QCOMPARE(preset->currentData().toString(), QString("16-9-two-thirds"));
    while (preset->currentData().toString() != "column")
        QTest::keyClick(preset, Qt::Key_Down);
    QCOMPARE(size(), QSizeF(211.7, 119.1));
    QTest::keyClick(boxes[0], Qt::Key_Up);
    QCOMPARE(preset->currentText(), "Own size");
    QCOMPARE(size(), QSizeF(212.7, 119.1));
    QTest::keyClick(unit, Qt::Key_Up);
    QCOMPARE(size(), QSizeF(804, 450));
    QTest::mouseClick(dialog.findChild<QPushButton*>("svg"), Qt::LeftButton);
    QVERIFY(!dialog.findChild<QComboBox*>("dpi")->isEnabled());
}

/// A slide's figure is as high as the slide, caption included, on screen and in the file.
void ExportChoicesTest::slidesKeepTheirShape() {
    ExportDialog dialog(sources(), Theme::light());
    dialog.open();
    auto* preset = dialog.findChild<QComboBox*>("preset");
    auto* pane = dialog.findChild<PicturePane*>();
    for (const auto& [id, ratio] : {std::pair{"16-9", 16 / 9.0}, {"4-3-half", 2 / 3.0}}) {
        preset->setFocus();
        while (preset->currentData().toString() != id)
            QTest::keyClick(preset, Qt::Key_Down);
        QTRY_VERIFY(std::abs(double(pane->picture().width()) / pane->picture().height() / ratio -
                             1) < 0.01);
    }
    dialog.findChild<QComboBox*>("dpi")->setCurrentIndex(0);
    dialog.saveTo(folder_.filePath("slide.png"));
    QCOMPARE(QImage(folder_.filePath("slide.png")).size(), QSize(480, 720));
}

void ExportChoicesTest::choicesAreRemembered() {
    const auto chosen = [](const ExportDialog& dialog, const char* box) {
        return dialog.findChild<QComboBox*>(box)->currentText();
    };
    {
        ExportDialog dialog(sources(), Theme::light());
        dialog.open();
        dialog.findChild<QComboBox*>("unit")->setCurrentIndex(1);
        auto* preset = dialog.findChild<QComboBox*>("preset");
        preset->setCurrentIndex(preset->findData("4-3"));
        Q_EMIT preset->activated(preset->currentIndex());
        QTest::mouseClick(dialog.findChild<QPushButton*>("svg"), Qt::LeftButton);
        QTest::mouseClick(dialog.findChild<QPushButton*>("dark"), Qt::LeftButton);
        dialog.findChild<QComboBox*>("type")->setCurrentIndex(3);
        dialog.findChild<QComboBox*>("dpi")->setCurrentIndex(1);
        dialog.saveTo("/proc/figure.svg");  // nothing was made, nothing is remembered
        QVERIFY(QSettings().value("export/format").isNull());
        dialog.saveTo(folder_.filePath("once.svg"));
    }
    QSettings().sync();
    ExportDialog dialog(sources(), Theme::light());
    QVERIFY(dialog.findChild<QPushButton*>("svg")->isChecked());
    QVERIFY(dialog.findChild<QPushButton*>("dark")->isChecked());
    QCOMPARE(chosen(dialog, "preset"), QString("Slide, 4 : 3"));
    QCOMPARE(chosen(dialog, "unit"), QString("mm"));
    QCOMPARE(chosen(dialog, "type"), QString("200 %"));
    QCOMPARE(chosen(dialog, "dpi"), QString("150 dpi"));
    QCOMPARE(dialog.findChildren<QDoubleSpinBox*>().first()->value(), 254.0);
}

void ExportChoicesTest::looks_data() {
    QTest::addColumn<QString>("theme");
    for (const char* theme : {"light", "dark", "projector"})
        QTest::newRow(theme) << QString(theme);
}

void ExportChoicesTest::looks() {
    QFETCH(QString, theme);
    const Theme& look = *Theme::find(theme);
    applyTheme(look);
    ExportDialog dialog(sources(), look);
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton*>("film"), Qt::LeftButton);
    QTRY_VERIFY(!dialog.findChild<PicturePane*>()->picture().isNull());
    for (auto* box : dialog.findChildren<QComboBox*>())
        if (box->isVisible())
            QVERIFY2(box->width() >= box->minimumSizeHint().width(), qPrintable(box->objectName()));
    for (auto* label : dialog.findChildren<QLabel*>())
        if (label->buddy())
            QVERIFY2(label->contentsRect().width() >=
                         QFontMetrics(look.font()).horizontalAdvance(label->text().remove(u'&')),
                     qPrintable(label->text()));
    QVERIFY(
        dialog.grab().save(QString("%1/export-dialog-%2.png").arg(RNNSCOPE_SCREENSHOTS, theme)));
    applyTheme(Theme::light());
}

QTEST_MAIN(ExportChoicesTest)
#include "export_choices_test.moc"
