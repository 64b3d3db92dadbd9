#include "app/log_verification.h"

#include <vector>

#include "store/checkpoint_memory.h"

namespace kenpo::app {

using base::Result;

Result<notice::VerifiedLog> verify_own_log(const std::string& directory,
                                           const SocietyFile& society,
                                           store::Database* database) {
  const auto signer = KENPO_TRY(notice::Signer::open(directory + "/keys/log", society.log_origin));
  std::vector<std::string> older;
  if (database != nullptr) {
    if (const auto last = KENPO_TRY(store::last_checkpoint(*database))) older.push_back(last->note);
  }
  return notice::verify_log(directory + "/log", signer.public_keys().front(), older);
}

}  // namespace kenpo::app
