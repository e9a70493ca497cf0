// A helper program that misbehaves: a shell script in a folder of its own.
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace hallway {

class HelperScript {
public:
    /// `body` is what follows the #! line. `$DIR` in it stands for the folder of the script.
    explicit HelperScript(QByteArray body) {
        QFile file(m_folder.filePath("helper"));
        if (!file.open(QIODevice::WriteOnly)) return;
        file.write("#!/bin/sh\n" + body.replace("$DIR", m_folder.path().toUtf8()) + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.filePath("helper").toStdString(); }
    /// The text of a file the script wrote into its folder.
    [[nodiscard]] QByteArray written(const char* name) const {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace hallway
