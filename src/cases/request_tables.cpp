// The rules of people's requests as tables: the days, the steps, the answers, the periods.
#include <array>

#include "cases/rule_table.h"
#include "request/clock_rule.h"
#include "request/retention_rule.h"
#include "request/step_rule.h"

namespace kenpo::cases {

namespace {

using base::Result;
using request::Event;
using request::Standing;

constexpr std::array<std::string_view, request::kinds_count> kinds = {
    "purpose_notice", "disclosure", "correct", "add", "remove",
    "suspend",        "erase",      "stop_provision", "provision_records"};
constexpr std::array<std::string_view, request::states_count> states = {
    "ARRIVED", "RETURNED", "FORM_OK",  "ID_ASKED", "ID_OK",  "SCOPED",   "COLLECTED",
    "REVIEW",  "DECIDED",  "NOTIFIED", "EXECUTED", "CLOSED", "WITHDRAWN"};
constexpr std::array<std::string_view, request::events_count> events = {
    "arrive",        "accept_form",     "return_form", "mend_form", "show_identity",
    "ask_identity",  "refuse_unproven", "scope",       "collect",   "ask_opinion",
    "answer_opinion", "extend",         "propose",     "send_back", "approve",
    "notify",        "execute",         "close",       "withdraw"};
constexpr std::array<std::string_view, request::askers_count> askers = {
    "person", "statutory_agent", "entrusted_agent", "bereaved", "stranger"};
constexpr std::array<std::string_view, 3> opinions = {"not_asked", "asked", "answered"};
constexpr std::array<std::string_view, request::outcomes_count> outcomes = {
    "none", "full", "part", "none_exists", "refuse", "other_measure"};
constexpr std::array<std::string_view, request::grounds_count> grounds = {
    "none",         "purpose_published", "purpose_harm",     "harm_to_person",
    "hinders_business", "other_law",     "content_is_fact",  "opinion_not_fact",
    "other_procedure",  "no_breach",     "too_costly",       "legal_retention",
    "record_exception", "not_proven",    "not_entitled",     "not_living"};
constexpr std::array<std::string_view, request::record_classes_count> record_classes = {
    "medical_claim", "health_checkup", "health_guidance", "benefit", "eligibility",
    "premium",       "request",        "provision",       "audit_log", "other"};
constexpr std::array<std::string_view, 3> capacities = {"full", "minor", "aware_under_16"};

template <typename Enum>
Enum need(Inputs& in, std::string_view column, std::span<const std::string_view> words) {
  return static_cast<Enum>(in.need_word(column, words));
}
template <typename Enum>
Enum word(Inputs& in, std::string_view column, std::span<const std::string_view> words) {
  return static_cast<Enum>(in.word(column, words).value_or(0));
}
request::Claims claims_of(Inputs& in) {
  return in.yes("claims") ? request::Claims::yes : request::Claims::no;
}

Result<Outputs> run_clocks(Inputs& in) {
  const auto kind = need<request::Kind>(in, "kind", kinds);
  const auto claims = claims_of(in);
  const auto arrived = in.need_date("arrived");
  const auto extended_to = in.date("extended_to");
  const auto found = request::clocks_of(kind, claims, arrived, extended_to);
  const auto clocks = KENPO_TRY(found).value;
  return Outputs{{"=first_answer", clocks.first_answer.iso()},
                 {"=decide", clocks.decide.iso()},
                 {"=suable_from", clocks.suable_from.iso()}};
}

Result<Outputs> run_lateness(Inputs& in) {
  const auto kind = need<request::Kind>(in, "kind", kinds);
  const auto claims = claims_of(in);
  const auto arrived = in.need_date("arrived");
  const auto today = in.need_date("today");
  const bool answered = in.yes("answered");
  const bool decided = in.yes("decided");
  const bool refused = in.yes("refused");
  const auto clocks = KENPO_TRY(request::clocks_of(kind, claims, arrived)).value;
  const auto late = request::lateness(clocks, today, answered, decided, refused);
  return Outputs{{"=suable", shown(late.suable)},
                 {"=overdue", shown(late.overdue)},
                 {"=silent", shown(late.silent)}};
}

Result<Outputs> run_extension(Inputs& in) {
  const auto kind = need<request::Kind>(in, "kind", kinds);
  const auto claims = claims_of(in);
  const auto arrived = in.need_date("arrived");
  const auto today = in.need_date("today");
  const auto extended_to = in.need_date("extended_to");
  KENPO_TRY(request::check_extension(kind, claims, arrived, today, extended_to));
  return Outputs{{"=decide", extended_to.iso()}};
}

Standing standing_of(Inputs& in) {
  return {.kind = need<request::Kind>(in, "kind", kinds),
          .asker = word<request::Asker>(in, "asker", askers),
          .held = in.answer("held").value_or(true) ? request::Held::yes : request::Held::no,
          .claims = claims_of(in),
          .state = word<request::State>(in, "state", states),
          .opinion = word<request::Opinion>(in, "opinion", opinions),
          .outcome = word<request::Outcome>(in, "outcome", outcomes),
          .ground = word<request::Ground>(in, "ground", grounds)};
}

Result<Outputs> run_step(Inputs& in) {
  const auto standing = standing_of(in);
  const auto event = need<Event>(in, "event", events);
  const auto after = KENPO_TRY(request::after(standing, event));
  return Outputs{{"=state", std::string(states.at(static_cast<std::size_t>(after)))}};
}

Result<Outputs> run_answer(Inputs& in) {
  const auto standing = standing_of(in);
  const bool has_words = in.yes("reason");
  KENPO_TRY(request::check_answer(standing, standing.outcome, standing.ground, has_words));
  return Outputs{{"=allowed", "yes"}};
}

Result<Outputs> run_capacity(Inputs& in) {
  const auto born = in.need_date("born");
  const auto capacity = KENPO_TRY(request::capacity(born, in.need_date("on")));
  return Outputs{
      {"=capacity", std::string(capacities.at(static_cast<std::size_t>(capacity)))}};
}

Result<Outputs> run_retention(Inputs& in) {
  const request::KeptRecord record{
      .record_class = need<request::RecordClass>(in, "class", record_classes),
      .made = in.need_date("made"),
      .member_until = in.date("member_until"),
      .joined_other = in.date("joined_other")};
  const auto found = request::erasable_from(record);
  return Outputs{{"=erasable_from", shown(KENPO_TRY(found).value)}};
}

}  // namespace

std::vector<RuleTable> request_tables() {
  return {{"request.clocks",
           "個人情報保護法39条1項",
           {"kind", "claims", "arrived", "extended_to"},
           {"=first_answer", "=decide", "=suable_from"},
           run_clocks},
          {"request.lateness",
           "個人情報保護法39条1項",
           {"kind", "claims", "arrived", "today", "answered", "decided", "refused"},
           {"=suable", "=overdue", "=silent"},
           run_lateness},
          {"request.extension",
           "個人情報保護法33条(遅滞なく)・組合の要領",
           {"kind", "claims", "arrived", "today", "extended_to"},
           {"=decide"},
           run_extension},
          {"request.step",
           "個人情報保護法32条から37条まで",
           {"kind", "asker", "held", "claims", "state", "opinion", "outcome", "ground", "event"},
           {"=state"},
           run_step},
          {"request.answer",
           "個人情報保護法36条",
           {"kind", "asker", "held", "claims", "state", "opinion", "outcome", "ground", "reason"},
           {"=allowed"},
           run_answer},
          {"request.capacity", "民法4条、個人情報保護法施行令13条", {"born", "on"}, {"=capacity"},
           run_capacity},
          {"request.retention",
           "個人情報保護法22条・文書保存規程",
           {"class", "made", "member_until", "joined_other"},
           {"=erasable_from"},
           run_retention}};
}

}  // namespace kenpo::cases
