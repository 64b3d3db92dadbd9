#include "safeguard/log_words.h"

#include <algorithm>

#include "base/yen.h"
#include "notice/coverage.h"
#include "notice/role.h"
#include "notice/wording.h"

namespace kenpo::safeguard {

namespace {

const char* words_of(notice::ProgramActor actor) {
  switch (actor) {
    case notice::ProgramActor::scheduler:
      return "計算機処理(月次)";
    case notice::ProgramActor::intake:
      return "計算機処理(受付)";
    case notice::ProgramActor::command_line:
      return "計算機処理(起動・設定)";
    case notice::ProgramActor::member_window:
      return "加入者の窓口";
    case notice::ProgramActor::employer_window:
      return "事業主の窓口";
    case notice::ProgramActor::public_page:
      return "サインイン画面";
    case notice::ProgramActor::log_keeper:
      return "監査記録";
  }
  return "";
}

const char* words_of(notice::Reason reason) {
  switch (reason) {
    case notice::Reason::none:
      return "";
    case notice::Reason::no_role:
      return "役割がない";
    case notice::Reason::not_published:
      return "公表されていない";
    case notice::Reason::not_yet_published:
      return "公表の記録がない";
    case notice::Reason::withdrawn:
      return "利用目的が取り下げられている";
    case notice::Reason::not_trained:
      return "誓約または研修がない";
    case notice::Reason::out_of_scope:
      return "範囲の外";
    case notice::Reason::locked:
      return "停止または認証の失敗";
    case notice::Reason::no_responsible_person:
      return "責任者がいない";
    case notice::Reason::no_statute:
      return "法令の根拠に合わない";
    case notice::Reason::stopped:
      return "本人の利用停止";
    case notice::Reason::no_second_person:
      return "二人目の承認がない";
    case notice::Reason::no_terminal:
      return "登録された端末でない";
  }
  return "";
}

}  // namespace

std::string actor_words(const notice::Actor& actor,
                        const std::vector<staff::NamedHandler>& handlers) {
  if (const auto* program = std::get_if<notice::ProgramActor>(&actor)) return words_of(*program);
  const auto& staff = std::get<base::StaffId>(actor);
  const auto at = std::ranges::find_if(
      handlers, [&](const staff::NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? "名簿にない取扱者" : at->name;
}

std::string role_words(std::string_view identifier) {
  const auto role = notice::parse_role(identifier);
  return role ? std::string(notice::wording(*role)) : std::string{};
}

std::string pairs_words(const notice::Leaf& leaf) { return pairs_words(leaf.pairs, leaf.basis); }

std::string pairs_words(notice::PairMask pairs, notice::Statute basis) {
  if (basis != notice::Statute::none) {
    const auto article = notice::article(basis);
    return article.empty() ? "個人情報なし" : "法令：" + std::string(article);
  }
  std::string words;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    if ((pairs >> at & 1U) == 0) continue;
    if (!words.empty()) words += "、";
    words += std::string(notice::wording(notice::published_pairs[at].category)) + "：" +
             std::string(notice::wording(notice::published_pairs[at].purpose));
  }
  return words;
}

std::string subjects_words(const notice::Subjects& subjects) {
  const auto* set = std::get_if<notice::SubjectSet>(&subjects);
  const auto count =
      set != nullptr ? set->count : std::get<std::vector<notice::Commitment>>(subjects).size();
  if (count == 0) return "なし";
  return base::Yen(static_cast<std::int64_t>(count)).grouped() + "人";
}

std::string outcome_words(const notice::Leaf& leaf) {
  switch (leaf.outcome) {
    case notice::Outcome::answered:
      return "表示";
    case notice::Outcome::written:
      return "登録";
    case notice::Outcome::provided:
      return "提供";
    case notice::Outcome::erased:
      return "消去";
    case notice::Outcome::failed:
      return "不成立";
    case notice::Outcome::refused:
      return std::string("拒否：") + words_of(leaf.reason);
  }
  return "";
}

}  // namespace kenpo::safeguard
