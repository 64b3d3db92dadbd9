#include "premium/member_ledger_page.h"

#include <algorithm>
#include <map>

#include "base/era.h"
#include "base/mask.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/abroad.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "premium/member_ledger_act.h"
#include "premium/member_words_page.h"
#include "remuneration/determination_page.h"

namespace kenpo::premium {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Item;
using desk::Response;
using desk::Visit;
using eligibility::EstablishmentNames;
using Holds = desk::Column::Holds;

constexpr desk::Field known_on_field{
    .name = "known_on",
    .label = "基準日",
    .need = desk::Field::Need::optional,
    .support = "その日の終わりに把握していた台帳を表示します。例：R8.4.1",
    .length_limit = 20,
    .mode = "text"};

/// Whether symbol, number and address stand open.
enum class Hidden : std::uint8_t { yes, no };

/// What the tables of one person are made from.
struct Shown {
  const desk::Router& router;
  const Visit& visit;
  const MemberLedger& member;
  const EstablishmentNames& names;
  Hidden hidden = Hidden::yes;

  std::string open(std::string address) const {
    return eligibility::open_address(router, visit, std::move(address));
  }
  bool sheltered() const { return member.person.sheltered == eligibility::Sheltered::yes; }
  std::string place(const eligibility::InsuredPeriod& period) const {
    return sheltered() ? eligibility::sheltered_words : names.name(period.establishment);
  }
  /// The symbol tells the establishment: of a protected person it stays hidden.
  std::string number(const eligibility::InsuredPeriod& period) const {
    return hidden == Hidden::yes || sheltered()
               ? eligibility::masked_insured_number(period.symbol, period.number)
               : eligibility::insured_number(period.symbol, period.number);
  }
};

std::string count_words(std::size_t count, const char* unit) {
  return desk::grouped(static_cast<std::int64_t>(count)) + unit;
}

std::string person_address(const base::PersonId& person) {
  return "/members/" + std::string(person.text());
}

/// The period that holds on the day, or the latest.
const eligibility::InsuredPeriod* leading_period(const MemberLedger& member) {
  const eligibility::InsuredPeriod* leading = nullptr;
  for (const auto& period : member.periods) {
    if (leading == nullptr || leading->acquired < period.acquired) leading = &period;
  }
  return leading;
}

Data state_chip(const MemberLedger& member) {
  const auto day = member.known_on;
  const auto holds = [day](const auto& period) { return period.holds(day); };
  if (std::ranges::any_of(member.periods, holds)) {
    return desk::chip(desk::ChipKind::done, "被保険者");
  }
  const auto running = [day](const auto& link) {
    return link.from <= day && (!link.until || day <= *link.until);
  };
  if (std::ranges::any_of(member.dependent_of, running)) {
    return desk::chip(desk::ChipKind::done, "被扶養者");
  }
  return desk::chip(desk::ChipKind::plain, "資格なし");
}

std::vector<Item> identity(const Shown& shown) {
  const auto& person = shown.member.person;
  std::vector<Item> items{{"氏名", person.name.empty() ? "記録なし" : person.name},
                          {"カナ", person.name_kana},
                          {"生年月日", birth_words(person.born, shown.member.known_on)},
                          {"性別", wording(person.sex)},
                          {"住所", shown.hidden == Hidden::yes ? base::masked(address_words(person))
                                                               : address_words(person)}};
  if (const auto* period = leading_period(shown.member)) {
    items.push_back({"記号・番号", shown.number(*period)});
    items.push_back({"事業所", shown.place(*period)});
  }
  return items;
}

Data periods_table(const Shown& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& period : shown.member.periods) {
    rows.push_back({{shown.place(period)},
                    {shown.number(period)},
                    {wording(period.status)},
                    {period.acquired.iso()},
                    {period.lost ? period.lost->iso() : ""},
                    {period.end_reason ? wording(*period.end_reason) : ""},
                    {period.short_hours == eligibility::YesNo::yes ? "短時間労働者" : ""}});
  }
  return desk::table("資格",
                     {{"事業所"},
                      {"記号・番号"},
                      {"種別"},
                      {"資格取得日"},
                      {"資格喪失日"},
                      {"喪失原因"},
                      {"区分"}},
                     rows, count_words(rows.size(), "件"));
}

Data dependents_table(const Shown& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [link, person] : shown.member.dependents) {
    const std::string name = person ? person->name : "消去済み";
    rows.push_back({{(link.branch < 10 ? "0" : "") + std::to_string(link.branch)},
                    person ? desk::link_cell(name, person_address(link.dependent)) : Cell{name},
                    {person ? person->name_kana : ""},
                    {wording(link.relation)},
                    {person ? birth_words(person->born, shown.member.known_on) : ""},
                    {link.from.iso()},
                    {link.until ? link.until->iso() : ""}});
  }
  return desk::table(
      "被扶養者",
      {{"枝番"}, {"氏名"}, {"カナ"}, {"続柄"}, {"生年月日"}, {"認定日"}, {"終わりの日"}}, rows,
      count_words(rows.size(), "人"));
}

std::vector<Data> insured_rows(const Shown& shown) {
  std::vector<Data> rows;
  for (const auto& link : shown.member.dependent_of) {
    Data row;
    row.text("address", person_address(link.insured))
        .text("relation", wording(link.relation))
        .text("from", link.from.iso())
        .text("until", link.until ? link.until->iso() : "");
    rows.push_back(std::move(row));
  }
  return rows;
}

Cell reason_cell(const Shown& shown, std::string address) {
  const auto open = shown.open(std::move(address));
  return open.empty() ? Cell{""} : desk::link_cell("理由", open);
}

/// Where the reasons of a decision stand, by how it came about.
std::string determination_address(const remuneration::StandardRemuneration& decision) {
  using remuneration::DeterminationKind;
  switch (decision.kind) {
    case DeterminationKind::childcare_end:
    case DeterminationKind::maternity_end:
    case DeterminationKind::insurer:
    case DeterminationKind::workplaces:
    case DeterminationKind::voluntary:
      return "/determinations/" + std::string(decision.source.text());
    case DeterminationKind::correction:
      return person_address(decision.person) + "/changes";
    case DeterminationKind::acquisition:
    case DeterminationKind::regular:
    case DeterminationKind::revision:
      break;
  }
  return "/remunerations/" + std::string(decision.source.text());
}

Data remunerations_table(const Shown& shown) {
  auto decisions = shown.member.remunerations;
  std::ranges::sort(decisions, std::greater{},
                    [](const auto& each) { return std::pair(each.from, each.source); });
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : decisions) {
    rows.push_back({{base::era_month(each.from)},
                    {wording(each.kind).ja.text()},
                    desk::yen_cell(each.monthly),
                    {std::to_string(each.grade)},
                    desk::yen_cell(each.standard),
                    reason_cell(shown, determination_address(each))});
  }
  return desk::table("標準報酬月額",
                     {{"適用する月"},
                      {"決定"},
                      {"報酬月額(円)", Holds::numbers},
                      {"等級", Holds::numbers},
                      {"標準報酬月額(円)", Holds::numbers},
                      {"決定の理由"}},
                     rows, count_words(rows.size(), "件"));
}

/// What holds for a time beside the period (健康保険法44条3項・118条, 施行規則37条の2).
Data circumstances_table(const Shown& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : shown.member.circumstances) {
    const bool abroad = each.kind == eligibility::CircumstanceKind::abroad && each.reason;
    const auto reason =
        abroad ? eligibility::abroad_words(eligibility::Abroad::applies, *each.reason).ja.text()
               : std::string();
    const auto& until = each.until;
    rows.push_back({{eligibility::wording(each.kind).ja.text()},
                    {each.from.iso()},
                    {until ? until->iso() : "続いています"},
                    {reason.empty() || each.detail.empty() ? reason + each.detail
                                                           : reason + "　" + each.detail}});
  }
  return desk::table("二以上勤務・118条・休職・短時間・海外特例",
                     {{"事情"}, {"始まりの日"}, {"最後の日"}, {"内容"}}, rows,
                     count_words(rows.size(), "件"));
}

Data bonuses_table(const Shown& shown) {
  auto decisions = shown.member.bonuses;
  std::ranges::sort(decisions, std::greater{},
                    [](const auto& each) { return std::pair(each.month, each.paid_on); });
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : decisions) {
    rows.push_back({{base::era_month(each.month)},
                    {each.paid_on.iso()},
                    desk::yen_cell(each.paid),
                    desk::yen_cell(each.standard),
                    reason_cell(shown, "/remunerations/" + std::string(each.source.text()))});
  }
  return desk::table("標準賞与額",
                     {{"月"},
                      {"支払日"},
                      {"賞与の合計(円)", Holds::numbers},
                      {"標準賞与額(円)", Holds::numbers},
                      {"決定の理由"}},
                     rows, count_words(rows.size(), "件"));
}

/// All postings for one month, the newest month first; after a 名寄せ each ledger has its own rows.
Data premiums_table(const Shown& shown) {
  struct Sum {
    base::Yen monthly, bonus, total, insured;
  };
  std::map<std::pair<base::Month, base::PersonId>, Sum, std::greater<>> months;
  for (const auto& posting : shown.member.premiums) {
    auto& sum = months[{posting.month, posting.person}];
    (posting.kind == PremiumKind::monthly ? sum.monthly : sum.bonus) += posting.total;
    sum.total += posting.total;
    sum.insured += posting.insured;
  }
  std::vector<std::vector<Cell>> rows;
  for (const auto& [key, sum] : months) {
    const auto& [month, person] = key;
    rows.push_back(
        {{base::era_month(month)},
         desk::yen_cell(sum.monthly),
         desk::yen_cell(sum.bonus),
         desk::yen_cell(sum.total),
         desk::yen_cell(sum.insured),
         desk::yen_cell(sum.total - sum.insured),
         reason_cell(shown, "/premiums/" + std::string(person.text()) + "/" + month.iso())});
  }
  return desk::table("保険料",
                     {{"月"},
                      {"報酬分(円)", Holds::numbers},
                      {"賞与分(円)", Holds::numbers},
                      {"合計(円)", Holds::numbers},
                      {"被保険者負担(円)", Holds::numbers},
                      {"事業主負担(円)", Holds::numbers},
                      {"計算の理由"}},
                     rows, count_words(rows.size(), "か月"));
}

/// The access history of each ledger that is this person's: each keeps its own.
std::vector<Data> history_rows(const Shown& shown) {
  std::vector<Data> rows;
  for (const auto& id : shown.member.identities) {
    const auto address = shown.open(person_address(id) + "/history");
    if (address.empty()) continue;
    Data row;
    row.text("history_address", address)
        .text("history_label", rows.empty() ? "利用履歴" : "まとめた台帳の利用履歴");
    rows.push_back(std::move(row));
  }
  return rows;
}

/// 「名寄せにより、2つの台帳をまとめて表示しています。」
std::string merged_words(const MemberLedger& member) {
  return "名寄せにより、" + std::to_string(member.identities.size()) +
         "つの台帳をまとめて表示しています。";
}

std::string title_of(const Shown& shown) {
  const auto* period = leading_period(shown.member);
  return period == nullptr ? "加入者台帳" : "加入者台帳 " + shown.number(*period);
}

Data ledger_data(const Shown& shown, const desk::Form& form) {
  const auto& member = shown.member;
  const auto address = person_address(member.person.id);
  Data data;
  data.text("address", address)
      .text("known_on_words", member.known_on.iso())
      .when("in_the_past", member.known_on != shown.visit.now().day())
      .section("known_on_input", form.input(known_on_field))
      .section("state", state_chip(member))
      .text_if_any("reveal_address", shown.hidden == Hidden::yes ? address + "/identifiers" : "")
      .section("identity", desk::description_list(identity(shown)))
      .text_if_any("protection_address", shown.open(address + "/protection"))
      .text_if_any("claims_address", shown.open(address + "/claims"))
      .text_if_any("certificates_address", shown.open(address + "/certificates"))
      .text_if_any("changes_address",
                   member.periods.empty() && member.dependent_of.empty()
                       ? std::string()
                       : shown.open(address + "/changes"))
      .text_if_any("determinations_address",
                   member.periods.empty() ? std::string()
                                          : shown.open(address + "/determinations"))
      .text_if_any("letters_address", member.periods.empty()
                                          ? std::string()
                                          : shown.open(address + "/decision-letters"))
      .list("histories", history_rows(shown))
      .when("any_merged", member.identities.size() > 1)
      .text("merged_words", merged_words(member))
      .when("any_insured", !member.dependent_of.empty())
      .list("insured", insured_rows(shown))
      .when("own_periods", !member.periods.empty())
      .section("periods", periods_table(shown))
      .section("dependents", dependents_table(shown))
      .when("any_circumstances", !member.circumstances.empty())
      .section("circumstances", circumstances_table(shown))
      .section("remunerations", remunerations_table(shown))
      .section("bonuses", bonuses_table(shown))
      .section("premiums", premiums_table(shown));
  return data;
}

Result<Response> ledger_page(const desk::Router& router, eligibility::Ledger ledger,
                             const Visit& visit, const notice::Acting& acting, Hidden hidden) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  desk::Form form(visit.request().query);
  const auto known_on = form.date(known_on_field);
  const auto member = KENPO_TRY(show_member(ledger, acting, person, known_on));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  desk::PageHead head;
  const Shown shown{router, visit, member, names, hidden};
  head.title = title_of(shown);
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "member_ledger_page", ledger_data(shown, form));
}

}  // namespace

void add_member_ledger_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  router.get_act<member_show>("/members/{id}",
                              [&router, ledger](const Visit& visit, const notice::Acting& acting) {
                                return ledger_page(router, ledger, visit, acting, Hidden::yes);
                              });
  router.get_act<member_reveal>(
      "/members/{id}/identifiers",
      [&router, ledger](const Visit& visit, const notice::Acting& acting) -> Result<Response> {
        auto opened = ledger;
        const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
        KENPO_TRY(reveal_member(opened, acting, person));
        return ledger_page(router, ledger, visit, acting, Hidden::no);
      });
}

}  // namespace kenpo::premium
