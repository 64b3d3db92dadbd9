// Sealed segments: one file a month of claiming in `analysis/` of the data directory. They are made
// from the claims and can be made again; no backup of the facts holds them, so that whoever is
// erased does not come back with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/fact.h"
#include "base/result.h"
#include "store/keyring.h"

namespace kenpo::analysis {

class SegmentStore {
 public:
  /// `directory`: the data directory. The keys outlive it.
  SegmentStore(std::string directory, const store::Keyring& keys);

  base::Result<> put(const Segment& segment) const;
  /// Nullopt: the month has none. Refused: damaged, sealed under another key or of another month.
  base::Result<std::optional<Segment>> find(base::Month claimed_in) const;
  /// The months that have one, the oldest first.
  std::vector<base::Month> months() const;
  base::Result<> remove(base::Month claimed_in) const;

 private:
  std::string path(base::Month claimed_in) const;
  std::string directory_;
  store::SecretKey key_;
};

}  // namespace kenpo::analysis
