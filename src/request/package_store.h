// Redactions and packages in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "request/redaction.h"
#include "request/request_store.h"

namespace kenpo::request {

inline constexpr store::Table redaction_table{.name = "request_redaction",
                                              .japanese = "開示しない項目",
                                              .subject = store::Subject::person,
                                              .statute = notice::Statute::request_of_person,
                                              .untimed = store::Untimed::event,
                                              .clear = {{"case_id", store::Kind::id},
                                                        {"table_name", store::Kind::text},
                                                        {"row_number", store::Kind::integer},
                                                        {"column_name", store::Kind::text},
                                                        {"ground", store::Kind::integer},
                                                        {"at", store::Kind::moment},
                                                        {"by", store::Kind::id}},
                                              .personal = {{"words", store::Kind::text}},
                                              .indexes = {{.columns = {"case_id"}}}};

/// A row at the preparation and another at the release: the newest stands.
inline constexpr store::Table package_table{
    .name = "request_package",
    .japanese = "開示の資料",
    .subject = store::Subject::person,
    .statute = notice::Statute::request_of_person,
    .untimed = store::Untimed::event,
    .clear = {{"case_id", store::Kind::id},
              {"prepared_at", store::Kind::moment},
              {"prepared_by", store::Kind::id},
              {"rows", store::Kind::integer},
              {"redactions", store::Kind::integer},
              {"released_at", store::Kind::moment, store::Presence::optional},
              {"released_by", store::Kind::id, store::Presence::optional}},
    .personal = {{"passphrase", store::Kind::text}},
    .indexes = {{.columns = {"case_id"}}}};

/// Redactions of one case are at most so many: more is a refusal, not a redaction.
inline constexpr std::size_t redactions_limit = 1000;

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const Redaction& redaction);
base::Result<std::vector<Redaction>> redactions_of(const store::View& view,
                                                   const RequestAccess& access,
                                                   const base::CaseId& id);

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const Package& package);
/// The newest package of the case.
base::Result<std::optional<Package>> package_of(const store::View& view,
                                                const RequestAccess& access,
                                                const base::CaseId& id);

}  // namespace kenpo::request
