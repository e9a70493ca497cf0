// Painted views for screen readers: each node, edge or row is a child of its view with a name of its own.
#pragma once

#include <QRect>
#include <QString>

#include <cstdint>
#include <optional>

class QWidget;

namespace hallway {

struct AccessiblePart {
    enum class Role : std::uint8_t { Node, Edge, Row };
    QString name; ///< with its figures, e.g. "payments, 2,830 requests, p99 1.00 s"
    QRect place;  ///< px in the view; empty: it is not in sight
    Role role = Role::Row;
};

/// Implemented by a widget that paints things. GUI thread; parts are asked for one by one, so that 100,000
/// rows cost nothing until somebody listens.
class AccessibleParts {
public:
    [[nodiscard]] virtual int partCount() const = 0;
    /// 0 ≤ index < partCount()
    [[nodiscard]] virtual AccessiblePart part(int index) const = 0;
    [[nodiscard]] virtual std::optional<int> chosenPart() const = 0;
    /// As if the person had clicked it.
    virtual void choosePart(int index) = 0;

protected:
    ~AccessibleParts() = default;
};

/// Lets Qt ask widgets that are AccessibleParts; any number of times, before the first of them is asked.
void tellAccessibleParts();
/// The chosen part of `view` is another one: screen readers read it out.
void announceChosenPart(QWidget& view);
/// There are other parts now.
void announceNewParts(QWidget& view);

} // namespace hallway
