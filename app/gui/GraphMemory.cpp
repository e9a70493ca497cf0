#include "gui/GraphMemory.h"

#include "base/File.h"
#include "report/GraphControlsJson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hallway {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024; // bytes

KeptControls readKept(const QString& path) {
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile) return {};
    const QByteArray text = file.read(largestFile);
    return controlsFromJson({text.data(), static_cast<std::size_t>(text.size())});
}

} // namespace

GraphControls GraphMemory::controlsOf(const std::string& fingerprint) const {
    for (auto& [known, controls] : readKept(m_path))
        if (known == fingerprint) return std::move(controls);
    return {};
}

void GraphMemory::keep(const std::string& fingerprint, const GraphControls& controls) const {
    if (m_path.isEmpty()) return;
    KeptControls kept = readKept(m_path);
    std::erase_if(kept, [&](const auto& held) { return held.first == fingerprint; });
    if (controls != GraphControls()) kept.insert(kept.begin(), {fingerprint, controls});
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath())) return;
    static_cast<void>(writeFile(QFile::encodeName(m_path).toStdString(), controlsJson(kept)));
}

} // namespace hallway
