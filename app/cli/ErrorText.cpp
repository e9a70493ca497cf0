#include "cli/ErrorText.h"

#include "base/FormatText.h"

namespace hallway::cli {

namespace {

/// The arguments of an error, printable; empty where there are fewer.
class Arguments {
public:
    explicit Arguments(const Error& error) : m_error(error) {}
    [[nodiscard]] std::string operator[](std::size_t index) const {
        return index < m_error.arguments.size() ? format::printable(m_error.arguments[index]) : std::string();
    }
    /// From `first` on, as a list: `"a", "b"`.
    [[nodiscard]] std::string listFrom(std::size_t first) const {
        std::string list;
        for (std::size_t i = first; i < m_error.arguments.size(); ++i)
            list += (list.empty() ? "\"" : ", \"") + (*this)[i] + "\"";
        return list;
    }
    [[nodiscard]] std::size_t size() const { return m_error.arguments.size(); }

private:
    const Error& m_error;
};

std::string withReason(std::string sentence, const std::string& reason) {
    if (!reason.empty()) sentence += ": " + reason;
    if (!sentence.ends_with('.')) sentence += '.';
    return sentence;
}

/// What printable() makes of a line end.
constexpr std::string_view lineEnd = "\uFFFD";

std::string notRecognised(const Arguments& arguments) {
    std::string head = arguments[1];
    while (head.ends_with(lineEnd))
        head.erase(head.size() - lineEnd.size());
    const std::string sentence =
        (arguments[0] == "-" ? "Standard input" : arguments[0]) + " is not a trace export Hallway knows";
    return head.empty() ? sentence + ": it is empty or only blank."
                        : sentence + ". It begins with \"" + head + "\".";
}

std::string ambiguous(const Arguments& arguments) {
    const std::string name = "\"" + arguments[0] + "\"";
    return arguments.size() < 2 ? name + " names no edge."
                                : name + " names no single edge; candidates: " + arguments.listFrom(1) + ".";
}

std::string badExpression(const Error& error, const Arguments& arguments) {
    const std::string found = arguments[0].empty() ? "the end of the expression" : "\"" + arguments[0] + "\"";
    const std::uint64_t column = error.position ? error.position->offset + 1 : 1;
    return "Column " + std::to_string(column) + ": " + arguments[1] + " is expected, not " + found + ".";
}

} // namespace

std::string sentenceOf(const Error& error) {
    const Arguments arguments(error);
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return "There is no file " + arguments[0] + ".";
    case ErrorCode::FileUnreadable:
        return withReason("Cannot read " + arguments[0], arguments[1]);
    case ErrorCode::FileUnwritable:
        return withReason("Cannot write " + arguments[0], arguments[1]);
    case ErrorCode::NotRecognised:
        return notRecognised(arguments);
    case ErrorCode::UnsupportedFormat:
        return arguments[0] + " is of a format this version of Hallway cannot read: " + arguments[1] + ".";
    case ErrorCode::Cancelled:
        return "Cancelled.";
    case ErrorCode::CacheUnwritable:
        return withReason("Cannot write in the folder " + arguments[0], arguments[1]);
    case ErrorCode::DiskFull:
        return "The disk is full: " + arguments[0] + " has " + arguments[1] + " bytes left.";
    case ErrorCode::CacheOtherVersion:
        return arguments[0] + " was written by another version of Hallway (" + arguments[1] +
               "); import its sources again.";
    case ErrorCode::CacheDamaged:
        return withReason("The capture " + arguments[0] + " is damaged", arguments[1]);
    case ErrorCode::NotACapture:
        return arguments[0] + " is a database, but no capture of Hallway.";
    case ErrorCode::SqlRefused:
        return withReason("SQLite refuses this", arguments[0]);
    case ErrorCode::LayoutTimedOut:
        return "The layout took longer than " + arguments[0] + " s.";
    case ErrorCode::LayoutFailed:
        return withReason("The graph could not be laid out", arguments[0]);
    case ErrorCode::HelperMissing:
        return "The program hallway-layout is missing (looked for " + arguments[0] + ").";
    case ErrorCode::TraceNotFound:
        return "There is no trace \"" + arguments[0] + "\".";
    case ErrorCode::NodeNotFound:
        return "There is no service \"" + arguments[0] + "\".";
    case ErrorCode::EdgeNotFound:
        return "There is no edge \"" + arguments[0] + "\".";
    case ErrorCode::EdgeAmbiguous:
        return ambiguous(arguments);
    case ErrorCode::BadArgument:
        return arguments[0] + " wants " + arguments[2] +
               (arguments[1].empty() ? "." : ", not \"" + arguments[1] + "\".");
    case ErrorCode::BadExpression:
        return badExpression(error, arguments);
    case ErrorCode::BadFilter:
        return withReason("The filter cannot be read", arguments[1]);
    case ErrorCode::Internal:
        break;
    }
    return withReason("Hallway made a mistake", arguments[0]);
}

} // namespace hallway::cli
