// Columns of numbers as chunks of a database: raw arrays, little endian, in parts with a checksum each.
#pragma once

#include "store/CaptureFormat.h"
#include "store/Database.h"
#include "store/RecordBuilder.h"
#include "store/TableBuilder.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hallway {

static_assert(std::endian::native == std::endian::little, "columns are stored as they lie in memory");

class ColumnWriter {
public:
    explicit ColumnWriter(TableBuilder& chunks) : m_chunks(&chunks) {}

    template <class T>
    [[nodiscard]] Status column(std::string_view name, const std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        return write(name, std::as_bytes(std::span(values)));
    }

    /// A column of one member of structs; `memberOf` gives a reference to it.
    template <class Entry, class Member>
    [[nodiscard]] Status column(std::string_view name, const std::vector<Entry>& list, Member&& memberOf) {
        using T = std::remove_cvref_t<decltype(memberOf(list.front()))>;
        constexpr std::size_t perPart = partBytes / sizeof(T);
        std::vector<T> part;
        std::size_t number = 0;
        do { // an empty column has one empty part
            const auto entries = std::span(list).subspan(number * perPart);
            part.clear();
            for (const Entry& entry : entries.first(std::min(entries.size(), perPart)))
                part.push_back(memberOf(entry));
            if (Status written = writePart(name, number, std::as_bytes(std::span(part))); !written)
                return written;
        } while (++number * perPart < list.size());
        return {};
    }

private:
    [[nodiscard]] Status write(std::string_view name, std::span<const std::byte> bytes);
    [[nodiscard]] Status writePart(std::string_view name, std::size_t number,
                                   std::span<const std::byte> bytes);

    TableBuilder* m_chunks;
    RecordBuilder m_record;
    std::uint32_t m_rows = 0;
};

/// Errors of all: CacheDamaged (no such column, a checksum, a size that does not fit), Cancelled.
class ColumnReader {
public:
    [[nodiscard]] static Result<ColumnReader> on(const Database& database);

    template <class T>
    [[nodiscard]] Status column(std::string_view name, std::vector<T>& values) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto parts = find(name, sizeof(T));
        if (!parts) return fail(parts.error());
        values.resize((*parts)->bytes / sizeof(T));
        auto rest = std::as_writable_bytes(std::span(values));
        for (const Part& part : (*parts)->list) {
            if (Status read = readPart(name, part, rest.first(part.bytes)); !read) return read;
            rest = rest.subspan(part.bytes);
        }
        return {};
    }

    /// The first column of a list makes its entries, the others must be as long.
    template <class Entry, class Member>
    [[nodiscard]] Status column(std::string_view name, std::vector<Entry>& list, Member&& memberOf) {
        using T = std::remove_reference_t<decltype(memberOf(list.front()))>;
        const auto parts = find(name, sizeof(T));
        if (!parts) return fail(parts.error());
        const std::size_t count = (*parts)->bytes / sizeof(T);
        if (list.empty()) list.resize(count);
        if (list.size() != count) return unequal(name);
        std::vector<T> values;
        auto entry = list.begin();
        for (const Part& part : (*parts)->list) {
            values.resize(part.bytes / sizeof(T));
            if (Status read = readPart(name, part, std::as_writable_bytes(std::span(values))); !read)
                return read;
            for (const T value : values)
                memberOf(*entry++) = value;
        }
        return {};
    }

private:
    struct Part {
        std::int64_t row;
        std::size_t number;
        std::size_t bytes;
        std::int64_t checksum;
    };
    struct Parts {
        std::size_t bytes = 0; ///< in all; never more than the file has: a lying size must not cost memory
        std::vector<Part> list;
    };
    explicit ColumnReader(const Database& database) : m_database(&database) {}
    /// All parts are of whole elements.
    [[nodiscard]] Result<const Parts*> find(std::string_view name, std::size_t elementBytes) const;
    [[nodiscard]] Status readPart(std::string_view name, const Part& part, std::span<std::byte> target) const;
    [[nodiscard]] Status unequal(std::string_view name) const;

    const Database* m_database;
    std::map<std::string, Parts, std::less<>> m_columns;
};

} // namespace hallway
