// A month of claims taken in, each receipt checked against the ledger. The ledger is put straight
// into the store and the claims are made to fit it; one in two hundred names a number that nobody
// has. All receipts have the shape of the format's sample: an outpatient month of about 23 lines.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/mapped_file.h"
#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/population.h"
#include "claim/claim_intake_act.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"

namespace kenpo::bench {

namespace {

constexpr std::size_t receipt_bytes = 1431;  // of the sample
constexpr std::size_t unknown_each = 200;
constexpr std::size_t people_an_establishment = 250;

/// So many digits, zeros in front: a receipt's own number in the file.
std::string digits(std::size_t number, std::size_t length) {
  auto text = std::to_string(number);
  return std::string(length - std::min(length, text.size()), '0') + text;
}

void write_claims(const std::string& path, const Population& people, std::size_t receipts) {
  format::claim::Writer writer(format::claim::Form::insurer);
  auto draft = format::claim::sample_receipt();
  draft.insurer_number = std::string(Society::insurer().text());
  std::FILE* file = std::fopen(path.c_str(), "wb");
  KENPO_REQUIRE(file != nullptr);
  for (std::size_t at = 0; at < receipts; ++at) {
    const auto& insured = people.on_claims[at % people.on_claims.size()];
    draft.management_number = "26041300" + digits(at, 8);
    draft.symbol = insured.symbol;
    draft.number = at % unknown_each == 0 ? "99999" : insured.number;
    draft.born = insured.born;
    draft.male = insured.male;
    writer.receipt(draft);
    KENPO_REQUIRE(std::fwrite(writer.bytes().data(), 1, writer.bytes().size(), file) ==
                  writer.bytes().size());
    writer.bytes().clear();
  }
  writer.end();
  KENPO_REQUIRE(writer.faults().empty() && std::fclose(file) == 0);
}

}  // namespace

void intake(const std::string& directory, std::size_t megabytes) {
  Society society(directory);
  const auto receipts = megabytes * 1'000'000 / receipt_bytes;
  const auto people =
      populate(society, {.insured = receipts,
                         .establishments = receipts / people_an_establishment + 1});
  const auto path = directory + "/claims.csv";
  write_claims(path, people, receipts);
  const auto file = must(base::MappedFile::open(path));
  const double size = static_cast<double>(file.bytes().size()) / 1e6;
  heading("intake of a month, " + std::to_string(receipts) + " receipts, as many insured");
  print("kenpo: peak memory before the claims", peak_megabytes(), "MB");
  claim::ClaimIntakeReport report;
  const auto take = [&] {
    report = must(claim::intake_claims(society.gate(), society.database(), society.clerk(),
                                       "claims.csv", file));
  };
  const auto taken = measure(take);
  print("kenpo: claims file", size, "MB");
  print("kenpo: intake with eligibility check", taken.wall_seconds, "s",
        std::to_string(report.intake.to_decide()) + " left for people");
  print("kenpo: intake", size / taken.wall_seconds, "MB/s", "aim 900,000 receipts in 60 s: 16.7");
  print("kenpo: intake, processor",
        taken.processor_seconds * 1e6 / static_cast<double>(receipts), "us/claim");
  print("kenpo: peak memory", peak_megabytes(), "MB", "aim 1,536");
  print("kenpo: the same file again", measure(take).wall_seconds, "s", "nothing changes");
}

}  // namespace kenpo::bench
