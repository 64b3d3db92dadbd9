// Files hold nothing that can be read without keys, and nothing of the erased even with them.
#include <gtest/gtest.h>

#include "store/fault.h"
#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;

const std::string canaries[] = {"カナリアイチロウ", "canary-note-7731", "canary-photo-7732",
                                "カナリアコウザ", "7733773377", "canary-hash-7734"};

void plant(Society& society, const base::PersonId& person) {
  auto transaction = must(society.data->write());
  auto draft = member_draft(person, canaries[0]);
  draft.set("note", canaries[1]).set("photo", Bytes{canaries[2]});
  draft.set_blind("number_blind", canaries[4]);
  must(insert<member_table>(transaction, society.members(), draft));
  Draft<account_table> account(person);
  account.set("holder", canaries[3]).set("number", canaries[4]).set("state", 1);
  must(insert<account_table>(transaction, society.accounts(), account));
  Draft<user_table> user(base::StaffId::draw());
  user.set("password_hash", canaries[5]).set_blind("login_blind", canaries[1]);
  must(insert<user_table>(transaction, notice::Gate::permit<sign_in>(society.recorder), user));
  must(transaction.commit(society.recorder));
}

void expect_no_canary(const std::string& folder) {
  std::size_t scanned = 0;
  for (const auto& [path, bytes] : files_under(folder)) {
    scanned += bytes.size();
    for (const std::string& canary : canaries) {
      EXPECT_EQ(bytes.find(canary), std::string::npos) << path;
    }
    // Not even the form of a database can be seen.
    EXPECT_EQ(bytes.find("CREATE TABLE"), std::string::npos) << path;
  }
  EXPECT_GT(scanned, 10'000U);
}

class FileBytes : public testing::TestWithParam<Cipher> {};

TEST_P(FileBytes, NoCanaryInAnyFile) {
  Society society(GetParam());
  const auto person = base::PersonId::draw();
  plant(society, person);
  expect_no_canary(society.folder.path());  // with the write-ahead log
  must(society.data->back_up(society.folder.path() + "/facts.backup"));
  expect_no_canary(society.folder.path());
  must(society.keys->erase(person, base::StaffId::draw(), {1}));
  society.data.reset();
  society.keys.reset();
  expect_no_canary(society.folder.path());
}

INSTANTIATE_TEST_SUITE_P(Ciphers, FileBytes, testing::Values(Cipher::aegis_256, Cipher::sqlcipher));

TEST(Erasure, ReachesBackups) {
  Society society;
  const auto gone = base::PersonId::draw();
  const auto stays = base::PersonId::draw();
  must(add_member(society, gone, "消える人"));
  must(add_member(society, stays, "残る人"));
  const std::string backup = society.folder.path() + "/facts.backup";
  must(society.data->back_up(backup));
  must(add_member(society, stays, "後の記録"));

  must(society.keys->erase(gone, base::StaffId::draw(), {1}));
  EXPECT_TRUE(must(names_of(society, gone)).empty());
  EXPECT_EQ(must(names_of(society, stays)).size(), 2U);
  EXPECT_EQ(fault_of(add_member(society, gone, "また")), subject_erased_fault());

  society.data.reset();
  must(Database::restore(backup, society.folder.path(), *society.keys));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  must(society.data->check_whole());
  EXPECT_TRUE(must(names_of(society, gone)).empty());
  EXPECT_EQ(must(names_of(society, stays)), std::vector<std::string>{"残る人"});
}

TEST(Erasure, OfOneCategoryLeavesTheOthers) {
  Society society;
  const auto person = base::PersonId::draw();
  plant(society, person);
  must(society.keys->erase(person, KeyClass(Category::eligibility), base::StaffId::draw(), {1}));
  EXPECT_TRUE(must(names_of(society, person)).empty());
  {
    const View view = must(society.data->read());
    EXPECT_EQ(must(each<account_table>(view, society.accounts(), "", {}, [](const auto&) {})), 1U);
  }
  must(add_member(society, person, "再取得"));
  EXPECT_EQ(must(names_of(society, person)), std::vector<std::string>{"再取得"});
}

TEST(Erasure, AMissingKeyIsNotAnErasure) {
  Society society;
  const auto person = base::PersonId::draw();
  must(add_member(society, person, "鍵無"));
  society.data.reset();
  society.keys.reset();
  // The keyring is put back from a day before the person came.
  const std::string keys = society.folder.path() + "/keys/keys.db";
  std::filesystem::remove(keys);
  std::filesystem::remove(keys + "-wal");
  std::ofstream(keys).close();
  society.keys = must(Keyring::open(society.folder.path()));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  EXPECT_EQ(fault_of(names_of(society, person)), key_missing_fault());
}

}  // namespace
}  // namespace kenpo::store
