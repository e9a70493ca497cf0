// Packs the attributes of one list and counts what was wrong with them.
#pragma once

#include "decode/RecordProblems.h"
#include "trace/Attribute.h"

#include <string>
#include <string_view>

namespace hallway {

class AttributeList {
public:
    /// Longer values are cut and end with a mark that says so.
    static constexpr std::size_t maximumValueBytes = std::size_t{1} << 20;

    AttributeList(StringCache& strings, RecordProblems& problems,
                  AttributeWriter::Pooling pooling = AttributeWriter::Pooling::Repeating)
        : m_writer(strings, pooling), m_strings(strings), m_problems(problems) {}

    void begin(std::string& target) { m_writer.begin(target); }
    [[nodiscard]] std::uint32_t count() const { return m_writer.count(); }
    [[nodiscard]] bool has(StringId key) const { return m_writer.has(key); }
    [[nodiscard]] StringId idOf(std::string_view key) { return m_strings.intern(key); }

    void addNull(StringId key) { check(m_writer.addNull(key), key); }
    void addBool(StringId key, bool value) { check(m_writer.addBool(key, value), key); }
    void addInt(StringId key, std::int64_t value) { check(m_writer.addInt(key, value), key); }
    void addDouble(StringId key, double value) { check(m_writer.addDouble(key, value), key); }
    void addText(StringId key, std::string_view value);
    void addBytes(StringId key, std::string_view value);
    void addJson(StringId key, std::string_view json);

    /// Counts InvalidAttribute: `what` says what the attribute `key` is.
    void countInvalid(std::string_view key, std::string_view what);
    [[nodiscard]] RecordProblems& problems() { return m_problems; }

private:
    void check(bool added, StringId key);
    [[nodiscard]] std::string shortened(std::string_view value, StringId key);

    AttributeWriter m_writer;
    StringCache& m_strings;
    RecordProblems& m_problems;
};

} // namespace hallway
