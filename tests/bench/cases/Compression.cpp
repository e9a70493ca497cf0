#include "bench/cases/Cases.h"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

namespace hallway::bench {

namespace {

struct Freer {
    void operator()(::archive* writer) const { ::archive_write_free(writer); }
    void operator()(::archive_entry* entry) const { ::archive_entry_free(entry); }
};

} // namespace

Measurement compress(const std::string& filter, const std::string& file, const std::string& compressed) {
    const std::unique_ptr<::archive, Freer> writer(::archive_write_new());
    const std::unique_ptr<::archive_entry, Freer> entry(::archive_entry_new());
    const auto check = [&](auto code) {
        if (code < 0) throw std::runtime_error(::archive_error_string(writer.get()));
    };
    check(::archive_write_add_filter_by_name(writer.get(), filter.c_str()));
    check(::archive_write_set_filter_option(writer.get(), filter.c_str(), "compression-level",
                                            filter == "zstd" ? "3" : "6"));
    check(::archive_write_set_format_raw(writer.get()));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);

    std::ifstream input(file, std::ios::binary);
    std::vector<char> piece(std::size_t{1} << 20);
    const Seconds time = timed([&] {
        check(::archive_write_open_filename(writer.get(), compressed.c_str()));
        check(::archive_write_header(writer.get(), entry.get()));
        while (input.read(piece.data(), static_cast<std::streamsize>(piece.size())) || input.gcount() > 0)
            check(::archive_write_data(writer.get(), piece.data(), static_cast<std::size_t>(input.gcount())));
        check(::archive_write_close(writer.get()));
    });
    if (!input.eof()) throw std::runtime_error(file + " could not be read to its end");
    return {time, 1, {}};
}

} // namespace hallway::bench
