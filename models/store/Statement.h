// A prepared SQL statement.
#pragma once

#include "base/Result.h"
#include "base/StrongId.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace hallway {

enum class CellType : std::uint8_t { Null, Integer, Real, Text, Blob };

/// Bound texts and blobs are not copied: they must live until the next reset(). Parameters count from 1,
/// columns from 0.
class Statement {
public:
    explicit Statement(sqlite3_stmt* handle) : m_handle(handle) {}

    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bindNull(int parameter);
    void bindText(int parameter, std::string_view value);
    void bindBlob(int parameter, std::string_view value);
    /// NULL for an empty value.
    void bindBlobOrNull(int parameter, std::string_view value) {
        value.empty() ? bindNull(parameter) : bindBlob(parameter, value);
    }
    /// NULL for an invalid id.
    template <class Tag>
    void bind(int parameter, StrongId<Tag> id) {
        id.valid() ? bind(parameter, std::int64_t{id.value()}) : bindNull(parameter);
    }
    template <class T>
    void bind(int parameter, const std::optional<T>& value) {
        value ? bind(parameter, *value) : bindNull(parameter);
    }
    void bind(int parameter, std::uint64_t value) { bind(parameter, static_cast<std::int64_t>(value)); }

    /// True on a row, false at the end. Errors: of errorOf(), also a failed bind before.
    [[nodiscard]] Result<bool> step();
    /// Steps to the end and resets.
    [[nodiscard]] Status run();
    void reset();

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] CellType type(int column) const;
    [[nodiscard]] bool isNull(int column) const { return type(column) == CellType::Null; }
    /// Of the current row; views are valid until the next step or reset.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    /// Invalid for NULL and for numbers that no id can have.
    template <class Id>
    [[nodiscard]] Id id(int column) const {
        const std::int64_t value = isNull(column) ? -1 : integer(column);
        return value >= 0 && value < std::int64_t{Id().value()} ? Id(static_cast<std::uint32_t>(value))
                                                                : Id();
    }

    [[nodiscard]] sqlite3_stmt* handle() const { return m_handle.get(); }

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* handle) const;
    };
    void note(int code) {
        if (m_bindFailure == 0) m_bindFailure = code;
    }
    std::unique_ptr<sqlite3_stmt, Finalizer> m_handle;
    int m_bindFailure = 0;
};

} // namespace hallway
