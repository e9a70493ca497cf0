#include "decode/AttributeList.h"

#include "base/Utf8.h"

namespace hallway {

void AttributeList::check(bool added, StringId key) {
    if (added) return;
    m_problems.add(ProblemCode::DuplicateAttribute, [&] {
        return "attribute " + RecordProblems::quoted(m_strings.text(key)) +
               " stands twice in one list; the first counts";
    });
}

std::string AttributeList::shortened(std::string_view value, StringId key) {
    m_problems.add(ProblemCode::TruncatedValue, [&] {
        return "attribute " + RecordProblems::quoted(m_strings.text(key)) + " has " +
               std::to_string(value.size()) + " bytes; the first MiB is kept";
    });
    std::string text(utf8Front(value, maximumValueBytes));
    return text += "… [cut: " + std::to_string(value.size()) + " bytes in all]";
}

void AttributeList::addText(StringId key, std::string_view value) {
    if (value.size() <= maximumValueBytes)
        check(m_writer.addText(key, value), key);
    else
        check(m_writer.addText(key, shortened(value, key)), key);
}

void AttributeList::addBytes(StringId key, std::string_view value) {
    if (value.size() <= maximumValueBytes)
        check(m_writer.addBytes(key, value), key);
    else
        check(m_writer.addText(key, shortened(textOf({key, ValueType::Bytes, 0, 0, value}), key)), key);
}

void AttributeList::addJson(StringId key, std::string_view json) {
    if (json.size() <= maximumValueBytes)
        check(m_writer.addJson(key, json), key);
    else
        check(m_writer.addText(key, shortened(json, key)), key); // cut JSON is no JSON any more
}

void AttributeList::countInvalid(std::string_view key, std::string_view what) {
    m_problems.add(ProblemCode::InvalidAttribute,
                   [&] { return "attribute " + RecordProblems::quoted(key) + " is " + std::string(what); });
}

} // namespace hallway
