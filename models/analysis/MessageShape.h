// What messages of one kind have in common: the parts that differ from one to the next become placeholders.
#pragma once

#include <string>
#include <string_view>

namespace hallway {

/// Replaces, in this order of precedence at every place of the text:
///   'quoted', "quoted", `quoted` (at most 200 bytes, on one line, not within a word)      <text>
///   2026-11-22, 2026-11-22T12:04:41.5Z and the like                                        <time>
///   8-4-4-4-12 hex digits                                                                  <uuid>
///   0x and hex digits, or at least 8 hex digits of which one is a figure and one is none   <hex>
///   words of letters, figures, - and _, at least 8 long, with two figures or more, other
///   than figures with a unit                                                               <id>
///   figures, with , . and : between them, and a sign before them                           <n>
/// A word here is a run of letters, figures, - and _ and whatever is not ASCII. Blanks and line ends become
/// one blank. The result has at most 300 bytes, cut between characters; at most 4 kB of the message are read.
[[nodiscard]] std::string messageShape(std::string_view message);

} // namespace hallway
