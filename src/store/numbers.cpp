#include "store/numbers.h"

#include "notice/stops.h"
#include "store/box.h"
#include "store/engine.h"
#include "store/fault.h"

namespace kenpo::store {

using base::Done;
using base::IndividualNumber;
using base::PersonId;
using base::Result;

namespace {

constexpr int numbers_cache_kibibytes = 4 * 1024;
constexpr KeyClass numbers_class = KeyClass::individual_number();

constexpr const char* number_table =
    "CREATE TABLE IF NOT EXISTS individual_number (subject_id TEXT NOT NULL PRIMARY KEY,"
    " number_blind BLOB NOT NULL, generation BIGINT NOT NULL, sealed BLOB NOT NULL);"
    "CREATE INDEX IF NOT EXISTS individual_number__number_blind"
    " ON individual_number (number_blind)";

std::string bound_to(const PersonId& person) {
  return "kenpo individual number 1" + std::string(person.text());
}

std::string_view view(const BlindIndex& index) {
  return {reinterpret_cast<const char*>(index.data()), index.size()};
}

}  // namespace

NumberStore::NumberStore(std::unique_ptr<Connection> file, Keyring& keys)
    : file_(std::move(file)), keys_(&keys) {}
NumberStore::~NumberStore() = default;

Result<std::unique_ptr<NumberStore>> NumberStore::open(const std::string& directory,
                                                       Keyring& keys) {
  SecretKey pages = keys.page_key("numbers");
  auto opened = connect(directory + "/numbers.db", pages, keys.cipher(), Opening::create,
                        numbers_cache_kibibytes);
  wipe(pages.data(), pages.size());
  auto file = KENPO_TRY(std::move(opened));
  KENPO_TRY(file->run(number_table));
  return std::unique_ptr<NumberStore>(new NumberStore(std::move(file), keys));
}

Result<> NumberStore::begin(const NumberAccess& access, const PersonId& person) {
  if (!access.in_force()) return notice::withdrawn_fault();
  if (access.stopped(person)) return notice::stopped_fault();
  access.recorder().touched(person);
  return Done{};
}

Result<> NumberStore::write(const NumberAccess& access, const PersonId& person,
                            const IndividualNumber& number) {
  KENPO_TRY(begin(access, person));
  const DataKey key = KENPO_TRY(keys_->key_for_sealing(person, numbers_class));
  const BlindIndex blind = keys_->blind(numbers_class, number.open_for_sealing());
  std::string sealed;
  seal_box(key.key, number.open_for_sealing(), bound_to(person), sealed);
  auto statement = KENPO_TRY(
      file_->lease("INSERT INTO individual_number (subject_id, number_blind, generation, sealed)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id) DO UPDATE"
                   " SET number_blind = $2, generation = $3, sealed = $4"));
  statement->bind_text(1, person.text());
  statement->bind_blob(2, view(blind));
  statement->bind(3, std::int64_t{key.generation});
  statement->bind_blob(4, sealed);
  KENPO_TRY(statement->step());
  return Done{};
}

template <typename Write>
Result<> NumberStore::transact(const NumberAccess& access, Write write_all) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t losses = keys_->losses();
  KENPO_TRY(file_->begin_writing());
  const auto done = [&]() -> Result<> {
    KENPO_TRY(write_all());
    KENPO_TRY(keys_->flush());
    if (keys_->losses() != losses) return disk_full_fault();
    KENPO_TRY(access.recorder().make_durable());
    return file_->run("COMMIT");
  }();
  if (!done.ok()) (void)file_->run("ROLLBACK");
  return done;
}

Result<> NumberStore::put(const NumberAccess& access, const PersonId& person,
                          const IndividualNumber& number) {
  return transact(access, [&] { return write(access, person, number); });
}

Result<> NumberStore::put_all(const NumberAccess& access, std::span<const PersonNumber> numbers) {
  if (numbers.empty()) return Done{};
  return transact(access, [&]() -> Result<> {
    for (const auto& [person, number] : numbers) KENPO_TRY(write(access, person, number));
    return Done{};
  });
}

Result<bool> NumberStore::has(const NumberAccess& access, const PersonId& person) {
  const std::lock_guard lock(mutex_);
  KENPO_TRY(begin(access, person));
  auto statement =
      KENPO_TRY(file_->lease("SELECT generation FROM individual_number WHERE subject_id = $1"));
  statement->bind_text(1, person.text());
  if (!KENPO_TRY(statement->step())) return false;
  const auto key = KENPO_TRY(keys_->key_for_opening(person, numbers_class));
  return key && key->generation == statement->field(0).number;
}

Result<std::optional<IndividualNumber>> NumberStore::open(const NumberAccess& access,
                                                          const PersonId& person) {
  const std::lock_guard lock(mutex_);
  KENPO_TRY(begin(access, person));
  auto statement = KENPO_TRY(
      file_->lease("SELECT generation, sealed FROM individual_number WHERE subject_id = $1"));
  statement->bind_text(1, person.text());
  if (!KENPO_TRY(statement->step())) return std::optional<IndividualNumber>();
  const auto key = KENPO_TRY(keys_->key_for_opening(person, numbers_class));
  if (!key || key->generation > statement->field(0).number) {
    if (!KENPO_TRY(keys_->erased(person, numbers_class))) return key_missing_fault();
    return std::optional<IndividualNumber>();
  }
  std::string digits;
  if (!open_box(key->key, statement->field(1).text, bound_to(person), digits)) {
    return damaged_fault();
  }
  auto number = IndividualNumber::parse(digits);
  wipe(digits.data(), digits.size());
  if (!number) return damaged_fault();
  return number;
}

Result<std::optional<PersonId>> NumberStore::find(const NumberAccess& access,
                                                  const IndividualNumber& number) {
  const std::lock_guard lock(mutex_);
  if (!access.in_force()) return notice::withdrawn_fault();
  const BlindIndex blind = keys_->blind(numbers_class, number.open_for_sealing());
  auto statement = KENPO_TRY(file_->lease(
      "SELECT subject_id FROM individual_number WHERE number_blind = $1 ORDER BY subject_id"));
  statement->bind_blob(1, view(blind));
  while (KENPO_TRY(statement->step())) {
    const auto person = PersonId::parse(statement->field(0).text);
    if (!person) return damaged_fault();
    // The row of an erased person may have come back with a backup.
    if (!KENPO_TRY(keys_->key_for_opening(*person, numbers_class))) continue;
    access.recorder().touched(*person);
    return person;
  }
  return std::optional<PersonId>();
}

Result<std::vector<std::pair<PersonId, PersonId>>> NumberStore::sharing(
    const NumberAccess& access) {
  const std::lock_guard lock(mutex_);
  if (!access.in_force()) return notice::withdrawn_fault();
  auto statement = KENPO_TRY(file_->lease(
      "SELECT one.subject_id, other.subject_id FROM individual_number one"
      " JOIN individual_number other ON other.number_blind = one.number_blind"
      " AND one.subject_id < other.subject_id ORDER BY one.subject_id, other.subject_id"));
  std::vector<std::pair<PersonId, PersonId>> found;
  const auto stands = [&](const PersonId& person) -> Result<bool> {
    if (access.stopped(person)) return false;
    // The row of an erased person may have come back with a backup.
    return KENPO_TRY(keys_->key_for_opening(person, numbers_class)).has_value();
  };
  while (found.size() < sharing_limit && KENPO_TRY(statement->step())) {
    const auto one = PersonId::parse(statement->field(0).text);
    const auto other = PersonId::parse(statement->field(1).text);
    if (!one || !other) return damaged_fault();
    if (!KENPO_TRY(stands(*one)) || !KENPO_TRY(stands(*other))) continue;
    access.recorder().touched(*one);
    access.recorder().touched(*other);
    found.emplace_back(*one, *other);
  }
  return found;
}

Result<> NumberStore::remove(const NumberAccess& access, const PersonId& person) {
  auto statement = KENPO_TRY(file_->lease("DELETE FROM individual_number WHERE subject_id = $1"));
  statement->bind_text(1, person.text());
  KENPO_TRY(statement->step());
  KENPO_TRY(access.recorder().make_durable());
  return file_->run("COMMIT");
}

Result<> NumberStore::forget(const SubjectAccess& access) {
  const std::lock_guard lock(mutex_);
  access.touched(access.subject().as_person());
  KENPO_TRY(access.recorder().make_durable());
  auto statement = KENPO_TRY(file_->lease("DELETE FROM individual_number WHERE subject_id = $1"));
  statement->bind_text(1, access.subject().text());
  KENPO_TRY(statement->step());
  return file_->settle();
}

Result<ErasureRecord> NumberStore::erase(const NumberAccess& access, const PersonId& person,
                                         const base::StaffId& by, base::Moment now) {
  const std::lock_guard lock(mutex_);
  KENPO_TRY(begin(access, person));
  KENPO_TRY(file_->begin_writing());
  auto done = remove(access, person);
  if (!done.ok()) {
    (void)file_->run("ROLLBACK");
    return std::move(done).faults();
  }
  KENPO_TRY(file_->settle());
  return keys_->erase(person, numbers_class, by, now);
}

}  // namespace kenpo::store
