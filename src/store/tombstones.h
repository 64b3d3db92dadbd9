// Which keys were destroyed, kept beside the keyring and beside the facts: when an old keyring is
// put back, what was erased is erased again before anybody reads. No personal data: a subject's id
// leads to nobody once its rows and keys are gone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "store/keyring.h"

namespace kenpo::store {

/// One class of keys of one subject that was destroyed, up to and including a generation.
struct Tombstone {
  SubjectId subject;
  std::uint8_t key_class = 0;  // KeyClass code
  int generation = 0;          // newer keys live on: the category was begun again
  bool whole_subject = false;  // the subject gets no key again
  base::Moment erased_at;
  base::CaseId certificate;
  base::StaffId erased_by;
};

/// `directory`/erasures/tombstones: a line each, appended and on the disk before keys go.
/// Format: docs/formats/tombstones.md.
std::string tombstones_path(const std::string& directory);
base::Result<> append_tombstones(const std::string& directory,
                                 const std::vector<Tombstone>& tombstones);
/// Empty when there is no file. A line that cannot be read is a fault; a last line that was cut off
/// by a crash is passed over: its keys were not destroyed yet.
base::Result<std::vector<Tombstone>> parse_tombstones(std::string_view text);
std::string tombstone_line(const Tombstone& tombstone);
base::Result<std::vector<Tombstone>> read_tombstones(const std::string& directory);

}  // namespace kenpo::store
