// The calendar of a part of the law: every name of the law book and every rule on every month from
// 2015-01 to 2027-12. Whatever has no value in some month is listed by the test, nothing else may.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/date.h"
#include "law/book.h"

namespace kenpo::test_support {

inline const base::Month calendar_first = *base::Month::parse("2015-01");
inline const base::Month calendar_last = *base::Month::parse("2027-12");

/// The months for which `missing` holds, as spans: `2015-01..2016-03 2027-01..2027-12`.
inline std::string calendar_spans(const std::function<bool(base::Month)>& missing) {
  std::string text;
  for (auto month = calendar_first; month <= calendar_last; month = month.plus(1)) {
    if (!missing(month)) continue;
    const auto begin = month;
    while (month < calendar_last && missing(month.plus(1))) month = month.plus(1);
    text += (text.empty() ? "" : " ") + begin.iso() + ".." + month.iso();
  }
  return text;
}

/// Names that begin with `prefix` and the months in which they have no value on some day.
inline std::map<std::string, std::string> names_without_value(std::string_view prefix) {
  const auto& book = law::Book::carried();
  std::map<std::string, std::string> found;
  for (const auto name : book.names()) {
    if (!name.starts_with(prefix)) continue;
    const auto text =
        calendar_spans([&](base::Month month) { return !book.gaps(name, month, month).empty(); });
    if (!text.empty()) found.emplace(name, text);
  }
  return found;
}

}  // namespace kenpo::test_support
