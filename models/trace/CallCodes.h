// With which codes calls ended.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

struct CodeCount {
    enum class Kind : std::uint8_t { Http, Grpc };
    Kind kind = Kind::Http;
    std::string code;       ///< "503", "UNAVAILABLE"
    bool isFailure = false; ///< HTTP from 400 on; any gRPC code but OK
    std::uint64_t calls = 0;
    bool operator==(const CodeCount&) const = default;
};

struct CallCodes {
    std::vector<CodeCount> counts; ///< most calls first, then by kind and code
    std::uint64_t without = 0;     ///< calls that tell no code
    bool operator==(const CallCodes&) const = default;
};

} // namespace hallway
