#include "session/SourceIdentity.h"

#include "session/ImportIdentity.h"
#include "store/SourceFingerprint.h"

#include <filesystem>
#include <system_error>

namespace hallway {

std::optional<SourceIdentity> identityOf(const std::vector<InputFile>& files) {
    std::vector<SourceFingerprint> fingerprints;
    for (const InputFile& file : files) {
        if (!isRegularFile(file.path)) return std::nullopt;
        auto fingerprint = fingerprintOf(file.path, file.shownAs);
        if (!fingerprint) return std::nullopt;
        fingerprints.push_back(std::move(*fingerprint));
    }
    SourceIdentity identity{keyOf(fingerprints), {}};
    SourceFingerprint code; // counts as one more source
    code.contentHash = importIdentity();
    fingerprints.push_back(std::move(code));
    identity.cacheKey = keyOf(fingerprints);
    return identity;
}

bool isRegularFile(const std::string& path) {
    std::error_code error;
    return path != "-" && std::filesystem::is_regular_file(path, error);
}

} // namespace hallway
