// Property 20 and 23 at the store: all rows of a subject and of nobody else; what was erased stays
// erased, whatever is put back.
#include "store/subject_rows.h"

#include <gtest/gtest.h>

#include "store/kit_for_tests.h"
#include "store/tombstones.h"

namespace kenpo::store {
namespace {

using namespace kit;

inline constexpr notice::Operation answer{.name = "test.answer",
                                          .japanese = "本人への回答(試験)",
                                          .verb = notice::Verb::erase,
                                          .statute = notice::Statute::answer_to_person};

SubjectAccess access_to(Society& society, const base::PersonId& person) {
  return {notice::Gate::permit<answer>(society.recorder), person};
}

void add_account(Society& society, const base::PersonId& person, const char* holder) {
  auto transaction = must(society.data->write());
  Draft<account_table> account(person);
  account.set("holder", holder).set("number", "7654321").set("state", 1);
  must(insert<account_table>(transaction, society.accounts(), account));
  must(transaction.commit(society.recorder));
}

std::size_t account_rows(Society& society) {
  return static_cast<std::size_t>(
      must(count<account_table>(must(society.data->read()), society.accounts(), "")));
}

TEST(SubjectRows, AreAllOfThePersonAndNobodyElses) {
  Society society;
  const auto hanako = base::PersonId::draw();
  const auto taro = base::PersonId::draw();
  must(add_member(society, hanako, "見本花子"));
  must(add_member(society, taro, "見本太郎"));
  add_account(society, hanako, "ミホンハナコ");
  const auto view = must(society.data->read());
  const auto access = access_to(society, hanako);
  const auto members = must(rows_of_subject(view, access, member_table));
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].values.size(), member_table.clear.count + member_table.personal.count);
  EXPECT_EQ(members[0].values[member_table.clear.count].raw.text, "見本花子");
  EXPECT_EQ(must(rows_of_subject(view, access, account_table)).size(), 1U);
  EXPECT_TRUE(must(rows_of_subject(view, access, holiday_table)).empty());
}

TEST(SubjectRows, AreRemovedAndOthersStay) {
  Society society;
  const auto hanako = base::PersonId::draw();
  add_account(society, hanako, "ミホンハナコ");
  add_account(society, base::PersonId::draw(), "ミホンタロウ");
  const auto access = access_to(society, hanako);
  auto transaction = must(society.data->write());
  const auto rows = must(rows_of_subject(transaction, access, account_table));
  EXPECT_EQ(must(remove_rows(transaction, access, account_table, {rows[0].row})), 1U);
  must(transaction.commit(society.recorder));
  EXPECT_EQ(account_rows(society), 1U);
}

TEST(SubjectRows, OfAnotherPersonAreNeverRemoved) {
  Society society;
  add_account(society, base::PersonId::draw(), "ミホンタロウ");
  const auto access = access_to(society, base::PersonId::draw());
  auto transaction = must(society.data->write());
  EXPECT_DEATH((void)remove_rows(transaction, access, account_table, {RowId{1}}), "");
}

TEST(Tombstones, RestoredFactsHaveNoRowOfTheErased) {
  Society society;
  const auto gone = base::PersonId::draw();
  add_account(society, gone, "キエルヒト");
  add_account(society, base::PersonId::draw(), "ノコルヒト");
  const std::string backup = society.folder.path() + "/facts.backup";
  must(society.data->back_up(backup));
  must(society.keys->erase(gone, base::StaffId::draw(), {1}));
  EXPECT_EQ(account_rows(society), 2U);  // the columns that are not sealed
  society.data.reset();
  must(Database::restore(backup, society.folder.path(), *society.keys));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  EXPECT_EQ(account_rows(society), 1U);
}

TEST(Tombstones, RestoredFactsHaveNoRowOfAnErasedCategory) {
  Society society;
  const auto person = base::PersonId::draw();
  add_account(society, person, "キエルコウザ");
  must(add_member(society, person, "残る氏名"));
  const std::string backup = society.folder.path() + "/facts.backup";
  must(society.data->back_up(backup));
  must(society.keys->erase(person, KeyClass(Category::bank_account), base::StaffId::draw(), {1}));
  society.data.reset();
  must(Database::restore(backup, society.folder.path(), *society.keys, all_tables));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  EXPECT_EQ(account_rows(society), 0U);
  EXPECT_EQ(must(names_of(society, person)), std::vector<std::string>{"残る氏名"});
}

TEST(ClearRows, ShowTheClearColumnsOfEverybodyAndNothingSealed) {
  Society society;
  const auto hanako = base::PersonId::draw();
  add_account(society, hanako, "ミホンハナコ");
  add_account(society, base::PersonId::draw(), "ミホンタロウ");
  std::size_t rows = 0;
  const ClearAccess access(notice::Gate::permit<answer>(society.recorder));
  must(each_clear_row(must(society.data->read()), access, account_table, [&](const ClearRow& row) {
    rows += 1;
    ASSERT_EQ(row.clear.size(), 1U);
    EXPECT_EQ(row.clear[0].number, 1);
  }));
  EXPECT_EQ(rows, 2U);
}

/// The worst day: facts and keys of the day before come back together.
TEST(Tombstones, AnOldKeyringBringsNobodyBack) {
  Society society;
  const auto gone = base::PersonId::draw();
  const auto stays = base::PersonId::draw();
  must(add_member(society, gone, "消える人"));
  must(add_member(society, stays, "残る人"));
  const std::string keys = society.folder.path() + "/keys";
  const std::string old = society.folder.path() + "/keys.old";
  society.keys.reset();
  std::filesystem::copy(keys, old, std::filesystem::copy_options::recursive);
  society.data.reset();
  society.keys = must(Keyring::open(society.folder.path()));
  must(society.keys->erase(gone, base::StaffId::draw(), {1}));
  society.keys.reset();
  std::filesystem::remove_all(keys);
  std::filesystem::rename(old, keys);

  society.keys = must(Keyring::open(society.folder.path()));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  EXPECT_TRUE(must(names_of(society, gone)).empty());
  EXPECT_EQ(must(names_of(society, stays)), std::vector<std::string>{"残る人"});
  EXPECT_FALSE(add_member(society, gone, "また").ok());
}

TEST(Tombstones, OfACategoryLeaveItsNewBeginningAlone) {
  Society society;
  const auto person = base::PersonId::draw();
  must(add_member(society, person, "古い氏名"));
  must(society.keys->erase(person, KeyClass(Category::eligibility), base::StaffId::draw(), {1}));
  must(add_member(society, person, "新しい氏名"));
  society.data.reset();
  society.keys.reset();
  society.keys = must(Keyring::open(society.folder.path()));
  society.data = must(Database::open(society.folder.path(), *society.keys,
                                     {.insurer = insurer, .tables = all_tables}));
  EXPECT_EQ(must(names_of(society, person)), std::vector<std::string>{"新しい氏名"});
}

TEST(Tombstones, ALineCutOffByACrashIsPassedOverAndADamagedOneIsNot) {
  Society society;
  const auto person = base::PersonId::draw();
  must(add_member(society, person, "消える人"));
  must(society.keys->erase(person, base::StaffId::draw(), {1}));
  const auto& directory = society.folder.path();
  const auto whole = must(read_tombstones(directory)).size();
  EXPECT_GT(whole, 0U);
  std::ofstream(tombstones_path(directory), std::ios::app) << "half a li";
  EXPECT_EQ(must(read_tombstones(directory)).size(), whole);
  must(append_tombstones(directory, {must(read_tombstones(directory)).front()}));
  EXPECT_EQ(must(read_tombstones(directory)).size(), whole + 1);
  std::ofstream(tombstones_path(directory), std::ios::app) << "a line that is none\n";
  EXPECT_FALSE(read_tombstones(directory).ok());
}

}  // namespace
}  // namespace kenpo::store
