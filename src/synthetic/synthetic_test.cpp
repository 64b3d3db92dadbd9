// Every file of a small society through the readers, and its events through a ledger of this test.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"
#include "format/ledger_tsv/ledger_tsv.h"
#include "format/notification_csv/notification_csv.h"
#include "synthetic/society.h"

namespace kenpo::synthetic {
namespace {

namespace csv = format::notification_csv;
namespace claims = format::claim;
using base::Date;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A directory that ends with the test.
class Directory {
 public:
  explicit Directory(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              (name + "-" + std::string(base::draw_id().data(), 16))) {}
  ~Directory() { std::filesystem::remove_all(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

SocietyPlan plan_of(int members, int months, base::Month last) {
  return {.members = members,
          .months = months,
          .seed = 7,
          .last_month = last,
          .insurer = *base::InsurerNumber::parse("06139992")};
}
base::Month month_of(int year, int month) { return *base::Month::make(year, month); }

/// What the intake of notifications checks, as far as it follows from files alone.
class Ledger {
 public:
  void take(const format::ledger_tsv::LedgerFile& file) {
    for (const auto& each : file.establishments) {
      symbols_[{each.prefecture, each.county, each.office_symbol}] = each.symbol;
      EXPECT_LE(each.from, *Date::make(2016, 4, 1));
    }
    for (const auto& each : file.rates) {
      EXPECT_LE(each.insured.millionths * 2, each.total.millionths);
      rates.insert(each.kind);
    }
    for (const auto& each : file.dependents) {
      const auto& head = holder(each.symbol, each.number);
      EXPECT_LE(head.acquired, each.from);
      EXPECT_LE(each.born, each.from);
      EXPECT_LE(each.from, each.until.value_or(each.from));
      ++dependents;
      patients.insert(
          {each.symbol + "-" + each.number, each.branch, each.born.serial(), each.sex == 1});
    }
  }

  void take(const csv::NotificationFile& file) {
    const auto& office = file.head.office;
    symbol_ = symbols_.at({office.prefecture, office.county, office.symbol});
    for (const auto& record : file.records) {
      std::visit([&](const auto& content) { take(content); }, record.content);
      ++kinds[csv::form_of(record.content)];
    }
  }

  std::set<std::string> rates;
  std::map<csv::Form, int> kinds;
  int dependents = 0;
  int returns = 0;
  int brief = 0;          // acquired and lost in one month
  int bonus_of_loss = 0;  // in the month of loss
  double pay_yen = 0;
  std::set<std::tuple<std::string, int, std::int32_t, bool>> patients;

 private:
  struct Holder {
    Date born;
    Date acquired;
    std::optional<Date> lost;
  };
  Holder& holder(const std::string& symbol, const std::string& number) {
    const auto found = holders_.find(symbol + "-" + number);
    if (found == holders_.end()) throw std::out_of_range("no such number");
    return found->second;
  }
  Holder& holder(const csv::Insured& insured) {
    auto& found = holder(symbol_, insured.number);
    EXPECT_EQ(found.born, insured.born);
    return found;
  }

  void take(const csv::Acquisition& record) {
    const auto key = symbol_ + "-" + record.insured.number;
    EXPECT_FALSE(holders_.contains(key)) << "the number is in use";
    holders_[key] = {record.insured.born, record.acquired_on, std::nullopt};
    patients.insert({key, 0, record.insured.born.serial(), record.kind == csv::InsuredKind::male});
    pay_yen += static_cast<double>(std::min<std::int64_t>(record.pay_total.amount(), 1'390'000));
    if (!record.individual_number) return;
    const std::string digits(record.individual_number->open_for_sealing());
    if (const auto before = numbers_.find(digits); before != numbers_.end()) {
      EXPECT_TRUE(holders_.at(before->second).lost.has_value());
      EXPECT_LE(*holders_.at(before->second).lost, record.acquired_on);
      ++returns;
    }
    numbers_[digits] = key;
  }
  void take(const csv::Loss& record) {
    auto& found = holder(record.insured);
    EXPECT_LT(found.acquired, record.lost_on);
    EXPECT_FALSE(found.lost.has_value());
    found.lost = record.lost_on;
    if (found.acquired.in_month() == record.lost_on.in_month()) ++brief;
    const auto key = symbol_ + "-" + record.insured.number;
    if (bonuses_.contains(key + record.lost_on.in_month().iso())) ++bonus_of_loss;
  }
  void take(const csv::Dependents& record) { holder(record.insured); }
  void take(const csv::RegularDetermination& record) { holder(record.pay.insured); }
  void take(const csv::Revision& record) {
    EXPECT_LE(holder(record.pay.insured).acquired, record.pay.applies_from.plus(-3).first_day());
  }
  void take(const csv::BonusPayment& record) {
    const auto& found = holder(record.insured);
    EXPECT_LE(found.acquired, record.paid_on);
    bonuses_.insert(symbol_ + "-" + record.insured.number + record.paid_on.in_month().iso());
  }

  std::map<std::tuple<std::string, std::string, std::string>, std::string> symbols_;
  std::map<std::string, Holder> holders_;
  std::map<std::string, std::string> numbers_;
  std::set<std::string> bonuses_;
  std::string symbol_;
};

/// Counts receipts by what is odd about them.
class Counter : public claims::Receiver {
 public:
  base::Result<> receipt(const claims::Receipt& receipt) override {
    const auto& head = *receipt.decided_head;
    ++of_service[static_cast<std::size_t>(head.service)];
    if (head.service == claims::Service::medical) {
      ++receipts;
      lines += receipt.lines.size();
      institutions.insert(std::string(head.provider_code));
    }
    if (head.service == claims::Service::pharmacy) {
      prescribers.insert(std::string(head.prescriber_code));
    }
    for (const auto& finding : receipt.findings) ++findings[finding.issue];
    corrected += receipt.corrected ? 1 : 0;
    lowered += receipt.corrected && head.points < receipt.claimed_head->points ? 1 : 0;
    third_party += claims::has_remark(head.remarks, claims::third_party_remark) ? 1 : 0;
    two_payers += head.public_payers_count;
    inpatient += head.kind.stay == claims::Stay::inpatient ? 1 : 0;
    insurers.insert(std::string(head.insurer_number));
    if (!head.management_number.empty()) {
      EXPECT_TRUE(keys.insert(std::string(head.management_number)).second);
    }
    if (!head.branch.empty() && head.born) {
      heads.emplace_back(std::string(head.number), std::stoi(std::string(head.branch)),
                         head.born->serial(), head.sex == claims::Sex::male);
    }
    return base::Done{};
  }

  int receipts = 0, corrected = 0, lowered = 0, third_party = 0, two_payers = 0, inpatient = 0;
  std::array<int, claims::services_count> of_service{};
  std::set<std::string> institutions, prescribers;
  std::size_t lines = 0;
  std::map<claims::Issue, int> findings;
  std::set<std::string> insurers, keys;
  std::vector<std::tuple<std::string, int, std::int32_t, bool>> heads;
};

constexpr Date far_day = Date::of_serial(22'000);  // 2030

std::string faults_of(const base::Faults& faults) {
  std::string told;
  for (std::size_t at = 0; at < std::min<std::size_t>(faults.size(), 5); ++at) {
    told += base::tell(faults[at], base::Language::english) + "\n";
  }
  return told;
}

struct Taken {
  Ledger ledger;
  Counter counter;
};

void take_file(const std::string& name, const std::string& bytes, Taken& taken) {
  SCOPED_TRACE(name);
  if (format::ledger_tsv::looks_like(bytes)) {
    const auto file = format::ledger_tsv::read(bytes);
    ASSERT_TRUE(file.ok()) << faults_of(file.faults());
    taken.ledger.take(*file);
  } else if (csv::looks_like(bytes)) {
    const auto file = csv::read(bytes, {.today = far_day, .file = {}});
    ASSERT_TRUE(file.ok()) << faults_of(file.faults());
    EXPECT_EQ(csv::write(*file), bytes);
    taken.ledger.take(*file);
  } else {
    const auto form = claims::looks_like(bytes);
    ASSERT_TRUE(form.has_value());
    const auto read = claims::read_claims(bytes, *form, taken.counter);
    ASSERT_TRUE(read.ok()) << faults_of(read.faults());
  }
}

Taken take_all(const SocietyFiles& files, const std::string& directory) {
  Taken taken;
  for (const auto& name : files.names) {
    take_file(name, bytes_of(directory + "/" + name), taken);
  }
  return taken;
}

TEST(MakeSociety, EveryFileIsTakenInInTheOrderOfNames) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(1500, 2, month_of(2026, 7)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  EXPECT_TRUE(std::ranges::is_sorted(files->names));
  EXPECT_EQ(files->insured + files->dependents, 1500);
  const auto taken = take_all(*files, directory.path());

  const auto& ledger = taken.ledger;
  EXPECT_EQ(ledger.rates, (std::set<std::string>{"adjustment", "care", "child", "general_basic",
                                                 "general_specific"}));
  EXPECT_GE(ledger.dependents, files->dependents);
  for (const auto form : {csv::Form::acquisition, csv::Form::loss, csv::Form::regular_determination,
                          csv::Form::revision, csv::Form::bonus_payment}) {
    EXPECT_GT(ledger.kinds.at(form), 0);
  }
  EXPECT_EQ(ledger.returns, 3);  // one a month and one in the month before the plan
  EXPECT_GE(ledger.brief, 3);
  EXPECT_GE(ledger.bonus_of_loss, 3);
}

TEST(MakeSociety, TheShapeIsThatOfARealOne) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(6000, 1, month_of(2026, 9)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  const auto taken = take_all(*files, directory.path());
  const auto insured = static_cast<double>(files->insured);
  EXPECT_NEAR(static_cast<double>(files->dependents) / insured, 0.65, 0.06);
  EXPECT_NEAR(taken.ledger.pay_yen / taken.ledger.kinds.at(csv::Form::acquisition), 400'000,
              25'000);
  EXPECT_NEAR(taken.counter.receipts / 6000.0, 0.61, 0.08);
  EXPECT_NEAR(taken.counter.inpatient / 6000.0, 0.01, 0.006);
  EXPECT_NEAR(static_cast<double>(taken.counter.lines) / taken.counter.receipts, 16, 3);
}

TEST(MakeSociety, ClaimsShowEveryOddity) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(1500, 1, month_of(2026, 9)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  const auto taken = take_all(*files, directory.path());
  const auto& counter = taken.counter;
  EXPECT_EQ(counter.insurers, std::set<std::string>{"06139992"});
  EXPECT_GT(counter.third_party, 0);
  EXPECT_GT(counter.two_payers, 0);
  EXPECT_GE(counter.corrected, 2);
  EXPECT_EQ(counter.lowered, counter.corrected);
  // Characters that JIS X 0208 lacks are the only findings: totals, days and codes agree.
  for (const auto& [issue, count] : counter.findings) {
    EXPECT_EQ(issue, claims::Issue::vendor_character) << count;
  }
  EXPECT_GT(counter.findings.size(), 0U);
  std::set<std::tuple<int, std::int32_t, bool>> known;
  for (const auto& [key, branch, born, male] : taken.ledger.patients) {
    known.insert({branch, born, male});
  }
  const auto fitting = std::ranges::count_if(counter.heads, [&](const auto& head) {
    return known.contains({std::get<1>(head), std::get<2>(head), std::get<3>(head)});
  });
  const auto heads = static_cast<std::ptrdiff_t>(counter.heads.size());
  EXPECT_GT(fitting, heads * 97 / 100);
  EXPECT_LT(fitting, heads);
}

TEST(MakeSociety, AMonthHoldsClaimsOfEveryKind) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(1500, 1, month_of(2026, 9)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  const auto taken = take_all(*files, directory.path());
  for (const auto& row : claims::services()) {
    EXPECT_GT(taken.counter.of_service[static_cast<std::size_t>(row.service)], 0) << row.title;
  }
  // Every prescription leads to an institution that has claimed.
  for (const auto& code : taken.counter.prescribers) {
    EXPECT_TRUE(taken.counter.institutions.contains(code)) << code;
  }
  EXPECT_GT(taken.counter.prescribers.size(), 1U);
}

TEST(MakeSociety, TheSamePlanGivesTheSameBytes) {
  const Directory one("kenpo-society"), two("kenpo-society"), other("kenpo-society");
  auto plan = plan_of(200, 1, month_of(2026, 6));
  const auto first = make_society(plan, one.path(), {});
  const auto second = make_society(plan, two.path(), {});
  plan.seed = 8;
  const auto third = make_society(plan, other.path(), {});
  ASSERT_TRUE(first.ok() && second.ok() && third.ok());
  EXPECT_EQ(first->names, second->names);
  for (const auto& name : first->names) {
    EXPECT_EQ(bytes_of(one.path() + "/" + name), bytes_of(two.path() + "/" + name)) << name;
  }
  EXPECT_NE(bytes_of(one.path() + "/30-dependents-01.tsv"),
            bytes_of(other.path() + "/30-dependents-01.tsv"));
}

TEST(MakeSociety, TheBytesOfSeedSevenAreTheseOnEveryMachine) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(60, 1, month_of(2026, 6)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  std::string all;
  for (const auto& name : files->names) all += bytes_of(directory.path() + "/" + name);
  EXPECT_EQ(base::sha256_hex(all).substr(0, 16), "9ceadd432bdf4390");
}

/// Refused by its reader, or by what the intake checks of it.
bool refused(const std::string& bytes) {
  if (format::ledger_tsv::looks_like(bytes)) return !format::ledger_tsv::read(bytes).ok();
  if (csv::looks_like(bytes)) return !csv::read(bytes, {.today = far_day, .file = {}}).ok();
  const auto form = claims::looks_like(bytes);
  if (!form) return true;
  Counter counter;
  const auto read = claims::read_claims(bytes, *form, counter);
  return !read.ok() || counter.insurers != std::set<std::string>{"06139992"};
}

TEST(MakeSociety, BadFilesAreRefused) {
  const Directory directory("kenpo-society");
  const auto files = make_society(plan_of(300, 1, month_of(2026, 6)), directory.path(), {});
  ASSERT_TRUE(files.ok()) << faults_of(files.faults());
  EXPECT_EQ(files->bad.size(), 16U);
  const auto readme = bytes_of(directory.path() + "/bad/README.txt");
  for (const auto& name : files->bad) {
    const auto bytes = bytes_of(directory.path() + "/bad/" + name);
    EXPECT_NE(readme.find(name), std::string::npos) << name;
    // These two the readers take: the ledger tells that they say nothing new, or of nobody.
    const bool readable = name == "04-stranger.csv" || name == "31-again.csv";
    EXPECT_EQ(refused(bytes), !readable) << name;
  }
}

TEST(MakeSociety, SmallSocietiesAndLongPlans) {
  for (const auto& [members, months] : {std::pair{10, 1}, std::pair{11, 24}, std::pair{90, 24}}) {
    const Directory directory("kenpo-society");
    const auto files =
        make_society(plan_of(members, months, month_of(2026, 10)), directory.path(), {});
    ASSERT_TRUE(files.ok()) << faults_of(files.faults());
    EXPECT_EQ(files->insured + files->dependents, members);
    take_all(*files, directory.path());
  }
}

TEST(MakeSociety, RefusesPlansOutsideTheLimitsAndFullDirectories) {
  const Directory directory("kenpo-society");
  EXPECT_FALSE(make_society(plan_of(9, 1, month_of(2026, 6)), directory.path(), {}).ok());
  EXPECT_FALSE(make_society(plan_of(1'000'001, 1, month_of(2026, 6)), directory.path(), {}).ok());
  EXPECT_FALSE(make_society(plan_of(100, 0, month_of(2026, 6)), directory.path(), {}).ok());
  EXPECT_FALSE(make_society(plan_of(100, 25, month_of(2026, 6)), directory.path(), {}).ok());
  EXPECT_FALSE(make_society(plan_of(100, 1, month_of(2022, 1)), directory.path(), {}).ok());
  ASSERT_TRUE(make_society(plan_of(10, 1, month_of(2026, 6)), directory.path(), {}).ok());
  EXPECT_FALSE(make_society(plan_of(10, 1, month_of(2026, 6)), directory.path(), {}).ok());
}

}  // namespace
}  // namespace kenpo::synthetic
