#include "analysis/receipt_facts.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/decimal.h"
#include "format/claim/reader.h"

namespace kenpo::analysis {

namespace {

using format::claim::Line;
using format::claim::Record;
using format::claim::Service;

constexpr std::int64_t quantity_unit = 100'000;  // five decimals
/// Nobody is given more of a drug in a month; what is beyond is an error of the claim.
constexpr std::int64_t quantity_limit = 10'000'000 * quantity_unit;

std::int64_t whole(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return std::clamp<std::int64_t>(number, 0, 100'000);
}

/// 「1.5」 in hundred thousandths.
std::int64_t quantity_of(std::string_view text) {
  constexpr int decimals = 5;
  return std::min(base::scaled_decimal(text, decimals).value_or(0), quantity_limit);
}

bool is_drug(std::string_view code) { return code.size() == 9 && code.front() == '6'; }

class Taking {
 public:
  explicit Taking(Service service) : service_(service) {}

  void take(const Line& line) {
    switch (line.record) {
      case Record::sy:
        return take_disease(line.field(2), {}, line.field(7) == "01");
      case Record::hs:
        return take_disease(line.field(5), {}, false);
      case Record::sb:
        return take_disease(line.field(2), line.field(5), line.field(6) == "01");
      case Record::si:
      case Record::to:
        return end_group(line);
      case Record::iy:
        return take_drug(line);
      case Record::sh:
        return end_prescription();
      case Record::cz:
        dispensed_ += whole(line.field(6));
        return;
      case Record::cd:
        if (is_drug(line.field(6))) {
          add(line.field(6), quantity_of(line.field(7)),
              std::max<std::int64_t>(1, whole(line.field(10))));
        }
        return;
      default:
        return;
    }
  }

  ReceiptFacts finish() {
    end_prescription();
    for (auto& drug : pending_) add(drug.code, drug.quantity_hundred_thousandths, 1);
    return std::move(facts_);
  }

 private:
  void take_disease(std::string_view code, std::string_view icd, bool main) {
    if (!facts_.disease_code.empty() && (!main || main_)) return;
    main_ = main_ || main;
    facts_.disease_code = code;
    facts_.icd = icd;
  }

  void take_drug(const Line& line) {
    if (service_ == Service::pharmacy) {
      pending_.push_back({std::string(line.field(3)), quantity_of(line.field(4))});
      return;
    }
    pending_.push_back({std::string(line.field(4)), quantity_of(line.field(5))});
    end_group(line);
  }

  /// 点数 and 回数 stand on the last line of a group (記録条件仕様 SI, IY, TO: fields 6 and 7).
  void end_group(const Line& line) {
    if (service_ == Service::pharmacy || line.field(6).empty()) return;
    const auto times = std::max<std::int64_t>(1, whole(line.field(7)));
    for (auto& drug : pending_) add(drug.code, drug.quantity_hundred_thousandths, times);
    pending_.clear();
  }

  void end_prescription() {
    if (service_ != Service::pharmacy) return;
    const auto times = std::max<std::int64_t>(1, dispensed_);
    for (auto& drug : pending_) add(drug.code, drug.quantity_hundred_thousandths, times);
    pending_.clear();
    dispensed_ = 0;
  }

  void add(std::string_view code, std::int64_t quantity, std::int64_t times) {
    if (!is_drug(code)) return;
    quantity = std::min(quantity, quantity_limit / times) * times;
    for (auto& drug : facts_.drugs) {
      if (drug.code != code) continue;
      drug.quantity_hundred_thousandths =
          std::min(quantity_limit, drug.quantity_hundred_thousandths + quantity);
      return;
    }
    facts_.drugs.push_back({std::string(code), quantity});
  }

  Service service_;
  ReceiptFacts facts_;
  bool main_ = false;
  std::vector<UsedDrug> pending_;
  std::int64_t dispensed_ = 0;
};

class Receiving final : public format::claim::Receiver {
 public:
  base::Result<> receipt(const format::claim::Receipt& receipt) override {
    Taking taking(receipt.decided_head->service);
    for (const auto& line : receipt.decided) taking.take(line);
    facts_ = taking.finish();
    return base::Done{};
  }
  ReceiptFacts facts() && { return std::move(facts_); }

 private:
  ReceiptFacts facts_;
};

}  // namespace

base::Result<ReceiptFacts> facts_of(std::string_view receipt_bytes) {
  Receiving receiving;
  KENPO_TRY(format::claim::read_receipt_again(receipt_bytes, receiving));
  return std::move(receiving).facts();
}

}  // namespace kenpo::analysis
