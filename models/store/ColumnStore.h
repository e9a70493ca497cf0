// Columns of numbers as chunks of a database: raw arrays, little endian, in parts with a checksum each.
#pragma once

#include "store/Database.h"

#include <bit>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hallway {

static_assert(std::endian::native == std::endian::little, "columns are stored as they lie in memory");

class ColumnWriter {
public:
    /// Errors: of Database::prepare().
    [[nodiscard]] static Result<ColumnWriter> on(const Database& database);

    template <class T>
    [[nodiscard]] Status write(std::string_view name, const std::vector<T>& column) {
        static_assert(std::is_trivially_copyable_v<T>);
        return writeBytes(name, std::as_bytes(std::span(column)));
    }

private:
    explicit ColumnWriter(Statement insert) : m_insert(std::move(insert)) {}
    [[nodiscard]] Status writeBytes(std::string_view name, std::span<const std::byte> bytes);
    Statement m_insert;
};

class ColumnReader {
public:
    [[nodiscard]] static Result<ColumnReader> on(const Database& database);

    /// Errors: CacheDamaged (no such column, a checksum, a size that does not fit T), Cancelled.
    template <class T>
    [[nodiscard]] Status read(std::string_view name, std::vector<T>& column) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto bytes = find(name, sizeof(T));
        if (!bytes) return fail(bytes.error());
        column.resize(*bytes / sizeof(T));
        return readBytes(name, std::as_writable_bytes(std::span(column)));
    }

private:
    struct Part {
        std::int64_t id;
        std::size_t bytes;
        std::int64_t checksum;
    };
    ColumnReader(const Database& database, Statement select, std::size_t fileBytes)
        : m_database(&database), m_select(std::move(select)), m_fileBytes(fileBytes) {}
    /// Looks the parts of a column up; gives their bytes in all.
    [[nodiscard]] Result<std::size_t> find(std::string_view name, std::size_t elementBytes);
    /// Fills `target` from the parts found.
    [[nodiscard]] Status readBytes(std::string_view name, std::span<std::byte> target);

    const Database* m_database;
    Statement m_select;
    std::size_t m_fileBytes; ///< no column can be larger: a lying size must not make us reserve memory
    std::vector<Part> m_parts;
};

} // namespace hallway
