#include "eligibility/person_store.h"

#include "base/width.h"

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

Result<> put(store::Transaction& transaction, const PersonAccess& access, const Person& person,
             base::Date from, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<person_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {person.id, store::not_withdrawn},
      [&](const store::Record<person_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<person_table>(transaction, access, *old, now));
  KENPO_TRY(store::insert<person_table>(transaction, access, person_draft(person, from, now)));
  return base::Done{};
}

Result<std::optional<Person>> find_person(const store::View& view, const PersonAccess& access,
                                          const base::PersonId& id, base::Moment known_at) {
  return store::find<person_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2", "ORDER BY row_id DESC"},
      {id, known_at}, person_from);
}

Result<std::vector<Person>> look_alikes(const store::View& view, const PersonAccess& access,
                                        std::string_view name_kana, base::Date born) {
  return store::list<person_table>(
      view, access, {"look_alike = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {store::blind<person_table>(view, look_alike_key(name_kana, born)), store::not_withdrawn},
      person_from);
}

}  // namespace kenpo::eligibility
