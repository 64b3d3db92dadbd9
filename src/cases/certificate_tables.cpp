#include <array>

#include "cases/rule_table.h"
#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "law/book.h"

namespace kenpo::cases {

namespace {

using base::Result;

constexpr std::array<std::string_view, 2> persons = {"insured", "dependent"};
constexpr int percent_millionths = 10'000;

certificate::ElderlyInput elderly_input(Inputs& in, base::Month month) {
  certificate::ElderlyInput input;
  input.month = month;
  input.person = static_cast<certificate::Person>(in.word("person", persons).value_or(0));
  input.person_born = in.date("person_born").value_or(base::Date());
  input.insured_born = in.date("insured_born").value_or(input.person_born);
  if (input.person == certificate::Person::dependent && !in.given("insured_born")) {
    in.refuse("insured_born", "must be given for a dependent");
  }
  input.standard = in.need_yen("standard");
  const auto income = in.yen("income_70_plus");
  const int members = in.count("members_70_plus").value_or(1);
  if (in.yes("applied")) {
    if (!income) in.refuse("income_70_plus", "must be given with an application");
    input.relief = {income.value_or(base::Yen()), members};
  }
  return input;
}

/// The share needs the ages and the standard; the year of the income needs the month alone.
Result<Outputs> run_elderly_share(Inputs& in) {
  const auto month = in.need_month("month");
  const bool asks_share = in.given("person_born") || in.given("standard");
  if (asks_share && !in.given("person_born")) in.refuse("person_born", "must be given");
  const auto input = asks_share ? elderly_input(in, month) : certificate::ElderlyInput();
  if (!in.errors().empty()) return Outputs{};
  const auto year = KENPO_TRY(certificate::income_year(month));
  Outputs out{{"=income_year", std::to_string(year.value)}};
  if (!asks_share) return out;
  const auto share = KENPO_TRY(certificate::elderly_share(input));
  if (share.value) out["=share"] = std::to_string(share.value->millionths / percent_millionths);
  return out;
}

Result<Outputs> run_elderly_from(Inputs& in) {
  const auto on = law::Book::carried().newest_from("certificate.elderly.first_age");
  const auto from = KENPO_TRY(certificate::elderly_from(in.need_date("born"), on));
  return Outputs{{"=from", from.value.iso()}};
}

Result<Outputs> run_limit_class(Inputs& in) {
  const auto on = in.need_date("on");
  const auto standard = in.need_yen("standard");
  const auto tax =
      in.yes("untaxed") ? certificate::MunicipalTax::untaxed : certificate::MunicipalTax::taxed;
  const auto found = KENPO_TRY(certificate::limit_class(on, standard, tax));
  return Outputs{{"=class", std::string(certificate::label(found.value))}};
}

}  // namespace

std::vector<RuleTable> certificate_tables() {
  return {
      {"certificate.elderly_share",
       "健康保険法74条1項・110条2項; 施行令34条; 施行規則55条",
       {"month", "insured_born", "person_born", "person", "standard", "income_70_plus",
        "members_70_plus", "applied"},
       {"=share", "=income_year"},
       run_elderly_share},
      {"certificate.elderly_from", "健康保険法74条1項2号", {"born"}, {"=from"}, run_elderly_from},
      {"certificate.limit_class",
       "健康保険法施行令42条1項",
       {"on", "standard", "untaxed"},
       {"=class"},
       run_limit_class},
  };
}

}  // namespace kenpo::cases
