#include "store/keyring.h"

#include <sodium.h>

#include "store/fault.h"
#include "store/keyring_inside.h"
#include "store/master_key.h"

namespace kenpo::store {

using base::Done;
using base::Result;

std::optional<SubjectId> SubjectId::parse(std::string_view text) {
  if (!base::parse_id(text)) return std::nullopt;
  return SubjectId(text);
}

SubjectId::SubjectId(std::string_view text) {
  const auto parsed = base::parse_id(text);
  KENPO_REQUIRE(parsed.has_value());
  text_ = *parsed;
}

base::PersonId SubjectId::as_person() const { return *base::PersonId::parse(text()); }

Keyring::Keyring(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Keyring::~Keyring() {
  const std::lock_guard lock(inside_->mutex);
  (void)inside_->flush_held();
}

Result<std::unique_ptr<Keyring>> Keyring::create(const std::string& directory, Cipher cipher) {
  KENPO_REQUIRE(sodium_init() >= 0);
  const std::string folder = directory + "/keys";
  if (!make_private_folder(directory) || !make_private_folder(folder)) return cannot_open_fault();
  auto inside =
      std::make_unique<Inside>(KENPO_TRY(create_master_key(folder + "/master.key")), cipher);
  inside->directory = directory;
  KENPO_TRY(inside->open_file(folder, Opening::create));
  return std::unique_ptr<Keyring>(new Keyring(std::move(inside)));
}

Result<std::unique_ptr<Keyring>> Keyring::open(const std::string& directory, Cipher cipher) {
  KENPO_REQUIRE(sodium_init() >= 0);
  const std::string folder = directory + "/keys";
  auto inside =
      std::make_unique<Inside>(KENPO_TRY(read_master_key(folder + "/master.key")), cipher);
  inside->directory = directory;
  KENPO_TRY(inside->open_file(folder, Opening::existing));
  KENPO_TRY(inside->bury_again());
  return std::unique_ptr<Keyring>(new Keyring(std::move(inside)));
}

Result<DataKey> Keyring::key_for_sealing(const SubjectId& subject, KeyClass key_class) {
  if (const auto cached = inside_->cache.find(subject, key_class)) return *cached;
  const std::lock_guard lock(inside_->mutex);
  const auto found = KENPO_TRY(inside_->load(subject, key_class));
  if (found.key) return *found.key;
  return inside_->make(subject, key_class);
}

Result<std::optional<DataKey>> Keyring::key_for_opening(const SubjectId& subject,
                                                        KeyClass key_class) {
  if (const auto cached = inside_->cache.find(subject, key_class)) return {cached};
  const std::lock_guard lock(inside_->mutex);
  return KENPO_TRY(inside_->load(subject, key_class)).key;
}

Result<bool> Keyring::erased(const SubjectId& subject, KeyClass key_class) {
  const std::lock_guard lock(inside_->mutex);
  if (KENPO_TRY(inside_->subject_erased(subject))) return true;
  const auto found = KENPO_TRY(inside_->load(subject, key_class));
  return found.generation.has_value() && (!found.key || *found.generation > 0);
}

Result<> Keyring::flush() {
  const std::lock_guard lock(inside_->mutex);
  return inside_->flush_held();
}

std::uint64_t Keyring::losses() const { return inside_->losses.load(); }

Result<Commitment> Keyring::commitment_of(const SubjectId& subject) {
  const DataKey salt = KENPO_TRY(key_for_sealing(subject, KeyClass::audit_salt()));
  return short_mac(salt.key, subject.text());
}

BlindIndex Keyring::blind(KeyClass key_class, std::string_view value) const {
  const auto& keys = inside_->classes[key_class.code()];
  KENPO_REQUIRE(keys.known);
  return short_mac(keys.index, value);
}

SecretKey Keyring::page_key(std::string_view name) const {
  return derive_key(inside_->master, "kenpo pages of " + std::string(name));
}

Cipher Keyring::cipher() const { return inside_->cipher; }

Result<> Keyring::warm(KeyClass key_class) {
  const std::lock_guard lock(inside_->mutex);
  if (!inside_->warmed.insert(key_class.code()).second) return Done{};
  const auto& keys = inside_->classes[key_class.code()];
  auto statement = KENPO_TRY(inside_->file->lease(
      "SELECT subject, generation, wrapped FROM data_key "
      "WHERE class = $1 AND wrapped IS NOT NULL LIMIT $2"));
  statement->bind(1, std::int64_t{key_class.code()});
  statement->bind(2, static_cast<std::int64_t>(cached_keys_limit));
  std::string plain;
  while (KENPO_TRY(statement->step())) {
    const auto subject = SubjectId::parse(statement->field(0).text);
    if (!subject) return damaged_fault();
    DataKey key{.key = {}, .generation = static_cast<std::uint8_t>(statement->field(1).number)};
    if (!open_box(keys.wrapping, statement->field(2).text, subject->text(), plain) ||
        plain.size() != key.key.size()) {
      return damaged_fault();
    }
    std::copy(plain.begin(), plain.end(), key.key.begin());
    inside_->cache.put(*subject, key_class, key);
  }
  wipe(plain.data(), plain.size());
  return Done{};
}

}  // namespace kenpo::store
