// Writes claims files of both forms from drafts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "format/claim/draft.h"
#include "format/claim/layout.h"
#include "format/claim/row.h"

namespace kenpo::format::claim {

/// Writes one file piece by piece: `begin`, the receipts, `end`. The bytes grow in `bytes()`; a
/// caller that streams takes them out after each receipt.
class Writer {
 public:
  explicit Writer(Form form) : form_(form) {}

  /// The head of a provider's file (IR; YK, HM by `service`). Nothing for the insurer's form, where
  /// each receipt has its own. Once a volume, before the receipts.
  void begin(const ProviderDraft& provider, base::Month claimed_in,
             Service service = Service::medical);
  void receipt(const ReceiptDraft& draft);
  /// GO and the end mark of a provider's file; nothing for the insurer's form.
  void end();
  /// Ends a volume that is not the last: GO without totals, numbered from 01. The next volume
  /// follows with `begin`, its head numbered from 01 too (00 was the first).
  void end_volume();

  std::string& bytes() { return bytes_; }
  /// Texts that could not be written as they are; a file with faults must not be sent.
  const base::Faults& faults() const { return faults_; }

 private:
  void put(Row& row);
  void put_provider(const ProviderDraft& provider, base::Month claimed_in);
  void put_management(const ReceiptDraft& draft);
  void put_common(const ReceiptDraft& draft);
  void put_insurer(const ReceiptDraft& draft, std::int64_t points);
  void put_public_payers(const ReceiptDraft& draft);
  void put_confirmation(const ReceiptDraft& draft);
  void put_visits(const ReceiptDraft& draft);
  void put_diseases(const ReceiptDraft& draft);
  void put_detail(const DetailDraft& detail);
  void put_row(const RowDraft& draft);
  void put_total(std::string_view volume);
  void put_prescriber(const PrescriberDraft& prescriber, std::size_t from);
  void serve(Service service);
  void fill_insurer(const ReceiptDraft& draft, std::int64_t points);
  void put_corrections(const ReceiptDraft& draft);
  void put_review(const ReceiptDraft& draft);

  Form form_;
  Service service_ = Service::medical;
  std::string bytes_;
  base::Faults faults_;
  Row row_;
  Prefix prefix_;
  unsigned volume_ = 0;
  std::uint32_t receipts_ = 0;
  std::uint64_t payers_ = 0;
  std::int64_t points_ = 0;
};

/// A number of `digits` with its check digit behind (保険者番号, 医療機関コード, 公費負担者番号).
std::string with_check_digit(std::string digits);

}  // namespace kenpo::format::claim
