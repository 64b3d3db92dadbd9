#include "request/erasure_act.h"

#include <algorithm>

#include "request/case_act.h"
#include "request/erasure_store.h"
#include "request/fault.h"
#include "request/kept_act.h"

namespace kenpo::request {

namespace {

using base::Date;
using base::Result;
using notice::Permit;
using store::KeyClass;
using store::SubjectAccess;

/// The tables whose rows an erasure of a person takes: all about members, but for the record of
/// the request itself and for that of the log, which have periods of their own.
bool is_taken(const store::Table& table) {
  const auto record_class = class_of(table);
  return record_class && *record_class != RecordClass::request &&
         *record_class != RecordClass::provision && *record_class != RecordClass::audit_log;
}

struct ErasableRows {
  const store::Table* table = nullptr;
  std::vector<store::RowId> rows;
  std::size_t kept = 0;
};

using Subjects = std::vector<SubjectAccess>;

/// What is there under one id of the person.
struct FoundOfId {
  SubjectAccess subject;
  std::vector<ErasableRows> tables;
};

struct Found {
  ErasurePlan plan;
  std::vector<FoundOfId> ids;
};

/// The line of the plan for the table; a person's ids share it.
PlanLine& line_of(ErasurePlan& plan, const store::Table& table) {
  const auto found = std::ranges::find(plan.lines, table.name, &PlanLine::table);
  if (found != plan.lines.end()) return *found;
  return plan.lines.emplace_back(PlanLine{.table = std::string(table.name),
                                          .japanese = std::string(table.japanese),
                                          .record_class = *class_of(table)});
}

Result<> find_rows_of(RequestOffice& office, const store::View& view, FoundOfId& id,
                      const Memberships& memberships, Date today, ErasurePlan& plan) {
  const auto person = id.subject.subject().as_person();
  for (const auto* table : office.tables) {
    if (!is_taken(*table)) continue;
    ErasableRows erasable{table, {}, 0};
    const auto parent = parent_of(office.tables, *table);
    DaysById days;
    if (parent) {
      for (const auto& row : KENPO_TRY(store::rows_of_subject(view, id.subject, *parent->table))) {
        add_day(days, *parent, row.times, clear_of(row));
      }
    }
    for (const auto& row : KENPO_TRY(store::rows_of_subject(view, id.subject, *table))) {
      auto& line = line_of(plan, *table);
      line.rows += 1;
      const auto from = KENPO_TRY(row_erasable_from(
          *table, row.times, made_with_parent(*table, row.times, clear_of(row), parent, days),
          memberships, person));
      if (from && *from <= today) {
        erasable.rows.push_back(row.row);
        line.erasable += 1;
      } else {
        erasable.kept += 1;
        if (from && (!line.kept_until || *line.kept_until < *from)) {
          line.kept_until = from->plus_days(-1);
        }
      }
    }
    id.tables.push_back(std::move(erasable));
  }
  return base::Done{};
}

Result<Found> find_rows(RequestOffice& office, const store::View& view, const Subjects& subjects,
                        const RequestAccess& access, Date today) {
  Found found;
  const auto memberships = KENPO_TRY(membership_of(view, subjects));
  for (const auto& subject : subjects) {
    found.ids.push_back({subject, {}});
    KENPO_TRY(find_rows_of(office, view, found.ids.back(), memberships, today, found.plan));
  }
  // A hold of any of the ids keeps them all: they are one person.
  for (const auto& hold : KENPO_TRY(standing_holds(view, access))) {
    found.plan.held_back =
        found.plan.held_back || std::ranges::any_of(subjects, [&](const SubjectAccess& each) {
          return each.subject().as_person() == hold.person;
        });
  }
  return found;
}

base::Fault held_fault() {
  return refusal(
      {"消去の保留があります。", "A hold keeps this person's data."},
      {"訴訟などのため、保留が終わるまで消去しません。", "Nothing is erased until the hold ends."},
      {"保留の一覧で理由を確かめてください。", "See the list of holds."});
}

/// Classes of keys of which nothing is left; the salt of the log goes when all else is gone.
std::vector<KeyClass> classes_to_destroy(const FoundOfId& found) {
  std::vector<KeyClass> classes;
  bool all_gone = true;
  for (const auto& table : found.tables) all_gone = all_gone && table.kept == 0;
  for (const auto& table : found.tables) {
    const auto key_class = KeyClass::of(*table.table);
    const bool gone = std::ranges::all_of(found.tables, [&](const ErasableRows& each) {
      return KeyClass::of(*each.table) != key_class || each.kept == 0;
    });
    if (gone && std::ranges::find(classes, key_class) == classes.end()) {
      classes.push_back(key_class);
    }
  }
  if (all_gone) {
    classes.push_back(KeyClass::individual_number());
    classes.push_back(KeyClass::audit_salt());
  }
  return classes;
}

/// Removes the rows of one id, and says so in the certificate.
Result<> remove_found(store::Transaction& transaction, const FoundOfId& found,
                      Certificate& certificate) {
  for (const auto& table : found.tables) {
    if (table.rows.empty()) continue;
    certificate.rows += static_cast<std::int64_t>(
        KENPO_TRY(store::remove_rows(transaction, found.subject, *table.table, table.rows)));
    const std::string name(table.table->name);
    if ((" " + certificate.tables + " ").find(" " + name + " ") != std::string::npos) continue;
    certificate.tables += (certificate.tables.empty() ? "" : " ") + name;
  }
  return base::Done{};
}

/// Destroys the keys, the log's salt last: the certificate names the subject as the log did.
Result<> destroy_keys(RequestOffice& office, const SubjectAccess& subject,
                      const std::vector<KeyClass>& classes, Certificate& certificate) {
  for (const auto key_class : classes) {
    const auto key =
        KENPO_TRY(office.database.keys().key_for_opening(subject.subject(), key_class));
    if (!key) continue;
    const auto record = KENPO_TRY(office.database.keys().erase(
        subject.subject(), key_class, certificate.approved_by, certificate.erased_at));
    certificate.keys += static_cast<std::int64_t>(record.classes.size());
    if (certificate.commitment.empty()) {
      certificate.commitment.assign(reinterpret_cast<const char*>(record.commitment.data()),
                                    record.commitment.size());
    }
    if (key_class == KeyClass::individual_number()) KENPO_TRY(office.numbers.forget(subject));
  }
  return base::Done{};
}

Result<> check_ready(const CaseFile& file) {
  if (file.request.kind == Kind::erase && standing_of(file).state == State::notified &&
      last_step(file, Event::propose) != nullptr && last_step(file, Event::approve) != nullptr) {
    return base::Done{};
  }
  return refusal({"まだ消去できません。", "It cannot be erased yet."},
                 {"二人で決定し、本人に通知した消去の請求だけを実施します。",
                  "Only an erasure that two people decided and that was told is carried out."},
                 {"決定と通知を先に済ませてください。", "Decide and notify first."});
}

}  // namespace

// 個人情報保護法35条, 22条; 健康保険法の記録の保存
Result<> check_erasable_in_full(RequestOffice& office, const Subjects& subjects,
                                const RequestAccess& access) {
  const auto view = KENPO_TRY(office.database.read());
  const auto today = office.gate.clock().now().day();
  const auto found = KENPO_TRY(find_rows(office, view, subjects, access, today));
  if (found.plan.held_back) return held_fault();
  if (found.plan.rows() == found.plan.erasable()) return base::Done{};
  return refusal(
      {"全部の消去はできません。", "Not all of it can be erased."},
      {"保存期間の終わっていない記録が" + base::Plain(found.plan.rows() - found.plan.erasable()) +
           "件あります(保存年限)。",
       base::Plain(found.plan.rows() - found.plan.erasable()) +
           " records are within their period."},
      {"「一部に応じる」または「代わりの措置」とし、条文と理由を示してください。",
       "Decide a part, or another measure, with its ground."});
}

Result<ErasurePlan> show_erasure_plan(RequestOffice& office, const notice::Acting& acting,
                                      const base::CaseId& id) {
  const auto work = [&](const Permit<erasure_plan_operation>& permit) -> Result<ErasurePlan> {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    const auto now = office.gate.clock().now();
    const auto subjects = KENPO_TRY(subjects_of(permit, view, file.request, now));
    const auto found = KENPO_TRY(find_rows(office, view, subjects, access, now.day()));
    return found.plan;
  };
  return office.gate.perform<erasure_plan_operation>(acting, work);
}

Result<Certificate> execute_erasure(RequestOffice& office, const notice::Acting& acting,
                                    const base::CaseId& id) {
  const auto work = [&](const Permit<erasure_execute_operation>& permit) -> Result<Certificate> {
    const auto now = office.gate.clock().now();
    const RequestAccess access(permit);
    auto transaction = KENPO_TRY(office.database.write());
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_ready(file));
    const auto subjects = KENPO_TRY(subjects_of(permit, transaction, file.request, now));
    const auto found = KENPO_TRY(find_rows(office, transaction, subjects, access, now.day()));
    if (found.plan.held_back) return held_fault();
    Certificate certificate{.request = id,
                            .erased_at = now,
                            .proposed_by = last_step(file, Event::propose)->by,
                            .approved_by = last_step(file, Event::approve)->by,
                            .people = 1};
    for (const auto& one : found.ids) KENPO_TRY(remove_found(transaction, one, certificate));
    KENPO_TRY(transaction.commit(permit.recorder()));
    for (const auto& one : found.ids) {
      KENPO_TRY(destroy_keys(office, one.subject, classes_to_destroy(one), certificate));
      office.members.remove(one.subject.subject().as_person());
    }

    auto last = KENPO_TRY(office.database.write());
    KENPO_TRY(add(last, certificate));
    KENPO_TRY(write_step(
        last, access, file,
        {.event = Event::execute, .words = "消去証明書 " + std::string(certificate.id.text())},
        acting, now));
    KENPO_TRY(last.commit(permit.recorder()));
    return certificate;
  };
  return office.gate.perform<erasure_execute_operation>(acting, work);
}

Result<std::vector<Certificate>> list_certificates(RequestOffice& office,
                                                   const notice::Acting& acting) {
  const auto work =
      [&](const Permit<certificate_list_operation>&) -> Result<std::vector<Certificate>> {
    const auto view = KENPO_TRY(office.database.read());
    return list_certificates(view);
  };
  return office.gate.perform<certificate_list_operation>(acting, work);
}

Result<Certificate> show_certificate(RequestOffice& office, const notice::Acting& acting,
                                     const base::CaseId& id) {
  const auto work = [&](const Permit<certificate_list_operation>&) -> Result<Certificate> {
    const auto view = KENPO_TRY(office.database.read());
    auto found = KENPO_TRY(find_certificate(view, id));
    if (found) return std::move(*found);
    return refusal({"証明書が見つかりません。", "There is no such certificate."}, {},
                   {"一覧から選び直してください。", "Choose it from the list."});
  };
  return office.gate.perform<certificate_list_operation>(acting, work);
}

Result<std::vector<Hold>> list_holds(RequestOffice& office, const notice::Acting& acting) {
  const auto work = [&](const Permit<hold_list_operation>& permit) -> Result<std::vector<Hold>> {
    const auto view = KENPO_TRY(office.database.read());
    return standing_holds(view, RequestAccess(permit));
  };
  return office.gate.perform<hold_list_operation>(acting, work);
}

Result<> put_hold(RequestOffice& office, const notice::Acting& acting, const base::PersonId& person,
                  const std::string& reason) {
  const auto work = [&](const Permit<hold_change_operation>& permit) -> Result<> {
    if (reason.empty()) {
      return refusal({"保留の理由を書いてください。", "Write the reason of the hold."},
                     {"理由のない保留はできません。", "A hold has a reason."},
                     {"訴訟、審査請求などの事情を書いてください。", "Write what it is for."});
    }
    auto transaction = KENPO_TRY(office.database.write());
    const auto staff = KENPO_TRY(acting_staff(acting));
    KENPO_TRY(add(transaction, RequestAccess(permit),
                  Hold{.person = person,
                       .reason = reason,
                       .by = staff,
                       .decided_at = office.gate.clock().now()}));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<hold_change_operation>(acting, work);
}

Result<> lift_hold(RequestOffice& office, const notice::Acting& acting, const base::CaseId& hold) {
  const auto work = [&](const Permit<hold_change_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const auto ended =
        KENPO_TRY(end_hold(transaction, RequestAccess(permit), hold, office.gate.clock().now()));
    if (ended == 0) {
      return refusal({"この保留は終わっています。", "This hold has ended."}, {},
                     {"保留の一覧を開き直してください。", "Open the list again."});
    }
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<hold_change_operation>(acting, work);
}

}  // namespace kenpo::request
