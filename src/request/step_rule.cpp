#include "request/step_rule.h"

#include <algorithm>

#include "request/fault.h"

namespace kenpo::request {

using base::Result;

namespace {

struct StepRow {
  State from;
  Event event;
  State to;
};

/// privacy.md 1.6: ARRIVED → FORM_OK | RETURNED → ID_OK | ID_ASKED → SCOPED → COLLECTED → REVIEW →
/// DECIDED → NOTIFIED → EXECUTED → CLOSED; WITHDRAWN from every state before the decision.
constexpr StepRow step_table[] = {
    {State::arrived, Event::accept_form, State::form_ok},
    {State::arrived, Event::return_form, State::returned},
    {State::arrived, Event::withdraw, State::withdrawn},
    {State::returned, Event::mend_form, State::form_ok},
    {State::returned, Event::refuse_unproven, State::decided},
    {State::returned, Event::withdraw, State::withdrawn},
    {State::form_ok, Event::show_identity, State::identity_ok},
    {State::form_ok, Event::ask_identity, State::identity_asked},
    {State::form_ok, Event::refuse_unproven, State::decided},
    {State::form_ok, Event::withdraw, State::withdrawn},
    {State::identity_asked, Event::show_identity, State::identity_ok},
    {State::identity_asked, Event::refuse_unproven, State::decided},
    {State::identity_asked, Event::withdraw, State::withdrawn},
    {State::identity_ok, Event::scope, State::scoped},
    {State::identity_ok, Event::withdraw, State::withdrawn},
    {State::scoped, Event::collect, State::collected},
    {State::scoped, Event::extend, State::scoped},
    {State::scoped, Event::withdraw, State::withdrawn},
    {State::collected, Event::ask_opinion, State::collected},
    {State::collected, Event::answer_opinion, State::collected},
    {State::collected, Event::extend, State::collected},
    {State::collected, Event::propose, State::review},
    {State::collected, Event::withdraw, State::withdrawn},
    {State::review, Event::extend, State::review},
    {State::review, Event::send_back, State::collected},
    {State::review, Event::approve, State::decided},
    {State::review, Event::withdraw, State::withdrawn},
    {State::decided, Event::notify, State::notified},
    {State::notified, Event::execute, State::executed},
    {State::notified, Event::close, State::closed},
    {State::executed, Event::close, State::closed},
};

const StepRow* find(State from, Event event) {
  const auto* row = std::ranges::find_if(
      step_table, [&](const StepRow& each) { return each.from == from && each.event == event; });
  return row == std::end(step_table) ? nullptr : row;
}

/// レセプト are disclosed only after the provider was asked (平成17年通知、平成23年改正).
bool needs_opinion(const Standing& standing) {
  return standing.kind == Kind::disclosure && standing.claims == Claims::yes &&
         standing.held == Held::yes;
}

Result<> check(const Standing& standing, Event event) {
  switch (event) {
    // 個人情報保護法37条3項: the person or an agent asks, nobody else.
    case Event::show_identity:
      if (standing.asker == Asker::stranger || standing.asker == Asker::bereaved) {
        return refusal({"この人の請求としては進められません。", "This person cannot ask."},
                       {"請求できるのは、本人、法定代理人、委任による代理人です"
                        "(個人情報保護法37条3項)。",
                        "The person, a statutory or an entrusted agent may ask (art. 37(3))."},
                       {"「確認できず却下」で理由と不服の申出方法を知らせてください。"
                        "遺族は別の手続に案内してください。",
                        "Refuse with the reason, or show the family the separate procedure."});
      }
      return base::Done{};
    case Event::ask_opinion:
      if (needs_opinion(standing) && standing.opinion != Opinion::answered) return base::Done{};
      return refusal({"照会はいりません。", "No opinion is needed."},
                     {"医療機関への照会は、レセプトの開示のときにします。",
                      "The provider is asked before claims are disclosed."},
                     {"決定の起案に進んでください。", "Go on to the proposal."});
    case Event::answer_opinion:
      if (standing.opinion == Opinion::asked) return base::Done{};
      return refusal({"照会していません。", "The provider was not asked."}, {},
                     {"先に医療機関へ照会してください。", "Ask the provider first."});
    case Event::propose:
      if (!needs_opinion(standing) || standing.opinion == Opinion::answered) return base::Done{};
      return refusal({"まだ起案できません。", "It cannot be proposed yet."},
                     {"レセプトの開示の前に、医療機関の意見を聞きます"
                      "(個人情報保護法33条2項1号の確かめ)。",
                      "The provider's opinion comes before claims are disclosed (art. 33(2)1)."},
                     {"医療機関へ照会し、回答または期限までに回答がないことを記録してください。",
                      "Ask the provider and record the answer, or that none came in time."});
    case Event::execute:
      if (is_carried_out(standing.outcome)) return base::Done{};
      return refusal({"実施することがありません。", "There is nothing to carry out."},
                     {"応じない決定です。", "The request was not granted."},
                     {"完了にしてください。", "Close the case."});
    case Event::close:
      if (standing.state == State::executed || !is_carried_out(standing.outcome)) {
        return base::Done{};
      }
      return refusal({"まだ完了にできません。", "It cannot be closed yet."},
                     {"決定の実施が記録されていません。", "The decision was not carried out."},
                     {"先に決定を実施してください。", "Carry it out first."});
    default:
      return base::Done{};
  }
}

}  // namespace

Standing standing_of(const CaseFile& file) {
  Standing standing{.kind = file.request.kind,
                    .asker = file.request.asker,
                    .held = file.request.held,
                    .claims = file.request.claims};
  for (const auto& step : file.steps) {
    standing.state = step.state;
    if (step.event == Event::ask_opinion) standing.opinion = Opinion::asked;
    if (step.event == Event::answer_opinion) standing.opinion = Opinion::answered;
    if (step.event == Event::send_back) {
      standing.outcome = Outcome::none;
      standing.ground = Ground::none;
    } else if (step.outcome != Outcome::none) {
      standing.outcome = step.outcome;
      standing.ground = step.ground;
    }
  }
  return standing;
}

Result<State> after(const Standing& standing, Event event) {
  const StepRow* row = find(standing.state, event);
  if (row == nullptr) {
    return refusal({"この手続は、いまの状態ではできません。", "This step cannot be taken now."},
                   {"請求の状態が変わっています。", "The case stands otherwise."},
                   {"請求の画面を開き直して、次の手続を選んでください。",
                    "Open the case again and choose its next step."});
  }
  KENPO_TRY(check(standing, event));
  return row->to;
}

std::vector<Event> next_events(const Standing& standing) {
  std::vector<Event> events;
  for (const auto& row : step_table) {
    if (row.from == standing.state && check(standing, row.event).ok()) events.push_back(row.event);
  }
  return events;
}

// 個人情報保護法36条
Result<> check_answer(const Standing& standing, Outcome outcome, Ground ground, bool has_words) {
  if (outcome == Outcome::none) {
    return refusal({"決定を選んでください。", "Choose the decision."}, {}, {});
  }
  const bool other_than_asked =
      outcome == Outcome::part || outcome == Outcome::refuse || outcome == Outcome::other_measure;
  if (other_than_asked && (ground == Ground::none || !fits(ground, standing.kind))) {
    return refusal({"応じない理由の条文を選んでください。", "Choose the article of the refusal."},
                   {"応じない決定には、その条文と理由がいります(個人情報保護法36条)。",
                    "A refusal names its article and reason (art. 36)."},
                   {"この種類の請求に当てはまる理由を選んでください。",
                    "Choose a ground that fits this kind of request."});
  }
  if (is_refusal(outcome) && !has_words) {
    return refusal({"理由を書いてください。", "Write the reason."},
                   {"請求と異なる決定には理由を示します(個人情報保護法36条)。",
                    "A decision other than asked gives its reason (art. 36)."},
                   {"本人に伝える言葉で書いてください。", "Write it for the person."});
  }
  if (!other_than_asked && ground != Ground::none) {
    return refusal({"応じない理由は選ばないでください。", "No ground of refusal here."}, {},
                   {"全部に応じる決定、保有していない決定に条文はいりません。",
                    "An answer in full and 'not held' take no ground."});
  }
  if (standing.held == Held::no && is_carried_out(outcome)) {
    return refusal({"この人の情報は台帳にありません。", "Nothing is held about this person."},
                   {"保有していない情報には応じられません(個人情報保護法33条3項)。",
                    "What is not held cannot be granted (art. 33(3))."},
                   {"「保有していない」または「応じない」を選んでください。",
                    "Choose 'not held' or 'refused'."});
  }
  return base::Done{};
}

}  // namespace kenpo::request
