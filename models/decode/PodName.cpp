#include "decode/PodName.h"

namespace hallway {

namespace {

/// Kubernetes makes suffixes of these only, so that they spell no words.
constexpr std::string_view suffixLetters = "bcdfghjklmnpqrstvwxz2456789";

std::string_view lastPart(std::string_view name) {
    const std::size_t dash = name.rfind('-');
    return dash == name.npos || dash == 0 ? std::string_view() : name.substr(dash + 1);
}

bool isSuffix(std::string_view part) { return part.find_first_not_of(suffixLetters) == part.npos; }

std::string_view without(std::string_view name, std::string_view part) {
    return name.substr(0, name.size() - part.size() - 1);
}

} // namespace

std::string_view workloadOfPod(std::string_view pod) {
    const std::string_view last = lastPart(pod);
    if (!last.empty() && last.size() <= 4 && last.find_first_not_of("0123456789") == last.npos)
        return without(pod, last);
    if (last.size() != 5 || !isSuffix(last)) return pod;
    const std::string_view owner = without(pod, last);
    const std::string_view hash = lastPart(owner);
    // A hash of fewer letters could be a word of the name.
    const bool isReplicaSet =
        hash.size() >= 6 && hash.size() <= 10 && isSuffix(hash) && hash.find_first_of("2456789") != hash.npos;
    return isReplicaSet ? without(owner, hash) : owner;
}

} // namespace hallway
