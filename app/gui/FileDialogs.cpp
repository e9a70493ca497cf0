#include "gui/FileDialogs.h"

#include <QFileDialog>

#include <utility>

namespace hallway {

namespace {

QFileDialog* makeDialog(QWidget* parent, const QString& title) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void askForFiles(QWidget* parent, const QString& title, std::function<void(const QStringList&)> chosen) {
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void askForFolder(QWidget* parent, const QString& title, std::function<void(const QStringList&)> chosen) {
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void askWhereToSave(QWidget* parent, const QString& title, const QString& suggestedName,
                    const QStringList& endings, std::function<void(const QString&)> chosen) {
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const QString& ending : endings)
        filters << QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endings.front());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, filters, endings](const QString& filter) {
                         dialog->setDefaultSuffix(endings.value(filters.indexOf(filter)));
                     });
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace hallway
