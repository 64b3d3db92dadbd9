#include <array>

#include "cases/rule_table.h"
#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "certificate/relief_rule.h"
#include "certificate/upkeep_rule.h"
#include "certificate/validity_rule.h"
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

constexpr std::array<std::string_view, 5> paper_words = {"confirmation", "elderly", "limit",
                                                         "reduction", "disease"};
constexpr std::array papers = {certificate::Kind::confirmation, certificate::Kind::elderly,
                               certificate::Kind::limit, certificate::Kind::reduction,
                               certificate::Kind::disease};
constexpr std::array<std::string_view, 5> card_words = {"not_registered", "cannot_use", "card_lost",
                                                        "card_renewing", "electronic_expired"};
constexpr std::array<std::string_view, 3> disease_words = {"dialysis", "haemophilia", "hiv"};

Result<Outputs> run_validity(Inputs& in) {
  certificate::ValidityInput input{.kind = papers[in.need_word("kind", paper_words)],
                                   .from = in.need_date("from"),
                                   .born = in.need_date("born"),
                                   .leaves = in.date("leaves")};
  const auto first = static_cast<std::size_t>(certificate::CardUse::not_registered);
  input.card_use =
      static_cast<certificate::CardUse>(in.word("card_use", card_words).value_or(0) + first);
  if (!in.errors().empty()) return Outputs{};
  const auto span = KENPO_TRY(certificate::validity(input));
  return Outputs{{"=from", span.value.from.iso()}, {"=until", span.value.to.iso()}};
}

Result<Outputs> run_disease_amount(Inputs& in) {
  const auto disease =
      static_cast<certificate::Disease>(in.need_word("disease", disease_words) + 1);
  const auto standard = in.need_yen("standard");
  const auto born = in.need_date("born");
  const auto amount =
      KENPO_TRY(certificate::disease_amount(disease, standard, born, in.need_date("on")));
  return Outputs{{"=amount", shown(amount.value)}};
}

Result<Outputs> run_relief_span(Inputs& in) {
  const auto applied_on = in.need_date("applied_on");
  const auto span = KENPO_TRY(certificate::relief_span(applied_on, in.need_count("income_year")));
  return Outputs{{"=from", span.value.from.iso()}, {"=until", span.value.to.iso()}};
}

Result<Outputs> run_may_gain(Inputs& in) {
  const certificate::ReliefOutlook outlook{.month = in.need_month("month"),
                                           .months_known = in.need_count("months_known"),
                                           .remuneration = in.need_yen("remuneration"),
                                           .members = in.need_count("members")};
  const auto gain = KENPO_TRY(certificate::may_gain(outlook));
  return Outputs{{"=gain", shown(gain.value)}};
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
      {"certificate.validity",
       "健康保険法施行規則47条・52条・99条・103条の2・105条",
       {"kind", "from", "born", "card_use", "leaves"},
       {"=from", "=until"},
       run_validity},
      {"certificate.disease_amount",
       "健康保険法施行令42条9項",
       {"disease", "standard", "born", "on"},
       {"=amount"},
       run_disease_amount},
      {"certificate.relief_span",
       "健康保険法施行規則55条・56条",
       {"applied_on", "income_year"},
       {"=from", "=until"},
       run_relief_span},
      {"certificate.may_gain",
       "健康保険法施行令34条2項",
       {"month", "months_known", "remuneration", "members"},
       {"=gain"},
       run_may_gain},
  };
}

}  // namespace kenpo::cases
