// What sealed rows cost: bulk writing, point reads, reading all. Prints one line each.
// Usage: record_bench DIRECTORY ROWS
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

#include "store/database.h"
#include "store/seal.h"

namespace kenpo::notice {

// Measured is the store below the gate: its permits are made here.
class Gate {
 public:
  template <const Operation& operation>
  static Permit<operation> permit(Recorder& recorder) {
    return Permit<operation>(recorder);
  }
};

}  // namespace kenpo::notice

namespace kenpo::store {
namespace {

using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation keep_members{
    .name = "bench.member_keep",
    .japanese = "加入者の登録(測定)",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr Table member_table{
    .name = "member",
    .japanese = "加入者",
    .subject = Subject::person,
    .category = Category::eligibility,
    .timed = Timed::yes,
    .clear = {{"grade", Kind::integer}, {"remuneration", Kind::yen}},
    .personal = {{"family_name", Kind::text},
                 {"given_name", Kind::text},
                 {"kana", Kind::text},
                 {"born_on", Kind::date},
                 {"postal_code", Kind::text},
                 {"address", Kind::text}}};

struct SilentRecorder final : notice::Recorder {
  void touched(base::PersonId) override { ++rows; }
  notice::PairMask in_force() const override { return notice::all_pairs; }
  bool in_scope(const base::EstablishmentId&) const override { return true; }
  base::Result<> make_durable() override { return base::Done{}; }
  std::size_t rows = 0;
};

template <typename T>
T must(base::Result<T> result) {
  if (!result.ok()) {
    const std::string told = base::tell(result.faults().front(), base::Language::japanese);
    std::fprintf(stderr, "%s\n", told.c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

template <typename Work>
void measure(const char* name, std::size_t times, Work work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t begun = std::clock();
  work();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const double processor = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  std::printf("%-28s %8zu in %7.3f s (processor %7.3f s, %6.2f us each)\n", name, times,
              took.count(), processor, processor * 1e6 / static_cast<double>(times));
}

int run(const std::string& directory, std::size_t rows) {
  auto keys = must(Keyring::create(directory));
  const Table* tables[] = {&member_table};
  const Options options{.insurer = *base::InsurerNumber::parse("06139992"), .tables = tables};
  auto data = must(Database::open(directory, *keys, options));
  SilentRecorder recorder;
  const auto grant =
      notice::Gate::permit<keep_members>(recorder).grant<Purpose::member_administration>();
  std::vector<base::PersonId> people;
  for (std::size_t at = 0; at < rows; ++at) people.push_back(base::PersonId::draw());

  measure("insert with new key", rows, [&] {
    auto transaction = must(data->write());
    for (const auto& person : people) {
      Draft<member_table> draft(person, {.valid_from = {}, .decided_at = {1}});
      draft.set("grade", 20).set("remuneration", base::Yen(300'000));
      draft.set("family_name", "試験山").set("given_name", "太郎").set("kana", "シケンヤマ タロウ");
      draft.set("born_on", base::Date::of_serial(4'000)).set("postal_code", "1000001");
      draft.set("address", "東京都千代田区架空町1丁目2番3号");
      must(insert<member_table>(transaction, grant, draft));
    }
    must(transaction.commit(recorder));
  });
  const auto day = [](const Record<member_table>& record) {
    return record.get<base::Date>("born_on");
  };
  const auto point_reads = [&] {
    const View view = must(data->read());
    for (const auto& person : people) {
      (void)must(find<member_table>(view, grant, "subject_id = $1", {person}, day));
    }
  };
  const auto views = [&] {
    for (const auto& person : people) {
      const View view = must(data->read());
      (void)must(find<member_table>(view, grant, "subject_id = $1", {person}, day));
    }
  };
  const auto scan = [&] {
    const View view = must(data->read());
    must(each<member_table>(view, grant, "", {}, [](const auto&) {}));
  };
  measure("point read, one view", rows, point_reads);
  measure("point read, a view each", rows, views);
  measure("read all, keys in memory", rows, scan);
  data.reset();
  keys.reset();
  keys = must(Keyring::open(directory));
  data = must(Database::open(directory, *keys, options));
  measure("read all, keys on disk", rows, scan);
  std::printf("touched %zu\n", recorder.rows);
  return 0;
}

}  // namespace
}  // namespace kenpo::store

int main(int count, char** words) {
  if (count != 3) return 2;
  return kenpo::store::run(words[1], std::strtoul(words[2], nullptr, 10));
}
