// Checks a log from its files alone: every entry, hash, tile, signature, key and older checkpoint.
// tools/verify-log does the same without any code of this program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "notice/checkpoint.h"

namespace kenpo::notice {

/// What was checked and found right.
struct VerifiedLog {
  Checkpoint checkpoint;
  PublicKey key;                    // of the last epoch
  std::uint64_t epochs = 1;         // how many keys the log has had
  std::uint64_t bundles = 0;        // full and partial ones under the checkpoint
  std::uint64_t tiles = 0;          // hash tiles under the checkpoint
  std::uint64_t entry_bytes = 0;
  std::uint64_t older = 0;          // older checkpoints that the log continues
  std::uint64_t not_yet_signed = 0; // leaves in the journal, beyond the checkpoint
};

/// What the open program found when it last verified the log and compared the office with it.
struct LogVerification {
  base::Moment at;
  std::uint64_t leaves = 0;  // under the checkpoint; 0 when its bytes were not found right
  base::Faults faults = {};  // none: every byte was found right, and nothing beside it is strange

  bool right() const { return faults.empty(); }
};

/// Verifies the log in the directory. `first_key` is the key of the first epoch, handed over when
/// the log was begun; `older` are signed notes kept outside. Every fault found, at most
/// faults_limit. The log may be open: what is beyond the checkpoint is counted, not judged.
base::Result<VerifiedLog> verify_log(const std::string& directory, const PublicKey& first_key,
                                     const std::vector<std::string>& older);

}  // namespace kenpo::notice
