// An address that is only opened changes nothing: a browser opens addresses ahead, by itself and
// twice. What changes anything is a form with its token. A paper leaves its line in the register of
// papers as it leaves its leaf in the log, and nothing else.
#include <set>
#include <string>
#include <utility>

#include "app/canary_for_tests.h"
#include "safeguard/register_store.h"

namespace kenpo::app::canary_tests {
namespace {

/// Operations of a GET route that do not read, and why each may: it leaves a leaf that somebody
/// was provided with something, or it shows a form to those who may send it.
struct Reasoned {
  std::string_view operation;
  std::string_view reason;
};
constexpr Reasoned reasoned[] = {
    {"request.receive", "the empty form of the intake, for whoever may send it"},
    {"employee.hire", "the empty form of a hiring, for whoever may send it"},
    {"roster.provide", "the empty form of a roster; what it makes is a form sent"},
    {"decision_file.provide", "the empty form of the file; what it makes is a form sent"},
    {"disclosure.hand_over", "the notice of purposes as a paper: the leaf says it was provided"},
    {"high_cost.letter", "the decision to one person as a paper: the leaf says it was provided"},
    {"cost_notice_run.print", "the released run as papers: the leaf says they were provided"},
    {"cost_notice.provide", "the notice to one person as a paper: the leaf says so"},
    {"inquiry.letter", "the question to a patient as a paper: the leaf says it was provided"},
    {"lapse.papers", "papers of a settlement for one person: the leaf says they were provided"},
    {"recovery.letter", "the demand to one debtor as a paper: the leaf says it was provided"},
    {"third_party.papers", "forms for one victim as a paper: the leaf says they were provided"},
    {"burden_certificate.print", "the burden of one person as a paper: the leaf says so"},
    {"voluntary.paper", "slip or certificate as a paper: the leaf says it was provided"},
};

constexpr std::size_t pages_of_a_user = 160;  // what a test may take; the shallow ones come first

class ReadingRoutes : public Canary {
 protected:
  /// Every file of facts with its size and its time of change. Left out: the log and what is made
  /// from it, the salts of the log's subjects, and the readers' own marks.
  std::set<std::string> facts() const {
    std::set<std::string> found;
    for (const auto& entry : files::recursive_directory_iterator(folder_)) {
      const auto path = entry.path().lexically_relative(folder_).string();
      const bool of_the_log =
          path.starts_with("log") || path.starts_with("access") || path.starts_with("keys");
      if (!entry.is_regular_file() || of_the_log || path.ends_with("-shm")) continue;
      found.insert(path + " " + std::to_string(entry.file_size()) + " " +
                   std::to_string(entry.last_write_time().time_since_epoch().count()));
    }
    return found;
  }

  /// The papers that stand in the register: what each opened paper adds one to.
  std::int64_t papers() {
    const auto view = office_->database().read();
    EXPECT_TRUE(view.ok());
    const auto items = safeguard::list_items(*view);
    EXPECT_TRUE(items.ok());
    return std::ranges::count_if(*items, [](const auto& item) { return item.print.has_value(); });
  }

  /// Opens everything that leads from page to page; how many were opened.
  std::size_t open_all() {
    auto before = facts();
    auto printed = papers();
    return walk(pages_of_a_user, [&](const std::string& goal, const desk::Response& answer) {
      EXPECT_NE(answer.status, 500) << goal;
      auto after = facts();
      if (after == before) return;
      EXPECT_EQ(answer.content_type, "application/pdf") << goal << " changes what is stored";
      EXPECT_EQ(papers(), printed + 1) << goal << " changes more than the register of papers";
      before = std::move(after);
      ++printed;
    });
  }
};

TEST_F(ReadingRoutes, NoGetRouteRunsAnOperationThatWrites) {
  std::set<std::string_view> met;
  for (const auto& route : router_->routes()) {
    if (route.method != desk::Method::get || route.operation == nullptr) continue;
    if (route.operation->verb == notice::Verb::read) continue;
    const auto* at = std::ranges::find(reasoned, route.operation->name, &Reasoned::operation);
    EXPECT_NE(at, std::end(reasoned))
        << route.path << " runs " << route.operation->name << ", which is no reading";
    met.insert(route.operation->name);
  }
  for (const auto& each : reasoned) {
    EXPECT_TRUE(met.contains(each.operation)) << each.operation << " is listed for nothing";
  }
}

TEST_F(ReadingRoutes, WhatIsOnlyOpenedChangesNothing) {
  enter("sekinin");
  const auto page = receive("1");
  ASSERT_TRUE(page.starts_with("/requests/")) << page;
  ASSERT_TRUE(receive("2").starts_with("/requests/"));
  for (const auto& account : accounts_) {
    enter(account.user);
    EXPECT_GT(open_all(), 20U) << account.user;
  }
}

TEST_F(ReadingRoutes, APackageIsHandedOverByItsFormAlone) {
  enter("sekinin");
  const auto page = receive("1");
  EXPECT_EQ(get(page + "/package-handovers").status, 405);
  auto without = request(desk::Method::post, page + "/package-handovers");
  EXPECT_EQ(test_support::answer_of(*desk_, without).status, 403) << "without the form's token";
}

}  // namespace
}  // namespace kenpo::app::canary_tests
