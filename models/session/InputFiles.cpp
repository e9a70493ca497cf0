#include "session/InputFiles.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>

namespace hallway {

namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void addFolder(const std::string& folder, InputFiles& found) {
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
    const fs::recursive_directory_iterator end;
    for (; !error && walk != end; walk.increment(error)) {
        std::error_code ignored;
        if (isHidden(walk->path())) {
            if (walk->is_directory(ignored)) walk.disable_recursion_pending();
            continue;
        }
        if (walk->is_regular_file(ignored))
            found.files.push_back({walk->path().string(), walk->path().lexically_relative(folder).string()});
    }
    if (error) found.unreadable.push_back({ErrorCode::FileUnreadable, {folder, error.message()}, std::nullopt});
}

} // namespace

InputFiles findInputFiles(const std::vector<std::string>& paths) {
    InputFiles found;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) addFolder(path, found);
        else found.files.push_back({path, path});
    }
    std::sort(found.files.begin(), found.files.end(), [](const InputFile& a, const InputFile& b) {
        return std::tie(a.shownAs, a.path) < std::tie(b.shownAs, b.path);
    });
    const auto last = std::unique(found.files.begin(), found.files.end());
    found.files.erase(last, found.files.end());
    return found;
}

} // namespace hallway
