#include "gui/Destinations.h"

#include "common/Text.h"
#include "gui/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace hallway {

namespace {

constexpr qsizetype leastTyped = 3;
constexpr std::size_t mostTraces = 8;

QString said(const char* text) { return QCoreApplication::translate("Destinations", text); }

} // namespace

std::vector<TraceRow> tracesBeginningWith(QStringView typed, const Capture& capture, std::size_t most) {
    std::vector<TraceRow> found;
    const std::string wanted = typed.trimmed().toString().toLower().toStdString();
    if (typed.trimmed().size() < leastTyped) return found;
    const auto& traces = capture.spans().traces;
    const auto text = [&](std::size_t row) { return textOf(traces[row].id, capture.strings()); };
    const auto rows = std::views::iota(std::size_t{0}, traces.size()); // in the order of their texts
    const auto first =
        std::ranges::partition_point(rows, [&](std::size_t row) { return text(row) < wanted; });
    for (auto row = first; row != rows.end() && found.size() < most && text(*row).starts_with(wanted); ++row)
        found.emplace_back(*row);
    return found;
}

std::vector<PaletteEntry> servicesToGoTo(const Capture& capture, const GoTo& go) {
    std::vector<PaletteEntry> entries;
    for (std::size_t i = 0; i < capture.calls().nodes.size(); ++i) {
        const QString name = nameOf(NodeId(i), capture.calls());
        entries.push_back(
            {name, said(QT_TRANSLATE_NOOP("Destinations", "service")), {}, false, [go, name] { go(name); }});
    }
    std::sort(entries.begin(), entries.end(), [](const PaletteEntry& a, const PaletteEntry& b) {
        return a.text.compare(b.text, Qt::CaseInsensitive) < 0;
    });
    return entries;
}

std::vector<PaletteEntry> tracesToGoTo(const QString& typed, const Capture& capture, const GoTo& go) {
    std::vector<PaletteEntry> entries;
    const auto add = [&](const QString& id, const QString& place) {
        entries.push_back({id, place, {}, false, [go, id] { go(id); }});
    };
    for (const TraceRow trace : tracesBeginningWith(typed, capture, mostTraces))
        add(shownText(textOf(capture.spans().traces[trace.index()].id, capture.strings())),
            said(QT_TRANSLATE_NOOP("Destinations", "trace")));
    const QString whole = typed.trimmed();
    if (entries.empty() && whole.size() >= leastTyped && capture.findTrace(whole.toStdString()))
        add(whole, said(QT_TRANSLATE_NOOP("Destinations", "trace")));
    return entries;
}

} // namespace hallway
