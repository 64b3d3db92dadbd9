#include "remuneration/decision_letter_store.h"

#include <utility>

#include "base/require.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using LetterRecord = store::Record<decision_letter_table>;

IssuedLetter letter_from(const LetterRecord& record) {
  return {.id = record.get<LetterId>("letter"),
          .number = record.get<std::int64_t>("number"),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .kind = record.get<LetterKind>("kind"),
          .month = record.get<base::Month>("month"),
          .persons = record.get<std::int64_t>("persons"),
          .issued_at = record.get<base::Moment>("issued_at"),
          .issued_by = record.get<std::optional<base::StaffId>>("issued_by")};
}

/// With what the second person said.
Result<> complete(const store::View& view, IssuedLetter& letter) {
  KENPO_TRY(store::each<letter_release_table>(
      view, store::no_personal_data, {"letter = $1"}, {letter.id},
      [&](const store::Record<letter_release_table>& record) {
        letter.state = record.get<LetterState>("state");
        letter.decided_at = record.get<base::Moment>("answered_at");
        letter.decided_by = record.get<base::StaffId>("answered_by");
      }));
  return base::Done{};
}

Result<std::vector<IssuedLetter>> completed(const store::View& view,
                                            std::vector<IssuedLetter> letters) {
  for (auto& letter : letters) KENPO_TRY(complete(view, letter));
  return letters;
}

}  // namespace

Result<> add_release(store::Transaction& transaction, const IssuedLetter& letter) {
  KENPO_REQUIRE(letter.decided_at && letter.decided_by && letter.state != LetterState::open);
  store::Draft<letter_release_table> draft;
  draft.set("letter", letter.id)
      .set("state", letter.state)
      .set("persons", letter.persons)
      .set("answered_at", *letter.decided_at)
      .set("answered_by", *letter.decided_by);
  KENPO_TRY(store::insert<letter_release_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const IssuedLetter& letter) {
  store::Draft<decision_letter_table> draft;
  draft.set("letter", letter.id)
      .set("number", letter.number)
      .set("establishment", letter.establishment)
      .set("kind", letter.kind)
      .set("month", letter.month)
      .set("persons", letter.persons)
      .set("issued_at", letter.issued_at)
      .set("issued_by", letter.issued_by);
  KENPO_TRY(store::insert<decision_letter_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<IssuedLetter>> find_letter(const store::View& view, const LetterId& id) {
  auto letter = KENPO_TRY(store::find<decision_letter_table>(
      view, store::no_personal_data, {"letter = $1"}, {id}, letter_from));
  if (letter) KENPO_TRY(complete(view, *letter));
  return letter;
}

Result<std::vector<IssuedLetter>> letters_of(const store::View& view,
                                             const base::EstablishmentId& establishment) {
  return completed(view, KENPO_TRY(store::list<decision_letter_table>(
                             view, store::no_personal_data,
                             {"establishment = $1", "ORDER BY number DESC"}, {establishment},
                             letter_from)));
}

Result<std::vector<IssuedLetter>> list_letters(const store::View& view, std::int64_t skipped,
                                               std::int64_t count) {
  return completed(
      view, KENPO_TRY(store::list<decision_letter_table>(
                view, store::no_personal_data,
                {"number >= $1", "ORDER BY number DESC LIMIT $2 OFFSET $3"},
                {std::int64_t{1}, count, skipped}, letter_from)));
}

Result<std::int64_t> count_letters(const store::View& view) {
  return store::count<decision_letter_table>(view, store::no_personal_data, {"number >= $1"},
                                             {std::int64_t{1}});
}

}  // namespace kenpo::remuneration
