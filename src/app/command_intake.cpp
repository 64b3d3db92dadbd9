// kenpo intake, kenpo make-society
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "app/command.h"
#include "app/office.h"
#include "base/clock.h"
#include "base/mapped_file.h"
#include "batch/file_intake.h"
#include "synthetic/society.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Result;

/// The files named, folders opened one level deep, in the order of their names.
std::vector<std::string> files_of(const std::vector<std::string>& given) {
  std::vector<std::string> files;
  for (const auto& path : given) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : std::filesystem::directory_iterator(path, ignored)) {
      if (entry.is_regular_file(ignored)) inside.push_back(entry.path().string());
    }
    std::ranges::sort(inside);
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

Result<batch::FileIntake> take_one(Office& office, const std::string& path,
                                   const base::TellProgress& tell) {
  const auto file = KENPO_TRY(base::MappedFile::open(path));
  auto ledger = office.ledger();
  return batch::take_in(ledger, notice::Acting{notice::ProgramActor::intake}, Plain::file(path),
                        file, tell);
}

void tell_taken(const std::string& path, const batch::FileIntake& taken, const Common& common) {
  const base::Words already =
      taken.already ? base::Words{"(受付済み)", " (taken in before)"} : base::Words{};
  say(Plain::file(path).text() + "：" + base::in(common.language, wording(taken.kind)).text() +
      base::in(common.language, already).text() + "：" +
      base::in(common.language, taken.told).text());
}

}  // namespace

int run_intake(const Common& common, const std::vector<std::string>& files) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  int status = exit_done;
  for (const auto& path : files_of(files)) {
    ProgressBar bar(common);
    const auto taken = take_one(**office, path, bar.teller());
    if (taken.ok()) {
      tell_taken(path, *taken, common);
    } else {
      status = refuse(taken.faults(), common);
    }
  }
  return status;
}

int run_make_society(const Common& common, const SocietyRequest& request) {
  ProgressBar bar(common);
  const auto last = base::SystemClock().now().day().in_month().plus(-1);
  const auto made = synthetic::make_society({.members = request.members,
                                             .months = request.months,
                                             .seed = request.seed,
                                             .last_month = last,
                                             .insurer = sample_society().insurer},
                                            request.directory, bar.teller());
  if (!made.ok()) return refuse(made.faults(), common);
  say({"架空の組合のファイルを作りました。すべて作りものです。",
       "The synthetic society's files are made. All of it is invented."},
      common);
  return exit_done;
}

}  // namespace kenpo::app
