#include "benefit/receipt_plus_act.h"

#include <charconv>

#include "format/claim/reader.h"

namespace kenpo::benefit {

namespace {

namespace file = format::claim;
using base::Result;
using base::Yen;

int law_code_of(std::string_view payer_number) {
  int code = 0;
  const auto digits = payer_number.substr(0, 2);  // 法別番号
  std::from_chars(digits.data(), digits.data() + digits.size(), code);
  return code;
}

class PlusReader final : public file::Receiver {
 public:
  Result<> receipt(const file::Receipt& receipt) override {
    const auto& head = *receipt.decided_head;
    if (head.charge_yen) plus.charge = Yen(*head.charge_yen);
    if (head.window_charge == "01") plus.in_kind = InKind::given;
    if (head.window_charge == "02") plus.in_kind = InKind::given_frequent;
    plus.preschool = head.kind.patient == file::Patient::preschool;
    for (std::size_t at = 0; at < head.public_payers_count; ++at) {
      const auto& payer = head.public_payers[at];
      plus.payers.push_back({law_code_of(payer.payer_number),
                             Yen(payer.points * file::yen_of_point), Yen(payer.charge_yen)});
    }
    return base::Done{};
  }
  ReceiptPlus plus;
};

}  // namespace

base::Result<ReceiptPlus> receipt_plus(std::string_view bytes) {
  PlusReader reader;
  KENPO_TRY(file::read_receipt_again(bytes, reader));
  return std::move(reader.plus);
}

}  // namespace kenpo::benefit
