#include "report/StackTrace.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace hallway {

namespace {

using Kind = StackLine::Kind;

constexpr std::size_t longestLine = 2'000; // bytes looked at

/// Where installed packages and runtimes lie.
constexpr std::array<std::string_view, 21> libraryPlaces{
    "site-packages/",  "dist-packages/", "/lib/python",       "<frozen ",
    "node_modules/",   "node:",          "internal/modules/", "/usr/local/go/src/",
    "/usr/lib/go",     "/pkg/mod/",      "/vendor/",          "/gems/",
    "/lib/ruby/",      "/rustc/",        "/.cargo/",          "(native code)",
    "(Native Method)", "<anonymous>:0",  "/opt/go/src/",      "(Unknown Source)",
    "/go/src/runtime/"};

/// Namespaces of runtimes and widespread frameworks, as a frame's name begins.
constexpr std::array<std::string_view, 47> libraryNames{"java.",
                                                        "javax.",
                                                        "jdk.",
                                                        "sun.",
                                                        "com.sun.",
                                                        "jakarta.",
                                                        "kotlin.",
                                                        "kotlinx.",
                                                        "scala.",
                                                        "akka.",
                                                        "groovy.",
                                                        "clojure.",
                                                        "org.springframework.",
                                                        "org.apache.",
                                                        "org.eclipse.",
                                                        "org.hibernate.",
                                                        "org.jboss.",
                                                        "org.postgresql.",
                                                        "io.netty.",
                                                        "io.grpc.",
                                                        "io.opentelemetry.",
                                                        "io.micrometer.",
                                                        "io.vertx.",
                                                        "io.undertow.",
                                                        "reactor.",
                                                        "rx.",
                                                        "okhttp3.",
                                                        "retrofit2.",
                                                        "com.google.",
                                                        "com.fasterxml.",
                                                        "com.zaxxer.",
                                                        "com.mysql.",
                                                        "redis.clients.",
                                                        "feign.",
                                                        "System.",
                                                        "Microsoft.",
                                                        "runtime.",
                                                        "runtime/",
                                                        "net/http.",
                                                        "reflect.",
                                                        "google.golang.org/",
                                                        "golang.org/",
                                                        "std::",
                                                        "core::",
                                                        "alloc::",
                                                        "tokio::",
                                                        "__rust_"};

std::string_view trimmed(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

bool hasAny(std::string_view line, const auto& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [line](std::string_view part) { return line.find(part) != std::string_view::npos; });
}

bool beginsWithAny(std::string_view name, const auto& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [name](std::string_view beginning) { return name.starts_with(beginning); });
}

Kind ownerOf(std::string_view name, std::string_view line) {
    return beginsWithAny(name, libraryNames) || hasAny(line, libraryPlaces) ? Kind::Library : Kind::Frame;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// "12: name" of Rust, "#3 name" of PHP: behind the number, or nothing.
std::string_view behindNumber(std::string_view line) {
    const bool isPhp = line.starts_with('#');
    std::size_t at = isPhp ? 1 : 0;
    const std::size_t digits = at;
    while (at < line.size() && at < digits + 6 && isDigit(line[at]))
        ++at;
    if (at == digits || at + 1 >= line.size()) return {};
    if (isPhp) return line[at] == ' ' ? line.substr(at + 1) : std::string_view();
    return line[at] == ':' && line[at + 1] == ' ' ? line.substr(at + 2) : std::string_view();
}

/// "/app/main.go:12", "/app/cart.rb:7:in 'add'".
bool isPlace(std::string_view line) {
    for (const std::string_view ending : {".go:", ".rb:", ".rs:", ".ex:", ".exs:"}) {
        const std::size_t at = line.find(ending);
        if (at != std::string_view::npos && at + ending.size() < line.size() &&
            isDigit(line[at + ending.size()]))
            return true;
    }
    return false;
}

/// A name directly before an argument list: `main.(*Server).Pay(0xc000, 0x1)`.
bool isGoCall(std::string_view line) {
    return line.ends_with(')') && line.find('(') != std::string_view::npos &&
           line.find(' ') == std::string_view::npos && line.find('.') != std::string_view::npos;
}

/// What one line tells by itself.
Kind kindOf(std::string_view whole) {
    const std::string_view line = trimmed(whole.substr(0, longestLine));
    const bool isIndented = line.size() < whole.size();
    if (line.starts_with("at ") && isIndented) {
        std::string_view name = line.substr(3);
        if (name.starts_with("async ")) name.remove_prefix(6);
        if (const std::size_t module = name.substr(0, name.find('(')).rfind('/'); // java.base/java.lang.X
            module != std::string_view::npos && !name.starts_with('/'))
            return ownerOf(name.substr(module + 1), line) == Kind::Library ? Kind::Library
                                                                           : ownerOf(name, line);
        return ownerOf(name, line);
    }
    if (line.starts_with("... ") && line.ends_with(" more")) return Kind::Library;
    if (line.starts_with("File \"") && isIndented) return ownerOf({}, line);
    if (line.starts_with("from ") && isPlace(line)) return ownerOf({}, line);
    if (const std::string_view name = behindNumber(line); !name.empty()) return ownerOf(name, line);
    if (isPlace(line)) return ownerOf(line.starts_with("at ") ? line.substr(3) : line, line);
    if (isGoCall(line)) return ownerOf(line, line);
    return Kind::Message;
}

} // namespace

std::vector<StackLine> stackLinesOf(std::string_view text) {
    std::vector<StackLine> lines;
    std::size_t at = 0;
    while (true) {
        const std::size_t end = text.find('\n', at);
        std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        StackLine::Kind kind = kindOf(line);
        // The source line that Python prints below its frame, and the frames of Go, which stand on two lines.
        const bool hasFrameBefore = !lines.empty() && lines.back().kind != Kind::Message;
        if (kind == Kind::Message && hasFrameBefore && line.starts_with("    ") &&
            trimmed(lines.back().text).starts_with("File \""))
            kind = lines.back().kind;
        if (kind == Kind::Library && hasFrameBefore && line.starts_with('\t') && isPlace(line) &&
            isGoCall(trimmed(lines.back().text)))
            lines.back().kind = Kind::Library;
        lines.push_back({line, kind});
        if (end == std::string_view::npos) return lines;
        at = end + 1;
    }
}

bool looksLikeStackTrace(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return false;
    const auto lines = stackLinesOf(text.substr(0, std::size_t{20} * longestLine));
    return std::count_if(lines.begin(), lines.end(),
                         [](const StackLine& line) { return line.kind != Kind::Message; }) >= 2;
}

} // namespace hallway
