// A value or an Error. `return fail(ErrorCode::X, {…})` makes the second.
#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace hallway {

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::vector<std::string> arguments = {}) {
    return tl::unexpected<Error>(Error{code, std::move(arguments), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace hallway
