// Returned claims (返戻), requests for re-examination (再審査等申し出) and their results: the rows that
// stand behind a receipt's own, as records.
//
// Texts are UTF-8. Codes are those of docs/formats/claim.md: 返戻区分, 理由番号, 理由内容, 申出機関,
// 審査結果. Dates and texts may be empty where the field is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace kenpo::format::reexamination {

/// HR: why a receipt goes back to its provider.
struct ReturnReason {
  base::Month processed_in;
  char kind = '1';        // 返戻区分
  std::string treatment;  // 診療識別 of what is objected to
  std::string code;       // 返戻事由コード
  std::string reason;     // full width, at most 500 characters
  std::string supplement;
  std::string search_number;
  std::string other_search_number;  // of several receipts (複数レセプト検索番号)
  std::string details;              // 返戻対象明細 of DPC

  friend bool operator==(const ReturnReason&, const ReturnReason&) = default;
};

/// RT: a row of the receipt that a request is about, or refers to.
struct Target {
  enum class Role : std::uint8_t { objected, referred };  // 1 対象, 2 参照
  Role role = Role::objected;
  std::uint32_t number = 1;  // 理由対象一連番号
  std::uint32_t row = 0;     // 行番号 in the receipt
  std::uint16_t branch = 0;

  friend bool operator==(const Target&, const Target&) = default;
};

/// JR: another receipt to look at beside it (縦覧).
struct Beside {
  char kind = '1';  // 1 electronic, 2 paper, 3 paper for reference
  std::string search_number;
  std::string file_number;  // 整理番号等

  friend bool operator==(const Beside&, const Beside&) = default;
};

/// MD with its RT and JR: one request of the insurer about one receipt.
struct Request {
  std::uint32_t number = 1;  // 申し出一連番号
  std::optional<base::Date> received_on;
  std::string file_number;  // 整理番号: 支払基金 takes 17 digits
  std::uint32_t times = 1;  // 請求回数
  std::string reason;       // 理由番号, six digits
  std::string reason_note;
  std::optional<base::Date> day;  // 理由年月日1, for example the day of the loss
  std::optional<base::Date> other_day;
  std::string detail;        // 理由内容
  std::string detail_text;   // full width, at most 250 characters
  std::string detail_note;
  bool tells_provider = false;  // 医療機関等連絡
  std::string own_use;          // 保険者等使用欄
  std::vector<Target> targets;
  std::vector<Beside> beside;

  friend bool operator==(const Request&, const Request&) = default;
};

/// MK: what the reviewing organisation decided on a request.
struct Outcome {
  std::uint32_t number = 1;  // 申し出一連番号
  std::optional<base::Date> received_on;
  std::string requester;  // 申出機関, three digits
  base::Month processed_in;
  std::string changed_reason;  // 変更理由番号
  std::string result;          // 審査結果, three digits
  std::string message;         // 連絡
  std::vector<std::string> upheld_reasons;  // 原審どおり理由, at most three
  std::string insurer_number;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

inline constexpr std::size_t requests_limit = 999;  // 申し出一連番号 has three digits
inline constexpr std::size_t upheld_reasons_limit = 3;

}  // namespace kenpo::format::reexamination
