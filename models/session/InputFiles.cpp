#include "session/InputFiles.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <tuple>

namespace hallway {

namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Error unreadableFolder(const fs::path& folder, std::string reason) {
    return {ErrorCode::FileUnreadable, {folder.string(), std::move(reason)}, std::nullopt};
}

void addFolder(const fs::path& root, InputFiles& found) {
    const std::size_t filesBefore = found.files.size(), errorsBefore = found.unreadable.size();
    std::vector<fs::path> folders{
        root}; // each listed on its own: one that cannot be read does not hide the others
    while (!folders.empty()) {
        const fs::path folder = std::move(folders.back());
        folders.pop_back();
        std::error_code error, ignored;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (isHidden(entry->path())) continue;
            if (fs::is_directory(entry->symlink_status(ignored)))
                folders.push_back(entry->path());
            else if (entry->is_regular_file(ignored))
                found.files.push_back(
                    {entry->path().string(), entry->path().lexically_relative(root).string()});
        }
        if (error) found.unreadable.push_back(unreadableFolder(folder, error.message()));
    }
    if (found.files.size() == filesBefore && found.unreadable.size() == errorsBefore)
        found.unreadable.push_back(unreadableFolder(root, "no files in it"));
}

/// The same for all names of a file.
std::string identityOf(const InputFile& file) {
    if (file.path == "-") return file.path;
    std::error_code error;
    const fs::path canonical = fs::canonical(file.path, error);
    return error ? file.path : canonical.string();
}

} // namespace

InputFiles findInputFiles(const std::vector<std::string>& paths) {
    InputFiles found;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error))
            addFolder(path, found);
        else
            found.files.push_back({path, path});
    }
    std::sort(found.files.begin(), found.files.end(), [](const InputFile& a, const InputFile& b) {
        return std::tie(a.shownAs, a.path) < std::tie(b.shownAs, b.path);
    });
    std::set<std::string> known;
    std::erase_if(found.files, [&](const InputFile& file) { return !known.insert(identityOf(file)).second; });
    return found;
}

} // namespace hallway
