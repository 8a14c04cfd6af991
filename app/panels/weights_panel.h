// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <functional>
#include <optional>
#include <vector>

#include "app/hint.h"
#include "app/panels/panel.h"
#include "app/panels/weights_layout.h"
#include "app/panels/weights_paint.h"
#include "core/block_edit.h"
#include "core/weight_fields.h"

class QMenu;

namespace rnnscope {

class WeightsEditor;
class WeightsHeader;

/// Id "weights": every weight, bias and initial state of a layer and direction, and the read-out,
/// gate by gate; to be looked at and changed.
class WeightsPanel : public Panel {
    Q_OBJECT

  public:
    /// Ranges one above the other: a selection, a block, or all blocks of a tensor.
    using Scope = std::vector<WeightsRange>;
    /// What a number that is typed does.
    enum class Purpose { Replace, Scale, Add, Radius, Identity };

    explicit WeightsPanel(const Theme& theme, QWidget* parent = nullptr);

    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override;
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    /// Stays chosen while a pass lacks it.
    void setReading(WeightReading reading);
    WeightReading chosenReading() const { return reading_; }
    /// What is shown.
    WeightReading reading() const;
    /// One field alone, or all.
    void setSolo(std::optional<std::size_t> field);
    std::optional<std::size_t> solo() const { return camera_.solo; }

    const std::vector<WeightField>& fields() const { return fields_; }
    /// The field that edits know by this name.
    std::optional<std::size_t> find(const QString& target) const;
    const WeightsLayout& layoutShown() const { return layout_; }
    /// How large a number the strongest colours stand for.
    double limit() const { return limit_; }
    std::optional<WeightsRange> chosen() const;
    void choose(const std::optional<WeightsRange>& range);
    /// The numbers that are shown.
    Eigen::MatrixXd numbers(const WeightsRange& range) const;
    /// Whether a number is marked as edited.
    bool isEdited(std::size_t field, Index row, Index column) const;
    /// What is told about a number under the pointer; HTML.
    QString hoverText(const WeightsCell& cell) const;
    QString status() const;
    /// What stands below the numbers: the chosen one, or what can be done where that fits.
    QString edgeText() const;
    const Hint& hint() const { return hint_; }
    WeightsEditor* editor() const { return editor_; }

    Scope blockScope(std::size_t field) const;
    Scope tensorScope(std::size_t field) const;
    /// What can be done to a block; to the selection first, where it was opened there.
    QMenu* makeMenu(std::size_t field, bool onSelection);
    /// Opens the field for a number.
    void ask(Purpose purpose, const Scope& scope, const QString& begun = {});
    void scale(const Scope& scope, double factor);
    void zero(const Scope& scope);
    void reset(const Scope& scope);
    void copy(const Scope& scope) const;
    void paste(const Scope& scope);

  signals:
    /// Numbers to be put in place of others, and what that is called. More of the same follow until
    /// one is `finished`: they are one step of undo.
    void editsRequested(const rnnscope::Edits& changed, const QString& what, bool finished);
    /// Numbers that are to be the setup's own again.
    void editsDropped(const std::vector<rnnscope::EditSpan>& places, const QString& what);

  protected:
    void refresh() override;
    void moveCursor() override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    using Change = std::function<Result<Eigen::MatrixXd>(const Eigen::MatrixXd&)>;

    // weights_panel.cpp
    void adopt(std::vector<WeightField> fields);
    void readNumbers();
    void markEdited();
    void place();
    void lookFrom(const WeightsCamera& camera);
    WeightsPicture picture(std::vector<WeightsSheet>& sheets, const WeightsLayout& layout) const;
    void describe();
    void styleTool();

    // weights_pointer.cpp
    void point(const QPointF& position, const QPoint& global);
    void pointAt(std::optional<std::size_t> field);
    QString labelText(std::size_t field) const;
    bool beginDrag(const QPointF& position, Qt::KeyboardModifiers modifiers);
    void drag(const QPointF& position, Qt::KeyboardModifiers modifiers);
    void finishDrag();

    // weights_keys.cpp
    bool wants(const QKeyEvent& event) const;
    bool moveBy(const QKeyEvent& event);
    void moveTo(WeightsCell cell, bool extend);
    void showChosen();
    void take(const QString& text);
    void refuse(const QString& why);

    // weights_edit.cpp
    EditSpan spanOf(const WeightsRange& range) const;
    Eigen::MatrixXd values(const WeightsRange& range) const;
    QString nameOf(const Scope& scope) const;
    bool apply(const Scope& scope, const QString& what, const Change& change);
    bool request(const Edits& edits, const QString& what, bool finished);
    void fillMenu(QMenu* menu, const Scope& scope);
    QRectF rectOf(const Scope& scope) const;

    /// A rectangle that was chosen from one corner to the other.
    struct Selection {
        std::size_t field;
        Index anchorRow, anchorColumn, row, column;
    };
    /// A number that is moved up and down.
    struct Drag {
        WeightsRange range;
        double from;  ///< y of the pointer
        double step;  ///< in a pixel
        Eigen::MatrixXd start;
        Edits last;
    };
    enum class Pulling { Nothing, Selection, View };

    std::vector<WeightField> fields_;
    std::vector<WeightsSheet> sheets_;
    std::weak_ptr<const Snapshot> shownOf_;  // what sheets_ are of
    std::size_t shownTrace_ = 0;
    WeightReading shownReading_ = WeightReading::Value;
    QString shownTheme_;
    WeightReading reading_ = WeightReading::Value;
    double limit_ = 1;
    double valueLimit_ = 1;  // of the values, also while something else is shown
    WeightsCamera camera_;
    WeightsLayout layout_;
    std::optional<Selection> selection_;
    std::optional<std::size_t> pointed_;   // field under the pointer
    std::optional<std::size_t> quantity_;  // last marked
    std::optional<Drag> drag_;
    Pulling pulling_ = Pulling::Nothing;
    QPointF pulledFrom_;
    Purpose purpose_ = Purpose::Replace;
    Scope asked_;  // what the open field is about
    QPointer<WeightsHeader> header_;
    WeightsEditor* editor_;
    QWidget* spot_;  // where hints are shown
    Hint hint_;
};

}  // namespace rnnscope
