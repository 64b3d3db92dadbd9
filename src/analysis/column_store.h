// The pseudonymised columns in memory (DuckDB): segments go in, tables of counts come out. Nothing
// is written to a disk, nothing is read from one: the engine is opened without access to files.
#pragma once

#include <memory>
#include <vector>

#include "analysis/cube.h"
#include "analysis/fact.h"
#include "base/result.h"

namespace kenpo::analysis {

/// Threads of one counting: the desk goes on beside it.
inline constexpr int counting_threads = 2;
/// More than this the engine refuses: 100 million drug lines take about 4 GB.
inline constexpr int memory_limit_gigabytes = 8;

class ColumnStore {
 public:
  static base::Result<std::unique_ptr<ColumnStore>> open();
  ~ColumnStore();
  ColumnStore(const ColumnStore&) = delete;
  ColumnStore& operator=(const ColumnStore&) = delete;

  /// Puts the segment in the place of what its month has.
  base::Result<> load(const Segment& segment);
  base::Result<> drop(base::Month claimed_in);

  /// Every cell that is not empty, with the sums of rows, of columns and of all (total_class).
  base::Result<std::vector<CubeCell>> cross(Dimension rows, Dimension columns,
                                            const Months& months) const;
  /// Kinds of drugs by establishment.
  base::Result<std::vector<DrugCell>> drug_kinds(const Months& months) const;
  /// Drugs that have a cheaper one of the same group, by drug; the columns are sums only.
  base::Result<std::vector<DrugCell>> dear_drugs(const Months& months) const;

  /// What the numbers of rows and columns stand for.
  const std::vector<base::EstablishmentId>& establishments() const;
  const std::vector<Coded>& institutions() const;
  const std::vector<Coded>& drugs() const;
  const std::vector<Coded>& groups() const;  // of diseases; an empty code: none

 private:
  struct Inside;
  explicit ColumnStore(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace kenpo::analysis
