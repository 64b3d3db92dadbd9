// kenpo audit verify | show | checkpoint
#include <algorithm>

#include "app/command.h"
#include "app/office.h"
#include "app/society_file.h"
#include "base/clock.h"
#include "base/mapped_file.h"
#include "notice/log_reader.h"
#include "notice/log_verifier.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Result;

std::string log_directory(const Common& common) { return common.data + "/log"; }

/// The key of the log's first epoch, as it stands in the data directory. An auditor compares it
/// with the one that was handed over.
Result<notice::PublicKey> first_key(const Common& common) {
  const auto society = KENPO_TRY(read_society_file(common.data));
  const auto signer =
      KENPO_TRY(notice::Signer::open(common.data + "/keys/log", society.log_origin));
  return signer.public_keys().front();
}

Result<notice::VerifiedLog> verify(const Common& common, const std::vector<std::string>& older) {
  const auto key = KENPO_TRY(first_key(common));
  std::vector<std::string> notes;
  for (const auto& path : older) {
    notes.emplace_back(KENPO_TRY(base::MappedFile::open(path)).bytes());
  }
  return notice::verify_log(log_directory(common), key, notes);
}

}  // namespace

int run_audit_verify(const Common& common, const std::vector<std::string>& older) {
  const auto verified = verify(common, older);
  if (!verified.ok()) return refuse(verified.faults(), common);
  const auto leaves = Plain(verified->checkpoint.size);
  const auto not_signed = Plain(verified->not_yet_signed);
  say({"監査記録は正しいです。記録 " + leaves + "件、鍵の代 " + Plain(verified->epochs) +
           "、前の控え " + Plain(verified->older) + "件と一致、署名前 " + not_signed + "件。",
       "The audit log is right: " + leaves + " leaves, " + Plain(verified->epochs) +
           " key epochs, consistent with " + Plain(verified->older) + " older checkpoints, " +
           not_signed + " not yet signed."},
      common);
  return exit_done;
}

int run_audit_show(const Common& common, long long last) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  auto& log = (*office)->log();
  if (const auto signed_now = log.checkpoint(); !signed_now.ok()) {
    return refuse(signed_now.faults(), common);
  }
  const auto size = log.state().published;
  const auto count = std::min(size, static_cast<std::uint64_t>(last));
  const auto leaves = notice::read_leaves(log_directory(common), size, size - count, count);
  if (!leaves.ok()) return refuse(leaves.faults(), common);
  for (const auto& numbered : *leaves) {
    say(std::to_string(numbered.index) + "\t" + notice::encode(numbered.leaf));
  }
  return exit_done;
}

int run_audit_checkpoint(const Common& common) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  const auto checkpoint = (*office)->log().checkpoint();
  if (!checkpoint.ok()) return refuse(checkpoint.faults(), common);
  say(checkpoint->note);
  return exit_done;
}

}  // namespace kenpo::app
