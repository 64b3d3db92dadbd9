// A copy of the facts carries its day; the due list tells of copies that should be gone.
#include "request/backup_copy_act.h"

#include <filesystem>

#include "request/backup_copy_store.h"
#include "request/case_for_tests.h"
#include "request/retention_act.h"

namespace kenpo::request {
namespace {

class BackupTest : public RequestTest {
 protected:
  base::Result<BackupCopy> back_up(const std::string& name) {
    return make_backup(society_.gate(), society_.database(), Society::scheduler(),
                       society_.directory() + "/" + name);
  }
  base::Result<> discard(const base::CaseId& copy, const std::string& proof) {
    return discard_backup(society_.gate(), society_.database(), as(officer_), copy, proof);
  }
};

TEST_F(BackupTest, ACopyCarriesTheDayByWhichItIsDiscarded) {
  const auto copy = must(back_up("one.backup"));
  EXPECT_EQ(copy.name, "one.backup") << "without its folder";
  EXPECT_EQ(copy.discard_by.iso(), "2027-02-22") << "ninety days";
  // The line is in the copy itself.
  office_.reset();
  society_.put_back(society_.directory() + "/one.backup");
  make_office();
  const auto inside = must(list_copies(must(society_.database().read())));
  ASSERT_EQ(inside.size(), 1U);
  EXPECT_EQ(inside.front().discard_by, copy.discard_by);
}

TEST_F(BackupTest, TheDueListTellsOfCopiesUntilTheyAreDiscarded) {
  const auto copy = must(back_up("one.backup"));
  const auto standing = [&] { return must(show_due_list(*office_, as(officer_))).copies; };
  EXPECT_EQ(standing().existing, 1);
  EXPECT_EQ(standing().overdue, 0);
  EXPECT_EQ(standing().last_day, copy.discard_by);
  society_.clock().set(base::start_of(copy.discard_by));
  EXPECT_EQ(standing().overdue, 0) << "on its last day";
  society_.clock().set(base::start_of(copy.discard_by.plus_days(1)));
  EXPECT_EQ(standing().overdue, 1);
  EXPECT_FALSE(discard(copy.id, "").ok()) << "no proof";
  EXPECT_FALSE(discard(base::CaseId::draw(), "裁断した").ok()) << "no such copy";
  EXPECT_FALSE(discard_backup(society_.gate(), society_.database(), as(desk_), copy.id, "裁断した")
                   .ok())
      << "the desk only sees the list";
  must(discard(copy.id, "裁断した"));
  EXPECT_FALSE(discard(copy.id, "裁断した").ok()) << "twice";
  EXPECT_EQ(standing().existing, 0);
  EXPECT_FALSE(standing().last_day.has_value());
}

TEST_F(BackupTest, ACopyThatCouldNotBeMadeIsNone) {
  EXPECT_FALSE(back_up("no such folder/one.backup").ok());
  const auto copies =
      must(list_backups(society_.gate(), society_.database(), as(desk_)));
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_TRUE(copies.front().discarded_at.has_value());
  EXPECT_FALSE(copies.front().discarded_by.has_value());
}

}  // namespace
}  // namespace kenpo::request
