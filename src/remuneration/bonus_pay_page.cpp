#include "remuneration/bonus_pay_page.h"

#include <charconv>

#include "base/width.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "remuneration/bonus_pay_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::EstablishmentNames;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

constexpr int months_a_calendar_year = 12;
constexpr std::size_t symbol_limit = 8;
constexpr std::size_t months_text_limit = 60;

constexpr Field symbol_of_pay_field{
    .name = "symbol", .label = "事業所の記号", .length_limit = symbol_limit};
constexpr Field pay_months_field{.name = "months",
                                 .label = "報酬とする賞与の支払月",
                                 .need = Field::Need::optional,
                                 .support =
                                     "年4回以上支払う月を空白で区切ります。例：2 5 8 11。"
                                     "報酬とする賞与がないときは空のままにします。",
                                 .length_limit = months_text_limit};
constexpr Field pay_reason_field{.name = "reason",
                                 .label = "根拠",
                                 .support = "給与規程など、7月1日に効力のある定めを書きます。",
                                 .length_limit = bonus_pay_reason_limit_characters};

std::string bonus_pay_address(int year) { return "/bonus-pay/" + std::to_string(year); }

std::optional<int> bonus_pay_year_of(const Visit& visit) {
  constexpr int first = 2015;
  constexpr int last = 2100;
  const auto text = visit.path_value("year");
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return first <= year && year <= last ? std::optional(year) : std::nullopt;
}

std::string months_words(std::uint16_t months) {
  std::string words;
  for (int month = 1; month <= months_a_calendar_year; ++month) {
    if ((months >> (month - 1) & 1U) == 0) continue;
    words += (words.empty() ? "" : "、") + std::to_string(month) + "月";
  }
  return words.empty() ? "なし(すべて賞与)" : words;
}

/// Numbers 1 to 12 between blanks as bits; nullopt for anything else.
std::optional<std::uint16_t> months_in(const std::string& text) {
  unsigned months = 0;
  int number = 0;
  bool open = false;
  for (const char byte : base::narrow(text) + " ") {
    if ('0' <= byte && byte <= '9') {
      number = number * 10 + (byte - '0');
      open = true;
      if (number > months_a_calendar_year) return std::nullopt;
      continue;
    }
    if (byte != ' ') return std::nullopt;
    if (open && number == 0) return std::nullopt;
    if (open) months |= 1U << static_cast<unsigned>(number - 1);
    number = 0;
    open = false;
  }
  return static_cast<std::uint16_t>(months);
}

Result<Response> bonus_pay_page(Ledger ledger, const Visit& visit, const notice::Acting& acting,
                                std::optional<int> year, const Form& form) {
  if (!year) return Visit::no_such_page();
  const auto lines = KENPO_TRY(show_bonus_pay(ledger, acting, *year));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : lines) {
    rows.push_back({{names.name(line.establishment)},
                    {line.days == 0 ? "" : desk::grouped(line.days)},
                    line.decision ? Cell{months_words(line.decision->months)}
                                  : desk::chip_cell(desk::ChipKind::waiting, "決定が必要"),
                    {line.decision ? line.decision->reason : ""}});
  }
  const bool may =
      ledger.gate.ruling(bonus_pay_decide, visit.staff()).refusal == notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("year", std::to_string(*year))
      .section("lines",
               desk::table("事業所",
                           {{"事業所"},
                            {"前年7月からの支払日の数", Holds::numbers},
                            {"報酬とする支払月"},
                            {"根拠"}},
                           rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "事業所"))
      .when("may_decide", may)
      .text("form_token", visit.form_token())
      .text("decide_address", bonus_pay_address(*year))
      .section("symbol", form.input(symbol_of_pay_field))
      .section("months", form.input(pay_months_field))
      .section("reason", form.input(pay_reason_field));
  desk::PageHead head;
  head.title = "賞与に係る報酬(" + std::to_string(*year) + "年7月から)";
  head.section = "/regular-determinations";
  head.crumbs = {{"標準報酬", "/regular-determinations"}};
  head.previous_address = bonus_pay_address(*year - 1);
  head.next_address = bonus_pay_address(*year + 1);
  head.started = {&bonus_pay_decide};
  if (may) head.submit_label = "決定する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "bonus_pay_page", std::move(data));
}

Result<Response> decide_for(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto year = bonus_pay_year_of(visit);
  if (!year) return Visit::no_such_page();
  auto form = visit.form();
  const auto symbol = form.text(symbol_of_pay_field);
  const auto months = months_in(form.text(pay_months_field).value_or(std::string()));
  const auto reason = form.text(pay_reason_field);
  if (!months) {
    form.note(pay_months_field, {"1から12の数を空白で区切って入力してください",
                                 "Enter numbers from 1 to 12 with blanks between"});
  }
  if (form.ok() && symbol && reason) {
    const auto done = decide_bonus_pay(
        ledger, acting, {.symbol = *symbol, .year = *year, .months = *months, .reason = *reason});
    if (done.ok()) {
      return visit.redirect_with(bonus_pay_address(*year),
                                 "決定しました。" + desk::grouped(done->again) +
                                     "件の届出を、次の標準報酬の決定で決め直します。");
    }
    form.note(done.faults());
  }
  return bonus_pay_page(ledger, visit, acting, year, form);
}

}  // namespace

void add_bonus_pay_routes(desk::Router& router, const Ledger& ledger) {
  using notice::Acting;
  router.get_act<bonus_pay_show>("/bonus-pay", [ledger](const Visit& visit, const Acting& acting) {
    return bonus_pay_page(ledger, visit, acting, bonus_pay_year(visit.now().day()), Form());
  });
  router.get_act<bonus_pay_show>(
      "/bonus-pay/{year}", [ledger](const Visit& visit, const Acting& acting) {
        return bonus_pay_page(ledger, visit, acting, bonus_pay_year_of(visit), Form());
      });
  router.post_act<bonus_pay_decide>("/bonus-pay/{year}",
                                    [ledger](const Visit& visit, const Acting& acting) {
                                      return decide_for(ledger, visit, acting);
                                    });
}

}  // namespace kenpo::remuneration
