// Corrections in the store: the person's row with its history, statements on other rows.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "request/correction.h"
#include "request/request_store.h"
#include "store/subject_rows.h"

namespace kenpo::request {

inline constexpr store::Table statement_table{.name = "correction_statement",
                                              .japanese = "訂正の記録",
                                              .subject = store::Subject::person,
                                              .statute = notice::Statute::request_of_person,
                                              .untimed = store::Untimed::event,
                                              .clear = {{"case_id", store::Kind::id},
                                                        {"table_name", store::Kind::text},
                                                        {"row_number", store::Kind::integer},
                                                        {"column_name", store::Kind::text},
                                                        {"at", store::Kind::moment},
                                                        {"by", store::Kind::id}},
                                              .personal = {{"words", store::Kind::text}},
                                              .indexes = {{.columns = {"case_id"}}}};

/// The person as the ledger has them, and since when it has each value; nullopt: not in the ledger.
struct HeldPerson {
  eligibility::Person person;
  store::Times times;
  store::RowId row;
};
base::Result<std::optional<HeldPerson>> held_person(const store::View& view,
                                                    const store::SubjectAccess& access);

/// Since when the society has one of the values that `after` changes: the first decision of an
/// unbroken row of decisions with it. `held` is what stands.
base::Result<base::Moment> wrong_since(const store::View& view, const store::SubjectAccess& access,
                                       const HeldPerson& held, const eligibility::Person& after);
/// Whether the person's address is protected now: then it is no value of this row.
base::Result<bool> is_protected(const store::View& view, const store::SubjectAccess& access);

/// Decides the person's row anew; the decision that stood is withdrawn, and stays (34条).
base::Result<> correct_person(store::Transaction& transaction, const store::SubjectAccess& access,
                              const HeldPerson& before, const eligibility::Person& after,
                              base::Moment now);

/// People with this kana and birth date who stand in the ledger.
base::Result<std::vector<base::PersonId>> people_like(const store::View& view,
                                                      const store::LookUp& look_up,
                                                      std::string_view name_kana, base::Date born);

/// Who has or had the number 記号-番号 as an insured person, and their dependents. Nobody where the
/// text is no such number.
base::Result<std::set<base::PersonId>> people_of_number(const store::View& view,
                                                        const store::LookUp& look_up,
                                                        std::string_view number);

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const Statement& statement);
base::Result<std::vector<Statement>> statements_of(const store::View& view,
                                                   const RequestAccess& access,
                                                   const base::CaseId& id);

}  // namespace kenpo::request
