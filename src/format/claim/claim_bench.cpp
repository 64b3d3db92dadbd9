// Speed of reading and checking claims: a file of about 300 MB is made in memory and read.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "format/claim/claim_samples.h"
#include "format/claim/reader.h"
#include "format/claim/writer.h"

namespace {

using namespace kenpo::format::claim;

class Counter : public Receiver {
 public:
  kenpo::base::Result<> receipt(const Receipt& receipt) override {
    points += receipt.decided_head->points;
    findings += receipt.findings.size();
    return kenpo::base::Done{};
  }
  std::int64_t points = 0;
  std::size_t findings = 0;
};

/// Processor time: other programs on the machine do not count.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string make_file(Form form, std::size_t bytes) {
  Writer writer(form);
  ReceiptDraft draft = sample_receipt();
  writer.begin(draft.provider, draft.claimed_in);
  for (int number = 0; writer.bytes().size() < bytes; ++number) {
    draft.number = std::to_string(number % 100000);
    draft.corrections = number % 50 == 0 ? sample_corrections() : std::vector<CorrectionDraft>{};
    writer.receipt(draft);
  }
  writer.end();
  return std::move(writer.bytes());
}

int measure(Form form, const char* name, std::size_t bytes) {
  double from = seconds();
  const std::string file = make_file(form, bytes);
  const double megabytes = static_cast<double>(file.size()) / 1e6;
  std::printf("%s: written %.0f MB at %.0f MB/s\n", name, megabytes,
              megabytes / (seconds() - from));
  for (int run = 0; run < 3; ++run) {
    Counter counter;
    from = seconds();
    const auto summary = read_claims(file, form, counter);
    const double taken = (seconds() - from);
    if (!summary.ok()) {
      std::printf("%s\n", tell(summary.faults().front(), kenpo::base::Language::english).c_str());
      return 1;
    }
    std::printf("%s: %.0f MB/s, %.2f M lines/s, %llu receipts, %zu findings\n", name,
                megabytes / taken, static_cast<double>(summary->lines) / taken / 1e6,
                static_cast<unsigned long long>(summary->receipts), counter.findings);
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t megabytes = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 300;
  const std::size_t bytes = megabytes * 1'000'000;
  return measure(Form::insurer, "insurer", bytes) + measure(Form::provider, "provider", bytes);
}
