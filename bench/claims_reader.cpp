// The claims reader on one core: a file of receipts is made, then parsed and validated.
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/mapped_file.h"
#include "bench/commands.h"
#include "bench/measure.h"
#include "format/claim/claim_samples.h"
#include "format/claim/reader.h"
#include "format/claim/writer.h"

namespace kenpo::bench {

namespace {

namespace claim = format::claim;

constexpr int rounds = 3;
constexpr int corrected_each = 50;  // about 2 % of receipts come back corrected

class Counter final : public claim::Receiver {
 public:
  base::Result<> receipt(const claim::Receipt& receipt) override {
    points_ += receipt.decided_head->points;
    return base::Done{};
  }
  std::int64_t points() const { return points_; }

 private:
  std::int64_t points_ = 0;
};

void write_file(const std::string& path, std::size_t bytes) {
  claim::Writer writer(claim::Form::insurer);
  auto draft = claim::sample_receipt();
  writer.begin(draft.provider, draft.claimed_in);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  KENPO_REQUIRE(file != nullptr);
  const auto put = [&] {
    const auto size = std::fwrite(writer.bytes().data(), 1, writer.bytes().size(), file);
    KENPO_REQUIRE(size == writer.bytes().size());
    writer.bytes().clear();
    return size;
  };
  std::size_t written = 0;
  for (int number = 0; written < bytes; ++number) {
    draft.number = std::to_string(number % 100'000);
    draft.corrections = number % corrected_each == 0 ? claim::sample_corrections()
                                                     : std::vector<claim::CorrectionDraft>{};
    writer.receipt(draft);
    written += put();
  }
  writer.end();
  put();
  KENPO_REQUIRE(std::fclose(file) == 0);
}

}  // namespace

void claims_reader(const std::string& directory, std::size_t megabytes) {
  std::filesystem::create_directories(directory);
  const auto path = directory + "/11_RECODEINFO_MED.CSV";
  write_file(path, megabytes * 1'000'000);
  const auto file = must(base::MappedFile::open(path));
  const double size = static_cast<double>(file.bytes().size()) / 1e6;
  heading("claims reader, " + std::to_string(megabytes) + " MB, one core");
  for (int round = 0; round < rounds; ++round) {
    Counter counter;
    claim::Summary summary;
    const auto taken = measure([&] {
      summary = must(claim::read_claims(file.bytes(), claim::Form::insurer, counter));
    });
    KENPO_REQUIRE(counter.points() > 0);
    print("kenpo: parse and validate", size / taken.wall_seconds, "MB/s",
          std::to_string(summary.receipts) + " receipts; aim 500");
    print("kenpo: the same by processor time", size / taken.processor_seconds, "MB/s");
  }
  claims_by_duckdb(path);
}

}  // namespace kenpo::bench
