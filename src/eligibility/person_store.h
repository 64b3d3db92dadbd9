// People in the store: all of it sealed; found by id, or by the keyed hash of kana and birth date.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/person.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table person_table{
    .name = "person",
    .japanese = "加入者の氏名等",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .clear = {{"look_alike", store::Kind::blind}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"sex", store::Kind::integer},
                 {"born", store::Kind::date},
                 {"postal_code", store::Kind::text},
                 {"address", store::Kind::text},
                 {"address_kana", store::Kind::text}},
    .indexes = {{.columns = {"look_alike"}}, {.columns = {"decided_at"}}}};
using PersonAccess = store::AccessTo<person_table>;

/// Adds a person, or corrects the one with the same id by a new decision valid from `from`. The
/// address of a protected person (protection.h) is kept with the protection, not here.
base::Result<> put(store::Transaction& transaction, const PersonAccess& access,
                   const Person& person, base::Date from, base::Moment now);

/// The person as the society knew them at the moment; nullopt when it did not. Of somebody who is
/// protected now no address is handed out, whatever the moment.
base::Result<std::optional<Person>> find_person(const store::View& view,
                                                const PersonAccess& access,
                                                const base::PersonId& id,
                                                base::Moment known_at);

/// People with this kana and birth date, as they stand.
base::Result<std::vector<Person>> look_alikes(const store::View& view, const PersonAccess& access,
                                              std::string_view name_kana, base::Date born);

/// Calls `act(const Person&)` for everybody as they stand, in the order in which they were added.
template <typename Act>
base::Result<std::size_t> each_person(const store::View& view, const PersonAccess& access,
                                      Act&& act);

/// Calls `act(const PersonId&, Date born)` for everybody as they stand.
template <typename Act>
base::Result<std::size_t> each_born(const store::View& view, const PersonAccess& access,
                                    Act&& act) {
  return store::each<person_table>(view, access, {"withdrawn_at = $1", "ORDER BY row_id"},
                                   {store::not_withdrawn},
                                   [&](const store::Record<person_table>& record) {
                                     act(record.subject(), record.get<base::Date>("born"));
                                   });
}

/// Calls `act(person)` for people whose data were corrected at the moment or later.
template <typename Act>
base::Result<> each_person_change(const store::View& view, const PersonAccess& access,
                                  base::Moment since, Act&& act) {
  std::vector<base::PersonId> people;
  KENPO_TRY(store::each<person_table>(view, access, {"decided_at >= $1"}, {since},
                                      [&](const store::Record<person_table>& record) {
                                        people.push_back(record.subject());
                                      }));
  for (const auto& person : people) {
    KENPO_TRY(store::each<person_table>(
        view, access, {"subject_id = $1 AND withdrawn_at >= $2 AND withdrawn_at < $3"},
        {person, since, store::not_withdrawn},
        [&](const store::Record<person_table>& record) { act(record.subject()); }));
  }
  return base::Done{};
}

/// What the keyed hash of a person is made of: the kana as search reads it, and the birth date.
std::string look_alike_key(std::string_view name_kana, base::Date born);
/// The row of the person, valid from the day, decided now.
store::Draft<person_table> person_draft(const Person& person, base::Date from, base::Moment now);

/// For each_person only.
Person person_from(const store::Record<person_table>& record);

template <typename Act>
base::Result<std::size_t> each_person(const store::View& view, const PersonAccess& access,
                                      Act&& act) {
  return store::each<person_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id"}, {store::not_withdrawn},
      [&](const store::Record<person_table>& record) { act(person_from(record)); });
}

}  // namespace kenpo::eligibility
