#include "request/request_act.h"

#include <algorithm>
#include <set>

#include "eligibility/person_merge_store.h"
#include "request/case_act.h"
#include "request/correction_store.h"
#include "request/erasure_act.h"
#include "request/fault.h"
#include "request/kept_act.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

constexpr std::size_t words_limit_bytes = 8'000;  // two pages of a letter

Result<> check_words(const std::string& words) {
  if (holds_individual_number(words)) {
    return refusal({"個人番号は書かないでください。", "Do not write an individual number here."},
                   {"本人確認の記録に個人番号を残しません(番号法20条)。",
                    "No individual number is kept in the record of a request (番号法 art. 20)."},
                   {"番号を消して、もう一度登録してください。", "Take it out and enter it again."});
  }
  if (words.size() > words_limit_bytes) {
    return refusal({"文が長すぎます。", "The text is too long."}, {},
                   {"短くしてください。", "Shorten it."});
  }
  return base::Done{};
}

Result<> check_intake(const Intake& intake, base::Date today) {
  if (intake.arrived > today) {
    return refusal({"到達した日が今日より後です。", "The day of arrival is after today."},
                   {"2週間は到達した日から数えます(個人情報保護法39条1項)。",
                    "The two weeks are counted from arrival (art. 39(1))."},
                   {"請求が届いた日を入れてください。", "Enter the day on which it arrived."});
  }
  if (is_stop(intake.kind) && intake.reason.empty()) {
    return refusal(
        {"請求の理由がありません。", "The request gives no ground."},
        {"利用停止等の請求には理由がいります(個人情報保護法35条1項・3項・5項)。",
         "A stop needs its ground (art. 35(1), (3), (5))."},
        {"理由を聞いて入れるか、補正を求めてください。", "Ask for it, or return the form."});
  }
  for (const auto* words : {&intake.wanted, &intake.reason, &intake.name, &intake.address}) {
    KENPO_TRY(check_words(*words));
  }
  return base::Done{};
}

/// Whose data the request is about.
Result<> find_subject(const store::View& view, const store::LookUp& look_up, const Intake& intake,
                      base::Moment now, Case& request) {
  const bool named = intake.born && !intake.name_kana.empty();
  if (intake.person && !named) {
    request.person = *intake.person;
    request.held = Held::yes;
    return base::Done{};
  }
  if (!named) return base::Done{};
  auto people = KENPO_TRY(kept_people(view, look_up, intake.name_kana, *intake.born, now));
  if (intake.person) {
    const auto chosen = KENPO_TRY(eligibility::kept_person(view, *intake.person, now));
    if (!people.contains(chosen)) return no_candidate();
    people = {*intake.person};
  }
  if (people.size() > 1) {
    return refusal({"同じカナ氏名・生年月日の加入者が複数います。",
                    "Several members have this name and birth date."},
                   {"だれの情報か決められません。", "It cannot be told whose data it is."},
                   {"請求書の住所か記号・番号と照らし合わせて、下の候補から本人を選んでください。"
                    "同じ人の記録なら、名寄せでまとめてから受け付けてください。",
                    "Compare address or number and choose one of those below. One person with two "
                    "records: join them first."});
  }
  if (people.empty()) return base::Done{};
  request.person = *people.begin();
  request.held = Held::yes;
  return base::Done{};
}

bool is_open(const CaseFile& file) {
  const auto state = file.steps.back().state;
  return state != State::closed && state != State::withdrawn;
}

Case case_of(const Intake& intake) {
  Case request;
  request.kind = intake.kind;
  request.arrived = intake.arrived;
  request.channel = intake.channel;
  request.asker = intake.asker;
  request.claims = intake.claims;
  request.name = intake.name;
  request.name_kana = intake.name_kana;
  request.born = intake.born;
  request.asker_name = intake.asker_name;
  request.postal_code = intake.postal_code;
  request.address = intake.address;
  request.wanted = intake.wanted;
  request.reason = intake.reason;
  return request;
}

ShownCase shown(CaseFile file, base::Date today) {
  ShownCase shown{.file = std::move(file), .standing = {}};
  shown.standing = standing_of(shown.file);
  const auto& request = shown.file.request;
  std::optional<base::Date> extended;
  bool answered = false;
  for (const auto& step : shown.file.steps) {
    if (step.event == Event::extend) extended = step.due;
    answered = answered || (step.event != Event::arrive && step.event != Event::collect);
  }
  const bool decided = shown.standing.state >= State::decided;
  const auto clocks = clocks_of(request.kind, request.claims, request.arrived, extended);
  if (clocks.ok()) {
    shown.clocks = clocks->value;
    shown.lateness = lateness(clocks->value, today, answered, decided,
                              decided && is_refusal(shown.standing.outcome));
  }
  if (request.born) {
    if (const auto able = capacity(*request.born, today); able.ok()) shown.capacity = *able;
  }
  shown.next = next_events(shown.standing);
  const auto latest = latest_extension(request.kind, request.claims, request.arrived);
  if (!latest.ok() || !*latest) std::erase(shown.next, Event::extend);
  return shown;
}

/// What a step of the desk needs besides its place in the table.
Result<StepInput> completed(const CaseFile& file, StepInput input, base::Date today) {
  KENPO_TRY(check_words(input.words));
  const auto need_words = [&]() -> Result<> {
    if (!input.words.empty()) return base::Done{};
    return refusal({"内容を書いてください。", "Write what it is about."},
                   {"本人への知らせと記録に使います。", "The person and the record are told it."},
                   {});
  };
  switch (input.event) {
    case Event::return_form:
    case Event::ask_identity:
      KENPO_TRY(need_words());
      input.due = KENPO_TRY(supplement_due(today));
      break;
    case Event::show_identity: {
      const bool agent = file.request.asker == Asker::statutory_agent ||
                         file.request.asker == Asker::entrusted_agent;
      if (input.proof == Proof::none || agent != (input.proof == Proof::agent_papers)) {
        return refusal({"本人確認の書類が合いません。", "The proof does not fit."},
                       {"本人は本人の書類、代理人は代理人の書類で確かめます"
                        "(個人情報保護法37条1項・3項)。",
                        "The person proves who they are, an agent the agency (art. 37)."},
                       {"確かめた書類の種類を選んでください。", "Choose what was shown."});
      }
      break;
    }
    case Event::ask_opinion:
      KENPO_TRY(need_words());
      input.due = KENPO_TRY(opinion_due(today));
      break;
    case Event::extend:
      KENPO_TRY(need_words());
      if (!input.due) {
        return refusal({"延長後の期限を入れてください。", "Enter the new day."}, {}, {});
      }
      KENPO_TRY(check_extension(file.request.kind, file.request.claims, file.request.arrived, today,
                                *input.due));
      break;
    case Event::refuse_unproven:
      input.outcome = Outcome::refuse;
      if (input.ground != Ground::not_proven && input.ground != Ground::not_entitled &&
          input.ground != Ground::not_living) {
        return refusal({"却下の理由の条文を選んでください。", "Choose the article of the refusal."},
                       {"応じない理由と条文を知らせます(個人情報保護法36条)。",
                        "A refusal names its article (art. 36)."},
                       {});
      }
      KENPO_TRY(need_words());
      break;
    case Event::answer_opinion:
    case Event::withdraw:
      KENPO_TRY(need_words());
      break;
    default:
      break;
  }
  return input;
}

bool is_decision(Event event) {
  return event == Event::propose || event == Event::approve || event == Event::send_back;
}

/// Executing is an act of its own where something is to be done.
Result<> check_desk_step(const CaseFile& file, Event event) {
  const auto kind = file.request.kind;
  const bool by_act =
      event == Event::execute && kind != Kind::purpose_notice && kind != Kind::provision_records;
  if (!is_decision(event) && !by_act && event != Event::arrive) return base::Done{};
  return refusal(
      {"この手続は、ここではできません。", "This step is not taken here."},
      {"決定は起案と承認の画面、実施はその請求の実施の画面でします。",
       "Decisions and their execution have pages of their own."},
      {"請求の画面の「次の手続」から進んでください。", "Go on from the case's next steps."});
}

/// privacy.md 1.6: the decider is never the one who handled the data complained of.
Result<> check_decider(RequestOffice& office, const CaseFile& file,
                       const std::vector<base::PersonId>& people, const base::StaffId& staff,
                       Event event) {
  if (event == Event::approve) {
    const auto* proposed = last_step(file, Event::propose);
    if (proposed != nullptr && proposed->by == staff) {
      return refusal({"起案した人は承認できません。", "Who proposed it does not approve it."},
                     {"決定は二人でします。", "A decision takes two people."},
                     {"別の人に承認を頼んでください。", "Ask somebody else to approve it."});
    }
  }
  if (!is_correction(file.request.kind) && !is_stop(file.request.kind)) return base::Done{};
  const auto handlers = KENPO_TRY(handlers_of(office, people, file.request.id));
  if (!handlers.contains(staff)) return base::Done{};
  return refusal(
      {"この請求の決定はできません。", "You cannot decide this request."},
      {"請求の対象の情報を取り扱った人は、その決定に加わりません。",
       "Who handled the data complained of takes no part in the decision."},
      {"取り扱っていない人に決定を頼んでください。", "Ask somebody who did not handle the data."});
}

/// 個人情報保護法2条1項: the law is about living individuals; the family has its own procedure.
Result<> check_living(bool died, const StepInput& input) {
  if (!died || input.ground == Ground::not_living) return base::Done{};
  return refusal(
      {"台帳では、本人は亡くなっています。", "The ledger says that the person has died."},
      {"個人情報保護法による請求は、生存する個人についてだけできます(同法2条1項)。",
       "The act is about living individuals (art. 2(1))."},
      {"「応じない」とし、遺族のための手続を案内してください。",
       "Refuse on that ground, and show the family their procedure."});
}

}  // namespace

Result<Received> receive_request(RequestOffice& office, const notice::Acting& acting,
                                 const Intake& intake) {
  const auto work = [&](const Permit<request_receive_operation>& permit) -> Result<Received> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    KENPO_TRY(check_intake(intake, now.day()));
    Case request = case_of(intake);
    auto transaction = KENPO_TRY(office.database.write());
    KENPO_TRY(find_subject(transaction, store::LookUp(permit), intake, now, request));
    const RequestAccess access(permit);
    Received received{.id = request.id};
    for (const auto& person : KENPO_TRY(people_of(transaction, request, now))) {
      for (const auto& file : KENPO_TRY(cases_of(transaction, access, person))) {
        const bool same = file.request.kind == request.kind &&
                          file.request.asker == request.asker &&
                          file.request.asker_name == request.asker_name;
        if (same && is_open(file)) received.answered_by = file.request.id;
      }
    }
    KENPO_TRY(add(transaction, access, request));
    Step step{.id = request.id, .person = request.person, .at = now, .by = staff};
    KENPO_TRY(add(transaction, access, step));
    if (received.answered_by) {
      step.event = Event::withdraw;
      step.state = State::withdrawn;
      step.words = "同じ種類の先の請求とあわせて回答する。先の請求の番号 " +
                   std::string(received.answered_by->text());
      KENPO_TRY(add(transaction, access, step));
    }
    KENPO_TRY(transaction.commit(permit.recorder()));
    return received;
  };
  return office.gate.perform<request_receive_operation>(acting, work);
}

Result<std::vector<ShownCase>> list_requests(RequestOffice& office, const notice::Acting& acting) {
  const auto work =
      [&](const Permit<request_list_operation>& permit) -> Result<std::vector<ShownCase>> {
    const auto view = KENPO_TRY(office.database.read());
    const auto today = office.gate.clock().now().day();
    std::vector<ShownCase> cases;
    for (auto& file : KENPO_TRY(list_cases(view, RequestAccess(permit)))) {
      cases.push_back(shown(std::move(file), today));
    }
    return cases;
  };
  return office.gate.perform<request_list_operation>(acting, work);
}

Result<ShownCase> show_request(RequestOffice& office, const notice::Acting& acting,
                               const base::CaseId& id) {
  const auto work = [&](const Permit<request_show_operation>& permit) -> Result<ShownCase> {
    const auto view = KENPO_TRY(office.database.read());
    auto file = KENPO_TRY(need_case(view, RequestAccess(permit), id));
    return shown(std::move(file), office.gate.clock().now().day());
  };
  return office.gate.perform<request_show_operation>(acting, work);
}

Result<ShownCase> reveal_request(RequestOffice& office, const notice::Acting& acting,
                                 const base::CaseId& id) {
  const auto work = [&](const Permit<request_reveal_operation>& permit) -> Result<ShownCase> {
    const auto view = KENPO_TRY(office.database.read());
    auto file = KENPO_TRY(need_case(view, RequestAccess(permit), id));
    return shown(std::move(file), office.gate.clock().now().day());
  };
  return office.gate.perform<request_reveal_operation>(acting, work);
}

Result<> take_step(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                   const StepInput& input) {
  const auto work = [&](const Permit<request_step_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_desk_step(file, input.event));
    const auto complete = KENPO_TRY(completed(file, input, now.day()));
    KENPO_TRY(write_step(transaction, access, file, complete, acting, now));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<request_step_operation>(acting, work);
}

Result<> decide(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                const StepInput& input) {
  const auto work = [&](const Permit<request_decide_operation>& permit) -> Result<> {
    KENPO_REQUIRE(is_decision(input.event));
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    const RequestAccess access(permit);
    const auto view = KENPO_TRY(office.database.read());
    CaseFile file = KENPO_TRY(need_case(view, access, id));
    const auto people = KENPO_TRY(people_of(view, file.request, now));
    KENPO_TRY(check_decider(office, file, people, staff, input.event));
    KENPO_TRY(check_words(input.words));
    StepInput complete = input;
    const auto subjects = KENPO_TRY(subjects_of(permit, view, file.request, now));
    if (input.event == Event::propose) {
      const bool died = KENPO_TRY(has_died(view, subjects));
      KENPO_TRY(check_living(died, input));
      KENPO_TRY(check_answer(standing_of(file), input.outcome, input.ground, !input.words.empty()));
    } else if (input.event == Event::approve) {
      complete.outcome = standing_of(file).outcome;
      complete.ground = standing_of(file).ground;
      complete.words = last_step(file, Event::propose)->words;
    }
    const bool erases = file.request.kind == Kind::erase && complete.outcome == Outcome::full &&
                        input.event != Event::send_back;
    if (erases) {
      KENPO_TRY(check_erasable_in_full(office, subjects, access));
    }
    auto transaction = KENPO_TRY(office.database.write());
    file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(write_step(transaction, access, file, complete, acting, now));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<request_decide_operation>(acting, work);
}

}  // namespace kenpo::request
