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

Result<Correction> correction_of(const store::View& view, const RequestAccess& access,
                                 const HeldPerson& held, const eligibility::Person& corrected,
                                 base::Date today) {
  Correction correction{.before = held.person, .after = corrected};
  correction.after.id = held.person.id;
  KENPO_TRY(check_correction(correction.before, correction.after, today));
  correction.wrong_since = held.times.decided_at;
  correction.changed = changes_between(correction.before, correction.after);
  correction.effects = effects_of(correction.before, correction.after);
  for (auto& provision : KENPO_TRY(provisions_of(view, access, held.person.id))) {
    if (provision.provided >= correction.wrong_since.day()) {
      correction.recipients.push_back(std::move(provision));
    }
  }
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
    return correction_of(view, access, held, corrected, office.gate.clock().now().day());
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
    auto correction = KENPO_TRY(correction_of(transaction, access, held, corrected, now.day()));
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
