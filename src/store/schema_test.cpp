#include "store/schema.h"

#include <gtest/gtest.h>

#include "store/fault.h"
#include "store/kit_for_tests.h"
#include "store/row_sql.h"

namespace kenpo::store {
namespace {

using namespace kit;

constexpr Table owned(std::string_view name) {
  return {.name = name,
          .japanese = "試験",
          .subject = Subject::person,
          .category = Category::eligibility,
          .untimed = Untimed::standing,
          .clear = {{"state", Kind::integer}},
          .personal = {{"name", Kind::text}}};
}

TEST(Table, FlawsAreNamed) {
  EXPECT_EQ(flaw_of(owned("sound")), "");
  EXPECT_NE(flaw_of(owned("Not_snake")), "");
  EXPECT_NE(flaw_of(owned("store_mine")), "");
  Table table = owned("no_ground");
  table.category.reset();
  EXPECT_NE(flaw_of(table), "");
  table = owned("no_subject");
  table.subject = Subject::none;
  EXPECT_NE(flaw_of(table), "");
  table = owned("two_grounds");
  table.statute = notice::Statute::security_control;
  EXPECT_NE(flaw_of(table), "");
  table = owned("no_japanese");
  table.japanese = "";
  EXPECT_NE(flaw_of(table), "");
  table = owned("engine_column");
  table.clear = {{"insurer", Kind::text}};
  EXPECT_NE(flaw_of(table), "");
  table = owned("twice");
  table.clear = {{"name", Kind::text}};
  EXPECT_NE(flaw_of(table), "");
  table = owned("sealed_index");
  table.indexes = {{{"name"}}};
  EXPECT_NE(flaw_of(table), "");
  table = owned("blind_sealed");
  table.personal = {{"name", Kind::blind}};
  EXPECT_NE(flaw_of(table), "");
  table = owned("no_columns");
  table.clear = {};
  table.personal = {};
  EXPECT_NE(flaw_of(table), "");
}

TEST(Table, HasTheTwoTimesOrSaysWhyNot) {
  Table table = owned("silent");
  table.untimed = Untimed::unstated;
  EXPECT_NE(flaw_of(table), "");
  table = owned("both");
  table.timed = Timed::yes;
  EXPECT_NE(flaw_of(table), "");
  table.untimed = Untimed::unstated;
  EXPECT_EQ(flaw_of(table), "");
  table = owned("event_without_day");
  table.untimed = Untimed::event;
  EXPECT_NE(flaw_of(table), "");
  table.personal = {{"name", Kind::text}, {"born_on", Kind::date}};
  EXPECT_EQ(flaw_of(table), "");
  table = owned("part_of_nothing");
  table.untimed = Untimed::part;
  EXPECT_NE(flaw_of(table), "");
  table.part_of = "sound";
  EXPECT_EQ(flaw_of(table), "");
  table.untimed = Untimed::reckoned;
  EXPECT_NE(flaw_of(table), "");
}

TEST(Schema, InsurerStandsFirstInEveryIndex) {
  EXPECT_EQ(columns_of(holiday_table),
            "insurer TEXT NOT NULL, day BIGINT NOT NULL, reason TEXT NOT NULL");
  for (const Index& index : indexes_of(member_table)) {
    EXPECT_NE(create_index_statement(member_table, index).find("member (insurer, "),
              std::string::npos);
  }
}

// What no index serves is read as it lies; what one serves is found by it.
TEST(Schema, TheOrderOfTheTableIsReadWithoutSorting) {
  EXPECT_NE(row_sql(member_table, Shape::select, "withdrawn_at = $1", 1, 0).find("insurer || ''"),
            std::string::npos);
  EXPECT_NE(row_sql(member_table, Shape::select, "subject_id = $1", 1, 0).find("insurer = $2"),
            std::string::npos);
  Society society;
  const View view = must(society.data->read());
  const auto plan_of = [&](Clause clause) {
    auto statement = must(view.connection().prepare(
        "EXPLAIN QUERY PLAN " + row_sql(member_table, Shape::select, clause, 1, 0),
        std::array<const Table*, 1>{&member_table}));
    std::string plan;
    while (must(statement->step())) plan += std::string(statement->field(3).text) + "\n";
    return plan;
  };
  EXPECT_EQ(plan_of({"withdrawn_at = $1", "ORDER BY row_id"}), "SCAN member\n");
  EXPECT_EQ(plan_of({"subject_id = $1", "ORDER BY row_id"}).find("TEMP B-TREE"),
            std::string::npos);
  EXPECT_EQ(plan_of({"row_id > $1", "ORDER BY row_id DESC LIMIT 1"}),
            "SEARCH member USING INTEGER PRIMARY KEY (rowid>?)\n");
}

inline constexpr Table first_form{.name = "case_note",
                                  .japanese = "記録",
                                  .subject = Subject::person,
                                  .category = Category::eligibility,
                                  .untimed = Untimed::standing,
                                  .clear = {{"state", Kind::integer}},
                                  .personal = {{"body", Kind::text}}};
inline constexpr Table wider_form{
    .name = "case_note",
    .japanese = "記録",
    .subject = Subject::person,
    .category = Category::eligibility,
    .untimed = Untimed::standing,
    .clear = {{"state", Kind::integer}, {"due_on", Kind::date, Presence::optional}},
    .personal = {{"body", Kind::text}, {"reply", Kind::text, Presence::optional}},
    .indexes = {{{"due_on"}}}};
inline constexpr Table renamed_form{.name = "office_note",
                                    .japanese = "記録",
                                    .subject = Subject::person,
                                    .category = Category::eligibility,
                                    .untimed = Untimed::standing,
                                    .clear = {{"stage", Kind::integer}},
                                    .personal = {{"body", Kind::text}}};

class Evolving : public testing::Test {
 protected:
  base::Result<std::unique_ptr<Database>> open(const Table& table,
                                               std::span<const Migration> migrations = {}) {
    const Table* tables[] = {&table};
    return Database::open(folder.path(), *keys,
                          {.insurer = insurer, .tables = tables, .migrations = migrations});
  }
  void begin() {
    const auto data = must(open(first_form));
    auto transaction = must(data->write());
    Draft<first_form> draft(person);
    must(insert<first_form>(transaction, grant(), draft.set("body", "本文").set("state", 3)));
    must(transaction.commit(recorder));
  }
  notice::Grant<Purpose::member_administration> grant() {
    return notice::Gate::permit<keep_members>(recorder).grant<Purpose::member_administration>();
  }

  Folder folder;
  CountingRecorder recorder;
  std::unique_ptr<Keyring> keys = must(Keyring::create(folder.path()));
  base::PersonId person = base::PersonId::draw();
};

TEST_F(Evolving, AppendedColumnsAreAddedByThemselves) {
  begin();
  const auto data = must(open(wider_form));
  const View view = must(data->read());
  const auto rows = must(each<wider_form>(
      view, grant(), "due_on IS NULL", {}, [](const Record<wider_form>& record) {
        EXPECT_EQ(record.get<std::string>("body"), "本文");
        EXPECT_FALSE(record.get<std::optional<std::string>>("reply"));
        EXPECT_FALSE(record.get<std::optional<base::Date>>("due_on"));
      }));
  EXPECT_EQ(rows, 1U);
}

TEST_F(Evolving, AnOlderProgramIsRefused) {
  { must(open(wider_form)); }
  EXPECT_EQ(fault_of(open(first_form)), undeclared_column_fault(first_form));
}

TEST_F(Evolving, UndeclaredTableIsRefused) {
  begin();
  EXPECT_EQ(fault_of(open(renamed_form)), undeclared_table_fault());
}

TEST_F(Evolving, AnotherInsurerIsRefused) {
  begin();
  const Table* tables[] = {&first_form};
  const auto other = *base::InsurerNumber::parse("06130116");
  EXPECT_EQ(fault_of(Database::open(folder.path(), *keys, {.insurer = other, .tables = tables})),
            other_insurer_fault());
}

TEST_F(Evolving, MigrationCarriesAnOlderSchemaOver) {
  begin();
  // The table's name is part of what a record is sealed to: a renamed column keeps its rows, a
  // renamed table would not. So the step renames a column.
  static constexpr Table renamed_column{.name = "case_note",
                                        .japanese = "記録",
                                        .subject = Subject::person,
                                        .category = Category::eligibility,
                                        .untimed = Untimed::standing,
                                        .clear = {{"stage", Kind::integer}},
                                        .personal = {{"body", Kind::text}}};
  const Migration steps[] = {{1, "状態を段階に改める",
                              "ALTER TABLE case_note RENAME COLUMN state TO stage"}};
  {
    const auto data = must(open(renamed_column, steps));
    const View view = must(data->read());
    EXPECT_EQ(must(count<renamed_column>(view, grant(), "stage = $1", {3})), 1);
  }
  { must(open(renamed_column, steps)); }  // it does not run twice
  const Migration changed[] = {{1, "状態を段階に改める", "SELECT 1"}};
  EXPECT_EQ(fault_of(open(renamed_column, changed)), migration_changed_fault(1));
  EXPECT_EQ(fault_of(open(renamed_column)), migration_changed_fault(1));
}

TEST_F(Evolving, ABrokenMigrationChangesNothing) {
  begin();
  const Migration steps[] = {{1, "壊れた手順",
                              "ALTER TABLE case_note RENAME COLUMN state TO stage;"
                              "INSERT INTO case_note (insurer) VALUES (NULL)"}};
  EXPECT_FALSE(open(first_form, steps).ok());
  EXPECT_TRUE(open(first_form).ok());
}

}  // namespace
}  // namespace kenpo::store
