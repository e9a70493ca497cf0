#include "gui/GoToField.h"

#include "common/Icons.h"
#include "gui/Wording.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace hallway {

GoToField::GoToField(QWidget* parent)
    : QLineEdit(parent), m_names(new QStringListModel(this)),
      m_icon(addAction(QIcon(), QLineEdit::LeadingPosition)) {
    setObjectName(QStringLiteral("goTo"));
    setPlaceholderText(tr("Go to a service or a trace id"));
    setAccessibleName(tr("Go to a service or a trace id"));
    m_icon->setText(accessibleName());
    setToolTip(tr("Type a service's name or paste a trace id (Ctrl+G)"));
    auto* completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &GoToField::wanted);
    connect(this, &QLineEdit::returnPressed, this, [this, completer] {
        if (!completer->popup()->isVisible()) emit wanted(text());
    });
    setCapture(nullptr);
}

void GoToField::setCapture(const Capture* capture) {
    QStringList names;
    if (capture)
        for (std::size_t i = 0; i < capture->calls().nodes.size(); ++i)
            names << nameOf(NodeId(i), capture->calls());
    names.sort(Qt::CaseInsensitive);
    m_names->setStringList(names);
    clear();
    setEnabled(capture != nullptr);
}

void GoToField::setTheme(const Theme& theme) { m_icon->setIcon(themedIcon(Icon::Search, theme)); }

void GoToField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        clear();
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace hallway
