// A data directory, invented tables and a recorder for the store's own tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "notice/grant.h"
#include "store/database.h"
#include "store/keyring.h"
#include "store/seal.h"

namespace kenpo::notice {

// The store stands below the gate. Its tests make permits with a gate of their own, which asks
// nobody; the tests of the acts use the real one.
class Gate {
 public:
  template <const Operation& operation>
  static Permit<operation> permit(Recorder& recorder) {
    return Permit<operation>(recorder);
  }
};

}  // namespace kenpo::notice

namespace kenpo::store::kit {

using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation keep_members{
    .name = "test.member_keep",
    .japanese = "加入者の登録(試験)",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration},
              notice::Pair{Category::eligibility, Purpose::number_act_information_linkage},
              notice::Pair{Category::eligibility, Purpose::resident_registry_matching},
              notice::Pair{Category::bank_account, Purpose::benefit_payment}}};
inline constexpr notice::Operation sign_in{.name = "test.sign_in",
                                           .japanese = "サインイン(試験)",
                                           .verb = notice::Verb::read,
                                           .pairs = {},
                                           .statute = notice::Statute::security_control};

inline constexpr Table member_table{
    .name = "member",
    .japanese = "加入者",
    .subject = Subject::person,
    .category = Category::eligibility,
    .timed = Timed::yes,
    .clear = {{"establishment", Kind::id, Presence::optional},
              {"grade", Kind::integer},
              {"remuneration", Kind::yen},
              {"number_blind", Kind::blind, Presence::optional}},
    .personal = {{"family_name", Kind::text},
                 {"born_on", Kind::date},
                 {"note", Kind::text, Presence::optional},
                 {"seen_at", Kind::moment, Presence::optional},
                 {"from_month", Kind::month, Presence::optional},
                 {"share", Kind::rate, Presence::optional},
                 {"photo", Kind::blob, Presence::optional}},
    .indexes = {{{"number_blind"}}, {{"establishment", "grade"}}}};
inline constexpr Table account_table{.name = "account",
                                     .japanese = "口座",
                                     .subject = Subject::person,
                                     .category = Category::bank_account,
                                     .untimed = Untimed::standing,
                                     .clear = {{"state", Kind::integer}},
                                     .personal = {{"holder", Kind::text}, {"number", Kind::text}}};
inline constexpr Table user_table{.name = "desk_user",
                                  .japanese = "利用者",
                                  .subject = Subject::staff,
                                  .statute = notice::Statute::security_control,
                                  .untimed = Untimed::program,
                                  .clear = {{"login_blind", Kind::blind}},
                                  .personal = {{"password_hash", Kind::text}},
                                  .indexes = {{{"login_blind"}, Uniqueness::one}}};
inline constexpr Table holiday_table{.name = "office_holiday",
                                     .japanese = "休業日",
                                     .untimed = Untimed::event,
                                     .clear = {{"day", Kind::date}, {"reason", Kind::text}},
                                     .indexes = {{{"day"}, Uniqueness::one}}};
inline constexpr const Table* all_tables[] = {&member_table, &account_table, &user_table,
                                              &holiday_table};

inline const base::InsurerNumber insurer = *base::InsurerNumber::parse("06139992");

/// Counts what the store tells the audit log.
class CountingRecorder final : public notice::Recorder {
 public:
  void touched(base::PersonId) override { ++touched_rows; }
  notice::PairMask in_force() const override {
    return touched_rows >= withdraw_after_rows ? 0 : notice::all_pairs;
  }
  bool in_scope(const base::EstablishmentId&) const override { return true; }
  base::Result<> make_durable() override {
    if (refuses) {
      return base::Fault{.what = {"記録できません。", "No."}, .why = {}, .mend = {}, .place = {}};
    }
    ++leaves;
    return base::Done{};
  }
  /// From now on the person has every use stopped.
  void stop(const base::PersonId& person) {
    asks_stops_ = true;
    stopped_.push_back(person);
  }
  bool stopped(const base::PersonId& person, notice::PairMask) override {
    const bool found = std::ranges::find(stopped_, person) != stopped_.end();
    if (found) ++left_out;
    return found;
  }
  std::size_t left_out = 0;
  std::size_t touched_rows = 0;
  std::size_t withdraw_after_rows = ~std::size_t{0};
  std::size_t leaves = 0;
  bool refuses = false;

 private:
  std::vector<base::PersonId> stopped_;
};

/// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/kenpo_store_test_XXXXXX";
    const char* made = ::mkdtemp(name);
    EXPECT_NE(made, nullptr);
    path_ = made;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The bytes of every file under the folder.
inline std::vector<std::pair<std::string, std::string>> files_under(const std::string& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace_back(entry.path().string(), std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return files;
}

/// The value of a result that must be there; the fault's words when it is not.
template <typename T>
T must(base::Result<T> result) {
  if (!result.ok()) {
    ADD_FAILURE() << base::tell(result.faults().front(), base::Language::japanese);
    std::abort();
  }
  return std::move(result).value();
}
template <typename T>
const base::Fault fault_of(const base::Result<T>& result) {
  EXPECT_FALSE(result.ok());
  return result.ok() ? base::Fault{} : result.faults().front();
}

struct Society {
  explicit Society(Cipher cipher = Cipher::aegis_256,
                   std::span<const Table* const> tables = all_tables)
      : keys(must(Keyring::create(folder.path(), cipher))),
        data(must(Database::open(folder.path(), *keys, {.insurer = insurer, .tables = tables}))) {}

  auto permit() { return notice::Gate::permit<keep_members>(recorder); }
  auto members() { return permit().grant<Purpose::member_administration>(); }
  auto accounts() { return permit().grant<Purpose::benefit_payment>(); }

  Folder folder;
  CountingRecorder recorder;
  std::unique_ptr<Keyring> keys;
  std::unique_ptr<Database> data;
};

inline Draft<member_table> member_draft(const base::PersonId& person, const std::string& name) {
  Draft<member_table> draft(person, {.valid_from = base::Date::of_serial(20'000),
                                     .decided_at = {1'700'000'000'000}});
  draft.set("family_name", name).set("born_on", *base::Date::make(1980, 2, 29));
  draft.set("grade", 20).set("remuneration", base::Yen(300'000));
  return draft;
}

/// Adds one member in a transaction of its own.
inline base::Result<RowId> add_member(Society& society, const base::PersonId& person,
                                      const std::string& name) {
  auto transaction = KENPO_TRY(society.data->write());
  const RowId row = KENPO_TRY(insert<member_table>(transaction, society.members(),
                                                   member_draft(person, name)));
  KENPO_TRY(transaction.commit(society.recorder));
  return row;
}

inline std::string name_of(const Record<member_table>& record) {
  return record.get<std::string>("family_name");
}

inline base::Result<std::vector<std::string>> names_of(Society& society,
                                                       const base::PersonId& person) {
  const View view = KENPO_TRY(society.data->read());
  return list<member_table>(view, society.members(), "subject_id = $1", {person}, name_of);
}

}  // namespace kenpo::store::kit
