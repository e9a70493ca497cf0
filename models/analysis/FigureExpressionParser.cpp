#include "analysis/FigureExpressionParser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t mostConditions = 64;
constexpr std::size_t longestFound = 24; // bytes of the text at fault that an error quotes

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
/// Of a value without quotes: service names and addresses.
bool isBare(char c) {
    return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view(".-/:@*").find(c) != std::string_view::npos;
}

struct TimeUnit {
    std::string_view word;
    double nanoseconds;
};
constexpr std::array<TimeUnit, 7> timeUnits{
    {{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}}};

constexpr std::array<std::pair<std::string_view, FigureOperator>, 9> operators{
    {{"=~", FigureOperator::Like},
     {"!~", FigureOperator::Unlike},
     {"!=", FigureOperator::Unequal},
     {"<=", FigureOperator::AtMost},
     {">=", FigureOperator::AtLeast},
     {"==", FigureOperator::Equal},
     {"=", FigureOperator::Equal},
     {"<", FigureOperator::Less},
     {">", FigureOperator::Greater}}};

constexpr std::string_view kindWords = "service, database, queue, function, external or user";
constexpr std::string_view classWords = "rpc, messaging, database, function, external or unpaired";

bool isKind(std::string_view word) {
    for (std::uint8_t kind = 0; kind <= static_cast<std::uint8_t>(NodeKind::User); ++kind)
        if (wordOf(static_cast<NodeKind>(kind)) == word) return true;
    return false;
}

bool isClass(std::string_view word) {
    for (std::uint8_t held = 0; held <= static_cast<std::uint8_t>(CallClass::Unpaired); ++held)
        if (wordOf(static_cast<CallClass>(held)) == word) return true;
    return false;
}

} // namespace

tl::unexpected<Error> FigureExpressionParser::expected(const std::string& what, std::size_t at) const {
    std::size_t length = std::min(longestFound, m_text.size() - at);
    // No half of a character.
    while (at + length < m_text.size() && length > 0 &&
           (static_cast<unsigned char>(m_text[at + length]) & 0xC0) == 0x80)
        --length;
    return fail(Error{
        ErrorCode::BadExpression, {std::string(m_text.substr(at, length)), what}, FilePosition{at, {}}});
}

void FigureExpressionParser::skipBlanks() {
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
}

bool FigureExpressionParser::take(std::string_view token) {
    if (!m_text.substr(m_at).starts_with(token)) return false;
    m_at += token.size();
    return true;
}

std::string_view FigureExpressionParser::word() {
    const std::size_t from = m_at;
    while (m_at < m_text.size() &&
           (isLetter(m_text[m_at]) || isDigit(m_text[m_at]) || (m_text[m_at] == '-' && m_at > from)))
        ++m_at;
    return m_text.substr(from, m_at - from);
}

void FigureExpressionParser::settle(Waiting least) {
    while (!m_waiting.empty() && m_waiting.back().what >= least) {
        const Waiting what = m_waiting.back().what;
        m_result.m_steps.push_back(what == Waiting::Or    ? Step::Or
                                   : what == Waiting::And ? Step::And
                                                          : Step::Not);
        m_waiting.pop_back();
    }
}

Status FigureExpressionParser::closeParenthesis(std::size_t at) {
    settle(Waiting::Or);
    if (m_waiting.empty()) return expected("no closing parenthesis: none is open", at);
    m_waiting.pop_back();
    return {};
}

std::optional<FigureOperator> FigureExpressionParser::comparison() {
    for (const auto& [token, meaning] : operators)
        if (take(token)) return meaning;
    return std::nullopt;
}

Status FigureExpressionParser::narrow(const FigureFieldFacts& facts, std::size_t at) {
    using Target = FigureExpression::Target;
    if (facts.subject == FigureSubject::Both) return {};
    const Target wanted = facts.subject == FigureSubject::Edges ? Target::Edges : Target::Nodes;
    if (m_result.m_target != Target::Both && m_result.m_target != wanted)
        return expected(wanted == Target::Edges ? "a figure of services, as before: this is one of edges"
                                                : "a figure of edges, as before: this is one of services",
                        at);
    m_result.m_target = wanted;
    return {};
}

void FigureExpressionParser::nextAlternative() {
    using Target = FigureExpression::Target;
    const Target target = std::exchange(m_result.m_target, Target::Both);
    m_targets = !m_targets || *m_targets == target ? target : Target::Both;
}

Status FigureExpressionParser::number(const FigureFieldFacts& facts, FigureCondition& condition) {
    const std::size_t from = m_at;
    while (m_at < m_text.size() && (isDigit(m_text[m_at]) || m_text[m_at] == '.'))
        ++m_at;
    double figure = 0;
    const auto [end, error] = std::from_chars(m_text.data() + from, m_text.data() + m_at, figure);
    const bool isTime = facts.type == FigureType::Time;
    const std::string wanted = isTime           ? "a time such as 200ms"
                               : facts.hasShare ? "a number or a share such as 1%"
                                                : "a number";
    if (error != std::errc() || end != m_text.data() + m_at) return expected(wanted, from);
    condition.number = figure;
    const std::size_t unitAt = m_at;
    if (m_at < m_text.size() && m_text[m_at] == '%') {
        if (!facts.hasShare) return expected(wanted, from);
        ++m_at;
        condition.number /= 100;
        condition.ofShare = true;
        return {};
    }
    while (m_at < m_text.size() &&
           (isLetter(m_text[m_at]) || static_cast<unsigned char>(m_text[m_at]) >= 0x80))
        ++m_at;
    const std::string_view unit = m_text.substr(unitAt, m_at - unitAt);
    if (!isTime) return unit.empty() ? Status() : expected(wanted, from);
    const auto known = std::find_if(timeUnits.begin(), timeUnits.end(),
                                    [unit](const TimeUnit& time) { return time.word == unit; });
    if (known == timeUnits.end()) return expected(wanted, from);
    condition.number *= known->nanoseconds;
    return {};
}

Status FigureExpressionParser::text(const FigureFieldFacts& facts, FigureCondition& condition) {
    const std::size_t from = m_at;
    if (take("\"")) {
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            // Only what would end the text is escaped; patterns keep their backslashes.
            const bool isEscape = m_text[m_at] == '\\' && m_at + 1 < m_text.size() &&
                                  (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\');
            if (isEscape) ++m_at;
            condition.text += m_text[m_at++];
        }
        if (!take("\"")) return expected("a text that ends with \"", from);
    } else {
        while (m_at < m_text.size() && isBare(m_text[m_at]))
            ++m_at;
        condition.text = m_text.substr(from, m_at - from);
        if (condition.text.empty()) return expected("a text such as \"cart\"", from);
    }
    const bool isPattern =
        condition.comparison == FigureOperator::Like || condition.comparison == FigureOperator::Unlike;
    if (isPattern) {
        const auto pattern = TextPattern::compile(condition.text);
        if (!pattern) return expected("a regular expression", from);
        condition.pattern = *pattern;
        return {};
    }
    if (facts.type == FigureType::KindWord && !isKind(condition.text))
        return expected(std::string(kindWords), from);
    if (facts.type == FigureType::ClassWord && !isClass(condition.text))
        return expected(std::string(classWords), from);
    return {};
}

Status FigureExpressionParser::value(const FigureFieldFacts& facts, FigureCondition& condition) {
    const bool isNumber =
        facts.type == FigureType::Count || facts.type == FigureType::Time || facts.type == FigureType::Ratio;
    return isNumber ? number(facts, condition) : text(facts, condition);
}

Status FigureExpressionParser::condition() {
    const std::size_t from = m_at;
    const std::string_view name = word();
    const FigureFieldFacts* const facts = factsOf(name);
    if (!facts) return expected("a figure such as calls, failed, p99, fan-out, kind or name", from);
    if (const Status fits = narrow(*facts, from); !fits) return fits;
    skipBlanks();
    FigureCondition condition;
    condition.field = facts->field;
    const std::size_t operatorAt = m_at;
    const auto meaning = comparison();
    const bool isText = facts->type == FigureType::Text || facts->type == FigureType::KindWord ||
                        facts->type == FigureType::ClassWord;
    const bool isPattern = meaning == FigureOperator::Like || meaning == FigureOperator::Unlike;
    const bool isEquality = meaning == FigureOperator::Equal || meaning == FigureOperator::Unequal;
    if (isText && !isPattern && !isEquality) return expected("=, !=, =~ or !~", operatorAt);
    if (!isText && (!meaning || isPattern)) return expected("=, !=, <, <=, > or >=", operatorAt);
    condition.comparison = *meaning;
    skipBlanks();
    if (const Status read = value(*facts, condition); !read) return read;
    if (m_conditions.size() == mostConditions) return expected("no more than 64 conditions", from);
    m_conditions.push_back(std::move(condition));
    m_result.m_steps.push_back(Step::Condition);
    return {};
}

Status FigureExpressionParser::operand() {
    for (skipBlanks();; skipBlanks()) {
        const std::size_t at = m_at;
        if (take("("))
            m_waiting.push_back({Waiting::Parenthesis, at});
        else if (take("!"))
            m_waiting.push_back({Waiting::Not, at});
        else
            return condition();
    }
}

Result<FigureExpression> FigureExpressionParser::parse() {
    if (m_text.size() > FigureExpression::longest)
        return expected("no more than 4096 bytes", FigureExpression::longest);
    while (true) {
        if (const Status read = operand(); !read) return fail(read.error());
        skipBlanks();
        for (std::size_t at = m_at; take(")"); skipBlanks(), at = m_at)
            if (const Status closed = closeParenthesis(at); !closed) return fail(closed.error());
        const std::size_t at = m_at;
        if (at == m_text.size()) break;
        const bool isAnd = take("&&");
        if (!isAnd && !take("||")) return expected("&& or ||");
        const Waiting what = isAnd ? Waiting::And : Waiting::Or;
        settle(what);
        if (m_waiting.empty() && !isAnd) nextAlternative();
        m_waiting.push_back({what, at});
    }
    settle(Waiting::Or);
    if (!m_waiting.empty()) return expected("a closing parenthesis for this one", m_waiting.back().at);
    nextAlternative();
    m_result.m_target = *m_targets;
    m_result.m_text = m_text;
    m_result.m_conditions = std::make_shared<const std::vector<FigureCondition>>(std::move(m_conditions));
    return std::move(m_result);
}

} // namespace hallway
