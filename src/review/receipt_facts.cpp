#include "review/receipt_facts.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "format/claim/codes.h"
#include "format/claim/issue.h"
#include "format/claim/reader.h"

namespace kenpo::review {

namespace {

namespace file = format::claim;

PatientGroup group_of(const file::ReceiptKind& kind) {
  switch (kind.patient) {
    case file::Patient::insured: return PatientGroup::insured;
    case file::Patient::preschool: return PatientGroup::preschool;
    case file::Patient::dependent: return PatientGroup::dependent;
    case file::Patient::elderly: return PatientGroup::elderly;
    case file::Patient::elderly_seven_tenths: return PatientGroup::elderly_seven_tenths;
    case file::Patient::public_payer: return PatientGroup::public_only;
    case file::Patient::unknown: break;
  }
  return PatientGroup::unknown;
}

bool insured_pays(const file::Line& line, std::size_t seq) {
  const auto set = line.field(seq);
  return set.empty() || (file::payers_of(set[0]) & file::health_insurance_bit) != 0;
}

void read_days(const file::Line& line, std::size_t first, CountedItem& item) {
  int count = 0;
  for (std::size_t day = 0; day < days_of_a_month; ++day) {
    const auto times = line.number_in(first + day);
    if (times <= 0) continue;
    item.days |= std::uint32_t{1} << day;
    count += static_cast<int>(times);
  }
  if (item.count == 0) item.count = count;
}

/// Nobody is given more of a drug in a month; what is beyond is an error of the claim.
constexpr std::int64_t quantity_limit = 10'000'000 * 100'000LL;

std::int64_t quantity_of(const file::Line& line, std::size_t seq) {
  return std::min(base::scaled_decimal(line.field(seq), dose_decimals).value_or(0),
                  quantity_limit);
}

/// 医薬品 of a pharmacy: its points stand in the records of dispensing, its code in field 3.
void read_dispensed(const file::Line& line, ReceiptFacts& facts) {
  constexpr std::size_t payer_seq = 2;
  constexpr std::size_t code_seq = 3;
  if (line.record != file::Record::iy || line.rule->service != file::Service::pharmacy) return;
  if (!line.has(code_seq) || !insured_pays(line, payer_seq)) return;
  constexpr std::size_t quantity_seq = 4;
  facts.items.push_back({.code = std::string(line.field(code_seq)),
                         .row = line.row,
                         .branch = line.branch,
                         .drug = true,
                         .quantity_hundred_thousandths = quantity_of(line, quantity_seq)});
}

/// 診療識別: 21 内服, 22 屯服, 23 外用, 31 to 33 注射 (別表; formats of 医科).
DoseWay way_of_treatment(std::string_view treatment) {
  if (treatment == "21") return DoseWay::internal;
  if (treatment == "22") return DoseWay::as_needed;
  if (treatment == "23") return DoseWay::external;
  if (treatment.starts_with('3') && treatment != "39") return DoseWay::injection;
  return DoseWay::every;
}

/// 剤形 of a pharmacy: 1 内服, 2 内滴, 3 屯服, 4 注射, 5 外用, 6 浸煎, 7 湯, 9 材料.
DoseWay way_of_form(std::string_view form) {
  if (form == "1" || form == "2" || form == "6" || form == "7") return DoseWay::internal;
  if (form == "3") return DoseWay::as_needed;
  if (form == "4") return DoseWay::injection;
  return form == "5" ? DoseWay::external : DoseWay::every;
}

/// Gives each drug its way and, in a pharmacy, the days or times of its prescription: 診療識別 and
/// 処方基本 stand on lines before it, 調剤 beside it.
class Doses {
 public:
  explicit Doses(ReceiptFacts& facts) : facts_(facts) {}
  ~Doses() { end_prescription(); }
  Doses(const Doses&) = delete;
  Doses& operator=(const Doses&) = delete;

  /// Before the items of the line are read.
  void begin(const file::Line& line) {
    first_ = facts_.items.size();
    if (line.rule->service == file::Service::pharmacy) {
      if (line.record != file::Record::sh) return;
      end_prescription();
      constexpr std::size_t form_seq = 3;
      way_ = way_of_form(line.field(form_seq));
      return;
    }
    constexpr std::size_t treatment_seq = 2;
    const bool detail = line.record == file::Record::si || line.record == file::Record::iy ||
                        line.record == file::Record::to;
    if (detail && line.has(treatment_seq)) way_ = way_of_treatment(line.field(treatment_seq));
  }
  /// After them.
  void end(const file::Line& line) {
    const bool pharmacy = line.rule->service == file::Service::pharmacy;
    constexpr std::size_t dispensed_seq = 6;
    if (pharmacy && line.record == file::Record::cz) {
      dispensed_ += static_cast<int>(line.number_in(dispensed_seq));
    }
    if (line.record != file::Record::iy) return;
    constexpr std::size_t quantity_seq = 5;
    for (auto at = first_; at < facts_.items.size(); ++at) {
      auto& item = facts_.items[at];
      item.way = way_;
      if (!pharmacy) item.quantity_hundred_thousandths = quantity_of(line, quantity_seq);
    }
  }

 private:
  void end_prescription() {
    for (auto at = prescribed_; at < facts_.items.size(); ++at) {
      if (facts_.items[at].drug && facts_.items[at].count == 0) facts_.items[at].count = dispensed_;
    }
    prescribed_ = facts_.items.size();
    dispensed_ = 0;
  }

  ReceiptFacts& facts_;
  DoseWay way_ = DoseWay::every;
  std::size_t first_ = 0;
  std::size_t prescribed_ = 0;
  int dispensed_ = 0;
};

void read_items(const file::Line& line, ReceiptFacts& facts) {
  read_dispensed(line, facts);
  for (const auto& place : line.rule->points) {
    if (place.code == 0 || !line.has(place.code)) continue;
    if (place.payers != 0 && !insured_pays(line, place.payers)) continue;
    CountedItem item{.code = std::string(line.field(place.code)),
                     .points = place.points == 0 ? 0 : line.number_in(place.points),
                     .count = place.count == 0 ? 0 : static_cast<int>(line.number_in(place.count)),
                     .days = 0,
                     .row = line.row,
                     .branch = line.branch,
                     .drug = line.record == file::Record::iy};
    if (place.days != 0) read_days(line, place.days, item);
    facts.items.push_back(std::move(item));
  }
}

/// 傷病名コード: SY of 医科, pharmacies have none; SB of DPC, HS of dentists, SY of nurses.
std::size_t disease_seq(const file::Line& line) {
  switch (line.record) {
    case file::Record::sy: return 2;
    case file::Record::sb: return 2;
    case file::Record::hs: return 5;
    default: return 0;
  }
}

class FactsReceiver final : public file::Receiver {
 public:
  explicit FactsReceiver(ReceiptFacts& facts) : facts_(facts) {}
  base::Result<> receipt(const file::Receipt& receipt) override {
    const auto& head = *receipt.decided_head;
    facts_.group = group_of(head.kind);
    facts_.benefit_percent = head.benefit_percent;
    for (const auto& finding : receipt.findings) {
      std::string words = file::row_of(finding.issue).what_ja;
      const bool told = std::ranges::find(facts_.issues, words) != facts_.issues.end();
      if (!told) facts_.issues.push_back(std::move(words));
    }
    Doses doses(facts_);
    for (const auto& line : receipt.decided) {
      if (line.rule == nullptr) continue;
      doses.begin(line);
      read_items(line, facts_);
      doses.end(line);
      const auto seq = disease_seq(line);
      if (seq == 0 || !line.has(seq)) continue;
      facts_.diseases.push_back({std::string(line.field(seq)), line.row});
    }
    return base::Done{};
  }

 private:
  ReceiptFacts& facts_;
};

}  // namespace

const char* wording(PatientGroup group) {
  switch (group) {
    case PatientGroup::insured: return "本人";
    case PatientGroup::preschool: return "未就学";
    case PatientGroup::dependent: return "家族";
    case PatientGroup::elderly: return "高齢受給者 一般・低所得";
    case PatientGroup::elderly_seven_tenths: return "高齢受給者 7割";
    case PatientGroup::public_only: return "公費のみ";
    case PatientGroup::unknown: break;
  }
  return "不明";
}

ReceiptFacts facts_of(claim::Claim claim, std::string_view bytes) {
  ReceiptFacts facts;
  facts.claim = std::move(claim);
  FactsReceiver receiver(facts);
  if (!file::read_receipt_again(bytes, receiver).ok()) {
    facts.items.clear();
    facts.diseases.clear();
    facts.issues.clear();
  }
  return facts;
}

bool has_remark(const ReceiptFacts& receipt, std::string_view code) {
  return file::has_remark(receipt.claim.remarks, code);
}

std::uint32_t days_of(const ReceiptFacts& receipt) {
  if (receipt.claim.visit_days != 0) return receipt.claim.visit_days;
  std::uint32_t days = 0;
  for (const auto& item : receipt.items) days |= item.days;
  return days;
}

}  // namespace kenpo::review
