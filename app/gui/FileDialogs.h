// Asking for files without stopping the window: the dialogs answer when the person does.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace hallway {

void askForFiles(QWidget* parent, const QString& title, std::function<void(const QStringList&)> chosen);
void askForFolder(QWidget* parent, const QString& title, std::function<void(const QStringList&)> chosen);
/// `endings`: without dots, the first one is suggested, e.g. {"png", "svg"}.
void askWhereToSave(QWidget* parent, const QString& title, const QString& suggestedName,
                    const QStringList& endings, std::function<void(const QString&)> chosen);

} // namespace hallway
