#include "request/retention_act.h"

#include <algorithm>
#include <map>
#include <set>

#include "request/backup_copy_store.h"
#include "request/case_act.h"
#include "request/erasure_store.h"
#include "request/fault.h"
#include "request/kept_act.h"

namespace kenpo::request {

namespace {

using base::Date;
using base::PersonId;
using base::Result;
using notice::Permit;
using store::SubjectAccess;

struct DueRows {
  std::map<PersonId, std::map<const store::Table*, std::vector<store::RowId>>> people;
  std::map<RecordClass, DueLine> lines;
  std::int64_t rows = 0;  // of people without a hold
};

/// Looks through the clear columns of every table for rows whose period has ended on the day.
Result<DueRows> find_due(RequestOffice& office, const store::View& view,
                         const store::ClearAccess& clear, const std::set<PersonId>& held,
                         Date day) {
  DueRows due;
  const auto memberships = KENPO_TRY(memberships_of_all(view, clear));
  for (const auto* table : office.tables) {
    const auto record_class = class_of(*table);
    if (!record_class) continue;
    auto& line = due.lines[*record_class];
    line.record_class = *record_class;
    std::set<PersonId> people;
    base::Faults faults;
    const auto parent = parent_of(office.tables, *table);
    DaysById days;
    if (parent) {
      KENPO_TRY(store::each_clear_row(view, clear, *parent->table, [&](const store::ClearRow& row) {
        add_day(days, *parent, row.times, row.clear);
      }));
    }
    KENPO_TRY(store::each_clear_row(view, clear, *table, [&](const store::ClearRow& row) {
      line.rows += 1;
      const auto from = row_erasable_from(
          *table, row.times, made_with_parent(*table, row.times, row.clear, parent, days),
          memberships, row.person);
      if (!from.ok()) {
        if (faults.empty()) faults = from.faults();
        return;
      }
      if (!*from || **from > day) return;
      line.due += 1;
      if (!line.oldest || **from < *line.oldest) line.oldest = **from;
      if (people.insert(row.person).second) line.people += 1;
      if (held.contains(row.person)) {
        line.held += 1;
        return;
      }
      due.people[row.person][table].push_back(row.row);
      due.rows += 1;
    }));
    if (!faults.empty()) return faults;
  }
  while (due.people.size() > run_people_limit) {
    const auto last = std::prev(due.people.end());
    for (const auto& [table, rows] : last->second) {
      due.rows -= static_cast<std::int64_t>(rows.size());
    }
    due.people.erase(last);
  }
  return due;
}

Result<std::set<PersonId>> held_people(const store::View& view, const RequestAccess& access) {
  std::set<PersonId> people;
  for (const auto& hold : KENPO_TRY(standing_holds(view, access))) people.insert(hold.person);
  return people;
}

/// Removes a person's due rows; the classes of keys of which nothing is left are handed back.
Result<std::vector<store::KeyClass>> remove_due(
    RequestOffice& office, store::Transaction& transaction, const SubjectAccess& subject,
    const std::map<const store::Table*, std::vector<store::RowId>>& tables,
    Certificate& certificate) {
  std::set<std::uint8_t> touched;
  for (const auto& [table, rows] : tables) {
    certificate.rows += static_cast<std::int64_t>(
        KENPO_TRY(store::remove_rows(transaction, subject, *table, rows)));
    touched.insert(store::KeyClass::of(*table).code());
    const std::string name(table->name);
    if ((" " + certificate.tables + " ").find(" " + name + " ") != std::string::npos) continue;
    certificate.tables += (certificate.tables.empty() ? "" : " ") + name;
  }
  std::vector<store::KeyClass> empty;
  for (const auto code : touched) {
    std::optional<store::KeyClass> key_class;
    bool left = false;
    for (const auto* table : office.tables) {
      if (table->subject == store::Subject::none || table->personal.count == 0) continue;
      if (store::KeyClass::of(*table).code() != code) continue;
      key_class = store::KeyClass::of(*table);
      const auto rows = KENPO_TRY(store::rows_of_subject(transaction, subject, *table));
      left = left || !rows.empty();
    }
    if (key_class && !left) empty.push_back(*key_class);
  }
  return empty;
}

/// What is left about a person after the run.
enum class Left : std::uint8_t {
  records,  // something
  log,      // nothing but that the log leads to them
  nothing,
};
Result<Left> left_of(RequestOffice& office, const store::View& view,
                     const SubjectAccess& subject) {
  auto left = Left::nothing;
  for (const auto* table : office.tables) {
    if (table->subject != store::Subject::person) continue;
    const auto rows = KENPO_TRY(store::rows_of_subject(view, subject, *table));
    if (rows.empty()) continue;
    if (table->name != log_keeping_table.name) return Left::records;
    left = Left::log;
  }
  return left;
}

/// Of whom the last record went in this run.
struct Gone {
  std::vector<PersonId> data;  // the log still leads to them, for its own period
  std::vector<PersonId> log;   // that has ended, too
};

/// Destroys the key of the class, when there is one.
Result<> destroy(RequestOffice& office, const PersonId& person, store::KeyClass key_class,
                 const base::StaffId& staff, base::Moment now) {
  auto& keys = office.database.keys();
  if (!KENPO_TRY(keys.key_for_opening(person, key_class))) return base::Done{};
  KENPO_TRY(keys.erase(person, key_class, staff, now));
  return base::Done{};
}

/// The individual number of people of whom the last record has gone (番号法20条), and the log's salt
/// of those whose log has ended its period (個人情報保護法22条). The salts go last of all: a leaf about
/// a person without one would draw it anew.
Result<> forget_wholly(RequestOffice& office, const Permit<retention_erase_operation>& permit,
                       const Gone& gone, const base::StaffId& staff, base::Moment now) {
  for (const auto& person : gone.data) {
    KENPO_TRY(destroy(office, person, store::KeyClass::individual_number(), staff, now));
    KENPO_TRY(office.numbers.forget(SubjectAccess(permit, person)));
    office.members.remove(person);
  }
  for (const auto& person : gone.log) {
    KENPO_TRY(destroy(office, person, store::KeyClass::audit_salt(), staff, now));
  }
  return base::Done{};
}

}  // namespace

Result<DueList> show_due_list(RequestOffice& office, const notice::Acting& acting) {
  const auto work = [&](const Permit<retention_show_operation>& permit) -> Result<DueList> {
    const auto view = KENPO_TRY(office.database.read());
    const auto held = KENPO_TRY(held_people(view, RequestAccess(permit)));
    DueList list{.today = office.gate.clock().now().day(), .lines = {}};
    const auto due =
        KENPO_TRY(find_due(office, view, store::ClearAccess(permit), held, list.today));
    for (const auto& [record_class, line] : due.lines) {
      if (line.rows > 0) list.lines.push_back(line);
    }
    list.copies = standing_of(KENPO_TRY(list_copies(view)), list.today);
    list.run = KENPO_TRY(last_run(view));
    if (list.run && list.run->approved_at) list.run.reset();
    return list;
  };
  return office.gate.perform<retention_show_operation>(acting, work);
}

Result<> propose_run(RequestOffice& office, const notice::Acting& acting) {
  const auto work = [&](const Permit<retention_propose_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    auto transaction = KENPO_TRY(office.database.write());
    const auto held = KENPO_TRY(held_people(transaction, RequestAccess(permit)));
    const auto due =
        KENPO_TRY(find_due(office, transaction, store::ClearAccess(permit), held, now.day()));
    const auto waiting = KENPO_TRY(last_run(transaction));
    if (due.rows == 0 || (waiting && !waiting->approved_at)) {
      return refusal({"起案できません。", "It cannot be proposed."},
                     {"消去する記録がないか、承認を待つ起案があります。",
                      "Nothing is due, or a proposal waits."},
                     {"一覧を確かめてください。", "See the list."});
    }
    KENPO_TRY(add(transaction, RetentionRun{.proposed_at = now,
                                            .proposed_by = staff,
                                            .due_by = now.day(),
                                            .people = static_cast<std::int64_t>(due.people.size()),
                                            .rows = due.rows}));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<retention_propose_operation>(acting, work);
}

Result<Certificate> approve_run(RequestOffice& office, const notice::Acting& acting) {
  const auto work = [&](const Permit<retention_erase_operation>& permit) -> Result<Certificate> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    auto transaction = KENPO_TRY(office.database.write());
    auto run = KENPO_TRY(last_run(transaction));
    if (!run || run->approved_at || run->proposed_by == staff) {
      return refusal({"承認できません。", "It cannot be approved."},
                     {"起案がないか、あなたが起案した消去です。消去は二人で決めます。",
                      "Nothing was proposed, or you proposed it. Erasure takes two people."},
                     {"別の人が承認してください。", "Somebody else approves it."});
    }
    const auto held = KENPO_TRY(held_people(transaction, RequestAccess(permit)));
    const auto due =
        KENPO_TRY(find_due(office, transaction, store::ClearAccess(permit), held, run->due_by));
    Certificate certificate{.cause = ErasureCause::retention,
                            .erased_at = now,
                            .proposed_by = run->proposed_by,
                            .approved_by = staff,
                            .people = static_cast<std::int64_t>(due.people.size())};
    std::vector<std::pair<PersonId, store::KeyClass>> empty;
    Gone gone;
    for (const auto& [person, tables] : due.people) {
      const SubjectAccess subject(permit, person);
      for (const auto key_class :
           KENPO_TRY(remove_due(office, transaction, subject, tables, certificate))) {
        empty.emplace_back(person, key_class);
      }
      if (KENPO_TRY(left_of(office, transaction, subject)) != Left::nothing) continue;
      if (tables.contains(&log_keeping_table)) {
        gone.log.push_back(person);
        continue;
      }
      KENPO_TRY(keep_log(transaction, RequestAccess(permit), person, now.day()));
      gone.data.push_back(person);
    }
    certificate.keys = static_cast<std::int64_t>(empty.size());
    run->approved_at = now;
    run->approved_by = staff;
    KENPO_TRY(add(transaction, *run));
    KENPO_TRY(add(transaction, certificate));
    KENPO_TRY(transaction.commit(permit.recorder()));
    for (const auto& [person, key_class] : empty) {
      KENPO_TRY(office.database.keys().erase(person, key_class, staff, now));
    }
    KENPO_TRY(forget_wholly(office, permit, gone, staff, now));
    return certificate;
  };
  return office.gate.perform<retention_erase_operation>(acting, work);
}

}  // namespace kenpo::request
