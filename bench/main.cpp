// kenpo_bench COMMAND DIRECTORY SIZE [SECONDS or TIMES]
//
// DIRECTORY must not exist yet; what is measured there is measured on its disk. tools/bench.sh runs
// every command beside its peers.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bench/commands.h"

namespace {

constexpr std::string_view usage =
    "usage: kenpo_bench COMMAND DIRECTORY SIZE [MORE]\n"
    "  reads    DIRECTORY PEOPLE [SECONDS]   audited point reads\n"
    "  claims   DIRECTORY MEGABYTES          claims reader, beside DuckDB's CSV reader\n"
    "  intake   DIRECTORY MEGABYTES          a month of claims with eligibility check\n"
    "  levy     DIRECTORY INSURED            levy of a month\n"
    "  regular  DIRECTORY INSURED            regular determination of a year\n"
    "  preview  DIRECTORY INSURED [TIMES]    effects of a change of 24 levied months\n"
    "  search   DIRECTORY MEMBERS [TIMES]    member search and ledger page\n"
    "  benefits DIRECTORY INSURED            high-cost and additional benefits of a month\n"
    "  receipts DIRECTORY HEADS [TIMES]      list of receipts with filters\n"
    "  notices  -         PAGES              medical cost notices as PDF\n"
    "  analysis -         LINES [PEER_LINES] group-by over columns, and a month's report\n"
    "  names    -         COUNT              kana names as the members have them, for the peer\n";

int refuse() {
  std::fwrite(usage.data(), 1, usage.size(), stderr);
  return 2;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4 || count > 5) return refuse();
  const std::string_view command = words[1];
  const std::string directory = words[2];
  const std::size_t size = std::strtoull(words[3], nullptr, 10);
  const std::size_t more = count == 5 ? std::strtoull(words[4], nullptr, 10) : 0;
  if (size == 0) return refuse();
  if (command == "reads") {
    kenpo::bench::reads(directory, size, more == 0 ? 5.0 : static_cast<double>(more));
  } else if (command == "claims") {
    kenpo::bench::claims_reader(directory, size);
  } else if (command == "intake") {
    kenpo::bench::intake(directory, size);
  } else if (command == "levy") {
    kenpo::bench::levy(directory, size);
  } else if (command == "regular") {
    kenpo::bench::regular(directory, size);
  } else if (command == "preview") {
    kenpo::bench::preview(directory, size, more == 0 ? 200 : more);
  } else if (command == "search") {
    kenpo::bench::search(directory, size, more == 0 ? 2000 : more);
  } else if (command == "benefits") {
    kenpo::bench::benefits(directory, size);
  } else if (command == "receipts") {
    kenpo::bench::receipts(directory, size, more == 0 ? 500 : more);
  } else if (command == "notices") {
    kenpo::bench::cost_notices(size);
  } else if (command == "analysis") {
    constexpr std::size_t peer_lines = 5'000'000;
    kenpo::bench::analysis_lines(size, more == 0 ? peer_lines : more);
  } else if (command == "names") {
    kenpo::bench::names(size);
  } else {
    return refuse();
  }
  return 0;
}
