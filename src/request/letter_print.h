// The society's letters in a request: each with its reason, how to object, and the complaint desk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "print/sheet.h"
#include "request/clock.h"
#include "request/erasure.h"
#include "request/request.h"
#include "request/request_office.h"

namespace kenpo::request {

enum class Letter : std::uint8_t {
  receipt,     // 受付のお知らせ
  supplement,  // 補正・本人確認のお願い
  inquiry,     // 医療機関への照会
  extension,   // 期間延長のお知らせ
  decision,    // 決定通知
  family,      // 遺族への案内
};
inline constexpr std::size_t letters_count = 6;

std::string_view wording(Letter letter);
/// `receipt`: the name in the address.
std::string_view identifier(Letter letter);
std::optional<Letter> parse_letter(std::string_view identifier);

/// The letters that the case has: each follows from a step that was taken.
std::vector<Letter> letters_of(const CaseFile& file);

/// The letter as PDF. Refused: the case has no step for it.
base::Result<print::Printed> print_letter(Letter letter, const CaseFile& file,
                                          const std::optional<Clocks>& clocks,
                                          const LetterSender& sender, base::Moment now);

/// The two people of an erasure, by the names that the office reads.
struct TwoNames {
  std::string proposed_by;
  std::string approved_by;
};

/// 消去証明書.
base::Result<print::Printed> print_certificate(const Certificate& certificate,
                                               const TwoNames& names, const LetterSender& sender);

}  // namespace kenpo::request
