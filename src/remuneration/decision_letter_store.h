// Letters to employers, counted, and what the second person said of each.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "remuneration/decision_letter.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// Counts and random ids only: the people are those whose decisions were known at the moment.
inline constexpr store::Table decision_letter_table{
    .name = "decision_letter",
    .japanese = "事業主への決定通知書の発行の記録",
    .untimed = store::Untimed::event,
    .clear = {{"letter", store::Kind::id},
              {"number", store::Kind::integer},
              {"establishment", store::Kind::id},
              {"kind", store::Kind::integer},
              {"month", store::Kind::month},
              {"persons", store::Kind::integer},
              {"issued_at", store::Kind::moment},
              {"issued_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"letter"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"number"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"establishment", "month"}}}};

/// What the second person said of a letter. Only added to.
inline constexpr store::Table letter_release_table{
    .name = "decision_letter_release",
    .japanese = "事業主への決定通知書の承認の記録",
    .untimed = store::Untimed::event,
    .clear = {{"letter", store::Kind::id},
              {"state", store::Kind::integer},
              {"persons", store::Kind::integer},
              {"answered_at", store::Kind::moment},
              {"answered_by", store::Kind::id}},
    .indexes = {{.columns = {"letter"}, .uniqueness = store::Uniqueness::one}}};

base::Result<> add(store::Transaction& transaction, const IssuedLetter& letter);
/// Keeps `state`, `decided_at` and `decided_by` of the letter, with its count.
base::Result<> add_release(store::Transaction& transaction, const IssuedLetter& letter);
base::Result<std::optional<IssuedLetter>> find_letter(const store::View& view,
                                                      const LetterId& id);
/// Those of an establishment, the newest first.
base::Result<std::vector<IssuedLetter>> letters_of(const store::View& view,
                                                   const base::EstablishmentId& establishment);
/// The newest first: `count` after the first `skipped`.
base::Result<std::vector<IssuedLetter>> list_letters(const store::View& view,
                                                     std::int64_t skipped, std::int64_t count);
base::Result<std::int64_t> count_letters(const store::View& view);

}  // namespace kenpo::remuneration
