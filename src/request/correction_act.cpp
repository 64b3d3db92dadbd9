#include "request/correction_act.h"

#include <algorithm>

#include "request/case_act.h"
#include "request/correction_rule.h"
#include "request/correction_store.h"
#include "request/fault.h"
#include "request/stop_store.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

constexpr std::size_t sent_shown_limit = 200;  // of one person since a wrong value: years
using store::SubjectAccess;

Result<HeldPerson> need_person(const store::View& view, const SubjectAccess& subject,
                               const CaseFile& file) {
  if (is_correction(file.request.kind)) {
    if (auto held = KENPO_TRY(held_person(view, subject))) return std::move(*held);
  }
  return refusal({"この請求では台帳を訂正できません。", "This case corrects no row of the ledger."},
                 {"訂正等の請求で、台帳に本人の記録があることがいります(個人情報保護法34条)。",
                  "It takes a request under art. 34 and a person in the ledger."},
                 {"請求の種類を確かめてください。", "Check the kind of the request."});
}

/// 「保護」: the address of a protected person stands elsewhere, and is no value of this row.
Result<> check_address(const store::View& view, const SubjectAccess& subject,
                       const Correction& correction) {
  const auto& before = correction.before;
  const auto& after = correction.after;
  const bool same = before.postal_code == after.postal_code && before.address == after.address &&
                    before.address_kana == after.address_kana;
  if (same || !KENPO_TRY(is_protected(view, subject))) return base::Done{};
  return refusal({"住所はここでは訂正できません。", "The address is not corrected here."},
                 {"この人の住所は保護されていて、ほかの記録とは別に保管しています。",
                  "It is protected and kept apart."},
                 {"住所等の保護の画面で、保護している住所を直してください。",
                  "Correct it on the screen of the protection."});
}

/// The papers that stand about the person, and what the correction asks for about each.
Result<std::vector<AffectedPaper>> papers_reached(const RequestOffice& office,
                                                  const store::View& view,
                                                  const SubjectAccess& subject,
                                                  const Correction& correction) {
  std::vector<AffectedPaper> reached;
  if (!office.paper_of) return reached;
  for (const auto* table : office.tables) {
    if (table->subject != store::Subject::person || table->timed != store::Timed::yes) continue;
    for (const auto& row : KENPO_TRY(store::rows_of_subject(view, subject, *table))) {
      auto paper = office.paper_of(row);
      if (!paper) continue;
      auto action = action_about(correction.before, correction.after, paper->place);
      if (!action.empty()) reached.push_back({std::move(*paper), std::move(action)});
    }
  }
  return reached;
}

/// What left the office about the person since the wrong value came in.
Result<std::vector<SentPaper>> sent_since(RequestOffice& office, const Correction& correction) {
  std::vector<SentPaper> sent;
  for (const auto& [number, leaf] : KENPO_TRY(leaves_about(office, {correction.before.id}))) {
    const bool wrong = leaf.outcome == notice::Outcome::provided &&
                       leaf.time >= correction.wrong_since && sent.size() < sent_shown_limit;
    if (wrong) sent.push_back({leaf.time, operation_words(office, leaf.operation)});
  }
  std::ranges::reverse(sent);
  return sent;
}

Result<Correction> correction_of(RequestOffice& office, const store::View& view,
                                 const RequestAccess& access, const SubjectAccess& subject,
                                 const HeldPerson& held, const eligibility::Person& corrected) {
  Correction correction{.before = held.person, .after = corrected};
  correction.after.id = held.person.id;
  KENPO_TRY(check_correction(correction.before, correction.after,
                             office.gate.clock().now().day()));
  KENPO_TRY(check_address(view, subject, correction));
  correction.wrong_since = KENPO_TRY(wrong_since(view, subject, held, correction.after));
  correction.changed = changes_between(correction.before, correction.after);
  correction.effects = effects_of(correction.before, correction.after);
  for (auto& provision : KENPO_TRY(provisions_of(view, access, held.person.id))) {
    if (provision.provided >= correction.wrong_since.day()) {
      const auto items = items_with(correction.changed, provision.items);
      correction.recipients.push_back({std::move(provision), items});
    }
  }
  correction.papers = KENPO_TRY(papers_reached(office, view, subject, correction));
  correction.sent = KENPO_TRY(sent_since(office, correction));
  return correction;
}

/// Of what was changed, for the letter: labels only, the values stand in the ledger.
std::string labels_of(const Correction& correction) {
  std::string labels;
  for (const auto& change : correction.changed) {
    if (!labels.empty()) labels += "、";
    labels += change.label;
  }
  return labels;
}

/// The person as the ledger has them.
template <const notice::Operation& operation>
Result<eligibility::Person> subject_under(RequestOffice& office, const notice::Acting& acting,
                                          const base::CaseId& id) {
  const auto work = [&](const Permit<operation>& permit) -> Result<eligibility::Person> {
    const auto view = KENPO_TRY(office.database.read());
    const auto file = KENPO_TRY(need_case(view, RequestAccess(permit), id));
    const SubjectAccess subject(permit, file.request.person);
    auto held = KENPO_TRY(need_person(view, subject, file));
    return std::move(held.person);
  };
  return office.gate.template perform<operation>(acting, work);
}

}  // namespace

Result<eligibility::Person> correction_subject(RequestOffice& office, const notice::Acting& acting,
                                               const base::CaseId& id) {
  return subject_under<correction_show_operation>(office, acting, id);
}

Result<eligibility::Person> revealed_subject(RequestOffice& office, const notice::Acting& acting,
                                             const base::CaseId& id) {
  return subject_under<correction_reveal_operation>(office, acting, id);
}

Result<Correction> preview_correction(RequestOffice& office, const notice::Acting& acting,
                                      const base::CaseId& id,
                                      const eligibility::Person& corrected) {
  const auto work = [&](const Permit<correction_preview_operation>& permit) -> Result<Correction> {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    const SubjectAccess subject(permit, file.request.person);
    const auto held = KENPO_TRY(need_person(view, subject, file));
    return correction_of(office, view, access, subject, held, corrected);
  };
  return office.gate.perform<correction_preview_operation>(acting, work);
}

Result<Correction> apply_correction(RequestOffice& office, const notice::Acting& acting,
                                    const base::CaseId& id, const eligibility::Person& corrected) {
  const auto work = [&](const Permit<correction_apply_operation>& permit) -> Result<Correction> {
    const auto now = office.gate.clock().now();
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    const SubjectAccess subject(permit, file.request.person);
    const auto held = KENPO_TRY(need_person(transaction, subject, file));
    auto correction =
        KENPO_TRY(correction_of(office, transaction, access, subject, held, corrected));
    KENPO_TRY(write_step(
        transaction, access, file,
        {.event = Event::execute, .words = "訂正した項目：" + labels_of(correction)}, acting, now));
    KENPO_TRY(correct_person(transaction, subject, held, correction.after, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return correction;
  };
  return office.gate.perform<correction_apply_operation>(acting, work);
}

Result<> attach_statement(RequestOffice& office, const notice::Acting& acting,
                          const base::CaseId& id, const Statement& statement) {
  const auto work = [&](const Permit<correction_apply_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    const auto subjects = KENPO_TRY(subjects_of(permit, transaction, file.request, now));
    bool own = false;
    for (const auto* table : office.tables) {
      if (table->name != statement.table) continue;
      for (const auto& row : KENPO_TRY(rows_of_all(transaction, subjects, *table))) {
        own = own || row.row.number == statement.row;
      }
    }
    if (!own || !is_correction(file.request.kind) || statement.words.empty()) {
      return refusal({"訂正の記録を付けられません。", "The statement cannot be attached."},
                     {"訂正等の請求で、本人の記録と、訂正の内容がいります。",
                      "It takes a request under art. 34, a row of the person's, and the words."},
                     {"記録の番号と内容を確かめてください。", "Check the row and the words."});
    }
    Statement entered = statement;
    entered.person = file.request.person;
    entered.id = id;
    entered.at = now;
    entered.by = staff;
    KENPO_TRY(add(transaction, access, entered));
    KENPO_TRY(write_step(transaction, access, file,
                         {.event = Event::execute, .words = "訂正の記録を付けた。"}, acting, now));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<correction_apply_operation>(acting, work);
}

}  // namespace kenpo::request
