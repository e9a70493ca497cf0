#include "decode/JsonOutline.h"

#include "decode/JsonText.h"

#include <algorithm>
#include <cctype>

namespace hallway {

namespace {
constexpr std::size_t maximumDocuments = 64;
constexpr std::size_t maximumPaths = 512; // of one document
constexpr std::size_t maximumDepth = 6;   // keys deeper than this say nothing about the format
constexpr std::size_t maximumValue = 64;
} // namespace

bool JsonOutline::hasTail(std::string_view tail) const {
    return std::any_of(m_paths.begin(), m_paths.end(), [tail](const auto& entry) {
        const std::string& path = entry.first;
        return path == tail || (path.size() > tail.size() && path.ends_with(tail) &&
                                path[path.size() - tail.size() - 1] == '.');
    });
}

std::string_view JsonOutline::valueAt(std::string_view path) const {
    const auto found = m_paths.find(path);
    return found == m_paths.end() ? std::string_view() : std::string_view(found->second);
}

class JsonOutliner {
public:
    explicit JsonOutliner(std::string_view text) : m_text(text) {}

    JsonOutline runOnce() {
        m_outlines.emplace_back();
        if (m_text.starts_with('{')) (void)readDocument();
        return std::move(m_outlines.front());
    }

    std::vector<JsonOutline> run() {
        while (m_outlines.size() < maximumDocuments) {
            m_at = m_text.find('{', m_at);
            if (m_at == std::string_view::npos) break;
            m_outlines.emplace_back();
            const std::size_t begin = m_at;
            if (readDocument()) continue;
            if (m_outlines.back().empty()) {
                m_outlines.pop_back(); // a brace in a log line: the next one may begin a document
                m_at = begin + 1;
            } else if (!standsAtLine()) {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            }
        }
        return std::move(m_outlines);
    }

private:
    struct Level {
        bool isArray;
        std::size_t pathSize; ///< of the path before it
    };

    bool readDocument();
    /// A brace that begins a line: there the next document begins, whatever became of the one before.
    [[nodiscard]] bool standsAtLine() const {
        return m_at < m_text.size() && m_text[m_at] == '{' && m_at > 0 && m_text[m_at - 1] == '\n';
    }
    bool readString(std::string_view& inside);
    void readKey(std::string_view inside);
    void note(std::string_view value);
    void skipSpace() {
        while (m_at < m_text.size() && static_cast<unsigned char>(m_text[m_at]) <= ' ')
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_path;
    std::vector<Level> m_levels;
    std::size_t m_deeper = 0; ///< levels below maximumDepth
    std::vector<JsonOutline> m_outlines;
};

bool JsonOutliner::readString(std::string_view& inside) {
    const std::size_t begin = ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    if (m_at >= m_text.size()) return false;
    inside = m_text.substr(begin, m_at - begin);
    ++m_at;
    return true;
}

void JsonOutliner::note(std::string_view value) {
    auto& paths = m_outlines.back().m_paths;
    if (m_path.empty() || paths.size() >= maximumPaths) return;
    auto& noted = paths.try_emplace(m_path).first->second;
    if (noted.empty()) noted = value.substr(0, maximumValue);
}

void JsonOutliner::readKey(std::string_view inside) {
    m_path.resize(m_levels.back().pathSize);
    if (!m_path.empty()) m_path += '.';
    m_path += unescapedJson(inside.substr(0, maximumValue));
    note({});
}

/// Stands before `{`; false where the text ends or is no JSON.
bool JsonOutliner::readDocument() {
    m_path.clear();
    m_levels.clear();
    m_deeper = 0;
    bool expectsKey = false;
    bool afterValue = false;
    for (;;) {
        skipSpace();
        if (m_at >= m_text.size()) return false;
        const char c = m_text[m_at];
        if (afterValue && standsAtLine()) return false; // no comma: the line before was never finished
        afterValue = c != '{' && c != '[' && c != ',';
        if (c == '{' || c == '[') {
            if (expectsKey) return false;
            ++m_at;
            if (m_levels.size() >= maximumDepth) {
                ++m_deeper;
            } else {
                if (c == '[') m_path += "[]";
                m_levels.push_back({c == '[', m_path.size()});
            }
            expectsKey = c == '{';
        } else if (c == '}' || c == ']') {
            ++m_at;
            if (m_deeper > 0) {
                --m_deeper;
            } else {
                if (m_levels.back().isArray != (c == ']')) return false;
                m_levels.pop_back();
                if (m_levels.empty()) {
                    m_outlines.back().m_complete = true;
                    return true;
                }
                m_path.resize(m_levels.back().pathSize);
            }
            expectsKey = false;
        } else if (c == ',') {
            ++m_at;
            expectsKey = m_deeper == 0 && !m_levels.back().isArray;
        } else if (c == '"') {
            std::string_view inside;
            if (!readString(inside)) return false;
            skipSpace();
            const bool isKey = m_at < m_text.size() && m_text[m_at] == ':';
            if (isKey) {
                ++m_at;
                if (m_deeper == 0 && !m_levels.back().isArray) readKey(inside);
                expectsKey = false;
                afterValue = false;
            } else if (expectsKey) {
                return false;
            } else if (m_deeper == 0) {
                note(inside);
            }
        } else {
            if (expectsKey) return false;
            const std::size_t begin = m_at;
            while (m_at < m_text.size() &&
                   (std::isalnum(static_cast<unsigned char>(m_text[m_at])) != 0 || m_text[m_at] == '.' ||
                    m_text[m_at] == '-' || m_text[m_at] == '+'))
                ++m_at;
            if (m_at == begin) return false;
            if (m_deeper == 0) note(m_text.substr(begin, m_at - begin));
        }
    }
}

JsonOutline outlineOf(std::string_view text) { return JsonOutliner(text).runOnce(); }

std::vector<JsonOutline> outlinesOf(std::string_view text) { return JsonOutliner(text).run(); }

} // namespace hallway
