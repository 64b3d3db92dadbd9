// The sentence of a comment: the master's words and the text of the record, put together by the
// comment's pattern.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "format/master/master.h"

namespace kenpo::format::master {

/// The words of another code inside the text (patterns 31 and 90); empty when there are none.
using WordOf = std::function<std::string(std::string_view code)>;

/// パターン 10 the text alone; 20 the words alone; 30 words and text; 31 words and the name of an act;
/// 40 numbers in the gaps of the words (レセプト編集情報); 42 words and a number; 50 a date, 51 a time,
/// 52 minutes, 53 day and time behind the words; 80 a date and a number; 90 modifiers. Any other:
/// words and text. A text that does not fit its pattern stands as it came.
std::string comment_text(const Item& comment, std::string_view text, const WordOf& word_of);

}  // namespace kenpo::format::master
