// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/panels/panel.h"
#include "app/panels/values_table.h"

class QLabel;
class QToolButton;

namespace rnnscope {

/// Id "values": every number of the playhead's step, of the chosen layer and direction, as a table
/// that can be read by a screen reader and copied.
class ValuesPanel : public Panel {
    Q_OBJECT

  public:
    explicit ValuesPanel(const Theme& theme, QWidget* parent = nullptr);

    /// A button that copies everything.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {1080, 330}; }
    DataTable data() const override;
    bool dataMoves() const override { return true; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Tab-separated: the sequence's numbers, a blank line, the units'.
    QString copied() const;
    NumberTable* unitTable() const { return units_; }
    NumberTable* sequenceTable() const { return sequence_; }
    /// "t = 20, layer 1".
    QString placeText() const;

  protected:
    void refresh() override;
    void moveCursor() override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    StepSource source() const;
    NumberLook look() const;
    void follow();
    void arrange();
    void styleTool();

    UnitNumbers* unitNumbers_;
    SequenceNumbers* sequenceNumbers_;
    QLabel* place_;
    NumberTable *sequence_, *units_;
    QPointer<QToolButton> tool_;
    bool following_ = false;
};

}  // namespace rnnscope
