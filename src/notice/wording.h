// The published words and our identifiers of categories, purposes and pairs. The program speaks
// identifiers, people read the wording; both come from notice/identifiers.tsv, which the program
// carries. notice_test proves that published.h, identifiers.tsv and notice.txt are one table.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "notice/published.h"

namespace kenpo::notice {

/// `eligibility`
std::string_view identifier(Category category);
/// 「資格に関する情報」
std::string_view wording(Category category);
/// `member_administration`
std::string_view identifier(Purpose purpose);
/// 「加入者の管理」
std::string_view wording(Purpose purpose);

/// By identifier, to the letter.
std::optional<Category> parse_category(std::string_view identifier);
std::optional<Purpose> parse_purpose(std::string_view identifier);
/// By published wording, to the letter.
std::optional<Category> category_worded(std::string_view wording);
std::optional<Purpose> purpose_worded(std::string_view wording);
/// The known wording that differs from `text` in the fewest characters.
Category nearest_category(std::string_view text);
Purpose nearest_purpose(std::string_view text);

/// All categories and purposes in the notice's order.
std::array<Category, categories_count> all_categories();
std::array<Purpose, purposes_count> all_purposes();

/// The pair's number in the notice, 1 to 43; nullopt for a pair that is not published.
std::optional<int> number(Pair pair);
/// The pair of a number from 1 to 43; nullopt for any other number.
std::optional<Pair> numbered_pair(int number);
/// `eligibility.member_administration`
std::string identifier(Pair pair);
/// A published pair by its identifier; nullopt for an unknown or unpublished one.
std::optional<Pair> parse_pair(std::string_view identifier);

}  // namespace kenpo::notice
