// What both fuzzers of claims files hold the reader to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/require.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"

namespace kenpo::format::claim {

/// Keeps the bytes and counts the receipts.
class FuzzReceiver : public Receiver {
 public:
  base::Result<> receipt(const Receipt& receipt) override {
    bytes += receipt.bytes;
    ++receipts;
    KENPO_REQUIRE(receipt.claimed_head != nullptr && receipt.decided_head != nullptr);
    KENPO_REQUIRE(!receipt.lines.empty());
    return base::Done{};
  }
  void between(std::string_view more) override { bytes += more; }

  std::string bytes;
  std::uint64_t receipts = 0;
};

inline void fuzz_read(std::string_view file, Form form) {
  FuzzReceiver whole;
  const auto summary = read_claims(file, form, whole);
  if (summary.ok()) {
    KENPO_REQUIRE(whole.bytes == file);
    KENPO_REQUIRE(summary->receipts == whole.receipts);
  }
  static_cast<void>(looks_like(file));

  FuzzReceiver pieces;
  Reader reader(form, pieces);
  const std::size_t chunk = 1 + file.size() / 3;
  for (std::size_t at = 0; at < file.size(); at += chunk) reader.take(file.substr(at, chunk));
  const auto again = reader.finish();
  KENPO_REQUIRE(again.ok() == summary.ok());
  if (summary.ok()) KENPO_REQUIRE(pieces.bytes == file && again->findings == summary->findings);
}

}  // namespace kenpo::format::claim
