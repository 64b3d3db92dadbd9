#include "format/master/read.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/cp932.h"
#include "base/tsv.h"
#include "format/master/layout.h"

namespace kenpo::format::master {

namespace {

using base::Fault;
using base::Plain;
using base::Result;
using base::Words;

constexpr std::string_view open_end = "99999999";
constexpr std::string_view not_set = "00000000";
constexpr std::size_t line_fields_limit = 200;  // 医科診療行為 has 150, the longest

Fault fault_at(std::uint64_t line, Plain field, Words what, Words mend) {
  return {.what = std::move(what),
          .why = {},
          .mend = std::move(mend),
          .place = {.file = {}, .line = line, .column = 0, .field = std::move(field)}};
}

Words ask_again() {
  return {"支払基金のマスターファイルをダウンロードし直してください。",
          "Download the master file again from the reviewing organisation."};
}

/// The fields of a line without their quotes; false when one has none. A comma may stand inside.
bool split(std::string_view line, std::vector<std::string_view>& fields) {
  fields.clear();
  while (fields.size() < line_fields_limit) {
    if (line.empty() || line[0] != '"') return false;
    // A second byte of CP932 is never a quotation mark.
    const std::size_t end = line.find('"', 1);
    if (end == std::string_view::npos) return false;
    fields.push_back(line.substr(1, end - 1));
    line.remove_prefix(end + 1);
    if (line.empty()) return true;
    if (line[0] != ',') return false;
    line.remove_prefix(1);
  }
  return false;
}

bool is_number(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::uint8_t small(std::string_view text) {
  std::uint8_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A whole number above zero; nullopt for none, zero and what is no number.
std::optional<int> above_zero(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

/// 変更区分.
std::optional<Revision> revision_of(std::string_view code) {
  if (code == "0") return Revision::same;
  if (code == "1") return Revision::deleted;
  if (code == "2") return Revision::revived;
  if (code == "3") return Revision::added;
  if (code == "5") return Revision::changed;
  if (code == "9") return Revision::abolished;
  return std::nullopt;
}

class LineReader {
 public:
  explicit LineReader(const Layout& layout) : layout_(layout) {}

  Result<Item> read(std::string_view line, std::uint64_t number) {
    number_ = number;
    if (!split(line, fields_)) {
      return fault_at(number, {}, {"項目が引用符で囲まれていません。", "A field has no quotes."},
                      ask_again());
    }
    if (!known_count()) return count_fault();
    if (!is_its_letter()) {
      return fault_at(number, "マスター識別",
                      {"別のマスターの行です。", "A line of another master."}, ask_again());
    }
    if (base::first_outside(line, base::Repertoire::any) != std::string_view::npos) {
      return fault_at(number, {}, {"シフトJISとして読めない文字があります。",
                                   "There are bytes that are no Shift_JIS."}, ask_again());
    }
    return item();
  }
  std::size_t fields_count() const { return fields_.size(); }

 private:
  bool is_its_letter() const {
    if (fields_[1].size() != 1) return false;
    if (layout_.letter != any_letter) return fields_[1][0] == layout_.letter;
    return fields_[1][0] >= 'A' && fields_[1][0] <= 'Z' && layout_of(fields_[1][0]) == nullptr &&
           !fields_[2].empty() && fields_[2][0] == layout_.first_digit;
  }

  bool known_count() const {
    return std::ranges::find(layout_.fields_counts, fields_.size()) !=
           layout_.fields_counts.end();
  }

  Fault count_fault() const {
    auto fault = fault_at(number_, {},
                          {"項目の数が知っている版と違います。",
                           "The number of fields is that of no known edition."},
                          {"マスターの仕様が変わっていないか確かめてください。",
                           "See whether the layout of the master has changed."});
    fault.why = {Plain("この行は ") + fields_.size() + " 項目です。",
                 Plain("This line has ") + fields_.size() + "."};
    return fault;
  }

  std::string_view field(std::uint16_t place) const {
    return place == 0 ? std::string_view{} : fields_[place - 1u];
  }
  std::string text(std::uint16_t place) const { return base::decode_cp932(field(place)).text; }

  Result<std::optional<base::Date>> day(std::uint16_t place, Plain name) const {
    const auto digits = field(place);
    if (digits.empty() || digits == open_end || digits == not_set || digits == "0") {
      return std::optional<base::Date>{};
    }
    const auto date = is_number(digits, 8) ? base::Date::parse_compact(digits) : std::nullopt;
    if (date) return std::optional(*date);
    return fault_at(number_, std::move(name), {"存在しない日付です。", "There is no such day."},
                    ask_again());
  }

  Result<Item> item() const {
    const auto code = field(layout_.code);
    if (!is_number(code, layout_.code_digits)) {
      return fault_at(number_, "コード", {"コードの桁数が違います。", "The code has other digits."},
                      ask_again());
    }
    const auto revision = revision_of(fields_[0]);
    if (!revision) {
      return fault_at(number_, "変更区分", {"知らない変更区分です。", "An unknown revision."},
                      ask_again());
    }
    Item item{.kind = layout_.kind,
              .code = std::string(code),
              .name = text(layout_.name),
              .unit = text(layout_.unit),
              .amount = std::string(field(layout_.amount)),
              .icd = std::string(field(layout_.icd)),
              .pattern = std::string(field(layout_.pattern)),
              .slots = {},
              .generic = field(layout_.generic) == "1",
              .youngest = above_zero(field(layout_.youngest)),
              .below_age = layout_.youngest == 0
                               ? std::nullopt
                               : above_zero(field(static_cast<std::uint16_t>(
                                     layout_.youngest + 1))),
              .times_limit = above_zero(field(layout_.times_limit)),
              .price_code = text(layout_.price_code),
              .revision = *revision,
              .changed_on = {},
              .abolished_on = {}};
    for (std::size_t at = 0; layout_.slots != 0 && at < slots_count; ++at) {
      const auto place = static_cast<std::uint16_t>(layout_.slots + 2 * at);
      item.slots[at] = {small(field(place)), small(field(static_cast<std::uint16_t>(place + 1)))};
    }
    item.changed_on = KENPO_TRY(day(layout_.changed_on, "変更年月日"));
    item.abolished_on = KENPO_TRY(day(layout_.abolished_on, "廃止年月日"));
    return item;
  }

  const Layout& layout_;
  std::vector<std::string_view> fields_;
  std::uint64_t number_ = 0;
};

}  // namespace

std::optional<Kind> looks_like(std::string_view beginning) {
  // "0","S","
  constexpr std::size_t letter_at = 5;
  if (beginning.size() < letter_at + 3 || beginning[0] != '"' || beginning[2] != '"' ||
      beginning[3] != ',' || beginning[4] != '"' || beginning[letter_at + 1] != '"' ||
      beginning[letter_at + 2] != ',' || !revision_of(beginning.substr(1, 1))) {
    return std::nullopt;
  }
  const Layout* layout = layout_of(beginning[letter_at]);
  // "0","H","301000110": another letter; the code tells the master.
  constexpr std::size_t digit_at = letter_at + 4;
  const bool is_letter = beginning[letter_at] >= 'A' && beginning[letter_at] <= 'Z';
  if (layout == nullptr && is_letter && beginning.size() > digit_at + 9 &&
      beginning[digit_at - 1] == '"' && beginning[digit_at + 9] == '"') {
    layout = layout_of_digit(beginning[digit_at]);
  }
  return layout == nullptr ? std::nullopt : std::optional(layout->kind);
}

Result<Summary> read(std::string_view bytes, const Take& take) {
  const auto kind = looks_like(bytes);
  if (!kind) {
    return fault_at(1, {}, {"マスターファイルではありません。", "This is no master file."},
                    ask_again());
  }
  const Layout& layout = layouts()[static_cast<std::size_t>(*kind)];
  LineReader reader(layout);
  Summary summary{.kind = *kind};
  base::Faults faults;
  std::uint64_t number = 0;
  while (!bytes.empty() && faults.size() < base::faults_limit) {
    const std::size_t end = bytes.find('\n');
    auto line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line == "\x1A") continue;
    auto item = reader.read(line, number);
    if (!item.ok()) {
      for (auto& fault : std::move(item).faults()) faults.push_back(std::move(fault));
      continue;
    }
    if (faults.empty()) KENPO_TRY(take(*item));
    ++summary.items;
  }
  if (!faults.empty()) return faults;
  summary.fields_count = static_cast<std::uint16_t>(reader.fields_count());
  return summary;
}

}  // namespace kenpo::format::master
