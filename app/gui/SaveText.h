// Keeping a table in a file that the person chooses.
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace hallway {

/// Asks where, writes, and says in the window what went wrong.
void askAndSaveCsv(QWidget* parent, const QString& suggestedName, const QByteArray& csv);

} // namespace hallway
