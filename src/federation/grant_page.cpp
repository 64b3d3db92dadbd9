#include "federation/grant_page.h"

#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "desk/visit.h"
#include "federation/grant_act.h"
#include "federation/grant_case_page.h"
#include "safeguard/export_made_page.h"

namespace kenpo::federation {

namespace {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::int64_t grant_yen_limit = 1'000'000'000;  // a month's claim is below it

constexpr Field general_field{.name = "general",
                              .label = "基準額（一般）",
                              .support = "1人1か月の医療費。円。例：1200000",
                              .length_limit = 20,
                              .mode = "numeric"};
constexpr Field special_field{.name = "special",
                              .label = "基準額（特別）",
                              .support = "特記事項 02・16（長期高額疾病）のとき。円",
                              .length_limit = 20,
                              .mode = "numeric"};
constexpr Field rate_field{.name = "rate",
                           .label = "交付率",
                           .need = Field::Need::optional,
                           .support = "超える額に掛ける率。％。例：85.5",
                           .length_limit = 10};
constexpr Field source_field{.name = "source",
                             .label = "根拠の通知",
                             .support = "健保連の通知の日付と番号",
                             .length_limit = 100};
constexpr Field erase_by_field{.name = "delete_by",
                               .label = "健保連が消去する期限",
                               .support = "例：R9.11.30",
                               .length_limit = 20};

/// 「85.5」 percent.
std::optional<base::Rate> parse_percent(std::string_view text) {
  constexpr std::int64_t millionths_of_a_percent = 10'000;
  const auto point = text.find('.');
  auto decimals =
      point == std::string_view::npos ? std::string{} : std::string(text.substr(point + 1));
  if (decimals.size() > 2) return std::nullopt;
  decimals.resize(2, '0');
  const auto digits = std::string(text.substr(0, point)) + decimals;
  std::int64_t hundredths = 0;
  const auto [end, failed] =
      std::from_chars(digits.data(), digits.data() + digits.size(), hundredths);
  if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  const auto millionths = hundredths * (millionths_of_a_percent / 100);
  if (millionths <= 0 || millionths > 100 * millionths_of_a_percent) return std::nullopt;
  return base::Rate{millionths};
}

GrantYear year_asked(const Visit& visit) {
  int year = 0;
  const auto text = visit.query("year");
  std::from_chars(text.data(), text.data() + text.size(), year);
  constexpr int first_year = 2016;  // the scheme of today
  constexpr int last_year = 2100;
  if (year >= first_year && year <= last_year) return {year};
  // A claim comes two months after its treatment: the year that claims are about now.
  constexpr int claim_months = 2;
  return GrantYear::of(visit.now().day().in_month().plus(-claim_months));
}

std::optional<GrantState> state_asked(const Visit& visit) {
  const auto text = visit.query("state");
  std::size_t number = grant_states_count;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || number >= grant_states_count) return std::nullopt;
  return static_cast<GrantState>(number);
}

std::string address_of(GrantYear year, std::optional<GrantState> state = std::nullopt) {
  auto address = "/high-cost-grants?year=" + std::to_string(year.ends_in);
  if (state) address += "&state=" + std::to_string(static_cast<int>(*state));
  return address;
}

std::string year_words(GrantYear year) {
  return base::era_month(year.first()) + "から" + base::era_month(year.last()) + "までの診療";
}

/// 「85.5％」
std::string rate_words(const std::optional<base::Rate>& rate) {
  if (!rate) return "分かりません";
  const auto hundredths = rate->millionths / 100;
  auto words = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) {
    words += "." + std::to_string(hundredths % 100 / 10);
    if (hundredths % 10 != 0) words += std::to_string(hundredths % 10);
  }
  return words + "％";
}

std::string expected_words(const std::optional<Yen>& expected) {
  return expected ? expected->grouped() + "円" : "交付率が分からないので、計算していません";
}

std::vector<desk::Item> facts_of(const GrantPage& page) {
  const auto& standard = page.standard;
  const auto& states = page.by_state;
  return {{"年度", year_words(page.year)},
          {"基準額（一般）", standard.general.grouped() + "円"},
          {"基準額（特別）", standard.special.grouped() + "円"},
          {"交付率", rate_words(standard.rate)},
          {"根拠", standard.source + (standard.confirmed ? "" : "（未確認）")},
          {"候補", desk::grouped(states[0]) + "件"},
          {"申請済み", desk::grouped(states[1]) + "件"},
          {"交付決定", desk::grouped(states[2]) + "件　" + page.granted.grouped() + "円"},
          {"不交付", desk::grouped(states[3]) + "件"},
          {"候補と申請済みの、基準額を超える額", page.excess.grouped() + "円"},
          {"見込額", page.excess == Yen() ? "0円" : expected_words(page.expected)},
          {"申請の目安", base::era_long(page.apply_by).value_or(page.apply_by.iso()) + "まで"},
          {"最後に調べた日時",
           page.scanned_at ? page.scanned_at->short_text() : "まだ調べていません"}};
}

desk::Data cases_table(const GrantPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : page.lines) {
    const auto& grant = line.grant;
    rows.push_back({desk::link_cell(line.name.empty() ? "氏名の記録なし" : line.name,
                                    "/high-cost-grants/" + std::string(grant.id.text())),
                    {base::era_month(grant.now.treated_in)},
                    {wording(grant.now.kind)},
                    {desk::grouped(static_cast<std::int64_t>(grant.now.receipts.size())) + "枚"},
                    desk::yen_cell(grant.now.cost),
                    desk::yen_cell(grant.excess()),
                    {line.expected ? line.expected->grouped() : ""},
                    desk::chip_cell(chip_of(grant.state), wording(grant.state))});
  }
  return desk::table("対象",
                     {{"氏名"},
                      {"診療年月"},
                      {"区分"},
                      {"レセプト", Holds::numbers},
                      {"医療費（円）", Holds::numbers},
                      {"超える額（円）", Holds::numbers},
                      {"見込額（円）", Holds::numbers},
                      {"状態"}},
                     rows, desk::grouped(page.count) + "件");
}

desk::Data findings_table(const GrantPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& found : page.findings) {
    rows.push_back({desk::link_cell(wording(found.finding),
                                    "/high-cost-grants/" + std::string(found.grant.text()))});
  }
  return desk::table("確かめること", {{"内容"}}, rows,
                     desk::grouped(static_cast<std::int64_t>(rows.size())) + "件");
}

/// The other lists: states with their counts, the years beside, the pages of this one.
desk::Data ways_table(const GrantPage& page, std::int64_t number) {
  std::vector<std::vector<Cell>> rows;
  std::int64_t all = 0;
  for (const auto count : page.by_state) all += count;
  rows.push_back({desk::link_cell("この年度のすべて", address_of(page.year)),
                  {desk::grouped(all) + "件"}});
  for (std::size_t at = 0; at < grant_states_count; ++at) {
    const auto each = static_cast<GrantState>(at);
    rows.push_back({desk::link_cell(wording(each), address_of(page.year, each)),
                    {desk::grouped(page.by_state[at]) + "件"}});
  }
  const auto own = address_of(page.year, page.state) + "&page=";
  if (number > 1) {
    rows.push_back({desk::link_cell("前のページ", own + std::to_string(number - 1)), {""}});
  }
  if (page.count > page.offset + grants_of_a_page) {
    rows.push_back({desk::link_cell("次のページ", own + std::to_string(number + 1)), {""}});
  }
  for (const auto& [words, year] : {std::pair{"前の年度", page.year.ends_in - 1},
                                    std::pair{"次の年度", page.year.ends_in + 1}}) {
    rows.push_back({desk::link_cell(words, address_of({year})), {year_words({year})}});
  }
  return desk::table("ほかの一覧", {{"一覧"}, {"件数・期間"}}, rows);
}

void add_forms(desk::SectionPage& shown, const GrantPage& page, const Form& form) {
  const auto year = std::to_string(page.year.ends_in);
  shown.section("対象を調べる",
                "この年度の診療のレセプトを、1人1か月ごとに合計し、基準額を超えるものを候補にします。"
                "申請した後に額が変わったものも見つけます。")
      .form("/high-cost-grant-scans", "対象を調べる",
            desk::FormFields().hidden("year", year))
      .section("申請データを作る",
               "候補のすべてを1つのファイルにして暗号化し、2人目の決裁に出します。提出の様式は"
               "公表されていません。当組合の様式で作ります（docs/formats/grant_application.md）。")
      .form("/high-cost-grant-applications", "作って決裁に出す",
            desk::FormFields().hidden("year", year).input(form, erase_by_field))
      .section("基準額を登録する",
               "健保連の基準額と交付率は公表されていません。年度ごとの通知を見て登録します。"
               "登録のない年度は、申請データを作れません。")
      .form("/high-cost-grant-standards", "登録する",
            desk::FormFields()
                .hidden("year", year)
                .input(form, general_field)
                .input(form, special_field)
                .input(form, rate_field)
                .input(form, source_field));
}

Result<Response> list_page(GrantScreens screens, const Visit& visit, const Acting& acting,
                           GrantYear year, const Form& form) {
  const auto number = visit.page_number();
  const auto state = state_asked(visit);
  const auto page = KENPO_TRY(
      list_grants(screens.ledger, acting, year, state, (number - 1) * grants_of_a_page));
  desk::SectionPage shown(visit);
  shown.faults(form);
  if (!page.standard.confirmed) {
    shown.notification(desk::NotificationKind::warning, "基準額が未確認です。",
                       "この年度の額の登録がないので、前に知られた額で候補を探しています。");
  }
  shown.section("年度").facts(facts_of(page));
  if (!page.findings.empty()) {
    shown.section("確かめること").table(findings_table(page));
  }
  shown.section("対象").table(cases_table(page));
  shown.section("一覧の切替え").table(ways_table(page, number));
  add_forms(shown, page, form);
  return shown.finish({.title = "高額医療交付金",
                       .section = "/high-cost-grants",
                       .submit_label = "対象を調べる",
                       .status = form.ok() ? 200 : 422});
}

/// The year that a form was sent for.
GrantYear year_sent(const Form& form) {
  int year = 0;
  const auto text = form.sent("year");
  std::from_chars(text.data(), text.data() + text.size(), year);
  return {year};
}

bool is_year(GrantYear year) { return year.ends_in >= 2016 && year.ends_in <= 2100; }

Result<Response> scan(GrantScreens screens, const Visit& visit, const Acting& acting) {
  const auto year = year_sent(visit.form());
  if (!is_year(year)) return Visit::no_such_page();
  const auto done = KENPO_TRY(scan_grants(screens.ledger, acting, year));
  return visit.redirect_with(address_of(year),
                             "レセプト" + desk::grouped(done.claims) + "件を調べました。新しい候補 " +
                                 desk::grouped(done.added) + "件、変わったもの " +
                                 desk::grouped(done.changed) + "件、外れたもの " +
                                 desk::grouped(done.dropped) + "件。");
}

Result<Response> enter(GrantScreens screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto year = year_sent(form);
  if (!is_year(year)) return Visit::no_such_page();
  const auto general = form.yen(general_field, 1, grant_yen_limit);
  const auto special = form.yen(special_field, 1, grant_yen_limit);
  const auto rate = form.read<base::Rate>(
      rate_field, parse_percent,
      {"0より大きく100以下の率を、小数2桁までで入れてください。",
       "A rate above 0, at most 100, with at most two decimals."});
  const auto source = form.text(source_field);
  if (!form.ok()) return list_page(screens, visit, acting, year, form);
  const GrantStandard standard{.year = year,
                               .general = *general,
                               .special = *special,
                               .rate = rate,
                               .source = *source};
  const auto done = enter_standard(screens.ledger, acting, standard);
  if (!done.ok()) {
    form.note(done.faults());
    return list_page(screens, visit, acting, year, form);
  }
  return visit.redirect_with(address_of(year),
                             "基準額を登録しました。「対象を調べる」で候補を調べ直してください。");
}

Result<Response> apply(GrantScreens screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto year = year_sent(form);
  if (!is_year(year)) return Visit::no_such_page();
  const auto delete_by = form.date(erase_by_field);
  if (!form.ok()) return list_page(screens, visit, acting, year, form);
  const auto made =
      make_application(screens.office, screens.provisions, acting, year, *delete_by);
  if (!made.ok()) {
    form.note(made.faults());
    return list_page(screens, visit, acting, year, form);
  }
  KENPO_TRY(safeguard::propose_release(screens.office, screens.approvals, acting, made->made.id));
  return safeguard::export_made_page(
      visit, made->made,
      {{"年度", year_words(year)},
       {"対象", desk::grouped(static_cast<std::int64_t>(made->cases)) + "件"},
       {"レセプト", desk::grouped(static_cast<std::int64_t>(made->receipts)) + "枚"}},
      {.title = "高額医療交付金の申請データ",
       .section = "/high-cost-grants",
       .crumbs = {{"高額医療交付金", address_of(year)}}});
}

}  // namespace

void add_grant_routes(desk::Router& router, const GrantScreens& screens) {
  router.menu<grant_list>(desk::MenuGroup::claims, "/high-cost-grants", "交付金");
  router.get_act<grant_list>("/high-cost-grants",
                             [screens](const Visit& visit, const Acting& acting) {
                               return list_page(screens, visit, acting, year_asked(visit), Form());
                             });
  router.post_act<grant_scan>("/high-cost-grant-scans",
                              [screens](const Visit& visit, const Acting& acting) {
                                return scan(screens, visit, acting);
                              });
  router.post_act<grant_standard_enter>("/high-cost-grant-standards",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return enter(screens, visit, acting);
                                        });
  router.post_act<grant_provide>("/high-cost-grant-applications",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return apply(screens, visit, acting);
                                 });
  add_grant_case_routes(router, screens);
}

}  // namespace kenpo::federation
