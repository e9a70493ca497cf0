// Whom a span of Elastic APM calls, in the words that the rest of the program asks for (calls.md rule 11).
#pragma once

#include "decode/AttributeList.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hallway {

/// What a span says of itself and of the other side; all may be empty.
struct ElasticPeer {
    std::string type;    ///< "db", "external", "messaging", …
    std::string subtype; ///< "postgresql", "http", "kafka", …
    std::string action;
    std::string resource;   ///< destination.service.resource: "postgresql/customers", "cart:8080"
    std::string targetType; ///< service.target
    std::string targetName;
    std::string address; ///< destination
    std::string port;
    std::string url;
    std::string databaseType; ///< of context.db; "sql" for all that speak it

    void clear() { *this = {}; }
    /// Takes a type apart that old agents write as one: "db.postgresql.query".
    void splitType();
    /// The span leaves its service.
    [[nodiscard]] bool isExit() const;
    [[nodiscard]] bool isDatabase() const { return type == "db" || type == "cache"; }
    [[nodiscard]] bool isMessaging() const { return type == "messaging"; }
    /// A message is fetched, not sent.
    [[nodiscard]] bool isReceive() const;
    /// A message is acknowledged or deleted.
    [[nodiscard]] bool isSettle() const;
    /// Adds to an exit span's attributes what names the other side. Attributes that are there already stay.
    void describe(AttributeList& target) const;
};

} // namespace hallway
