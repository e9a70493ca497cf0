#include "gui/Settings.h"

#include "base/File.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace hallway {

namespace {

using Json = nlohmann::json;
using ThemeChoice = WindowRequest::ThemeChoice;

constexpr qint64 largestFile = 1 << 20; // bytes: whatever is larger, we did not write it
constexpr int largestLength = 100'000;  // px
constexpr std::size_t mostFiles = 1'000;

constexpr std::array<std::pair<ThemeChoice, const char*>, 3> themeWords{
    {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}};

const Json* member(const Json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? nullptr : &*found;
}

std::optional<std::string> textIn(const Json& object, const char* name) {
    const Json* value = member(object, name);
    return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

bool flagIn(const Json& object, const char* name) {
    const Json* value = member(object, name);
    return value && value->is_boolean() && value->get<bool>();
}

std::optional<int> lengthOf(const Json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    const auto number = value.get<std::int64_t>();
    return number >= 0 && number <= largestLength ? std::optional(static_cast<int>(number)) : std::nullopt;
}

int lengthIn(const Json& object, const char* name) {
    const Json* value = member(object, name);
    return value ? lengthOf(*value).value_or(0) : 0;
}

/// Nothing unless all are texts.
std::optional<QStringList> filesOf(const Json& value) {
    if (!value.is_array() || value.empty() || value.size() > mostFiles) return std::nullopt;
    QStringList files;
    for (const Json& file : value) {
        if (!file.is_string() || file.get_ref<const std::string&>().empty()) return std::nullopt;
        files << QString::fromStdString(file.get<std::string>());
    }
    return files;
}

/// Nothing unless all are lengths.
std::optional<QList<int>> sizesOf(const Json& value) {
    if (!value.is_array() || value.size() > 10) return std::nullopt;
    QList<int> sizes;
    for (const Json& size : value) {
        const auto length = lengthOf(size);
        if (!length) return std::nullopt;
        sizes << *length;
    }
    return sizes;
}

Settings settingsOf(const Json& json) {
    Settings settings;
    if (const Json* recent = member(json, "recent"); recent && recent->is_array())
        for (const Json& entry : *recent)
            if (auto files = filesOf(entry); files && settings.recent.size() < Settings::mostRecent)
                settings.recent.push_back(std::move(*files));
    if (const auto word = textIn(json, "theme"))
        for (const auto& [theme, name] : themeWords)
            if (*word == name) settings.theme = theme;
    if (const auto word = textIn(json, "measure"))
        settings.measure = labelMeasureOf(*word).value_or(settings.measure);
    settings.localTime = flagIn(json, "local_time");
    if (const Json* window = member(json, "window")) {
        settings.width = lengthIn(*window, "width");
        settings.height = lengthIn(*window, "height");
        settings.maximized = flagIn(*window, "maximized");
    }
    if (const Json* splitters = member(json, "splitters"); splitters && splitters->is_object())
        for (const auto& [name, value] : splitters->items())
            if (const auto sizes = sizesOf(value); sizes && settings.splitters.size() < 20)
                settings.splitters.insert(QString::fromStdString(name), *sizes);
    return settings;
}

Json jsonOf(const Settings& settings) {
    Json json;
    json["recent"] = Json::array();
    for (const QStringList& files : settings.recent) {
        Json entry = Json::array();
        for (const QString& file : files)
            entry.push_back(file.toStdString());
        json["recent"].push_back(std::move(entry));
    }
    for (const auto& [theme, name] : themeWords)
        if (settings.theme == theme) json["theme"] = name;
    json["measure"] = std::string(wordOf(settings.measure));
    json["local_time"] = settings.localTime;
    json["window"] = {
        {"width", settings.width}, {"height", settings.height}, {"maximized", settings.maximized}};
    json["splitters"] = Json::object();
    for (auto it = settings.splitters.begin(); it != settings.splitters.end(); ++it)
        json["splitters"][it.key().toStdString()] = std::vector<int>(it->begin(), it->end());
    return json;
}

} // namespace

void Settings::addRecent(const QStringList& files) {
    std::erase(recent, files);
    recent.insert(recent.begin(), files);
    recent.resize(std::min(recent.size(), mostRecent));
}

QString settingsPath() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
        .filePath(QStringLiteral("settings.json"));
}

Settings readSettings(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) return {};
    const QByteArray text = file.read(largestFile);
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    return json.is_discarded() ? Settings() : settingsOf(json);
}

Status writeSettings(const QString& path, const Settings& settings) {
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) return fail(ErrorCode::FileUnwritable, {folder.toStdString(), {}});
    // Names of files need not be UTF-8; what is not becomes U+FFFD.
    return writeFile(QFile::encodeName(path).toStdString(),
                     jsonOf(settings).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace hallway
