// The law book as people and programs read it: `kenpo law`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "law/book.h"

namespace kenpo::law {

enum class Form { text, json };

/// Rows as a table (name, span, value with unit, basis, checked) or as a JSON object
/// `{"rows": [{"name", "from", "to", "value", "unit", "basis", "promulgated", "checked", "file",
/// "line"}]}`; an open end and a promulgation that was not looked up are null.
std::string print(std::span<const Row* const> rows, Form form, base::Language language);

/// Every row of the book.
std::string print_all(const Book& book, Form form, base::Language language);
/// The rows that nobody has confirmed against the source, each with the reason.
std::string print_unchecked(const Book& book, Form form, base::Language language);
/// The rows that were announced and are not in force, each with the reason.
std::string print_planned(const Book& book, Form form, base::Language language);
/// The value of a name on a day. `name` may be a group (`remuneration.grade`): all its rows of that
/// day. Empty result of a known or unknown name is a fault.
base::Result<std::string> print_on(const Book& book, std::string_view name, base::Date day,
                                   Form form, base::Language language);

}  // namespace kenpo::law
