// A leaf of the audit log in the office's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notice/leaf.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

/// 「健保 花子」, 「計算機処理(月次)」; a handler who is no longer on the list:
/// 「名簿にない取扱者」.
std::string actor_words(const notice::Actor& actor,
                        const std::vector<staff::NamedHandler>& handlers);
std::string role_words(std::string_view identifier);
/// 「資格に関する情報：加入者の管理」 for each pair; for a statute its article.
std::string pairs_words(const notice::Leaf& leaf);
std::string pairs_words(notice::PairMask pairs, notice::Statute basis);
/// 「1人」「500,000人」「なし」
std::string subjects_words(const notice::Subjects& subjects);
/// 「表示」「登録」「拒否：研修の期限切れ」
std::string outcome_words(const notice::Leaf& leaf);

}  // namespace kenpo::safeguard
