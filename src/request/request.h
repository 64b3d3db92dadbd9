// A request of a person about their own data: notice section 3 (R-1 … R-4),
// 個人情報保護法32条〜35条.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::request {

enum class Kind : std::uint8_t {
  purpose_notice,     // 利用目的の通知 32条2項
  disclosure,         // 開示 33条1項
  correct,            // 訂正 34条1項
  add,                // 追加 34条1項
  remove,             // 削除 34条1項
  suspend,            // 利用停止 35条1項・5項
  erase,              // 消去 35条1項・5項
  stop_provision,     // 第三者提供の停止 35条3項・5項
  provision_records,  // 第三者提供記録の開示 33条5項
};
inline constexpr std::size_t kinds_count = 9;
constexpr bool is_correction(Kind kind) { return kind >= Kind::correct && kind <= Kind::remove; }
constexpr bool is_stop(Kind kind) { return kind >= Kind::suspend && kind <= Kind::stop_provision; }

/// privacy.md 1.6. SUABLE and OVERDUE are no states of their own: the clock tells them.
enum class State : std::uint8_t {
  arrived,
  returned,
  form_ok,
  identity_asked,
  identity_ok,
  scoped,
  collected,
  review,
  decided,
  notified,
  executed,
  closed,
  withdrawn,
};
inline constexpr std::size_t states_count = 13;

enum class Event : std::uint8_t {
  arrive,
  accept_form,
  return_form,
  mend_form,
  show_identity,
  ask_identity,
  refuse_unproven,  // the form or the proof was not handed in: refused, with how to object
  scope,
  collect,
  ask_opinion,
  answer_opinion,
  extend,
  propose,
  send_back,
  approve,
  notify,
  execute,
  close,
  withdraw,
};
inline constexpr std::size_t events_count = 19;

enum class Asker : std::uint8_t { person, statutory_agent, entrusted_agent, bereaved, stranger };
inline constexpr std::size_t askers_count = 5;

/// What proved who asks. Kinds only: no copy is kept, and no individual number is taken down.
enum class Proof : std::uint8_t {
  none,
  photo_document,
  two_documents,
  mailed_copies,
  agent_papers
};
inline constexpr std::size_t proofs_count = 5;

enum class Channel : std::uint8_t { counter, mail, web };
inline constexpr std::size_t channels_count = 3;

/// Whether data of the person are in the ledgers.
enum class Held : std::uint8_t { no, yes };
/// Whether レセプト are among what is asked for.
enum class Claims : std::uint8_t { no, yes };

enum class Outcome : std::uint8_t { none, full, part, none_exists, refuse, other_measure };
inline constexpr std::size_t outcomes_count = 6;

/// Why a request is answered other than asked. Each has its article and its kinds.
enum class Ground : std::uint8_t {
  none,
  purpose_published,  // 32条2項1号
  purpose_harm,       // 32条2項2号
  harm_to_person,     // 33条2項1号
  hinders_business,   // 33条2項2号
  other_law,          // 33条2項3号
  content_is_fact,    // 34条2項
  opinion_not_fact,   // 34条1項
  other_procedure,    // 34条1項
  no_breach,          // 35条2項・4項・6項
  too_costly,         // 35条2項ただし書
  legal_retention,    // 35条5項
  record_exception,   // 33条5項
  not_proven,         // 37条1項
  not_entitled,       // 37条3項
  not_living,         // 2条1項
};
inline constexpr std::size_t grounds_count = 16;

/// One request as it arrived. Never changed afterwards: what follows are steps.
struct Case {
  base::CaseId id = base::CaseId::draw();
  base::PersonId person = base::PersonId::draw();  // whose data; drawn anew when none is found
  Kind kind = Kind::disclosure;
  base::Date arrived = {};
  Channel channel = Channel::counter;
  Asker asker = Asker::person;
  Held held = Held::no;
  Claims claims = Claims::no;
  std::string name = {};  // of the person
  std::string name_kana = {};
  std::optional<base::Date> born = {};
  std::string asker_name = {};   // of who asks, when another
  std::string postal_code = {};  // of who asks
  std::string address = {};
  std::string wanted = {};  // what is asked for, in their words
  std::string reason = {};  // the ground they give (35条)
};

/// One step of a case: who did what, and how the case stands after it.
struct Step {
  base::CaseId id;
  base::PersonId person;
  Event event = Event::arrive;
  State state = State::arrived;
  base::Moment at = {};
  base::StaffId by;
  std::optional<base::Date> due = {};  // by when an answer was asked for
  Proof proof = Proof::none;
  Outcome outcome = Outcome::none;
  Ground ground = Ground::none;
  std::string words = {};  // reason, answer, opinion
};

struct CaseFile {
  Case request;
  std::vector<Step> steps;  // the oldest first; never empty
};

/// A refusal may be sued against at once (39条1項ただし書).
constexpr bool is_refusal(Outcome outcome) {
  return outcome == Outcome::refuse || outcome == Outcome::none_exists ||
         outcome == Outcome::part || outcome == Outcome::other_measure;
}
/// Whether the decision has something to carry out.
constexpr bool is_carried_out(Outcome outcome) {
  return outcome == Outcome::full || outcome == Outcome::part || outcome == Outcome::other_measure;
}

/// `correction.correct`: the identifier of the notice, section 3.
std::string_view identifier(Kind kind);
std::string_view wording(Kind kind);
/// 「個人情報保護法33条1項」
std::string_view article(Kind kind);
std::string_view wording(State state);
/// `ARRIVED`
std::string_view identifier(State state);
std::string_view wording(Event event);
std::string_view wording(Asker asker);
std::string_view wording(Proof proof);
std::string_view wording(Channel channel);
std::string_view wording(Outcome outcome);
std::string_view wording(Ground ground);
std::string_view article(Ground ground);
/// Whether a request of this kind can be answered on this ground.
bool fits(Ground ground, Kind kind);

/// The enumeration's value of a number in a form; nullopt when there is none.
template <typename Enum>
std::optional<Enum> enum_of(std::string_view digits, std::size_t count) {
  std::size_t number = 0;
  if (digits.empty() || digits.size() > 3) return std::nullopt;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  if (number >= count) return std::nullopt;
  return static_cast<Enum>(number);
}

}  // namespace kenpo::request
