#include "analysis/Failure.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr int grpcCancelled = 1, grpcUnknown = 2, grpcDeadlineExceeded = 4, grpcUnimplemented = 12,
              grpcInternal = 13, grpcUnavailable = 14, grpcDataLoss = 15;

bool isGrpcServerFault(int code) {
    switch (code) {
    case grpcUnknown:
    case grpcDeadlineExceeded:
    case grpcUnimplemented:
    case grpcInternal:
    case grpcUnavailable:
    case grpcDataLoss:
        return true;
    default:
        return false;
    }
}

std::optional<int> grpcCode(const KnownAttributes& attributes) {
    const auto code = attributes.first({KnownKey::RpcStatusCode, KnownKey::RpcGrpcStatusCode,
                                        KnownKey::RpcResponseStatusCode, KnownKey::GrpcStatusCode});
    if (!code) return std::nullopt;
    const auto system = attributes.first({KnownKey::RpcSystemName, KnownKey::RpcSystem});
    if (system && !(system->isText() ? system->text == "grpc" : textOf(*system) == "grpc"))
        return std::nullopt;
    return grpcCodeOf(*code);
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

FailureKind kindOf(std::optional<std::int64_t> http, std::optional<int> grpc, std::string_view errorType) {
    if (grpc == grpcDeadlineExceeded || http == 504 ||
        mentions(errorType, {"timeout", "timedout", "timed_out", "deadline"}))
        return FailureKind::Timeout;
    if (grpc == grpcCancelled || http == 499 || mentions(errorType, {"cancel"}))
        return FailureKind::Cancelled;
    if (http && *http >= 500) return FailureKind::Http5xx;
    if (http && *http >= 400) return FailureKind::Http4xx;
    if (grpc == grpcUnavailable || mentions(errorType, {"econn", "connection", "connect", "socket", "dns",
                                                        "unknownhost", "name_resolution", "tls", "ssl"}))
        return FailureKind::Transport;
    return FailureKind::Other;
}

} // namespace

std::optional<int> grpcCodeOf(const Attribute& attribute) {
    if (const auto number = integerOf(attribute))
        return *number >= 0 && *number <= 1000 ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
    if (!attribute.isText()) return std::nullopt;
    static constexpr std::array<std::string_view, 17> names{
        "ok",       "cancelled",      "unknown",          "invalidargument",   "deadlineexceeded",
        "notfound", "alreadyexists",  "permissiondenied", "resourceexhausted", "failedprecondition",
        "aborted",  "outofrange",     "unimplemented",    "internal",          "unavailable",
        "dataloss", "unauthenticated"};
    std::string name = lowerCase(attribute.text);
    std::erase(name, '_');
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional<int>(static_cast<int>(found - names.begin()));
}

SideFailure failureOf(const KnownAttributes& attributes, SpanKind kind, SpanStatus status, bool zipkinError,
                      bool exceptionEscaped, std::string_view exceptionType) {
    if (status == SpanStatus::Ok) return {};
    const auto errorType = attributes.find(KnownKey::ErrorType);
    const auto http = attributes.integer({KnownKey::HttpResponseStatusCode, KnownKey::HttpStatusCode});
    const auto grpc = grpcCode(attributes);

    bool failed = status == SpanStatus::Error || errorType || zipkinError || exceptionEscaped ||
                  attributes.isTrue(KnownKey::ErrorFlag);
    if (http) failed = failed || *http >= 500 || (*http >= 400 && kind == SpanKind::Client);
    if (grpc)
        failed = failed || (kind == SpanKind::Client && *grpc != 0) ||
                 (kind == SpanKind::Server && isGrpcServerFault(*grpc));
    if (!failed) return {};
    return {true, kindOf(http, grpc, lowerCase(errorType ? textOf(*errorType) : std::string(exceptionType)))};
}

} // namespace hallway
