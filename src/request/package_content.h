// What a person is shown of what is held about them: derived from the tables' declarations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "notice/log_reader.h"
#include "request/redaction.h"
#include "request/request.h"
#include "store/subject_rows.h"

namespace kenpo::request {

/// One value as people read it.
struct ShownValue {
  std::string column;  // as declared
  std::string label;   // in Japanese where the office has a word for it
  std::string text = {};
  std::optional<Redaction> redacted = {};  // then `text` is empty
};

struct ShownRow {
  std::int64_t row = 0;
  std::string valid_from = {};  // of tables with the two times, else empty
  std::string valid_to = {};
  std::string decided_at = {};
  std::string withdrawn_at = {};
  std::vector<ShownValue> values = {};
};

struct ShownTable {
  std::string name;  // as declared
  std::string japanese;
  std::string category;  // wording of the notice, or the statute's article
  std::vector<ShownRow> rows;
};

/// A table of which nothing is shown, and why.
struct WithheldTable {
  std::string japanese;
  std::string reason;
};

/// One use of the person's data: by a role, never by a name.
struct ShownUse {
  std::string at;
  std::string role;
  std::string operation;
  std::string purposes;
  std::string outcome;
};

struct PackageContent {
  Case request;
  base::Moment made_at = {};
  std::uint32_t notice_version = 0;
  std::vector<ShownTable> tables = {};
  std::vector<WithheldTable> withheld = {};
  std::vector<ShownUse> uses = {};
  std::vector<Redaction> redactions = {};
  bool individual_number_held = false;
  std::int64_t rows() const;
};

/// A purpose of the notice as it concerns the person.
struct PurposeLine {
  std::string category;
  std::string purpose;
  std::int64_t rows = 0;  // held in this category
  std::int64_t uses = 0;  // recorded under this pair
};
struct PurposeNotice {
  Case request;
  base::Moment made_at = {};
  std::uint32_t notice_version = 0;
  std::vector<PurposeLine> lines = {};
};

/// The rows of one table in words. Ids of other things become 「記号1」, 「記号2」 …: they say
/// which rows belong together, and nothing else.
class Shower {
 public:
  explicit Shower(const std::vector<Redaction>& redactions) : redactions_(redactions) {}
  ShownTable shown(const store::Table& table, const std::vector<store::HeldRow>& rows);

 private:
  std::string text_of(const store::HeldValue& value);
  std::string alias(const std::string& id);
  const Redaction* redaction(const std::string& table, std::int64_t row,
                             const std::string& column) const;

  const std::vector<Redaction>& redactions_;
  std::vector<std::string> aliases_;
};

/// Why a table is left out of every package; empty: it is not. Secrets of sign-in would open the
/// office to who finds the package (33条2項2号).
std::string_view withheld_reason(const store::Table& table);

}  // namespace kenpo::request
