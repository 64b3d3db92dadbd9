// Bank transfer files (全銀協 総合振込, 種別 21): bytes to payments and back.
// Layout and rules: docs/formats/transfer.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yen.h"
#include "format/transfer/bank_text.h"
#include "format/transfer/layout.h"

namespace kenpo::format::transfer {

/// 預金種目. The sender has no savings account.
enum class AccountKind : std::uint8_t { ordinary = 1, current = 2, savings = 4, other = 9 };
/// 新規コード of the payee in the bank's register.
enum class PayeeState : std::uint8_t { unchanged = 0, first_time = 1, changed = 2 };
/// 振込指定区分.
enum class Channel : std::uint8_t { not_said = 0, wire = 7, letter = 8 };

/// The header: who pays and when. Texts are UTF-8 in the spelling of bank files (bank_text.h).
struct Sender {
  std::string client_code;  // 委託者コード, ten digits
  std::string client_name;  // up to 40 bytes
  int month = 1;            // 取組日: the day on which the banks pay
  int day = 1;
  std::string bank_code;    // four digits
  std::string bank_name;    // up to 15 bytes, may be empty
  std::string branch_code;  // three digits
  std::string branch_name;  // up to 15 bytes, may be empty
  std::optional<AccountKind> account_kind;
  std::string account_number;  // seven digits; may be empty

  friend bool operator==(const Sender&, const Sender&) = default;
};

/// One data record.
struct Payment {
  std::string bank_code;       // four digits
  std::string bank_name;       // up to 15 bytes, may be empty
  std::string branch_code;     // three digits
  std::string branch_name;     // up to 15 bytes, may be empty
  std::string clearing_house;  // 手形交換所番号, four digits or empty
  AccountKind account_kind = AccountKind::ordinary;
  std::string account_number;  // seven digits
  std::string payee;           // up to 30 bytes, not empty
  base::Yen amount;            // 1 to 9,999,999,999
  PayeeState payee_state = PayeeState::unchanged;
  std::string customer_code_1;     // up to 10 bytes; empty where there is EDI information
  std::string customer_code_2;     // the same
  std::optional<std::string> edi;  // up to 20 bytes without comma; sets the mark Y
  Channel channel = Channel::not_said;

  friend bool operator==(const Payment&, const Payment&) = default;
};

/// How the bytes around the records are. Banks differ; a file is written back as it was read.
struct Framing {
  bool lines = true;          // CR LF behind every record (122 bytes)
  bool last_line_end = true;  // also behind the last
  bool end_mark = false;      // one 0x1A at the end

  friend bool operator==(const Framing&, const Framing&) = default;
};

struct TransferFile {
  Sender sender;
  std::vector<Payment> payments;
  Framing framing;

  /// The sum of the payments of a file that was read or could be written: under 10^12 yen.
  base::Yen total() const;
  friend bool operator==(const TransferFile&, const TransferFile&) = default;
};

/// Is this the beginning of a transfer file (total, salary or bonus transfer)? Needs the first 121
/// bytes.
bool looks_like(std::string_view prefix);

/// The whole file, or its faults in the order of its records; a place's line is the record number.
/// Refused: other kinds than 21, characters that banks do not take, amounts of 0, sums that differ
/// from the trailer, records after the trailer other than the end record.
base::Result<TransferFile> read(std::string_view bytes, const base::Plain& file);

/// The bytes, or the faults of the values: texts that are too long or not in the spelling of bank
/// files, wrong numbers of digits, amounts outside 1 to 9,999,999,999 yen. Nothing is shortened or
/// replaced. write(read(bytes)) gives the same bytes.
base::Result<std::string> write(const TransferFile& file);

/// A text for a field of `length_bytes` in the spelling of bank files. Characters without one and
/// texts that are too long are faults; `field` is their place.
base::Result<std::string> text_for(std::string_view utf8, Payee payee, std::size_t length_bytes,
                                   const base::Plain& field);

inline constexpr std::size_t payee_length_bytes = 30;

}  // namespace kenpo::format::transfer
