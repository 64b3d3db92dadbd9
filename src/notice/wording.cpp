#include "notice/wording.h"

#include <algorithm>
#include <vector>

#include "base/require.h"
#include "base/resource.h"

namespace kenpo::notice {

namespace {

struct WordingRow {
  std::string_view identifier;
  std::string_view wording;
};

struct WordingTable {
  std::array<WordingRow, categories_count> categories{};
  std::array<WordingRow, purposes_count> purposes{};
};

std::string_view cut_at(std::string_view& rest, char end) {
  const auto at = rest.find(end);
  const auto part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

WordingTable read_wording_table() {
  WordingTable table;
  std::size_t categories = 0;
  std::size_t purposes = 0;
  auto rest = base::resource("notice/identifiers.tsv");
  while (!rest.empty()) {
    auto line = cut_at(rest, '\n');
    if (line.starts_with('#')) continue;
    const auto kind = cut_at(line, '\t');
    const auto identifier = cut_at(line, '\t');
    if (kind == "category") {
      KENPO_REQUIRE(categories < categories_count);
      table.categories[categories++] = {identifier, line};
    } else if (kind == "purpose") {
      KENPO_REQUIRE(purposes < purposes_count);
      table.purposes[purposes++] = {identifier, line};
    }
  }
  // The file is carried inside the program: one that does not fit the types is our own mistake.
  KENPO_REQUIRE(categories == categories_count && purposes == purposes_count);
  return table;
}

const WordingTable& wording_table() {
  static const WordingTable table = read_wording_table();
  return table;
}

const WordingRow& wording_row(Category category) {
  return wording_table().categories[static_cast<std::size_t>(category)];
}
const WordingRow& wording_row(Purpose purpose) {
  return wording_table().purposes[static_cast<std::size_t>(purpose)];
}

template <typename Word, typename Rows>
std::optional<Word> word_where(const Rows& rows, std::string_view WordingRow::* column,
                               std::string_view text) {
  const auto found = std::ranges::find(rows, text, column);
  if (found == rows.end()) return std::nullopt;
  return static_cast<Word>(found - rows.begin());
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    characters.push_back(text.substr(at, next - at));
    at = next;
  }
  return characters;
}

// Levenshtein distance, one row at a time.
std::size_t distance(const std::vector<std::string_view>& left,
                     const std::vector<std::string_view>& right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t at = 0; at < row.size(); ++at) row[at] = at;
  for (std::size_t down = 0; down < left.size(); ++down) {
    std::size_t diagonal = row[0];
    row[0] = down + 1;
    for (std::size_t across = 0; across < right.size(); ++across) {
      const std::size_t replaced = diagonal + (left[down] == right[across] ? 0 : 1);
      diagonal = row[across + 1];
      row[across + 1] = std::min({replaced, diagonal + 1, row[across] + 1});
    }
  }
  return row.back();
}

// The longest published wording has 46 characters; more of the text cannot bring it nearer.
constexpr std::size_t compared_bytes_limit = 600;

template <typename Word, typename Rows>
Word nearest_word(const Rows& rows, std::string_view text) {
  const auto wanted = characters_of(text.substr(0, compared_bytes_limit));
  std::size_t best = 0;
  std::size_t best_distance = static_cast<std::size_t>(-1);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const auto away = distance(characters_of(rows[at].wording), wanted);
    if (away < best_distance) best = at, best_distance = away;
  }
  return static_cast<Word>(best);
}

}  // namespace

std::string_view identifier(Category category) { return wording_row(category).identifier; }
std::string_view wording(Category category) { return wording_row(category).wording; }
std::string_view identifier(Purpose purpose) { return wording_row(purpose).identifier; }
std::string_view wording(Purpose purpose) { return wording_row(purpose).wording; }

std::optional<Category> parse_category(std::string_view text) {
  return word_where<Category>(wording_table().categories, &WordingRow::identifier, text);
}
std::optional<Purpose> parse_purpose(std::string_view text) {
  return word_where<Purpose>(wording_table().purposes, &WordingRow::identifier, text);
}
std::optional<Category> category_worded(std::string_view text) {
  return word_where<Category>(wording_table().categories, &WordingRow::wording, text);
}
std::optional<Purpose> purpose_worded(std::string_view text) {
  return word_where<Purpose>(wording_table().purposes, &WordingRow::wording, text);
}

Category nearest_category(std::string_view text) {
  return nearest_word<Category>(wording_table().categories, text);
}
Purpose nearest_purpose(std::string_view text) {
  return nearest_word<Purpose>(wording_table().purposes, text);
}

std::array<Category, categories_count> all_categories() {
  std::array<Category, categories_count> all{};
  for (std::size_t at = 0; at < all.size(); ++at) all[at] = static_cast<Category>(at);
  return all;
}

std::array<Purpose, purposes_count> all_purposes() {
  std::array<Purpose, purposes_count> all{};
  for (std::size_t at = 0; at < all.size(); ++at) all[at] = static_cast<Purpose>(at);
  return all;
}

std::optional<int> number(Pair pair) {
  const auto found = std::ranges::find(published_pairs, pair);
  if (found == published_pairs.end()) return std::nullopt;
  return static_cast<int>(found - published_pairs.begin()) + 1;
}

std::optional<Pair> numbered_pair(int number) {
  if (number < 1 || number > static_cast<int>(published_pairs.size())) return std::nullopt;
  return published_pairs[static_cast<std::size_t>(number - 1)];
}

std::string identifier(Pair pair) {
  return std::string(identifier(pair.category)) + '.' + std::string(identifier(pair.purpose));
}

std::optional<Pair> parse_pair(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto category = parse_category(text.substr(0, dot));
  const auto purpose = parse_purpose(text.substr(dot + 1));
  if (!category || !purpose || !is_published(*category, *purpose)) return std::nullopt;
  return Pair{*category, *purpose};
}

}  // namespace kenpo::notice
