// What keys the documents at the begin of a text have: enough to tell the formats of the world apart.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// The outer keys of one JSON object, as paths: "data[].traceID". Arrays around the whole object do not
/// count.
class JsonOutline {
public:
    [[nodiscard]] bool has(std::string_view path) const { return m_paths.contains(path); }
    /// It is the only path there is.
    [[nodiscard]] bool hasOnly(std::string_view path) const { return has(path) && m_paths.size() == 1; }
    /// A path that is `tail`, or ends in `.` and `tail`.
    [[nodiscard]] bool hasTail(std::string_view tail) const;
    /// The first short text or number found at a path; empty if there is none.
    [[nodiscard]] std::string_view valueAt(std::string_view path) const;
    [[nodiscard]] bool empty() const { return m_paths.empty(); }
    /// Its closing brace was seen.
    [[nodiscard]] bool complete() const { return m_complete; }

private:
    friend class JsonOutliner;
    std::map<std::string, std::string, std::less<>> m_paths;
    bool m_complete = false;
};

/// The outline of the object whose brace the text begins with; the text may be cut anywhere.
[[nodiscard]] JsonOutline outlineOf(std::string_view text);

/// The outlines of the JSON objects in `text`, which may be cut anywhere, may be no JSON in part, and may
/// hold other text before an object.
[[nodiscard]] std::vector<JsonOutline> outlinesOf(std::string_view text);

} // namespace hallway
