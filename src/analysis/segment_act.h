// Making the pseudonymised data: the one place where a grant of 医療費分析 opens claims. Reports read
// what is made here and nothing else (privacy property 28).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/column_store.h"
#include "analysis/pseudonym.h"
#include "analysis/segment_store.h"
#include "base/progress.h"
#include "base/result.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::analysis {

/// 仮名加工情報の作成 (個人情報保護法41条1項): claims in, rows without names, numbers and days out.
inline constexpr notice::Operation segment_make{
    .name = "analysis.pseudonymise",
    .japanese = "医療費分析のための仮名加工",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::medical_cost_analysis}},
    .runner = notice::Runner::staff_or_program};

/// 医療費分析の表示: counts of pseudonymised rows; no claim is opened.
inline constexpr notice::Operation analysis_show{
    .name = "analysis.show",
    .japanese = "医療費分析の表示",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::medical_cost_analysis}}};

/// 分析から氏名を見ること: always refused, and the refusal is recorded.
inline constexpr notice::Operation analysis_name{
    .name = "analysis.name",
    .japanese = "医療費分析からの氏名の表示（行えません）",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::medical_cost_analysis}}};

/// Whether the operation reads pseudonymised rows only: every operation under analysis but the one
/// that makes them.
constexpr bool reads_pseudonyms_only(std::string_view operation) {
  return operation == analysis_show.name || operation == analysis_name.name;
}

/// A month of claiming and whether its segment is made from what stands now.
struct MonthState {
  base::Month claimed_in;
  std::int64_t claims = 0;    // that this purpose reaches now
  std::int64_t left_out = 0;  // by the segment: eligibility check not 有効
  bool current = false;
};

/// What analysis holds while the desk is open. Safe to use from many threads.
class Analysis {
 public:
  /// All outlive it.
  Analysis(notice::Gate& gate, store::Database& database, std::string directory);

  notice::Gate& gate() const { return gate_; }
  store::Database& database() const { return database_; }

  /// What is remembered of a segment whose facts stand in memory.
  struct Made {
    SegmentBasis basis;
    std::int64_t left_out = 0;
  };

  /// The months and what of them stands in memory; segments that are current are taken into memory,
  /// others out of it. Counts claims and opens none.
  base::Result<std::vector<MonthState>> states(
      const notice::Permit<analysis_show>& permit);
  /// Runs `work(const ColumnStore&) -> Result<T>` while no segment changes. After `states`.
  template <typename Work>
  auto with_columns(Work&& work) -> std::invoke_result_t<Work&, const ColumnStore&> {
    const std::lock_guard held(mutex_);
    return work(*columns_);
  }

 private:
  friend class Making;
  base::Result<> begin();
  base::Result<> keep(const Segment& segment);
  bool stops_changed() const;

  notice::Gate& gate_;
  store::Database& database_;
  SegmentStore segments_;
  std::mutex mutex_;
  std::unique_ptr<ColumnStore> columns_;
  std::map<base::Month, Made> made_;
  std::shared_ptr<const notice::StopTable> stops_;  // when the segments were made
};

struct MakeReport {
  std::vector<base::Month> made;
  std::int64_t claims = 0;
  std::int64_t left_out = 0;
};

/// Makes the segments that are missing or not current, and removes those of months without claims.
/// Every person whose claims go in stands in the leaf. Months that are current are not touched.
base::Result<MakeReport> make_segments(Analysis& analysis, const notice::Acting& acting,
                                       const base::TellProgress& tell = {});

}  // namespace kenpo::analysis
