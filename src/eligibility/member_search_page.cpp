#include "eligibility/member_search_page.h"

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/member_search_act.h"
#include "eligibility/protection.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;

Cell state_cell(const Member& member, base::Date today) {
  if (!member.lost) return desk::chip_cell(desk::ChipKind::done, "加入中");
  if (today < *member.lost) {
    return desk::chip_cell(desk::ChipKind::waiting, member.lost->iso() + " 喪失予定");
  }
  return desk::chip_cell(desk::ChipKind::plain, member.lost->iso() + " 喪失");
}

std::string count_words(const MemberHits& hits) {
  const auto count = static_cast<std::int64_t>(hits.count);
  if (hits.count <= hits.members.size()) return desk::grouped(count) + "人";
  return desk::grouped(count) + "人のうち、はじめの" + std::to_string(hits.members.size()) +
         "人を表示しています。続きを入力すると絞り込めます。";
}

Data hits_table(const MemberHits& hits, const EstablishmentNames& names, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& member : hits.members) {
    const auto address = "/members/" + std::string(member.person.text());
    rows.push_back({{masked_insured_number(member.symbol, member.number, member.branch)},
                    desk::link_cell(member.name.empty() ? "氏名の記録なし" : member.name, address),
                    {member.name_kana},
                    {member.branch == 0 ? "本人" : "家族"},
                    {member.sheltered == Sheltered::yes ? sheltered_words
                                                        : names.name(member.establishment)},
                    state_cell(member, today)});
  }
  return desk::table(
      "検索結果", {{"記号・番号・枝番"}, {"氏名"}, {"カナ"}, {"本人・家族"}, {"事業所"}, {"状態"}},
      rows, count_words(hits));
}

Result<Response> search_page(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const std::string query(visit.query("q"));
  // An empty search is a run of the operation too: who may not search is refused the page.
  const auto hits = KENPO_TRY(search_members(ledger, acting, query));
  Data data;
  data.section("search",
               desk::search_box("/members", "q", "氏名・カナ・番号", query,
                                "カナは半角・全角・ひらがなのどれでも、番号は「101-12」のように"
                                "記号を付けても探せます。"))
      .when("searched", !query.empty());
  if (query.empty()) {
    data.nothing("hits");
  } else {
    const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
    data.section("hits", hits_table(hits, names, visit.now().day()));
  }
  desk::PageHead head;
  head.title = "加入者";
  head.section = "/members";
  return desk::page(visit, std::move(head), "member_search_page", std::move(data));
}

}  // namespace

void add_member_search_routes(desk::Router& router, const Ledger& ledger) {
  router.menu<member_search>(desk::MenuGroup::work, "/members", "加入者");
  router.get_act<member_search>("/members",
                                [ledger](const Visit& visit, const notice::Acting& acting) {
                                  return search_page(ledger, visit, acting);
                                });
}

}  // namespace kenpo::eligibility
