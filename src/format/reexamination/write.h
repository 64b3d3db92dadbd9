// Writes files of returns, of requests for re-examination and of their results.
//
// How the rows stand in such a file is not public beyond their fields: a request is written as the
// receipt came, with its MD, RT and JR behind the last row (データ識別 3), a result with MK (4), a
// return with HR (8) between HI and HG. docs/formats/reexamination.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "format/claim/draft.h"
#include "format/claim/row.h"
#include "format/reexamination/reexamination.h"

namespace kenpo::format::reexamination {

/// Grows a file in `bytes()`. Receipts are given as they came, with their prefix (the insurer's
/// form).
class Writer {
 public:
  void request(std::string_view receipt, std::span<const Request> requests);
  void outcome(std::string_view receipt, std::span<const Outcome> outcomes);

  /// A file of returns: HI, the receipts, HG. `point_table` is that of the provider.
  void begin_returns(const claim::ProviderDraft& provider, char point_table,
                     base::Month processed_in);
  void returned(std::string_view receipt, std::int64_t points,
                std::span<const ReturnReason> reasons);
  void end_returns();

  std::string& bytes() { return bytes_; }
  /// A receipt without a prefix, codes that the tables do not hold, texts that do not fit. A file
  /// with faults must not be sent.
  const base::Faults& faults() const { return faults_; }

 private:
  void begin_receipt(std::string_view receipt, std::uint8_t data_kind);
  void put_request(const Request& request);
  void put_outcome(const Outcome& outcome);
  void put_reason(const ReturnReason& reason);
  void set_code(std::size_t seq, claim::CodeSet set, std::string_view code);
  void put();

  std::string bytes_;
  base::Faults faults_;
  claim::Row row_;
  claim::Prefix prefix_;
  std::uint32_t returned_ = 0;
  std::int64_t points_ = 0;
};

}  // namespace kenpo::format::reexamination
