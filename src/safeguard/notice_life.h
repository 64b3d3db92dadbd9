// What is recorded about the life of the notice beside its versions: proposed texts, how the
// members were told, what the responsible person says to the linter's findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"
#include "notice/version.h"

namespace kenpo::safeguard {

/// How far a row that a proposal adds reaches.
enum class RowReach : std::uint8_t {
  related = 1,   // also data acquired before: the statement of 個人情報保護法17条2項
  new_only = 2,  // only data acquired from then on: the reason
};

/// What a proposal says about one row that it adds.
struct AddedRow {
  notice::Pair pair;
  RowReach reach = RowReach::related;
  std::string statement;  // one line
  friend bool operator==(const AddedRow&, const AddedRow&) = default;
};

/// A text of the notice that waits for its approval, or had it.
struct NoticeDraft {
  std::string sha256;  // 64 hexadecimal digits: what both people decide on
  std::string text;
  std::optional<base::Date> in_force_on;  // none: from the approval on
  std::vector<AddedRow> added;
  base::StaffId drafted_by;
  base::Moment drafted_at;
};

/// Characters of a notice that the desk takes; the store keeps 64 KiB in a field.
inline constexpr std::size_t notice_draft_bytes_limit = 60 * 1024;

/// 本人への通知又は公表: how people were told of a version, beside the page itself.
enum class ToldBy : std::uint8_t { page = 1, letter = 2, magazine = 3, employers = 4, mail = 5 };
base::Words wording(ToldBy means);

struct NoticeTold {
  std::uint32_t version = 0;
  ToldBy means = ToldBy::page;
  base::Date told_on = {};
  std::string to = {};               // 「被保険者全員」: a group, never a person
  std::string evidence = {};         // where the evidence lies: 「機関誌 令和8年春号 3ページ」
  std::string evidence_sha256 = {};  // of the file, when there is one; else empty
  std::optional<base::StaffId> recorded_by = {};
  base::Moment recorded_at = {};
};

/// What is done about a finding of the linter.
enum class Disposition : std::uint8_t { accepted = 1, to_mend = 2 };

struct FindingAnswer {
  std::string finding = {};        // id of notice/lint.tsv
  std::string notice_sha256 = {};  // of the text that the finding is about
  Disposition disposition = Disposition::accepted;
  std::string reason = {};
  std::optional<base::Date> mend_by = {};  // with to_mend
  std::optional<base::StaffId> answered_by = {};
  base::Moment answered_at = {};
};

inline constexpr std::size_t notice_reason_characters_limit = 500;

/// The rows as one text, a line each: `related<TAB>pair<TAB>statement`, and back. Nullopt for any
/// text that `written_rows` does not write.
std::string written_rows(const std::vector<AddedRow>& rows);
std::optional<std::vector<AddedRow>> parse_rows(std::string_view text);

}  // namespace kenpo::safeguard
