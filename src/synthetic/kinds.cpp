#include "synthetic/kinds.h"

#include <string_view>

#include "synthetic/kind_receipts.h"

namespace kenpo::synthetic {

namespace {

namespace claims = format::claim;
using claims::Service;

constexpr std::size_t bytes_kept = std::size_t{1} << 20;

// So often in a thousand receipts outside hospital, and of stays.
constexpr int pharmacy_permille = 450;
constexpr int dental_permille = 200;
constexpr int nursing_permille = 6;
constexpr int group_permille = 500;

std::size_t at(Service service) { return static_cast<std::size_t>(service); }

/// The file's order among all files of the society, and its number at the reviewer.
std::string file_name(Service service, base::Month claimed_in) {
  constexpr std::string_view turns[] = {"50", "51", "52", "53", "54"};
  constexpr std::string_view numbers[] = {"11", "12", "13", "14", "16"};
  return std::string(turns[at(service)]) + "-" + claimed_in.iso() + "-" +
         std::string(numbers[at(service)]) + "_RECODEINFO_" +
         std::string(claims::row_of(service).file_mark) + ".CSV";
}

}  // namespace

KindFiles::KindFiles(const Society& society, base::Month claimed_in, Output& output)
    : output_(output),
      claimed_in_(claimed_in),
      draw_(society.plan.seed, Stream::kinds, claimed_in.index()) {}

bool KindFiles::takes_instead(const claims::ReceiptDraft& medical, ReceiptMaker::Place place,
                              Oddity oddity) {
  if (place != ReceiptMaker::Place::inpatient || !medical.corrections.empty() ||
      oddity == Oddity::two_payers) {
    return false;
  }
  // Small societies show every kind, too: the first stay is claimed by group.
  const bool drawn = draw_.chance(group_permille);
  if (!drawn && receipts_[at(Service::dpc)] > 0) return false;
  auto receipt = group_receipt(medical, draw_);
  put(receipt);
  return true;
}

void KindFiles::add_to(const claims::ReceiptDraft& medical) {
  if (medical.admitted_on) return;
  if (draw_.chance(pharmacy_permille)) {
    auto receipt = pharmacy_receipt(medical, draw_);
    put(receipt);
  }
  if (draw_.chance(dental_permille)) {
    auto receipt = dental_receipt(medical, draw_);
    put(receipt);
  }
  const bool nursed = draw_.chance(nursing_permille);
  if (nursed || receipts_[at(Service::nursing)] == 0) {
    auto receipt = nursing_receipt(medical, draw_);
    put(receipt);
  }
}

void KindFiles::put(claims::ReceiptDraft& receipt) {
  const auto service = at(receipt.service);
  auto& writer = writers_[service];
  if (!writer) {
    writer = std::make_unique<claims::Writer>(claims::Form::insurer);
    files_[service] =
        std::make_unique<OutputFile>(output_, file_name(receipt.service, claimed_in_));
  }
  // Its own numbers: month, the kind in the fifth digit, the receipt.
  auto number = std::to_string(++receipts_[service]);
  number.insert(0, 11 - number.size(), '0');
  const auto kind = std::to_string(service);
  receipt.management_number = receipt.management_number.substr(0, 4) + kind + number;
  receipt.search_number = receipt.search_number.substr(0, 6) + kind + "00000" + number;
  writer->receipt(receipt);
  if (writer->bytes().size() < bytes_kept) return;
  files_[service]->append(writer->bytes());
  writer->bytes().clear();
}

base::Result<> KindFiles::close() {
  for (std::size_t service = 0; service < claims::services_count; ++service) {
    if (!writers_[service]) continue;
    if (!writers_[service]->faults().empty()) return writers_[service]->faults();
    files_[service]->append(writers_[service]->bytes());
    KENPO_TRY(files_[service]->close());
    output_.files().receipts += static_cast<std::int64_t>(receipts_[service]);
  }
  return base::Done{};
}

}  // namespace kenpo::synthetic
