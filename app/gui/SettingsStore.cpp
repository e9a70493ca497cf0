#include "gui/SettingsStore.h"

#include <QFileInfo>

#include <utility>

namespace hallway {

SettingsStore::SettingsStore(QString path, QObject* parent) : QObject(parent), m_path(std::move(path)) {
    if (!m_path.isEmpty()) m_now = readSettings(m_path);
}

void SettingsStore::change(const std::function<void(Settings&)>& edit) {
    const Settings before = m_now;
    // Without a file yet, or with one that cannot be written, what this program knows is all there is.
    if (!m_path.isEmpty() && QFileInfo::exists(m_path)) m_now = readSettings(m_path);
    const Settings stored = m_now;
    edit(m_now);
    // Failing to remember is no reason to bother anybody.
    if (!m_path.isEmpty() && m_now != stored) static_cast<void>(writeSettings(m_path, m_now));
    if (m_now != before) emit changed(m_now, before);
}

} // namespace hallway
