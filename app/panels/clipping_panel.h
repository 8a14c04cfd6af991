// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/panels/clipping_bars.h"
#include "app/panels/clipping_field.h"
#include "app/panels/clipping_twins.h"
#include "app/panels/panel.h"

class QAbstractButton;
class QButtonGroup;
class QPushButton;

namespace rnnscope {

class FieldControls;

/// Id "clipping": what clipping does to the present gradient, to a training, and to the gradient as
/// a field over two weights.
class ClippingPanel : public Panel {
    Q_OBJECT

  public:
    enum class Page { Gradient, Twins, Field };

    explicit ClippingPanel(const Theme& theme, QWidget* parent = nullptr);

    void setPage(Page page);
    Page page() const { return page_; }
    /// The switch between the pages.
    QWidget* headerTool() override;
    unsigned needs() const override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {640, 300}; }
    /// Of the page that is shown.
    DataTable data() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    const ClippingBars& bench() const { return bars_; }
    const ClippingTwins& twins() const { return twins_; }
    const ClippingField& field() const { return field_; }
    /// The field that is asked for; nothing before the page was first shown.
    const std::optional<FieldChoice>& fieldChoice() const { return choice_; }
    FieldControls* fieldControls() const { return controls_; }
    QPushButton* twinsButton() const { return run_; }
    QAbstractButton* pageButton(Page page) const;
    /// True once the playhead has come to the clipping.
    bool clippingPlayed() const;
    /// What is told about a place; HTML, empty where there is nothing.
    QString hoverText(const QPointF& point) const;
    /// Where an update stands on the twins' page, in this widget's pixels.
    QPoint handleOf(std::size_t update) const;

  signals:
    /// The same training is wanted again with a twin beside it, from the start.
    void twinsRequested();

  protected:
    void refresh() override;
    void moveCursor() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    const ClippingPage& current() const;
    void makeTool();
    void styleParts();
    void chooseField();
    void arrange();
    void request(std::size_t update);
    /// Where the field's picture stands, and the words beside it.
    QRectF pictureArea() const;
    QRectF sideArea() const;

    Page page_ = Page::Gradient;
    ClippingBars bars_;
    ClippingTwins twins_;
    ClippingField field_;
    std::optional<FieldChoice> choice_;
    StillPicture still_;
    QString styledFor_;  // theme and scale
    QPointer<QWidget> tool_;
    QButtonGroup* pages_ = nullptr;
    QPushButton* run_;
    FieldControls* controls_;
    bool dragging_ = false;
    std::optional<std::size_t> asked_;  // while dragged, or until its pass has come
};

}  // namespace rnnscope
