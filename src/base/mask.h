// Hiding what identifies a person where it is not needed.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::base {

/// One mark for the whole value: not even its length is told. Empty stays empty.
std::string masked(std::string_view value);
/// The same with its last `shown` characters kept, so that two can be told apart: 「••••34」. A
/// value of no more than twice as many characters is masked whole.
std::string masked_but_last(std::string_view value, std::size_t shown);

}  // namespace kenpo::base
