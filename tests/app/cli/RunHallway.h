// Runs the built program as a shell would, with a cache of its own.
#pragma once

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <optional>

namespace hallway::test {

struct Ran {
    int exit = -1;
    QByteArray out, err;
};

class HallwayRunner {
public:
    HallwayRunner() {
        m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_cache.path());
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.remove(QStringLiteral("DISPLAY"));
        m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    }

    QProcessEnvironment& environment() { return m_environment; }
    [[nodiscard]] QString cacheFolder() const { return m_cache.path() + QStringLiteral("/hallway"); }
    [[nodiscard]] static QString program() { return QStringLiteral(HALLWAY_BIN_DIR "/hallway"); }

    [[nodiscard]] Ran run(const QStringList& arguments, const QByteArray& input = {},
                          const QString& folder = QStringLiteral(HALLWAY_SOURCE_DIR)) const {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(folder);
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool write(const QString& path, const QByteArray& content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

private:
    QTemporaryDir m_cache;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

} // namespace hallway::test
