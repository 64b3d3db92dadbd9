// Places of teeth (歯式) in words.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::claim {

/// 「右上6・左下7」 out of six digits a tooth, of which the first four are its code: 10, the quadrant
/// (1 to 4 permanent, 5 to 8 milk teeth) and its number. Codes that are not read so stand as they
/// came.
std::string teeth_words(std::string_view digits);

}  // namespace kenpo::claim
