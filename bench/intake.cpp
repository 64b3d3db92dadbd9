// A month of claims of a synthetic society: the ledger is taken in first, then the claims file with
// its eligibility check is measured.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "batch/file_intake.h"
#include "bench/commands.h"
#include "bench/measure.h"
#include "bench/society.h"
#include "claim/claim_intake_act.h"
#include "synthetic/society.h"

namespace kenpo::bench {

namespace {

std::vector<std::string> files_in(const std::string& directory) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}


void take_claims(Society& society, const base::MappedFile& file) {
  const double megabytes = static_cast<double>(file.bytes().size()) / 1e6;
  claim::ClaimIntakeReport report;
  const auto taken = measure([&] {
    report = must(claim::intake_claims(society.gate(), society.database(), society.clerk(),
                                       "11_RECODEINFO_MED.CSV", file.bytes()));
  });
  const auto receipts = static_cast<double>(report.intake.receipts);
  print("kenpo: claims file", megabytes, "MB", std::to_string(report.intake.receipts) + " receipts");
  print("kenpo: intake with eligibility check", taken.wall_seconds, "s",
        std::to_string(report.intake.to_decide()) + " left for people");
  print("kenpo: intake", megabytes / taken.wall_seconds, "MB/s", "aim 1 GB in 90 s: 11.1 MB/s");
  print("kenpo: intake, processor", taken.processor_seconds * 1e6 / receipts, "us/claim");
  const auto again = measure([&] {
    must(claim::intake_claims(society.gate(), society.database(), society.clerk(),
                              "11_RECODEINFO_MED.CSV", file.bytes()));
  });
  print("kenpo: the same file again", again.wall_seconds, "s", "nothing changes");
}

}  // namespace

void intake(const std::string& directory, std::size_t members) {
  const auto files = directory + "/files";
  Society society(directory + "/society");
  const auto made = measure([&] {
    must(synthetic::make_society({.members = static_cast<int>(members),
                                  .months = 1,
                                  .last_month = society.clock().now().day().in_month().plus(-1),
                                  .insurer = Society::insurer()},
                                 files, {}));
  });
  heading("intake of a month, " + std::to_string(members) + " members");
  print("kenpo: synthetic society written", made.wall_seconds, "s");
  auto ledger = society.ledger();
  double notifications_seconds = 0;
  std::size_t notifications = 0;
  for (const auto& path : files_in(files)) {
    const auto file = must(base::MappedFile::open(path));
    const auto kind = batch::recognise(file.bytes());
    if (kind == batch::FileKind::claims_insurer) {
      print("kenpo: ledger and notifications", notifications_seconds, "s",
            std::to_string(notifications) + " files");
      print("kenpo: peak memory before the claims", peak_megabytes(), "MB");
      take_claims(society, file);
      continue;
    }
    if (kind != batch::FileKind::ledger && kind != batch::FileKind::notifications) continue;
    ++notifications;
    notifications_seconds += measure([&] {
      must(batch::take_in(ledger, society.clerk(), base::Plain::file(path), file.bytes(), {}));
    }).wall_seconds;
  }
  // A mapped file counts to the memory of a process while its pages are in the system's cache.
  print("kenpo: peak memory, with the mapped file", peak_megabytes(), "MB", "aim 1,024");
  std::filesystem::remove_all(files);
}

}  // namespace kenpo::bench
