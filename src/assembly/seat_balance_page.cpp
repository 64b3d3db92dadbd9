// Whether seats divided among districts are balanced, before an election is announced.
#include <sstream>

#include "assembly/assembly_page.h"
#include "assembly/seat_balance_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr std::size_t districts_most = 100;  // more than any society divides itself into
constexpr Field districts_field{
    .name = "districts",
    .label = "選挙区ごとの選挙人の数と定数",
    .support = "「選挙人の数:定数」を空白で区切ります。例：120:2 80:1",
    .length_limit = 1000};

base::Fault unreadable_districts() {
  return {.what = {"選挙区の書き方が違います。", "The districts cannot be read."},
          .why = {},
          .mend = {"「120:2 80:1」のように、半角の数字で入れてください。", "Write 120:2 80:1."},
          .place = {}};
}

/// 「120:2 80:1」
Result<std::vector<District>> districts_from(const std::string& text) {
  std::vector<District> districts;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    District district;
    char colon = ' ';
    std::istringstream pair(word);
    if (!(pair >> district.electors >> colon >> district.seats) || colon != ':' ||
        pair.peek() != std::istringstream::traits_type::eof() ||
        districts.size() == districts_most) {
      return unreadable_districts();
    }
    districts.push_back(district);
  }
  return districts;
}

Data districts_table(const std::vector<District>& districts) {
  using Holds = desk::Column::Holds;
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : districts) {
    const auto number = std::to_string(rows.size() + 1);
    rows.push_back({{number},
                    {std::to_string(each.electors)},
                    {std::to_string(each.seats)},
                    {std::to_string(each.electors / each.seats)}});
  }
  return desk::table("選挙区",
                     {{"選挙区", Holds::numbers},
                      {"選挙人", Holds::numbers},
                      {"定数", Holds::numbers},
                      {"1人当たり(切捨て)", Holds::numbers}},
                     rows);
}

Result<Response> seat_balance_page(const AssemblyScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  Data data;
  const auto sent = std::string(visit.query(districts_field.name));
  bool checked = false;
  Form form;
  form.prefill(districts_field.name, sent);
  if (!sent.empty()) {
    const auto districts = districts_from(sent);
    const auto even = districts.ok() ? check_balance(screens.office, acting, *districts)
                                     : Result<law::Decision<bool>>(districts.faults());
    checked = even.ok();
    if (checked) {
      data.section("result", even->value
                                 ? desk::chip(desk::ChipKind::done, "規程の範囲です")
                                 : desk::chip(desk::ChipKind::problem, "差が大きすぎます"))
          .section("table", districts_table(*districts));
    } else {
      form.note(even.faults());
    }
  }
  data.section("error_summary", form.error_summary())
      .when("checked", checked)
      .section("districts", form.input(districts_field));
  desk::PageHead head;
  head.title = "定数の割り振りの点検";
  head.section = "/assembly-members";
  head.crumbs = {{"互選議員の選挙", "/elections"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_seat_balance_page", std::move(data));
}

}  // namespace

void add_seat_balance_routes(desk::Router& router, const AssemblyScreens& screens) {
  router.get_act<seat_balance_check>("/seat-balance",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return seat_balance_page(screens, visit, acting);
                                     });
}

}  // namespace kenpo::assembly
