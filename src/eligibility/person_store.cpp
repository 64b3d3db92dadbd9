#include "eligibility/person_store.h"

#include "base/width.h"
#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

using base::Result;

std::string look_alike_key(std::string_view name_kana, base::Date born) {
  return base::search_key(name_kana) + "|" + born.compact();
}

store::Draft<person_table> person_draft(const Person& person, base::Date from, base::Moment now) {
  store::Draft<person_table> draft(person.id,
                                   store::Times{.valid_from = from, .decided_at = now});
  draft.set_blind("look_alike", look_alike_key(person.name_kana, person.born))
      .set("name", person.name)
      .set("name_kana", person.name_kana)
      .set("sex", person.sex)
      .set("born", person.born)
      .set("postal_code", person.postal_code)
      .set("address", person.address)
      .set("address_kana", person.address_kana);
  return draft;
}

Person person_from(const store::Record<person_table>& record) {
  return {.id = record.subject(),
          .name = record.get<std::string>("name"),
          .name_kana = record.get<std::string>("name_kana"),
          .sex = record.get<Sex>("sex"),
          .born = record.get<base::Date>("born"),
          .postal_code = record.get<std::string>("postal_code"),
          .address = record.get<std::string>("address"),
          .address_kana = record.get<std::string>("address_kana")};
}

namespace {

/// The record as everybody may see it: of a protected person it holds no address.
Result<Person> as_shown(const store::View& view, const PersonAccess& access, Person person) {
  if (!KENPO_TRY(standing_protection(view, access, person.id))) return person;
  person.postal_code.clear();
  person.address.clear();
  person.address_kana.clear();
  person.sheltered = Sheltered::yes;
  return person;
}

/// The address of a protected person goes into the protection and nowhere else.
Result<Person> with_address_sheltered(store::Transaction& transaction, const PersonAccess& access,
                                      const Person& person, base::Moment now) {
  auto protection = KENPO_TRY(standing_protection(transaction, access, person.id));
  if (!protection) return person;
  if (!person.address.empty() && person.address != protection->address) {
    protection->postal_code = person.postal_code;
    protection->address = person.address;
    protection->address_kana = person.address_kana;
    KENPO_TRY(put(transaction, access, *protection, now));
  }
  return as_shown(transaction, access, person);
}

}  // namespace

Result<> put(store::Transaction& transaction, const PersonAccess& access, const Person& person,
             base::Date from, base::Moment now) {
  const auto kept = KENPO_TRY(with_address_sheltered(transaction, access, person, now));
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<person_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {person.id, store::not_withdrawn},
      [&](const store::Record<person_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<person_table>(transaction, access, *old, now));
  KENPO_TRY(store::insert<person_table>(transaction, access, person_draft(kept, from, now)));
  return base::Done{};
}

Result<std::optional<Person>> find_person(const store::View& view, const PersonAccess& access,
                                          const base::PersonId& id, base::Moment known_at) {
  auto found = KENPO_TRY(store::find<person_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2", "ORDER BY row_id DESC"},
      {id, known_at}, person_from));
  if (!found) return std::optional<Person>();
  return std::optional(KENPO_TRY(as_shown(view, access, *std::move(found))));
}

Result<std::vector<Person>> look_alikes(const store::View& view, const PersonAccess& access,
                                        std::string_view name_kana, base::Date born) {
  auto found = KENPO_TRY(store::list<person_table>(
      view, access, {"look_alike = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {store::blind<person_table>(view, look_alike_key(name_kana, born)), store::not_withdrawn},
      person_from));
  std::vector<Person> shown;
  for (auto& person : found) {
    shown.push_back(KENPO_TRY(as_shown(view, access, std::move(person))));
  }
  return shown;
}

}  // namespace kenpo::eligibility
