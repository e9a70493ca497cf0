#include "query/Completion.h"

#include "query/CursorPlace.h"
#include "query/Literal.h"
#include "trace/CallTable.h"

#include <algorithm>
#include <initializer_list>

namespace hallway {

namespace {

using Kind = Completion::Kind;
using Expects = CursorPlace::Expects;

constexpr std::size_t leastPiece = 2; ///< letters, from which on values are looked for

/// Gathers proposals that fit what was typed: those that begin with it before those that hold it.
class Proposals {
public:
    Proposals(const CursorPlace& place, std::size_t most) : m_place(place), m_most(most) {}

    void offer(Kind kind, std::string text, std::uint64_t spans = 0) { offer(kind, text, text, spans); }
    /// `matched`: what is compared with what was typed.
    void offer(Kind kind, std::string text, std::string_view matched, std::uint64_t spans) {
        const std::size_t at = findAnyCase(matched, m_place.typed);
        if (at == std::string_view::npos) return;
        (at == 0 ? m_first : m_second).push_back({kind, std::move(text), spans});
    }
    /// Whatever was typed.
    void add(Completion completion) { m_second.push_back(std::move(completion)); }

    [[nodiscard]] Completions finish() {
        Completions found{m_place.from, m_place.to, std::move(m_first)};
        for (Completion& completion : m_second)
            found.proposals.push_back(std::move(completion));
        if (found.proposals.size() > m_most) found.proposals.resize(m_most);
        return found;
    }

private:
    const CursorPlace& m_place;
    std::size_t m_most;
    std::vector<Completion> m_first, m_second;
};

bool isNumeric(FieldType type) {
    return type == FieldType::Number || type == FieldType::TimeSpan || type == FieldType::Share;
}

void offerFields(Proposals& proposals, const AttributeCatalog* catalog, bool onlyNumbers) {
    const auto keys = catalog ? catalog->keys() : std::span<const CatalogKey>();
    // Without their scope too: typing http.route finds span.http.route.
    for (const FieldName& name : fieldNames())
        if (!onlyNumbers || isNumeric(name.type)) {
            const CatalogKey* const known = catalog ? catalog->find({name.kind, {}}) : nullptr;
            proposals.offer(Kind::Field, std::string(name.name), known ? known->spans : 0);
        }
    for (const CatalogKey& key : keys)
        if (isAttribute(key.field.kind) && (!onlyNumbers || key.isNumeric))
            proposals.offer(Kind::Field, textOf(key.field), key.spans);
}

void offerComparisons(Proposals& proposals, const CursorPlace& place, const AttributeCatalog* catalog,
                      std::size_t most) {
    if (!catalog || place.typed.size() < leastPiece) return;
    for (const auto& [key, value] : catalog->holding(place.typed, most))
        proposals.add({Kind::Comparison, textOf(key->field) + " = " + literalOf(value->value), value->spans});
}

void offerRelations(Proposals& proposals, FieldType type) {
    const auto offer = [&proposals](std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words)
            proposals.offer(Kind::Relation, std::string(word));
    };
    if (isNumeric(type)) return offer({">", ">=", "<", "<=", "=", "!="});
    offer({"=", "!="});
    const bool isText = type == FieldType::Any || type == FieldType::Text;
    if (isText || type == FieldType::CallClass) offer({"=~", "!~"});
    if (isText) offer({">", ">=", "<", "<="});
}

void offerWords(Proposals& proposals, FieldType type) {
    if (type == FieldType::Truth)
        for (const std::string_view word : {"true", "false"})
            proposals.offer(Kind::Value, std::string(word));
    if (type == FieldType::StatusWord)
        for (const SpanStatus status : {SpanStatus::Error, SpanStatus::Ok, SpanStatus::Unset})
            proposals.offer(Kind::Value, std::string(wordOf(status)));
    if (type == FieldType::KindWord)
        for (const SpanKind kind : {SpanKind::Server, SpanKind::Client, SpanKind::Producer,
                                    SpanKind::Consumer, SpanKind::Internal, SpanKind::Unspecified})
            proposals.offer(Kind::Value, std::string(wordOf(kind)));
    if (type == FieldType::CallClass)
        for (const CallClass word : {CallClass::Rpc, CallClass::Messaging, CallClass::Database,
                                     CallClass::Function, CallClass::External, CallClass::Unpaired})
            proposals.offer(Kind::Value, quoted(wordOf(word)), wordOf(word), 0);
}

void offerValues(Proposals& proposals, const Field& field, const AttributeCatalog* catalog) {
    const FieldType type = typeOf(field.kind);
    offerWords(proposals, type);
    if (type == FieldType::TimeSpan)
        for (const std::string_view word : {"10ms", "100ms", "1s", "10s"})
            proposals.offer(Kind::Value, std::string(word));
    if (type == FieldType::Share)
        for (const std::string_view word : {"1%", "5%", "50%"})
            proposals.offer(Kind::Value, std::string(word));
    if (const CatalogKey* const known = catalog ? catalog->find(field) : nullptr)
        for (const CatalogValue& value : known->values)
            proposals.offer(Kind::Value, literalOf(value.value), plainTextOf(value.value), value.spans);
    proposals.offer(Kind::Value, "nil");
}

void offerConnectives(Proposals& proposals, const CursorPlace& place) {
    const bool isWithin = place.expects == Expects::Connective;
    for (const std::string_view word : {"&&", "||"})
        proposals.offer(Kind::Connective, std::string(word));
    if (place.openParentheses > 0) proposals.offer(Kind::Connective, ")");
    if (isWithin && place.openBraces > 0) proposals.offer(Kind::Connective, "}");
    if (!isWithin)
        for (const std::string_view word : {">>", ">", "<<", "<", "~", "&>>", "!>>"})
            proposals.offer(Kind::Connective, std::string(word));
    if (!isWithin || place.openBraces == 0) proposals.offer(Kind::Connective, "|");
}

void offerStages(Proposals& proposals) {
    for (const std::string_view word :
         {"count() >", "avg(duration) >", "max(duration) >", "min(duration) >", "sum(duration) >"})
        proposals.offer(Kind::Connective, std::string(word));
}

} // namespace

Completions completionsAt(std::string_view text, std::size_t cursor, const AttributeCatalog* catalog,
                          std::size_t most) {
    const CursorPlace place = cursorPlaceOf(text, cursor);
    Proposals proposals(place, most);
    switch (place.expects) {
    case Expects::Operand:
        if (!place.isQuoted) offerFields(proposals, catalog, false);
        offerComparisons(proposals, place, catalog, most);
        if (place.isFirst && place.typed.empty()) proposals.offer(Kind::Connective, "{");
        break;
    case Expects::Relation:
        offerRelations(proposals, typeOf(place.field.kind));
        break;
    case Expects::Value:
        offerValues(proposals, place.field, catalog);
        break;
    case Expects::Connective:
    case Expects::SpansetOperator:
        offerConnectives(proposals, place);
        break;
    case Expects::Spanset:
        proposals.offer(Kind::Connective, "{");
        break;
    case Expects::Stage:
        offerStages(proposals);
        break;
    case Expects::AggregateField:
        offerFields(proposals, catalog, true);
        break;
    case Expects::AggregateRelation:
        for (const std::string_view word : {">", ">=", "<", "<=", "=", "!="})
            proposals.offer(Kind::Relation, std::string(word));
        break;
    case Expects::AggregateValue:
        if (isNumeric(typeOf(place.field.kind))) offerValues(proposals, place.field, nullptr);
        break;
    }
    return proposals.finish();
}

} // namespace hallway
