#include "common/AccessibleParts.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>
#include <QWindow>

#include <map>

namespace hallway {

namespace {

QAccessible::Role roleOf(AccessiblePart::Role role) {
    switch (role) {
    case AccessiblePart::Role::Node:
        return QAccessible::Graphic;
    case AccessiblePart::Role::Edge:
        return QAccessible::Link;
    case AccessiblePart::Role::Row:
        break;
    }
    return QAccessible::ListItem;
}

/// Names its part anew whenever it is asked, so it is never out of date. Qt's cache owns it; the view's
/// interface lets go of it.
class PartInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartInterface(QWidget& view, AccessibleParts& parts, int index)
        : m_view(view), m_parts(parts), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return m_index < m_parts.partCount(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_view.window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(&m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name && isValid() ? m_parts.part(m_index).name : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        const QRect place = isValid() ? m_parts.part(m_index).place : QRect();
        return place.isEmpty() ? QRect() : QRect(m_view.mapToGlobal(place.topLeft()), place.size());
    }
    [[nodiscard]] QAccessible::Role role() const override {
        return isValid() ? roleOf(m_parts.part(m_index).role) : QAccessible::NoRole;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.focusable = true;
        state.selected = m_parts.chosenPart() == m_index;
        state.focused = state.selected && m_view.hasFocus();
        state.offscreen = rect().isEmpty();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (name == pressAction() && isValid()) m_parts.choosePart(m_index);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QWidget& m_view;
    AccessibleParts& m_parts;
    int m_index;
};

class PartsInterface : public QAccessibleWidget {
public:
    PartsInterface(QWidget& view, AccessibleParts& parts)
        : QAccessibleWidget(&view, QAccessible::List), m_view(view), m_parts(parts) {}
    ~PartsInterface() override {
        for (const auto& [index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return m_parts.partCount(); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        const auto known = m_ids.find(index);
        if (known != m_ids.end()) return QAccessible::accessibleInterface(known->second);
        auto* made = new PartInterface(m_view, m_parts, index);
        m_ids.emplace(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (const auto& [index, id] : m_ids)
            if (QAccessible::accessibleInterface(id) == wanted) return index;
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint at = m_view.mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i)
            if (m_parts.part(i).place.contains(at)) return child(i);
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        const auto chosen = m_view.hasFocus() ? m_parts.chosenPart() : std::nullopt;
        return chosen ? child(*chosen) : nullptr;
    }

private:
    QWidget& m_view;
    AccessibleParts& m_parts;
    mutable std::map<int, QAccessible::Id> m_ids; ///< of the children somebody asked for
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* const view = qobject_cast<QWidget*>(object);
    auto* const parts = dynamic_cast<AccessibleParts*>(object);
    return view && parts ? new PartsInterface(*view, *parts) : nullptr;
}

} // namespace

void tellAccessibleParts() { QAccessible::installFactory(make); }

void announceChosenPart(QWidget& view) {
    if (!QAccessible::isActive()) return;
    const auto* parts = dynamic_cast<AccessibleParts*>(&view);
    const auto chosen = parts ? parts->chosenPart() : std::nullopt;
    if (!chosen) return;
    QAccessibleEvent event(&view, view.hasFocus() ? QAccessible::Focus : QAccessible::Selection);
    event.setChild(*chosen);
    QAccessible::updateAccessibility(&event);
}

void announceNewParts(QWidget& view) {
    if (!QAccessible::isActive()) return;
    QAccessibleEvent event(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace hallway
