// Property 27 on a whole invented society taken in from its files: no individual number of anybody
// is on any page or paper, of the month's payment notices, letters, lists and decisions, for any
// user; and no file of the data directory holds one in the clear.
#include "app/canary_for_tests.h"
#include "app/notice_sender.h"
#include "base/individual_number.h"
#include "base/mapped_file.h"
#include "batch/file_intake.h"
#include "batch/month_job.h"
#include "synthetic/society.h"

namespace kenpo::app::canary_tests {
namespace {

constexpr std::size_t pages_of_a_user = 220;  // what a test may take
constexpr std::size_t number_digits = 12;

/// Every run of twelve digits that is an individual number by its check digit.
std::set<std::string> numbers_in(std::string_view text) {
  std::set<std::string> found;
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == number_digits) {
      std::string digits(text.substr(at, number_digits));
      if (base::IndividualNumber::parse(digits)) found.insert(std::move(digits));
    }
    at = end + 1;
  }
  return found;
}

class CanarySociety : public Canary {
 protected:
  /// Takes in an invented society of two months and runs the last one.
  void take_in_society() {
    const auto from = folder_ / "files";
    const auto month = clock_.now().day().in_month().plus(-1);
    const auto made = synthetic::make_society({.members = 40,
                                               .months = 2,
                                               .seed = 27,
                                               .last_month = month,
                                               .insurer = sample_society().insurer},
                                              from.string(), {});
    ASSERT_TRUE(made.ok());
    const notice::Acting program{notice::ProgramActor::intake};
    for (const auto& file : made->names) {
      auto ledger = office_->ledger();
      const auto path = (from / file).string();
      auto mapped = base::MappedFile::open(path);
      ASSERT_TRUE(mapped.ok()) << file;
      // Of notifications and ledgers: claims have no individual numbers, but other long ones.
      if (file.ends_with(".csv") || file.ends_with(".tsv")) {
        const auto found = numbers_in(mapped->bytes());
        numbers_.insert(found.begin(), found.end());
      }
      const auto taken = batch::take_in(ledger, program, base::Plain::file(path), *mapped, {});
      ASSERT_TRUE(taken.ok()) << file;
    }
    files::remove_all(from);
    auto ledger = office_->ledger();
    const auto run = batch::run_month(ledger, notice::Acting{notice::ProgramActor::scheduler},
                                      {.month = month,
                                       .outbox = (folder_ / "outbox").string(),
                                       .sender = sender_of(office_->society()),
                                       .data_directory = (folder_ / "data").string(),
                                       .tell = {}});
    ASSERT_TRUE(run.ok());
  }
  /// Whose number stands in the text.
  std::size_t known_in(std::string_view text) const {
    const auto found = numbers_in(text);
    return static_cast<std::size_t>(std::ranges::count_if(
        found, [&](const std::string& each) { return numbers_.contains(each); }));
  }

  std::set<std::string> numbers_;
};

TEST_F(CanarySociety, Property27NobodysIndividualNumberIsOnAnyPageOrPaper) {
  take_in_society();
  ASSERT_GT(numbers_.size(), 10U) << "the files hold numbers to be sought";
  const bool reads_paper = test_support::reads_papers();
  std::size_t papers = 0;
  for (const auto& account : accounts_) {
    enter(account.user);
    walk(pages_of_a_user, [&](const std::string& goal, const desk::Response& answer) {
      const bool paper = answer.body.starts_with("%PDF-");
      if (paper && !reads_paper) return;
      if (paper) ++papers;
      EXPECT_EQ(known_in(paper ? text_of(answer.body) : answer.body), 0U)
          << account.user << " " << goal;
    });
  }
  for (const auto& entry : files::recursive_directory_iterator(folder_ / "outbox")) {
    if (!reads_paper || entry.path().extension() != ".pdf") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(known_in(text_of(bytes)), 0U) << entry.path().filename();
    ++papers;
  }
  EXPECT_TRUE(papers > 1 || !reads_paper) << "payment notices and letters are among them";
}

TEST_F(CanarySociety, Property30NobodysIndividualNumberIsInAnyFile) {
  take_in_society();
  desk_.reset();
  router_.reset();
  office_.reset();
  for (const auto& entry : files::recursive_directory_iterator(folder_)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(known_in(bytes), 0U) << entry.path().filename();
  }
}

}  // namespace
}  // namespace kenpo::app::canary_tests
