#include "common/ViewKeys.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace hallway {

namespace {
constexpr const char* keyProperty = "hallwayKey";
} // namespace

void declareKeys(QWidget& view, std::initializer_list<ViewKey> keys) {
    for (const ViewKey& declared : keys) {
        auto* action = new QAction(declared.text, &view);
        action->setProperty(keyProperty, declared.key.toCombined());
        QObject::connect(action, &QAction::triggered, &view, [&view, key = declared.key] {
            view.setFocus(Qt::OtherFocusReason);
            QKeyEvent press(QEvent::KeyPress, key.key(), key.keyboardModifiers());
            QCoreApplication::sendEvent(&view, &press);
        });
        view.addAction(action);
    }
}

bool claimsKey(QEvent& event, std::initializer_list<QKeyCombination> keys) {
    if (event.type() != QEvent::ShortcutOverride) return false;
    const QKeyCombination pressed = static_cast<QKeyEvent&>(event).keyCombination();
    if (std::find(keys.begin(), keys.end(), pressed) == keys.end()) return false;
    event.accept();
    return true;
}

QString keyTextOf(const QAction& action) {
    if (!action.shortcut().isEmpty()) return action.shortcut().toString(QKeySequence::NativeText);
    const QVariant declared = action.property(keyProperty);
    if (!declared.isValid()) return {};
    return QKeySequence(declared.toInt()).toString(QKeySequence::NativeText);
}

} // namespace hallway
