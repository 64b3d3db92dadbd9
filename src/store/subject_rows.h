// Everything that is held about one subject, found by the declarations of the tables alone: what a
// person is shown (個人情報保護法33条) and what is removed for good (22条, 35条).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "store/seal.h"

namespace kenpo::store {

/// The right to all rows of one subject: from a Permit under answer_to_person, and for no other
/// subject than the one it was made for.
class SubjectAccess {
 public:
  template <const notice::Operation& operation>
    requires(operation.statute == notice::Statute::answer_to_person)
  SubjectAccess(const notice::Permit<operation>& permit, const SubjectId& subject)
      : recorder_(&permit.recorder()), subject_(subject) {}

  const SubjectId& subject() const { return subject_; }
  notice::Recorder& recorder() const { return *recorder_; }
  bool in_force() const { return true; }  // a statute is not withdrawn
  void touched(const base::PersonId& person) const { recorder_->touched(person); }
  bool asks_stops() const { return false; }
  bool stopped(const base::PersonId&) const { return false; }

 private:
  notice::Recorder* recorder_;
  SubjectId subject_;
};

/// One value of a row as it is kept.
struct HeldValue {
  const Column* column = nullptr;
  Part part = Part::clear;
  Raw raw;  // of kind blind: nothing, the keyed hash tells nobody anything
};

/// One row about the subject, with all its columns.
struct HeldRow {
  const Table* table = nullptr;
  RowId row;
  Times times;  // of tables with the two times
  std::vector<HeldValue> values;
};

/// The rows of the table about the access's subject, in the order in which they came, decisions
/// that were withdrawn included. A table without a subject has none.
base::Result<std::vector<HeldRow>> rows_of_subject(const View& view, const SubjectAccess& access,
                                                   const Table& table);

/// Removes the given rows of the table; a row of another subject is a broken promise. Hands back
/// how many there were.
base::Result<std::size_t> remove_rows(Transaction& transaction, const SubjectAccess& access,
                                      const Table& table, const std::vector<RowId>& rows);

/// One row as a bulk run over everybody sees it: nothing that is sealed.
struct ClearRow {
  base::PersonId person;
  RowId row;
  Times times;
  std::vector<Raw> clear;  // in the order of the declaration
};

/// The right to look through the clear columns of whole tables, to find what is to be erased: no
/// sealed column is opened. Whose rows are acted upon is told to the log by the act.
class ClearAccess {
 public:
  template <const notice::Operation& operation>
    requires(operation.statute == notice::Statute::answer_to_person)
  explicit ClearAccess(const notice::Permit<operation>&) {}
};
base::Result<> each_clear_row(const View& view, const ClearAccess& access, const Table& table,
                              const std::function<void(const ClearRow&)>& act);

/// The people of the rows that the clause finds; nothing of the rows themselves is handed out. For
/// the desk that takes a request in and asks whose data it is about.
class LookUp {
 public:
  template <const notice::Operation& operation>
    requires(covers(operation.statute, notice::Statute::request_of_person))
  explicit LookUp(const notice::Permit<operation>& permit) : recorder_(&permit.recorder()) {}

  bool in_force() const { return true; }
  void touched(const base::PersonId& person) const { recorder_->touched(person); }
  bool asks_stops() const { return false; }
  bool stopped(const base::PersonId&) const { return false; }

 private:
  notice::Recorder* recorder_;
};

/// The right to what tells one of several people of one kana name and birth date from the others,
/// for the same desk: each of them stands in its leaf.
class CandidateAccess {
 public:
  template <const notice::Operation& operation>
    requires(operation.statute == notice::Statute::request_of_person)
  CandidateAccess(const notice::Permit<operation>& permit, const SubjectId& subject)
      : recorder_(&permit.recorder()), subject_(subject) {}

  const SubjectId& subject() const { return subject_; }
  bool in_force() const { return true; }
  void touched(const base::PersonId& person) const { recorder_->touched(person); }
  bool asks_stops() const { return false; }
  bool stopped(const base::PersonId&) const { return false; }

 private:
  notice::Recorder* recorder_;
  SubjectId subject_;
};

base::Result<std::vector<base::PersonId>> subjects_of_rows(const View& view, const LookUp& look_up,
                                                           const Table& table, Clause clause,
                                                           Values values);

}  // namespace kenpo::store
