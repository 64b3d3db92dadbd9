#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <thread>

#include "notice/stops.h"
#include "store/codec.h"
#include "store/fault.h"
#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;

// What must not compile: a purpose that the notice publishes for another category, a staff permit
// for a member's table, no access at all.
static_assert(std::is_constructible_v<AccessTo<member_table>,
                                      notice::Grant<Purpose::member_administration>>);
static_assert(!std::is_constructible_v<AccessTo<member_table>,
                                       notice::Grant<Purpose::benefit_payment>>);
static_assert(!std::is_constructible_v<AccessTo<member_table>, NoPersonalData>);
static_assert(!std::is_constructible_v<AccessTo<member_table>, notice::Permit<sign_in>>);
static_assert(std::is_constructible_v<AccessTo<user_table>, notice::Permit<sign_in>>);
static_assert(!std::is_constructible_v<AccessTo<user_table>, notice::Permit<keep_members>>);
static_assert(std::is_same_v<AccessTo<holiday_table>, NoPersonalData>);
template <typename T, const Table& table>
concept CanReplace = requires(Transaction& transaction, const AccessTo<table>& access, T row,
                              Draft<table> draft) {
  replace<table>(transaction, access, row, draft);
};
static_assert(CanReplace<RowId, account_table>);
static_assert(!CanReplace<RowId, member_table>);  // two times: a correction is a new decision
template <const Table& table>
concept CanAssign = requires(Transaction& transaction, const AccessTo<table>& access, RowId row,
                             const base::PersonId& person) {
  assign<table>(transaction, access, row, person, "state", 1);
};
static_assert(CanAssign<account_table>);
static_assert(!CanAssign<member_table>);

class Stored : public testing::TestWithParam<Cipher> {
 protected:
  Society society{GetParam()};
};

TEST_P(Stored, EveryKindComesBack) {
  const auto person = base::PersonId::draw();
  const auto office = base::EstablishmentId::draw();
  auto draft = member_draft(person, "試験山");
  draft.set("establishment", office).set("note", "").set("seen_at", base::Moment{-5});
  draft.set("from_month", *base::Month::make(2026, 4)).set("share", base::Rate{98'100});
  draft.set("photo", Bytes{std::string("\0\xff", 2)}).set_blind("number_blind", "1234");
  {
    auto transaction = must(society.data->write());
    must(insert<member_table>(transaction, society.members(), draft));
    must(transaction.commit(society.recorder));
  }
  const View view = must(society.data->read());
  const auto rows = must(each<member_table>(
      view, society.members(), "number_blind = $1", {blind<member_table>(view, "1234")},
      [&](const Record<member_table>& record) {
        EXPECT_EQ(record.subject(), person);
        EXPECT_EQ(record.get<std::string>("family_name"), "試験山");
        EXPECT_EQ(record.get<base::Date>("born_on").iso(), "1980-02-29");
        EXPECT_EQ(record.get<std::optional<std::string>>("note"), "");
        EXPECT_EQ(record.get<std::optional<base::Moment>>("seen_at")->milliseconds, -5);
        EXPECT_EQ(record.get<std::optional<base::Month>>("from_month")->iso(), "2026-04");
        EXPECT_EQ(record.get<std::optional<base::Rate>>("share")->millionths, 98'100);
        EXPECT_EQ(record.get<std::optional<Bytes>>("photo")->bytes, std::string("\0\xff", 2));
        EXPECT_EQ(record.get<std::optional<base::EstablishmentId>>("establishment"), office);
        EXPECT_EQ(record.get<base::Yen>("remuneration"), base::Yen(300'000));
        EXPECT_EQ(record.times().valid_to, no_end);
      }));
  EXPECT_EQ(rows, 1U);
  EXPECT_EQ(society.recorder.touched_rows, 2U);  // written once, read once
  EXPECT_EQ(society.recorder.leaves, 1U);
}

INSTANTIATE_TEST_SUITE_P(Ciphers, Stored, testing::Values(Cipher::aegis_256, Cipher::sqlcipher));

TEST(Record, NothingIsWrittenWithoutItsLeaf) {
  Society society;
  const auto person = base::PersonId::draw();
  society.recorder.refuses = true;
  EXPECT_FALSE(add_member(society, person, "記録無").ok());
  society.recorder.refuses = false;
  EXPECT_TRUE(must(names_of(society, person)).empty());
}

TEST(Record, UncommittedIsRolledBack) {
  Society society;
  const auto person = base::PersonId::draw();
  {
    auto transaction = must(society.data->write());
    must(insert<member_table>(transaction, society.members(), member_draft(person, "途中")));
  }
  EXPECT_TRUE(must(names_of(society, person)).empty());
}

TEST(Record, WithdrawnDecisionStaysVisible) {
  Society society;
  const auto person = base::PersonId::draw();
  const RowId row = must(add_member(society, person, "取消前"));
  auto transaction = must(society.data->write());
  EXPECT_EQ(must(withdraw<member_table>(transaction, society.members(), row, {9'000})), 1U);
  EXPECT_EQ(must(withdraw<member_table>(transaction, society.members(), row, {9'500})), 0U);
  must(transaction.commit(society.recorder));
  const View view = must(society.data->read());
  const auto at = [](const Record<member_table>& record) { return record.times().withdrawn_at; };
  const auto found = must(find<member_table>(view, society.members(), "subject_id = $1", {person},
                                             at));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->milliseconds, 9'000);
}

TEST(Record, OneClearColumnIsAssignedAndTheRestStays) {
  Society society;
  const auto person = base::PersonId::draw();
  const auto other = base::PersonId::draw();
  auto transaction = must(society.data->write());
  const auto grant = society.accounts();
  Draft<account_table> draft(person);
  draft.set("holder", "フリコミ タロウ").set("number", "0000001").set("state", 1);
  const RowId row = must(insert<account_table>(transaction, grant, draft));
  const auto touched = society.recorder.touched_rows;
  must(assign<account_table>(transaction, grant, row, person, "state", 2));
  EXPECT_EQ(society.recorder.touched_rows, touched + 1);
  EXPECT_EQ(fault_of(assign<account_table>(transaction, grant, row, other, "state", 3)),
            row_absent_fault());
  EXPECT_EQ(fault_of(assign<account_table>(transaction, grant, RowId{99}, person, "state", 3)),
            row_absent_fault());
  must(each<account_table>(transaction, grant, "", {}, [](const Record<account_table>& record) {
    EXPECT_EQ(record.get<int>("state"), 2);
    EXPECT_EQ(record.get<std::string>("holder"), "フリコミ タロウ");
    EXPECT_EQ(record.get<std::string>("number"), "0000001");
  }));
  society.recorder.stop(person);
  const auto stopped = society.accounts();
  EXPECT_EQ(fault_of(assign<account_table>(transaction, stopped, row, person, "state", 4)),
            notice::stopped_fault());
}

TEST(Record, ReplaceRemoveCountSum) {
  Society society;
  const auto person = base::PersonId::draw();
  auto transaction = must(society.data->write());
  const auto grant = society.accounts();
  Draft<account_table> draft(person);
  draft.set("holder", "フリコミ タロウ").set("number", "0000001").set("state", 1);
  const RowId row = must(insert<account_table>(transaction, grant, draft));
  draft.set("number", "0000002");
  must(replace<account_table>(transaction, grant, row, draft));
  EXPECT_EQ(must(count<account_table>(transaction, grant, "state = $1", {1})), 1);
  const auto number = [](const auto& record) { return record.template get<std::string>("number"); };
  EXPECT_EQ(*must(find<account_table>(transaction, grant, "", {}, number)), "0000002");
  EXPECT_EQ(fault_of(replace<account_table>(transaction, grant, RowId{99}, draft)),
            row_absent_fault());
  EXPECT_EQ(must(remove<account_table>(transaction, grant, row)), 1U);
  EXPECT_EQ(must(remove<account_table>(transaction, grant, row)), 0U);
  must(insert<member_table>(transaction, society.members(), member_draft(person, "合計")));
  must(insert<member_table>(transaction, society.members(), member_draft(person, "合計")));
  EXPECT_EQ(must(sum<member_table>(transaction, society.members(), "remuneration", "")),
            base::Yen(600'000));
  must(transaction.commit(society.recorder));
}

// 個人情報保護法35条: whoever had the use stopped stands in no count and no sum either; nothing that is
// counted tells such a person apart (privacy property 22).
TEST(Record, CountsAndSumsLeaveOutWhoeverHadTheUseStopped) {
  Society society;
  const auto stopped = base::PersonId::draw();
  must(add_member(society, base::PersonId::draw(), "一"));
  must(add_member(society, stopped, "二"));
  must(add_member(society, stopped, "二 旧"));
  const View view = must(society.data->read());
  const auto counted = [&] { return must(count<member_table>(view, society.members(), "")); };
  const auto of_grade = [&](std::int64_t grade) {
    return must(count<member_table>(view, society.members(), "grade = $1", {grade}));
  };
  const auto summed = [&] {
    return must(sum<member_table>(view, society.members(), "remuneration", "")).amount();
  };
  EXPECT_EQ(counted(), 3);
  EXPECT_EQ(summed(), 900'000);
  society.recorder.stop(stopped);
  EXPECT_EQ(counted(), 1);
  EXPECT_EQ(of_grade(20), 1);
  EXPECT_EQ(summed(), 300'000);
  EXPECT_EQ(society.recorder.left_out, 6U) << "the log learns who was left out";
  EXPECT_EQ(must(list<member_table>(view, society.members(), "", {}, name_of)).size(), 1U)
      << "as many as are shown";
  EXPECT_EQ(must(count<member_table>(view, society.members(), "subject_id = $1", {stopped})), 0);
}

TEST(Record, WithdrawnNoticeStopsAtTheNextChunk) {
  Society society;
  {
    auto transaction = must(society.data->write());
    for (int at = 0; at < 1000; ++at) {
      must(insert<member_table>(transaction, society.members(),
                                member_draft(base::PersonId::draw(), "多数")));
    }
    must(transaction.commit(society.recorder));
  }
  society.recorder.touched_rows = 0;
  society.recorder.withdraw_after_rows = 300;
  const View view = must(society.data->read());
  std::size_t seen = 0;
  const auto result = each<member_table>(view, society.members(), "", {},
                                         [&](const Record<member_table>&) { ++seen; });
  EXPECT_EQ(fault_of(result), notice::withdrawn_fault());
  EXPECT_LT(seen, 300 + chunk_rows);
  EXPECT_EQ(fault_of(each<member_table>(view, society.members(), "", {},
                                        [](const Record<member_table>&) {})),
            notice::withdrawn_fault());
}

TEST(Record, BesideATransactionWhatItBeganWithIsRead) {
  Society society;
  const auto before = base::PersonId::draw();
  const auto within = base::PersonId::draw();
  must(add_member(society, before, "以前"));
  const auto read = [&](const View& view, const base::PersonId& person) {
    return must(list<member_table>(view, society.members(), "subject_id = $1", {person}, name_of))
        .size();
  };
  auto transaction = must(society.data->write());
  must(insert<member_table>(transaction, society.members(), member_draft(within, "途中")));
  {
    const View beside = must(transaction.beside());
    EXPECT_EQ(read(beside, before), 1U);
    EXPECT_EQ(read(beside, within), 0U);
  }
  must(transaction.commit(society.recorder));
  EXPECT_EQ(read(must(society.data->read()), within), 1U);
}

TEST(Record, ASnapshotOfNowMissesNothing) {
  Society society;
  // As another process: its commits are not in this one's own count.
  const auto others = must(Database::open(society.folder.path(), *society.keys,
                                          {.insurer = insurer, .tables = all_tables}));
  for (int round = 0; round < 20; ++round) {
    { const View idle = must(society.data->read()); }  // its snapshot lies ready to be shared
    auto transaction = must(others->write());
    Draft<holiday_table> draft;
    draft.set("day", base::Date::of_serial(round)).set("reason", "休");
    must(insert<holiday_table>(transaction, no_personal_data, draft));
    must(transaction.commit_without_personal_data());
    const View now = must(society.data->read_now());
    EXPECT_EQ(must(count<holiday_table>(now, no_personal_data, "")), round + 1);
  }
}

TEST(Record, SnapshotDoesNotMove) {
  Society society;
  const auto person = base::PersonId::draw();
  const View before = must(society.data->read());
  EXPECT_EQ(must(count<member_table>(before, society.members(), "")), 0);
  must(add_member(society, person, "後"));
  EXPECT_EQ(must(count<member_table>(before, society.members(), "")), 0);
  EXPECT_EQ(must(names_of(society, person)).size(), 1U);
}

TEST(Record, TheSameQueryInsideItself) {
  Society society;
  must(add_member(society, base::PersonId::draw(), "外"));
  must(add_member(society, base::PersonId::draw(), "内"));
  const View view = must(society.data->read());
  std::size_t pairs = 0;
  must(each<member_table>(view, society.members(), "", {}, [&](const auto&) -> base::Result<> {
    pairs += KENPO_TRY(each<member_table>(view, society.members(), "", {}, [](const auto&) {}));
    return base::Done{};
  }));
  EXPECT_EQ(pairs, 4U);
}

TEST(Record, TablesWithoutPeopleNeedNoLeaf) {
  Society society;
  const auto day = *base::Date::make(2026, 12, 29);
  {
    auto transaction = must(society.data->write());
    Draft<holiday_table> draft;
    draft.set("day", day).set("reason", "年末");
    must(insert<holiday_table>(transaction, no_personal_data, draft));
    const auto twice = insert<holiday_table>(transaction, no_personal_data, draft);
    ASSERT_FALSE(twice.ok());
    EXPECT_TRUE(is_duplicate(twice.faults()));
    must(transaction.commit_without_personal_data());
  }
  const View view = must(society.data->read());
  EXPECT_EQ(must(count<holiday_table>(view, no_personal_data, "day = $1", {day})), 1);
  EXPECT_EQ(society.recorder.touched_rows, 0U);
}

TEST(RecordDeathTest, PeopleNeedALeafAndRequiredColumns) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Society society;
  const auto person = base::PersonId::draw();
  auto transaction = must(society.data->write());
  Draft<account_table> incomplete(person);
  EXPECT_DEATH((void)insert<account_table>(transaction, society.accounts(), incomplete), "");
  must(insert<member_table>(transaction, society.members(), member_draft(person, "葉無")));
  EXPECT_DEATH((void)transaction.commit_without_personal_data(), "");
}

TEST(RecordDeathTest, AClauseMayNotReachAnotherTable) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  Society society;
  const View view = must(society.data->read());
  EXPECT_DEATH((void)count<member_table>(view, society.members(),
                                         "subject_id IN (SELECT subject_id FROM account)"),
               "");
  EXPECT_TRUE(count<member_table>(view, society.members(),
                                  "valid_from IN (SELECT day FROM office_holiday)")
                  .ok());
}

TEST(Record, ManyReadersOneWriter) {
  Society society;
  const auto person = base::PersonId::draw();
  must(add_member(society, person, "並行"));
  std::atomic<int> failures{0};
  std::vector<std::thread> threads;
  for (int at = 0; at < 4; ++at) {
    threads.emplace_back([&] {
      CountingRecorder recorder;
      const auto grant =
          notice::Gate::permit<keep_members>(recorder).grant<Purpose::member_administration>();
      for (int turn = 0; turn < 50; ++turn) {
        auto view = society.data->read();
        if (!view.ok() ||
            !list<member_table>(view.value(), grant, "subject_id = $1", {person}, name_of).ok()) {
          ++failures;
        }
      }
    });
  }
  for (int at = 0; at < 2; ++at) {
    threads.emplace_back([&] {
      CountingRecorder recorder;
      const auto grant =
          notice::Gate::permit<keep_members>(recorder).grant<Purpose::member_administration>();
      for (int turn = 0; turn < 25; ++turn) {
        auto transaction = society.data->write();
        if (!transaction.ok() ||
            !insert<member_table>(transaction.value(), grant, member_draft(person, "二人")).ok() ||
            !transaction.value().commit(recorder).ok()) {
          ++failures;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(must(names_of(society, person)).size(), 51U);
}

TEST(Codec, AnyValuesComeBackAndAppendedColumnsAreNull) {
  const Columns wide = {{"a", Kind::integer, Presence::optional},
                        {"b", Kind::text, Presence::optional},
                        {"c", Kind::text, Presence::optional}};
  rc::check("encode then decode", [&](std::int64_t number, const std::string& text) {
    const std::vector<Raw> values = {detail::number(number), detail::text(text)};
    std::string bytes;
    encode_fields(values, bytes);
    std::array<Field, columns_limit> fields;
    RC_ASSERT(decode_fields(bytes, wide, fields));
    RC_ASSERT(fields[0].number == number);
    RC_ASSERT(fields[1].text == text);
    RC_ASSERT(fields[2].type == Raw::Type::null);
  });
  rc::check("any bytes are read or refused, never past the end", [&](const std::string& bytes) {
    std::array<Field, columns_limit> fields;
    (void)decode_fields(bytes, wide, fields);
  });
}

TEST(Record, TooLongAField) {
  Society society;
  auto transaction = must(society.data->write());
  auto draft = member_draft(base::PersonId::draw(), "長");
  draft.set("note", std::string(field_bytes_limit + 1, 'x'));
  EXPECT_EQ(fault_of(insert<member_table>(transaction, society.members(), draft)).place.field,
            base::Plain::name("note"));
}

}  // namespace
}  // namespace kenpo::store
