// Taking a request in and following it to its end: notice section 3, 個人情報保護法32条〜39条.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "request/clock_rule.h"
#include "request/request.h"
#include "request/request_office.h"
#include "request/step_rule.h"

namespace kenpo::request {

inline constexpr notice::Operation request_list_operation{
    .name = "request.list",
    .japanese = "本人の請求の一覧",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation request_show_operation{
    .name = "request.show",
    .japanese = "本人の請求の表示",
    .statute = notice::Statute::request_of_person};
/// The address of the answer, which the page hides until somebody asks: an act of its own with a
/// leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation request_reveal_operation{
    .name = "request.reveal",
    .japanese = "請求者の住所の表示",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation request_receive_operation{
    .name = "request.receive",
    .japanese = "本人の請求の受付",
    .verb = notice::Verb::write,
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation request_step_operation{
    .name = "request.step",
    .japanese = "本人の請求の手続",
    .verb = notice::Verb::write,
    .statute = notice::Statute::request_of_person};
/// 決定: for those who answer; the one who approves is never the one who proposed.
inline constexpr notice::Operation request_decide_operation{
    .name = "request.decide",
    .japanese = "本人の請求の決定",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};

/// Whose data a request or a complaint is about: nothing of the ledger is shown.
inline constexpr notice::Operation person_find_operation{
    .name = "request.person_find",
    .japanese = "請求・苦情の本人の確認",
    .statute = notice::Statute::request_of_person};
/// How the desk names a member.
struct MemberWords {
  std::string name_kana;
  base::Date born;
  std::string number = {};  // 記号-番号, their own or of whose dependent they are; may be empty
};
/// The person of these words; those who were decided to be one are one. Refused: nobody, and
/// several where no number tells them apart.
base::Result<base::PersonId> find_person(RequestOffice& office, const notice::Acting& acting,
                                         const MemberWords& words);

/// What the desk enters when a request arrives.
struct Intake {
  Kind kind = Kind::disclosure;
  base::Date arrived = {};
  Channel channel = Channel::counter;
  Asker asker = Asker::person;
  Claims claims = Claims::no;
  std::optional<base::PersonId> person = {};  // when the desk knows whose data it is
  std::string name = {};
  std::string name_kana = {};
  std::optional<base::Date> born = {};
  std::string asker_name = {};
  std::string postal_code = {};
  std::string address = {};
  std::string wanted = {};
  std::string reason = {};
};

struct Received {
  base::CaseId id;
  /// The open case of the same person and kind that answers this one, too.
  std::optional<base::CaseId> answered_by = {};
};

/// Registers the request. Whose data it is, is found by kana and birth date; nobody found is a
/// request for data that are not held, and is answered as that. A second request of the same kind
/// while the first is open is recorded and joined to it. Refused: a day of arrival after today, a
/// stop without its ground (35条), several people of the same kana and birth date of whom none was
/// chosen, a chosen person of another name or birth date.
base::Result<Received> receive_request(RequestOffice& office, const notice::Acting& acting,
                                       const Intake& intake);

/// A case with its clocks and what may come next.
struct ShownCase {
  CaseFile file;
  Standing standing;
  std::optional<Clocks> clocks = {};  // none outside the business calendar
  Lateness lateness = {};
  Capacity capacity = Capacity::full;
  std::vector<Event> next = {};
};

base::Result<std::vector<ShownCase>> list_requests(RequestOffice& office,
                                                   const notice::Acting& acting);
base::Result<ShownCase> show_request(RequestOffice& office, const notice::Acting& acting,
                                     const base::CaseId& id);
/// The same for whoever asked for the address.
base::Result<ShownCase> reveal_request(RequestOffice& office, const notice::Acting& acting,
                                       const base::CaseId& id);

struct StepInput {
  Event event = Event::accept_form;
  std::optional<base::Date> due = {};
  Proof proof = Proof::none;
  Outcome outcome = Outcome::none;
  Ground ground = Ground::none;
  std::string words = {};
};

/// Takes a step that the desk may take: form, identity, scope, opinion, extension, notice, closing.
/// Refused: what the table of steps refuses; an individual number in the words (番号法20条).
base::Result<> take_step(RequestOffice& office, const notice::Acting& acting,
                         const base::CaseId& id, const StepInput& input);

/// Proposes, approves or sends back a decision. Refused: who handled the data complained of
/// (corrections and stops), and who proposed it, when it is to be approved; an erasure in full
/// while a law, a period or a hold keeps a record.
base::Result<> decide(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                      const StepInput& input);

}  // namespace kenpo::request
