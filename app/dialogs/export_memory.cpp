// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog's choices, from one figure to the next.
#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QSettings>

#include "app/dialogs/export_dialog.h"
#include "app/plot/figure_size.h"

namespace rnnscope {
namespace {

const QString group = QStringLiteral("export");

/// Chooses the entry with these data; stays where there is none.
void choose(QComboBox* box, const QVariant& data) {
    if (const int index = box->findData(data); data.isValid() && index >= 0)
        box->setCurrentIndex(index);
}

void press(QButtonGroup* buttons, const QString& id) {
    for (QAbstractButton* button : buttons->buttons())
        if (button->objectName() == id)
            button->setChecked(true);
}

}  // namespace

void ExportDialog::recall() {
    QSettings settings;
    settings.beginGroup(group);
    press(formats_, settings.value("format").toString());
    press(themes_, settings.value("theme").toString());
    choose(preset_, settings.value("size"));
    if (const QSizeF own = settings.value("own").toSizeF(); !own.isEmpty())
        size_ = own.boundedTo({8000, 8000}).expandedTo({100, 100});
    if (const int unit = unit_->findText(settings.value("unit").toString()); unit >= 0)
        unit_->setCurrentIndex(unit);
    choose(type_, settings.value("type").toInt());  // text, where it was read from a file
    choose(dpi_, settings.value("dpi").toInt());
    choose(speed_, settings.value("speed").toInt());
    captionOn_->setChecked(settings.value("caption", true).toBool());
}

void ExportDialog::remember() const {
    QSettings settings;
    settings.beginGroup(group);
    settings.setValue("format", format());
    settings.setValue("theme", themes_->checkedButton()->objectName());
    settings.setValue("size", preset_->currentData());
    settings.setValue("own", size_);
    settings.setValue("unit", unit_->currentText());
    settings.setValue("type", type_->currentData());
    settings.setValue("dpi", dpi_->currentData());
    settings.setValue("speed", speed_->currentData());
    settings.setValue("caption", captionOn_->isChecked());
}

}  // namespace rnnscope
