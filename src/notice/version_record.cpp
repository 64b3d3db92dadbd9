#include "notice/version_record.h"

#include <charconv>

#include "notice/document_words.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

constexpr std::array<std::string_view, 7> record_names = {
    "adopted", "related", "published", "notified", "exempted", "restricted", "extended"};
constexpr std::size_t record_cells = 8;

std::string cell(std::string_view text) { return text.empty() ? "-" : std::string(text); }

template <typename Number>
std::optional<Number> whole_number(std::string_view digits) {
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<RecordKind> parse_record_kind(std::string_view name) {
  for (std::size_t at = 0; at < record_names.size(); ++at) {
    if (record_names[at] == name) return static_cast<RecordKind>(at);
  }
  return std::nullopt;
}

}  // namespace

std::string written(const VersionRecord& record) {
  std::string line(record_names[static_cast<std::size_t>(record.kind)]);
  for (const std::string& next :
       {std::to_string(record.version), record.at.iso(), cell(record.by),
        record.pair ? identifier(*record.pair) : cell({}), cell(record.words),
        record.sha256 ? hexadecimal(*record.sha256) : cell({}),
        record.in_force_from ? record.in_force_from->iso() : cell({})}) {
    line += '\t';
    line += next;
  }
  return line;
}

std::optional<VersionRecord> parse_version_record(std::string_view cells) {
  std::array<std::string_view, record_cells> cell_texts;
  auto rest = cells;
  for (std::size_t at = 0; at < record_cells; ++at) {
    const auto tab = rest.find('\t');
    if ((tab == std::string_view::npos) != (at + 1 == record_cells)) return std::nullopt;
    cell_texts[at] = rest.substr(0, tab);
    if (at + 1 < record_cells) rest.remove_prefix(tab + 1);
  }
  const auto& [kind, version, at, by, pair, words, sha256, from] = cell_texts;
  const auto text = [](std::string_view word) { return word == "-" ? std::string_view() : word; };
  const auto known = parse_record_kind(kind);
  const auto number = whole_number<std::uint32_t>(version);
  const auto moment = parse_moment(at);
  if (!known || !number || !moment) return std::nullopt;
  VersionRecord record{*known,
                       *number,
                       *moment,
                       std::string(text(by)),
                       parse_pair(pair),
                       std::string(text(words)),
                       parse_hexadecimal(sha256),
                       parse_moment(from)};
  // Whatever was not understood is not written back the same.
  if (written(record) != cells) return std::nullopt;
  return record;
}

Fingerprint chained(const Fingerprint& before, std::string_view cells) {
  return fingerprint(hexadecimal(before) + '\n' + std::string(cells) + '\n');
}

std::optional<base::Moment> parse_moment(std::string_view iso) {
  constexpr std::size_t length = 29;
  if (iso.size() != length) return std::nullopt;
  const auto day = base::Date::parse(iso.substr(0, 10));
  const auto hour = whole_number<int>(iso.substr(11, 2));
  const auto minute = whole_number<int>(iso.substr(14, 2));
  const auto second = whole_number<int>(iso.substr(17, 2));
  const auto millisecond = whole_number<int>(iso.substr(20, 3));
  if (!day || !hour || !minute || !second || !millisecond) return std::nullopt;
  const auto moment = base::start_of(*day).plus_milliseconds(
      ((*hour * 60LL + *minute) * 60 + *second) * 1000 + *millisecond);
  return moment.iso() == iso ? std::optional(moment) : std::nullopt;
}

std::optional<Fingerprint> parse_hexadecimal(std::string_view text) {
  Fingerprint parsed{};
  if (text.size() != 2 * parsed.size()) return std::nullopt;
  for (std::size_t at = 0; at < parsed.size(); ++at) {
    const auto digits = text.substr(2 * at, 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + 2, parsed[at], 16);
    if (error != std::errc() || end != digits.data() + 2) return std::nullopt;
  }
  return hexadecimal(parsed) == text ? std::optional(parsed) : std::nullopt;
}

}  // namespace kenpo::notice
