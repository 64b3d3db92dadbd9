#include "claim/claim_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "base/mask.h"
#include "base/width.h"
#include "claim/claim_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

namespace kenpo::claim {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Permit;

ChipKind chip_kind(Standing standing) {
  switch (standing) {
    case Standing::valid:
      return ChipKind::done;
    case Standing::days_unknown:
      return ChipKind::waiting;
    default:
      return ChipKind::problem;
  }
}

const char* wording(Patient patient) {
  switch (patient) {
    case Patient::insured:
      return "本人";
    case Patient::dependent:
      return "家族";
    case Patient::unknown:
      break;
  }
  return "本人・家族の別なし";
}

std::optional<Standing> parse_standing(std::string_view text) {
  std::size_t number = standings_count;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || number >= standings_count) return std::nullopt;
  return static_cast<Standing>(number);
}

std::string address_of(base::Month month, std::optional<Standing> standing) {
  std::string address = "/claims?month=" + month.iso();
  if (standing) address += "&standing=" + std::to_string(static_cast<int>(*standing));
  return address;
}

std::string insured_number(const Claim& claim) {
  auto text = base::narrow(claim.symbol) + "-" + base::narrow(claim.number);
  if (!claim.branch.empty()) text += "-" + claim.branch;
  return text;
}

std::vector<desk::Task> standing_tasks(const ClaimPage& page) {
  std::vector<desk::Task> tasks;
  for (std::size_t at = 0; at < standings_count; ++at) {
    const auto standing = static_cast<Standing>(at);
    const auto* reason = reason_number(standing);
    tasks.push_back({.title = claim::wording(standing),
                     .hint = reason == nullptr ? "" : std::string("返付の理由番号 ") + reason,
                     .address = address_of(page.claimed_in, standing),
                     .kind = page.by_standing[at] == 0 ? ChipKind::plain : chip_kind(standing),
                     .state = desk::grouped(page.by_standing[at]) + "件"});
  }
  return tasks;
}

Data claims_table(const std::vector<Claim>& claims, std::int64_t count) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& claim : claims) {
    const auto changed = claim.claimed_points != claim.decided_points;
    rows.push_back({{masked_number(claim)},
                    desk::link_cell(claim.name.empty() ? "氏名の記録なし" : claim.name,
                                    "/claims/" + std::string(claim.id.text())),
                    {base::era_month(claim.treated_in)},
                    {claim::wording(claim.service)},
                    {claim::wording(claim.stay)},
                    {claim.institution_name},
                    {amount_words(claim, claim.decided_points)},
                    {changed ? amount_words(claim, claim.claimed_points) : ""},
                    desk::chip_cell(chip_kind(claim.standing), claim::wording(claim.standing)),
                    {claim.findings == 0 ? "" : desk::grouped(claim.findings) + "件"}});
  }
  using Holds = desk::Column::Holds;
  return desk::table("レセプト",
                     {{"記号・番号"},
                      {"氏名"},
                      {"診療年月"},
                      {"種類"},
                      {"入外"},
                      {"医療機関"},
                      {"決定", Holds::numbers},
                      {"請求(違うとき)", Holds::numbers},
                      {"資格点検"},
                      {"内容点検", Holds::numbers}},
                     rows, desk::grouped(count) + "件");
}

Data masters_table(const std::vector<MasterEdition>& masters) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& edition : masters) {
    rows.push_back({{format::master::wording(edition.kind)},
                    {edition.loaded_at.short_text()},
                    {desk::grouped(static_cast<std::int64_t>(edition.items))},
                    {desk::grouped(static_cast<std::int64_t>(edition.added))},
                    {desk::grouped(static_cast<std::int64_t>(edition.changed))}});
  }
  using Holds = desk::Column::Holds;
  return desk::table("取り込んだマスター",
                     {{"マスター"},
                      {"取込日時"},
                      {"項目", Holds::numbers},
                      {"追加", Holds::numbers},
                      {"変更", Holds::numbers}},
                     rows);
}

Result<Response> list_page(store::Database& database, const Visit& visit,
                           const Permit<list_claims_operation>& permit) {
  const auto number = visit.page_number();
  const auto found =
      KENPO_TRY(show_claims(permit, database, base::Month::parse(visit.query("month")),
                            parse_standing(visit.query("standing")),
                            (number - 1) * claims_of_a_page, visit.now().day().in_month()));
  Data data;
  data.text("month", base::era_month(found.claimed_in))
      .text("previous_month", "/claims?month=" + found.claimed_in.plus(-1).iso())
      .text("next_month", "/claims?month=" + found.claimed_in.plus(1).iso())
      .text("all_address", address_of(found.claimed_in, {}))
      .when("filtered", found.standing.has_value())
      .text("filter", found.standing ? claim::wording(*found.standing) : "")
      .section("standings", desk::task_list(standing_tasks(found)))
      .section("claims", claims_table(found.claims, found.count))
      .when("any_master", !found.masters.empty())
      .section("masters", masters_table(found.masters))
      .section("pages", desk::pager(number, found.count, claims_of_a_page,
                                    address_of(found.claimed_in, found.standing)));
  desk::PageHead head;
  head.title = "レセプト";
  head.section = "/claims";
  return desk::page(visit, std::move(head), "claims_page", std::move(data));
}

Result<Response> own_claims_page(const desk::Router& router, store::Database& database,
                                 const Visit& visit,
                                 const Permit<list_own_claims_operation>& permit) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto claims = KENPO_TRY(show_claims_of(permit, database, person, visit.now()));
  const auto ledger =
      eligibility::open_address(router, visit, "/members/" + std::string(person.text()));
  Data data;
  data.text_if_any("ledger_address", ledger)
      .text_if_any("expenses_address",
                   eligibility::open_address(
                       router, visit,
                       "/members/" + std::string(person.text()) + "/medical-expenses"))
      .text_if_any("notice_address",
                   eligibility::open_address(
                       router, visit,
                       "/members/" + std::string(person.text()) + "/cost-notice"))
      .section("claims", claims_table(claims, static_cast<std::int64_t>(claims.size())));
  desk::PageHead head;
  head.title = "加入者のレセプト";
  head.section = "/claims";
  return desk::page(visit, std::move(head), "own_claims_page", std::move(data));
}

/// Whether the numbers that lead to a person are hidden.
enum class Hidden : std::uint8_t { yes, no };

/// Fields of a receipt that lead to a person by a number (診療報酬明細書の記録条件仕様, records RE,
/// HO, KO, SN): 「被保険者証等の記号」, 「公費受給者番号」, 「カルテ番号等」.
bool leads_to_a_person(const std::string& field) {
  for (const auto* part : {"被保険者証", "受給者番号", "カルテ番号"}) {
    if (field.find(part) != std::string::npos) return true;
  }
  return false;
}

Data line_data(const ReceiptLine& line, Hidden hidden) {
  std::vector<Data> cells;
  for (const auto& cell : line.cells) {
    const bool hide = hidden == Hidden::yes && leads_to_a_person(cell.name);
    Data data;
    data.text("name", cell.name)
        .text("value", hide ? base::masked(cell.value) : cell.value)
        .text_if_any("meaning", cell.meaning);
    cells.push_back(std::move(data));
  }
  Data data;
  data.text("record", line.record)
      .text("line_title", line.title)
      .text("data_kind", wording_of_data_kind(line.data_kind))
      .when("claimed", line.data_kind == 1)
      .text("place",
            line.row == 0 ? "" : std::to_string(line.row) + "-" + std::to_string(line.branch))
      .list("cells", std::move(cells));
  return data;
}

std::vector<Data> basis_rows(const law::Decision<Standings>& decision) {
  std::vector<Data> rows;
  for (const auto& line : decision.basis) {
    Data data;
    data.text("step", line.step.ja.text())
        .text("fact", law::told(line.fact, base::Language::japanese))
        .text("article", line.article.text());
    rows.push_back(std::move(data));
  }
  return rows;
}

/// 資格点検の経過: each change of the outcome, with what it was and why it was asked again.
Data checks_table(const std::vector<ClaimCheck>& checks) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& check : checks) {
    rows.push_back({{check.checked_at.short_text()},
                    {claim::wording(check.cause)},
                    {claim::wording(check.before)},
                    desk::chip_cell(chip_kind(check.after), claim::wording(check.after)),
                    {check.moved == Moved::here ? "別の加入者のレセプトに改めました" : ""}});
  }
  return desk::table("資格点検の経過",
                     {{"点検の日時"}, {"きっかけ"}, {"前の結果"}, {"新しい結果"}, {"該当者"}}, rows);
}

std::string number_words(const Claim& claim, Hidden hidden) {
  return hidden == Hidden::yes ? masked_number(claim) : insured_number(claim);
}

std::vector<desk::Item> facts_of(const Claim& claim, Hidden hidden) {
  const auto prescriber = claim.prescriber.empty()
                              ? std::string{}
                              : claim.prescriber_name + "(" + claim.prescriber + ")";
  std::vector<desk::Item> items = {{"記号・番号・枝番", number_words(claim, hidden)},
          {"氏名", claim.name},
          {"生年月日", claim.born ? base::era_long(*claim.born).value_or("") : "記録なし"},
          {"本人・家族", wording(claim.patient)},
          {"診療年月", base::era_month(claim.treated_in)},
          {"請求年月", base::era_month(claim.claimed_in)},
          {"種類・入外", std::string(claim::wording(claim.service)) + "・" + claim::wording(claim.stay)},
          {"医療機関", claim.institution_name + "(" + claim.institution + ")"},
          {"診療実日数", desk::grouped(claim.days) + "日"},
          {"請求", amount_words(claim, claim.claimed_points)},
          {"決定", amount_words(claim, claim.decided_points)},
          {"電子レセプト番号", claim.management_number},
          {"医療費通知", claim.in_cost_notice ? "対象" : "対象外"}};
  if (!prescriber.empty()) items.push_back({"処方した医療機関", prescriber});
  return items;
}

Result<Response> claim_page(const Visit& visit, const std::optional<ClaimView>& found,
                            Hidden hidden) {
  if (!found) return Visit::no_such_page();
  std::vector<Data> lines;
  for (const auto& line : found->lines) lines.push_back(line_data(line, hidden));
  const auto standing = found->standing.value.standing;
  Data data;
  data.section("facts", desk::description_list(facts_of(found->claim, hidden)))
      .text_if_any("reveal_address", hidden == Hidden::no
                                         ? ""
                                         : "/claims/" + std::string(found->claim.id.text()) +
                                               "/identifiers")
      .section("standing_chip", desk::chip(chip_kind(standing), claim::wording(standing)))
      .text("outcome_address", "/claims/" + std::string(found->claim.id.text()) + "/outcome")
      .when("standing_changed", standing != found->claim.standing)
      .text("standing_then", claim::wording(found->claim.standing))
      .list("basis", basis_rows(found->standing))
      .when("checked_again", !found->checks.empty())
      .section("checks", checks_table(found->checks))
      .when("corrected", found->claim.corrected)
      .list("sheet", sheet_sections(found->sheet))
      .when("without_word", found->sheet.codes_without_word > 0)
      .text("codes_without_word", desk::grouped(found->sheet.codes_without_word))
      .list("lines", std::move(lines));
  desk::PageHead head;
  head.title = "レセプト " + number_words(found->claim, hidden);
  head.section = "/claims";
  head.crumbs = {{"レセプト", address_of(found->claim.claimed_in, {})}};
  return desk::page(visit, std::move(head), "claim_page", std::move(data));
}

}  // namespace

const char* wording(Stay stay) {
  switch (stay) {
    case Stay::inpatient:
      return "入院";
    case Stay::outpatient:
      return "入院外";
    case Stay::unknown:
      break;
  }
  return "不明";
}

std::string masked_number(const Claim& claim) {
  auto text =
      eligibility::masked_insured_number(base::narrow(claim.symbol), base::narrow(claim.number));
  if (!claim.branch.empty()) text += "-" + claim.branch;
  return text;
}

std::string amount_words(const Claim& claim, std::int64_t points) {
  return desk::grouped(points) + (claim.service == Service::nursing ? "円" : "点");
}

std::vector<desk::Data> sheet_sections(const ReceiptSheet& sheet) {
  std::vector<Data> sections;
  for (const auto& section : sheet.sections) {
    const bool corrected = std::ranges::any_of(
        section.rows, [](const SheetRow& row) { return row.change != Change::none; });
    std::vector<desk::Column> columns;
    for (const auto& column : section.columns) columns.push_back({column});
    if (corrected) columns.push_back({"審査"});
    std::vector<std::vector<Cell>> rows;
    for (const auto& row : section.rows) {
      std::vector<Cell> cells;
      for (const auto& cell : row.cells) cells.push_back({cell});
      if (corrected) {
        cells.push_back(row.change == Change::none
                            ? Cell{""}
                            : desk::chip_cell(ChipKind::waiting, claim::wording(row.change)));
      }
      rows.push_back(std::move(cells));
    }
    Data data;
    data.section("sheet_table", desk::table(section.title, columns, rows));
    sections.push_back(std::move(data));
  }
  return sections;
}

void add_claim_routes(desk::Router& router, store::Database& database) {
  router.menu<list_claims_operation>(desk::MenuGroup::claims, "/claims", "レセプト");
  router.get<list_claims_operation>(
      "/claims", [&database](const Visit& visit, const Permit<list_claims_operation>& permit) {
        return list_page(database, visit, permit);
      });
  router.get<list_own_claims_operation>(
      "/members/{id}/claims",
      [&router, &database](const Visit& visit, const Permit<list_own_claims_operation>& permit) {
        return own_claims_page(router, database, visit, permit);
      });
  router.get<show_claim_operation>(
      "/claims/{id}",
      [&database](const Visit& visit,
                  const Permit<show_claim_operation>& permit) -> Result<Response> {
        const auto id = KENPO_TRY(visit.id<ClaimId>("id"));
        const auto found = KENPO_TRY(show_claim(permit, database, id, visit.now()));
        return claim_page(visit, found, Hidden::yes);
      });
  router.get<reveal_claim_operation>(
      "/claims/{id}/identifiers",
      [&database](const Visit& visit,
                  const Permit<reveal_claim_operation>& permit) -> Result<Response> {
        const auto id = KENPO_TRY(visit.id<ClaimId>("id"));
        const auto found = KENPO_TRY(reveal_claim(permit, database, id, visit.now()));
        return claim_page(visit, found, Hidden::no);
      });
}

}  // namespace kenpo::claim
