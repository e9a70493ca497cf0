#include "gui/SaveText.h"

#include "base/File.h"
#include "gui/ErrorText.h"
#include "gui/FileDialogs.h"
#include "gui/MessageBar.h"

#include <QCoreApplication>
#include <QFile>
#include <QWidget>

namespace hallway {

void askAndSaveCsv(QWidget* parent, const QString& suggestedName, const QByteArray& csv) {
    askWhereToSave(parent, QCoreApplication::translate("SaveText", "Save as CSV"), suggestedName,
                   {QStringLiteral("csv")}, [parent, csv](const QString& path) {
                       const Status written =
                           writeFile(QFile::encodeName(path).toStdString(), csv.toStdString());
                       auto* const messages = parent->window()->findChild<MessageBar*>();
                       if (!written && messages != nullptr) messages->showError(sentenceOf(written.error()));
                   });
}

} // namespace hallway
