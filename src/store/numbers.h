// The sealed store of individual numbers (個人番号): a database file of its own with keys of its
// own, opened for the two purposes that the notice and the Number Act allow, and for no other.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/individual_number.h"
#include "base/result.h"
#include "notice/grant.h"
#include "store/keyring.h"
#include "store/subject_rows.h"

namespace kenpo::store {

class Connection;

/// Pairs that one look hands out: more at once is a fault of a file, to be mended first.
inline constexpr std::size_t sharing_limit = 1'000;

/// 番号法に基づく情報連携 and 住基情報との突合確認: 番号法9条, 公表事項1.
template <notice::Purpose purpose>
concept NumberPurpose = purpose == notice::Purpose::number_act_information_linkage ||
                        purpose == notice::Purpose::resident_registry_matching;

/// The right to the number store; from a Grant of any other purpose it does not compile.
class NumberAccess {
 public:
  template <notice::Purpose purpose>
    requires NumberPurpose<purpose>
  NumberAccess(const notice::Grant<purpose>& grant)
      : recorder_(&grant.recorder()),
        pair_(notice::mask_of({notice::Category::eligibility, purpose})) {}
  template <notice::Purpose purpose>
    requires(!NumberPurpose<purpose>)
  NumberAccess(const notice::Grant<purpose>&) = delete;

  notice::Recorder& recorder() const { return *recorder_; }
  bool in_force() const { return (recorder_->in_force() & pair_) != 0; }
  bool stopped(const base::PersonId& person) const {
    return recorder_->asks_stops() && recorder_->stopped(person, pair_);
  }

 private:
  notice::Recorder* recorder_;
  notice::PairMask pair_;
};

/// A person with the number.
using PersonNumber = std::pair<base::PersonId, base::IndividualNumber>;

/// `directory`/numbers.db. Each write is a transaction of its own: key, then leaf, then commit.
/// Safe to use from many threads.
class NumberStore {
 public:
  /// `keys` outlives it.
  static base::Result<std::unique_ptr<NumberStore>> open(const std::string& directory,
                                                         Keyring& keys);
  ~NumberStore();
  NumberStore(const NumberStore&) = delete;
  NumberStore& operator=(const NumberStore&) = delete;

  /// Keeps the person's number; a number kept before is replaced.
  base::Result<> put(const NumberAccess& access, const base::PersonId& person,
                     const base::IndividualNumber& number);
  /// Keeps the numbers of a file: all of them in one transaction with one leaf, or none.
  base::Result<> put_all(const NumberAccess& access, std::span<const PersonNumber> numbers);
  base::Result<bool> has(const NumberAccess& access, const base::PersonId& person);
  /// Nullopt when there is none or it was erased.
  base::Result<std::optional<base::IndividualNumber>> open(const NumberAccess& access,
                                                           const base::PersonId& person);
  /// Whose number it is, by blind index.
  base::Result<std::optional<base::PersonId>> find(const NumberAccess& access,
                                                   const base::IndividualNumber& number);
  /// People who stand with the same number, two by two, by blind index: no number is opened. At
  /// most `sharing_limit`; those of whom nothing is left, or who had the use stopped, are left out.
  base::Result<std::vector<std::pair<base::PersonId, base::PersonId>>> sharing(
      const NumberAccess& access);
  /// Removes the row of a person whose key was destroyed already (個人情報保護法35条).
  base::Result<> forget(const SubjectAccess& access);
  /// Destroys the key and removes the row (番号法20条, 個人情報保護法22条).
  base::Result<ErasureRecord> erase(const NumberAccess& access, const base::PersonId& person,
                                    const base::StaffId& by, base::Moment now);

 private:
  NumberStore(std::unique_ptr<Connection> file, Keyring& keys);
  base::Result<> begin(const NumberAccess& access, const base::PersonId& person);
  /// Keys, then the leaf, then the rows; rolled back when any of it fails.
  template <typename Write>
  base::Result<> transact(const NumberAccess& access, Write write_all);
  base::Result<> write(const NumberAccess& access, const base::PersonId& person,
                       const base::IndividualNumber& number);
  base::Result<> remove(const NumberAccess& access, const base::PersonId& person);

  std::unique_ptr<Connection> file_;
  Keyring* keys_;
  std::mutex mutex_;
};

}  // namespace kenpo::store
