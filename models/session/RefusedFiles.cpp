#include "session/RefusedFiles.h"

#include "trace/Attribute.h"

namespace hallway {

namespace {

std::optional<std::string> takeText(std::string_view& rest) {
    const auto size = takeVarint(rest);
    if (!size || *size > rest.size()) return std::nullopt;
    std::string text(rest.substr(0, *size));
    rest.remove_prefix(*size);
    return text;
}

} // namespace

bool isLasting(const Error& error) {
    return error.code == ErrorCode::NotRecognised || error.code == ErrorCode::UnsupportedFormat;
}

std::string encodeRefused(const std::vector<Error>& errors) {
    std::string bytes;
    for (const Error& error : errors) {
        appendVarint(bytes, static_cast<std::uint64_t>(error.code));
        appendVarint(bytes, error.arguments.size());
        for (const std::string& argument : error.arguments) {
            appendVarint(bytes, argument.size());
            bytes += argument;
        }
    }
    return bytes;
}

std::vector<Error> decodeRefused(std::string_view bytes) {
    std::vector<Error> errors;
    while (!bytes.empty()) {
        const auto code = takeVarint(bytes), count = takeVarint(bytes);
        if (!code || !count) break;
        Error error;
        error.code = static_cast<ErrorCode>(*code);
        while (error.arguments.size() < *count) {
            auto argument = takeText(bytes);
            if (!argument) return errors;
            error.arguments.push_back(std::move(*argument));
        }
        if (!isLasting(error)) break;
        errors.push_back(std::move(error));
    }
    return errors;
}

} // namespace hallway
