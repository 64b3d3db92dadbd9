// Destroying keys, and the record that it was done.
#include <algorithm>

#include "store/fault.h"
#include "store/keyring_inside.h"
#include "store/tombstones.h"

namespace kenpo::store {

using base::Done;
using base::Result;

Result<> Keyring::Inside::destroy(const SubjectId& subject, KeyClass key_class,
                                  base::Moment now) {
  auto statement = KENPO_TRY(file->lease(
      "UPDATE data_key SET wrapped = NULL, erased_at = $3 WHERE class = $1 AND subject = $2"));
  statement->bind(1, std::int64_t{key_class.code()});
  statement->bind_text(2, subject.text());
  statement->bind(3, now.milliseconds);
  KENPO_TRY(statement->step());
  return Done{};
}

Result<> Keyring::Inside::keep(const ErasureRecord& record) {
  auto statement = KENPO_TRY(file->lease(
      "INSERT INTO erasure (certificate, commitment, erased_at, erased_by, classes,"
      " whole_subject) VALUES ($1, $2, $3, $4, $5, $6)"));
  const auto bytes = [](const auto& list) {
    if (list.empty()) return std::string_view("");  // no bytes, and not nothing
    return std::string_view(reinterpret_cast<const char*>(list.data()), list.size());
  };
  statement->bind_text(1, record.certificate.text());
  statement->bind_blob(2, bytes(record.commitment));
  statement->bind(3, record.erased_at.milliseconds);
  statement->bind_text(4, record.erased_by.text());
  statement->bind_blob(5, bytes(record.classes));
  statement->bind(6, std::int64_t{record.whole_subject});
  KENPO_TRY(statement->step());
  return Done{};
}

// The old pages leave the log of changes, too: the engine has zeroed them in the file.
Result<> Keyring::Inside::scrub() {
  file->forget();
  return file->settle();
}

Result<> Keyring::Inside::keep_tombstones(const SubjectId& subject,
                                          std::span<const KeyClass> erased,
                                          const ErasureRecord& record) {
  std::vector<Tombstone> tombstones;
  for (const KeyClass key_class : erased) {
    const auto found = KENPO_TRY(load(subject, key_class));
    if (!found.key && !record.whole_subject) continue;
    tombstones.push_back({.subject = subject,
                          .key_class = key_class.code(),
                          .generation = found.generation.value_or(0),
                          .whole_subject = record.whole_subject,
                          .erased_at = record.erased_at,
                          .certificate = record.certificate,
                          .erased_by = record.erased_by});
  }
  return append_tombstones(directory, tombstones);
}

Result<> Keyring::Inside::bury_again() {
  bool buried = false;
  for (const auto& tombstone : KENPO_TRY(read_tombstones(directory))) {
    for (const KeyClass key_class : all_key_classes()) {
      if (key_class.code() != tombstone.key_class) continue;
      const auto found = KENPO_TRY(load(tombstone.subject, key_class));
      if (!found.key || *found.generation > tombstone.generation) continue;
      KENPO_TRY(destroy(tombstone.subject, key_class, tombstone.erased_at));
      cache.drop(tombstone.subject, key_class);
      buried = true;
    }
    if (!tombstone.whole_subject) continue;
    auto statement = KENPO_TRY(file->lease(
        "INSERT INTO erased_subject (subject, erased_at) VALUES ($1, $2)"
        " ON CONFLICT (subject) DO NOTHING"));
    statement->bind_text(1, tombstone.subject.text());
    statement->bind(2, tombstone.erased_at.milliseconds);
    KENPO_TRY(statement->step());
  }
  if (buried) KENPO_TRY(scrub());
  return Done{};
}

Result<> Keyring::Inside::erase(const SubjectId& subject, std::span<const KeyClass> erased,
                                ErasureRecord& record) {
  for (const KeyClass key_class : erased) {
    if (!KENPO_TRY(load(subject, key_class)).key) continue;
    KENPO_TRY(destroy(subject, key_class, record.erased_at));
    record.classes.push_back(key_class.code());
  }
  if (record.whole_subject) {
    auto statement = KENPO_TRY(
        file->lease("INSERT INTO erased_subject (subject, erased_at) VALUES ($1, $2)"));
    statement->bind_text(1, subject.text());
    statement->bind(2, record.erased_at.milliseconds);
    KENPO_TRY(statement->step());
  }
  return keep(record);
}

namespace {

ErasureRecord record_of(const Commitment& commitment, const base::StaffId& by, base::Moment now) {
  return {.certificate = base::CaseId::draw(),
          .commitment = commitment,
          .erased_at = now,
          .erased_by = by,
          .classes = {},
          .whole_subject = false};
}

}  // namespace

Result<ErasureRecord> Keyring::erase_classes(const SubjectId& subject,
                                             std::span<const KeyClass> erased,
                                             ErasureRecord record) {
  const std::lock_guard lock(inside_->mutex);
  KENPO_TRY(inside_->flush_held());  // what others wait for does not hang on this erasure
  KENPO_TRY(inside_->keep_tombstones(subject, erased, record));
  KENPO_TRY(inside_->begin());
  auto done = inside_->erase(subject, erased, record);
  if (!done.ok()) {
    inside_->lose_waiting();
    return std::move(done).faults();
  }
  KENPO_TRY(inside_->flush_held());
  for (const KeyClass key_class : erased) inside_->cache.drop(subject, key_class);
  KENPO_TRY(inside_->scrub());
  return record;
}

Result<ErasureRecord> Keyring::erase(const SubjectId& subject, const base::StaffId& by,
                                     base::Moment now) {
  ErasureRecord record = record_of(KENPO_TRY(commitment_of(subject)), by, now);
  record.whole_subject = true;
  return erase_classes(subject, all_key_classes(), std::move(record));
}

Result<ErasureRecord> Keyring::erase(const SubjectId& subject, KeyClass key_class,
                                     const base::StaffId& by, base::Moment now) {
  return erase_classes(subject, std::span(&key_class, 1),
                       record_of(KENPO_TRY(commitment_of(subject)), by, now));
}

Result<std::vector<ErasureRecord>> Keyring::erasures() {
  const std::lock_guard lock(inside_->mutex);
  auto statement = KENPO_TRY(inside_->file->lease(
      "SELECT certificate, commitment, erased_at, erased_by, classes, whole_subject"
      " FROM erasure ORDER BY erased_at, certificate"));
  std::vector<ErasureRecord> records;
  while (KENPO_TRY(statement->step())) {
    const auto certificate = base::CaseId::parse(statement->field(0).text);
    const auto by = base::StaffId::parse(statement->field(3).text);
    const std::string_view commitment = statement->field(1).text;
    if (!certificate || !by || commitment.size() != sizeof(Commitment)) return damaged_fault();
    ErasureRecord record{.certificate = *certificate,
                         .commitment = {},
                         .erased_at = {statement->field(2).number},
                         .erased_by = *by,
                         .classes = {},
                         .whole_subject = statement->field(5).number != 0};
    std::copy(commitment.begin(), commitment.end(), record.commitment.begin());
    const std::string_view classes = statement->field(4).text;
    record.classes.assign(classes.begin(), classes.end());
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace kenpo::store
