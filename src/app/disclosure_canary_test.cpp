// Property 20: a canary in every personal column of every declared table, for A and for B. The
// disclosure of A holds every canary of A's and none of B's. The paper is drawn from the same
// content as the file that is searched here. A table that is added is in this test by being
// declared.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/accounts.h"
#include "app/office.h"
#include "app/tables.h"
#include "request/column_words.h"
#include "request/package_act.h"
#include "store/subject_rows.h"
#include "tests/support/paper_text.h"
#include "tests/support/sender.h"

namespace kenpo::app {
namespace {

namespace files = std::filesystem;
using base::Result;
using store::Kind;
using store::Raw;

inline constexpr notice::Operation plant_rows{.name = "test.plant_rows",
                                              .japanese = "試験の登録",
                                              .verb = notice::Verb::write,
                                              .statute = notice::Statute::answer_to_person,
                                              .runner = notice::Runner::staff_or_program};

/// `カナリアA-person-name`: long enough to stand nowhere by chance.
std::string canary(char who, const store::Table& table, const store::Column& column) {
  return std::string("カナリア") + who + "-" + std::string(table.name) + "-" +
         std::string(column.name);
}

/// A value of the column's kind; numbers of A and of B differ.
Raw value_of(char who, const store::Table& table, const store::Column& column) {
  switch (column.kind) {
    case Kind::text:
    case Kind::blob:
    case Kind::blind:
      return {column.kind == Kind::blob ? Raw::Type::blob : Raw::Type::text, 0,
              canary(who, table, column)};
    case Kind::id:
      return {Raw::Type::text, 0, std::string(base::CaseId::draw().text())};
    case Kind::date:
      return {Raw::Type::integer, who == 'A' ? 10'001 : 10'002, {}};
    default:
      return {Raw::Type::integer, who == 'A' ? 1 : 2, {}};
  }
}

store::detail::RawDraft draft_of(char who, const store::Table& table,
                                 const base::PersonId& person) {
  store::detail::RawDraft draft;
  draft.table = &table;
  draft.subject = store::SubjectId(person);
  if (table.timed == store::Timed::yes) {
    draft.times = store::Times{.valid_from = *base::Date::make(2020, 4, 1), .decided_at = {1}};
  }
  for (const auto& column : table.clear) draft.clear.push_back(value_of(who, table, column));
  for (const auto& column : table.personal) draft.personal.push_back(value_of(who, table, column));
  return draft;
}

class DisclosureCanary : public testing::Test {
 protected:
  DisclosureCanary() : folder_(files::temp_directory_path() / name()) {
    auto made = Office::create(folder_.string(), sample_society(), clock_);
    if (!made.ok()) return;
    office_ = std::move(made).value();
    const auto planted = office_->gate().perform<plant_rows>(
        notice::Acting{notice::ProgramActor::command_line},
        [&](const notice::Permit<plant_rows>& permit) { return plant(permit); });
    EXPECT_TRUE(planted.ok());
  }
  ~DisclosureCanary() override {
    office_.reset();
    files::remove_all(folder_);
  }
  static std::string name() {
    const auto drawn = base::draw_id();
    return "kenpo-disclosure-" + std::string(drawn.begin(), drawn.end());
  }

  Result<> plant(const notice::Permit<plant_rows>& permit) {
    auto transaction = KENPO_TRY(office_->database().write());
    for (const auto& [who, person] : {std::pair{'A', a_}, std::pair{'B', b_}}) {
      const store::SubjectAccess access(permit, person);
      for (const auto* table : tables()) {
        if (table->subject == store::Subject::none) continue;
        KENPO_TRY(store::detail::insert(transaction, store::AnyAccess(access),
                                        draft_of(who, *table, person)));
      }
    }
    return transaction.commit(permit.recorder());
  }

  /// The rows of A as a disclosure shows them.
  request::PackageContent content_of_a() {
    request::PackageContent content;
    const std::vector<request::Redaction> none;
    request::Shower shower(none);
    const auto read = office_->gate().perform<plant_rows>(
        notice::Acting{notice::ProgramActor::command_line},
        [&](const notice::Permit<plant_rows>& permit) -> Result<> {
          const auto view = KENPO_TRY(office_->database().read());
          const store::SubjectAccess access(permit, a_);
          for (const auto* table : tables()) {
            const auto rows = KENPO_TRY(store::rows_of_subject(view, access, *table));
            if (rows.empty() || !request::withheld_reason(*table).empty()) continue;
            content.tables.push_back(shower.shown(*table, rows));
          }
          return base::Done{};
        });
    EXPECT_TRUE(read.ok());
    return content;
  }

  base::SystemClock clock_;
  files::path folder_;
  std::unique_ptr<Office> office_;
  base::PersonId a_ = base::PersonId::draw();
  base::PersonId b_ = base::PersonId::draw();
};

TEST_F(DisclosureCanary, P20EverythingOfAAndNothingOfB) {
  ASSERT_NE(office_, nullptr);
  const auto made = request::package_files(content_of_a(), test_support::sample_sender());
  ASSERT_TRUE(made.ok());
  std::size_t sought = 0;
  for (const auto* table : tables()) {
    if (table->subject == store::Subject::none) continue;
    const bool withheld = !request::withheld_reason(*table).empty();
    for (const auto& column : table->personal) {
      if (column.kind != Kind::text && column.kind != Kind::blob) continue;
      ++sought;
      EXPECT_EQ(made->json.find(canary('A', *table, column)) != std::string::npos, !withheld)
          << table->name << "." << column.name;
    }
  }
  EXPECT_GT(sought, 40U);
  EXPECT_EQ(made->json.find("カナリアB"), std::string::npos);
  EXPECT_EQ(made->json.find(b_.text()), std::string::npos);
}

// The paper itself, as a reader's program takes its text: lines may break inside a word.
TEST_F(DisclosureCanary, P20ThePaperHoldsAAndNothingOfB) {
  if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  const auto made = request::package_files(content_of_a(), test_support::sample_sender());
  ASSERT_TRUE(made.ok());
  const auto text = test_support::text_of_paper(made->pdf);
  EXPECT_NE(text.find("カナリアA"), std::string::npos);
  EXPECT_EQ(text.find("カナリアB"), std::string::npos);
  EXPECT_EQ(text.find(b_.text()), std::string::npos);
}

// What a person is shown is named in the words of the office, not in those of the program.
TEST(DisclosureWords, P20EveryColumnOfEveryTableAboutPeopleHasALabel) {
  std::size_t named = 0;
  const auto check = [&](const store::Table& table, const store::Column& column) {
    if (column.kind == Kind::blind) return;
    ++named;
    EXPECT_NE(request::column_words(column.name), column.name)
        << table.name << "." << column.name << " (src/request/column_words.cpp)";
  };
  for (const auto* table : tables()) {
    if (table->subject == store::Subject::none || !request::withheld_reason(*table).empty()) {
      continue;
    }
    for (const auto& column : table->clear) check(*table, column);
    for (const auto& column : table->personal) check(*table, column);
  }
  EXPECT_GT(named, 300U);
}

TEST_F(DisclosureCanary, P20WhatIsWithheldIsFewAndSaysWhy) {
  std::size_t withheld = 0;
  for (const auto* table : tables()) {
    const auto reason = request::withheld_reason(*table);
    if (reason.empty()) continue;
    ++withheld;
    EXPECT_NE(reason.find("33条2項"), std::string_view::npos) << table->name;
  }
  EXPECT_EQ(withheld, 2U);
}

}  // namespace
}  // namespace kenpo::app
