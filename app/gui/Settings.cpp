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
constexpr std::size_t mostFiles = 1'000, longestText = 40'000;

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

/// A short text; empty without one.
QString wordsIn(const Json& object, const char* name) {
    const auto text = textIn(object, name);
    return text && text->size() <= longestText ? QString::fromStdString(*text) : QString();
}

const Json* listIn(const Json& object, const char* name) {
    const Json* value = member(object, name);
    return value && value->is_array() ? value : nullptr;
}

Json textsOf(const QStringList& texts) {
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(text.toStdString());
    return list;
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

/// Splitter sizes by name; unknown shapes are left out.
QMap<QString, QList<int>> splittersOf(const Json& value) {
    QMap<QString, QList<int>> splitters;
    if (!value.is_object()) return splitters;
    for (const auto& [name, list] : value.items())
        if (const auto sizes = sizesOf(list); sizes && splitters.size() < 20)
            splitters.insert(QString::fromStdString(name), *sizes);
    return splitters;
}

/// Texts that say something, of a list; anything else is left out.
QStringList namesIn(const Json& object, const char* name) {
    QStringList names;
    if (const Json* list = listIn(object, name))
        for (const Json& each : *list)
            if (each.is_string() && !each.get_ref<const std::string&>().empty() && names.size() < 50)
                names << QString::fromStdString(each.get<std::string>());
    return names;
}

TableLayout tableLayoutOf(const Json& value) {
    TableLayout layout{namesIn(value, "order"), namesIn(value, "hidden"), {}, namesIn(value, "attributes")};
    if (const Json* widths = member(value, "widths"); widths && widths->is_object())
        for (const auto& [name, width] : widths->items())
            if (const auto length = lengthOf(width); length && *length > 0 && layout.widths.size() < 50)
                layout.widths.insert(QString::fromStdString(name), *length);
    return layout;
}

Json jsonOf(const TableLayout& layout) {
    Json json{{"order", textsOf(layout.order)},
              {"hidden", textsOf(layout.hidden)},
              {"attributes", textsOf(layout.attributes)}};
    json["widths"] = Json::object();
    for (auto it = layout.widths.begin(); it != layout.widths.end(); ++it)
        json["widths"][it.key().toStdString()] = it.value();
    return json;
}

std::optional<Perspective> perspectiveOf(const Json& value) {
    if (!value.is_object()) return std::nullopt;
    Perspective perspective;
    perspective.name = wordsIn(value, "name");
    // Everything is shown unless it is said to be hidden.
    const auto shown = [&value](const char* name) {
        const Json* flag = member(value, name);
        return !flag || !flag->is_boolean() || flag->get<bool>();
    };
    perspective.tables = shown("tables");
    perspective.graph = shown("graph");
    perspective.lower = shown("lower");
    perspective.inspector = shown("inspector");
    perspective.leftPage = wordsIn(value, "left_page");
    perspective.rightPage = wordsIn(value, "right_page");
    if (const Json* splitters = member(value, "splitters")) perspective.splitters = splittersOf(*splitters);
    return perspective;
}

Json jsonOf(const Perspective& perspective) {
    Json json{{"name", perspective.name.toStdString()},
              {"tables", perspective.tables},
              {"graph", perspective.graph},
              {"lower", perspective.lower},
              {"inspector", perspective.inspector},
              {"left_page", perspective.leftPage.toStdString()},
              {"right_page", perspective.rightPage.toStdString()}};
    json["splitters"] = Json::object();
    for (auto it = perspective.splitters.begin(); it != perspective.splitters.end(); ++it)
        json["splitters"][it.key().toStdString()] = std::vector<int>(it->begin(), it->end());
    return json;
}

LastView lastViewOf(const Json& value) {
    LastView view;
    if (const Json* files = member(value, "files"))
        if (auto names = filesOf(*files)) view.files = *names;
    view.filter = wordsIn(value, "filter");
    if (flagIn(value, "matching_spans")) view.mode = FilterMode::MatchingSpans;
    view.node = wordsIn(value, "node");
    view.caller = wordsIn(value, "caller");
    view.callee = wordsIn(value, "callee");
    view.trace = wordsIn(value, "trace");
    const Json *from = member(value, "from_ns"), *to = member(value, "to_ns");
    if (from && to && from->is_number_integer() && to->is_number_integer())
        view.range = TimeRange{timestampOf(from->get<std::int64_t>()), timestampOf(to->get<std::int64_t>())};
    return view;
}

Json jsonOf(const LastView& view) {
    Json json{{"files", textsOf(view.files)},
              {"filter", view.filter.toStdString()},
              {"matching_spans", view.mode == FilterMode::MatchingSpans},
              {"node", view.node.toStdString()},
              {"caller", view.caller.toStdString()},
              {"callee", view.callee.toStdString()},
              {"trace", view.trace.toStdString()}};
    if (view.range) {
        json["from_ns"] = nanosecondsOf(view.range->from);
        json["to_ns"] = nanosecondsOf(view.range->to);
    }
    return json;
}

Settings settingsOf(const Json& json) {
    Settings settings;
    if (const Json* recent = listIn(json, "recent"))
        for (const Json& entry : *recent)
            if (auto files = filesOf(entry); files && settings.recent.size() < Settings::mostRecent)
                settings.recent.push_back(std::move(*files));
    if (const auto word = textIn(json, "theme"))
        for (const auto& [theme, name] : themeWords)
            if (*word == name) settings.theme = theme;
    settings.highContrast = flagIn(json, "high_contrast");
    settings.noMotion = flagIn(json, "no_motion");
    if (const int percent = lengthIn(json, "text_percent"); percent > 0)
        settings.textPercent = std::clamp(percent, Settings::leastText, Settings::mostText);
    if (const auto word = textIn(json, "measure"))
        settings.measure = labelMeasureOf(*word).value_or(settings.measure);
    settings.localTime = flagIn(json, "local_time");
    if (const Json* heatmap = member(json, "heatmap"))
        settings.heatmap = {flagIn(*heatmap, "linear"), flagIn(*heatmap, "share"),
                            !flagIn(*heatmap, "failures_hidden")};
    if (const Json* window = member(json, "window")) {
        settings.width = lengthIn(*window, "width");
        settings.height = lengthIn(*window, "height");
        settings.maximized = flagIn(*window, "maximized");
    }
    if (const Json* tables = member(json, "tables"); tables && tables->is_object())
        for (const auto& [name, layout] : tables->items())
            if (settings.tables.size() < 20)
                settings.tables.insert(QString::fromStdString(name), tableLayoutOf(layout));
    if (const Json* panels = member(json, "panels")) settings.panels = perspectiveOf(*panels);
    if (const Json* own = listIn(json, "perspectives"))
        for (const Json& entry : *own)
            if (const auto perspective = perspectiveOf(entry); perspective && !perspective->name.isEmpty())
                settings.save(*perspective);
    if (const Json* history = listIn(json, "filter_history"))
        for (auto entry = history->rbegin(); entry != history->rend(); ++entry)
            if (entry->is_string()) settings.addFilter(QString::fromStdString(entry->get<std::string>()));
    if (const Json* saved = listIn(json, "saved_filters"))
        for (const Json& entry : *saved)
            settings.save(NamedFilter{wordsIn(entry, "name"), wordsIn(entry, "text")});
    settings.reopens = flagIn(json, "reopen");
    if (const Json* view = member(json, "last_view")) settings.lastView = lastViewOf(*view);
    return settings;
}

Json jsonOf(const Settings& settings) {
    Json json;
    json["recent"] = Json::array();
    for (const QStringList& files : settings.recent)
        json["recent"].push_back(textsOf(files));
    for (const auto& [theme, name] : themeWords)
        if (settings.theme == theme) json["theme"] = name;
    json["high_contrast"] = settings.highContrast;
    json["no_motion"] = settings.noMotion;
    json["text_percent"] = settings.textPercent;
    json["measure"] = std::string(wordOf(settings.measure));
    json["local_time"] = settings.localTime;
    json["window"] = {
        {"width", settings.width}, {"height", settings.height}, {"maximized", settings.maximized}};
    if (settings.panels) json["panels"] = jsonOf(*settings.panels);
    json["tables"] = Json::object();
    for (auto it = settings.tables.begin(); it != settings.tables.end(); ++it)
        json["tables"][it.key().toStdString()] = jsonOf(it.value());
    json["perspectives"] = Json::array();
    for (const Perspective& perspective : settings.perspectives)
        json["perspectives"].push_back(jsonOf(perspective));
    json["filter_history"] = textsOf(settings.filterHistory);
    json["saved_filters"] = Json::array();
    for (const NamedFilter& filter : settings.savedFilters)
        json["saved_filters"].push_back(
            {{"name", filter.name.toStdString()}, {"text", filter.text.toStdString()}});
    json["reopen"] = settings.reopens;
    json["last_view"] = jsonOf(settings.lastView);
    json["heatmap"] = {{"linear", settings.heatmap.linear},
                       {"share", settings.heatmap.share},
                       {"failures_hidden", !settings.heatmap.failures}};
    return json;
}

/// In the place of the one with this name, or as the last of at most `most`.
template <class Named>
void put(std::vector<Named>& list, const Named& item, std::size_t most) {
    const auto known =
        std::find_if(list.begin(), list.end(), [&item](const Named& one) { return one.name == item.name; });
    if (known != list.end()) {
        *known = item;
        return;
    }
    if (list.size() >= most) list.erase(list.begin());
    list.push_back(item);
}

} // namespace

void Settings::addRecent(const QStringList& files) {
    std::erase(recent, files);
    recent.insert(recent.begin(), files);
    recent.resize(std::min(recent.size(), mostRecent));
}

void Settings::addFilter(const QString& text) {
    if (text.isEmpty() || text.size() > static_cast<qsizetype>(longestText)) return;
    filterHistory.removeAll(text);
    filterHistory.prepend(text);
    if (filterHistory.size() > mostFilters) filterHistory.resize(mostFilters);
}

void Settings::save(const Perspective& perspective) { put(perspectives, perspective, mostPerspectives); }

void Settings::save(const NamedFilter& filter) {
    if (filter.name.isEmpty() || filter.text.isEmpty()) return;
    put(savedFilters, filter, mostSavedFilters);
    std::sort(savedFilters.begin(), savedFilters.end(),
              [](const NamedFilter& a, const NamedFilter& b) { return a.name < b.name; });
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
