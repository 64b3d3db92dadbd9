#include "safeguard/notice_life.h"

#include "notice/wording.h"

namespace kenpo::safeguard {

namespace {

constexpr std::string_view related_word = "related";
constexpr std::string_view new_only_word = "new_only";

std::optional<AddedRow> parse_row(std::string_view line) {
  const auto first = line.find('\t');
  const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto reach = line.substr(0, first);
  const auto pair = notice::parse_pair(line.substr(first + 1, second - first - 1));
  if (!pair || (reach != related_word && reach != new_only_word)) return std::nullopt;
  return AddedRow{*pair, reach == related_word ? RowReach::related : RowReach::new_only,
                  std::string(line.substr(second + 1))};
}

}  // namespace

base::Words wording(ToldBy means) {
  switch (means) {
    case ToldBy::page:
      return {"ホームページ", "web page"};
    case ToldBy::letter:
      return {"本人への通知書", "letter to the persons"};
    case ToldBy::magazine:
      return {"機関誌", "members' magazine"};
    case ToldBy::employers:
      return {"事業主を通じた配布", "through the employers"};
    case ToldBy::mail:
      return {"電子メール", "mail"};
  }
  return {};
}

std::string written_rows(const std::vector<AddedRow>& rows) {
  std::string text;
  for (const auto& row : rows) {
    text += row.reach == RowReach::related ? related_word : new_only_word;
    text += '\t' + identifier(row.pair) + '\t' + row.statement + '\n';
  }
  return text;
}

std::optional<std::vector<AddedRow>> parse_rows(std::string_view text) {
  std::vector<AddedRow> rows;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto row = parse_row(text.substr(0, end));
    if (!row) return std::nullopt;
    rows.push_back(*row);
    text.remove_prefix(end + 1);
  }
  return rows;
}

}  // namespace kenpo::safeguard
