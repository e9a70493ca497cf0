// The reader of captures: whatever the bytes, it gives data or says that the file is bad.
#include "SampleCapture.h"
#include "store/CaptureReader.h"
#include "store/SqlQuery.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

namespace {

using namespace hallway;

void require(bool holds) {
    if (!holds) std::abort();
}

/// A sound capture, and the file that each input becomes.
struct Bench {
    Bench() {
        require(test::SampleCapture(1).writeTo(folder.file("sound")).has_value());
        sound = test::readAll(folder.file("sound"));
    }
    test::ScratchFolder folder;
    std::string sound;
};

/// Changes to a file: each three bytes of place, one of length, and as many that go there.
std::string patched(std::string file, std::string_view patches) {
    constexpr std::size_t head = 4;
    const auto byte = [&](std::size_t at) -> std::size_t { return static_cast<unsigned char>(patches[at]); };
    while (patches.size() > head) {
        const std::size_t place = (byte(0) << 16 | byte(1) << 8 | byte(2)) % file.size();
        const std::string_view bytes = patches.substr(head, byte(3) % 16 + 1);
        file.replace(place, bytes.size(), bytes);
        patches.remove_prefix(head + bytes.size());
    }
    return file;
}

void readCapture(const std::string& path) {
    const auto reader = CaptureReader::open(path);
    if (!reader) return;
    (void)(*reader)->sources();
    (void)(*reader)->blob("graph");
    const auto capture = (*reader)->load();
    if (!capture) return;
    require(capture->spans.storeRow.size() == capture->spans.start.size());
    (void)(*reader)->details(capture->spans.storeRow, *capture->strings);
    const std::vector<AttributePredicate> predicates{
        {AttributePlace::Anywhere, "http.route", Relation::Matches, std::string("/c.*")},
        {AttributePlace::Event, "exception.type", Relation::NotEqual, {}},
        {AttributePlace::LinkTraceId, {}, Relation::NotEqual, {}},
        {AttributePlace::ParentId, {}, Relation::Equal, {}}};
    (void)(*reader)->findSpans(predicates, *capture->strings, {}, 1);
}

void query(const std::string& path) {
    auto rows = SqlQuery::prepare(path, "SELECT spans.*, attr(span, 'http.route') FROM spans");
    if (!rows) return;
    for (Result<bool> more = rows->next(); more && *more; more = rows->next())
        for (std::size_t column = 0; column < rows->columns().size(); ++column)
            (void)rows->cell(column);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Bench bench;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string path = bench.folder.file("capture");
    test::writeAll(path,
                   input.starts_with("SQLite format 3") ? std::string(input) : patched(bench.sound, input));
    readCapture(path);
    query(path);
    return 0;
}
