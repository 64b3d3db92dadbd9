#include "notice/role.h"

#include <charconv>
#include <string>

#include "base/resource.h"

namespace kenpo::notice {

namespace {

constexpr std::array<std::string_view, roles_count> identifiers = {
    "member_clerk",       "premium_clerk",         "benefit_clerk", "claim_clerk",
    "health_clerk",       "general_affairs_clerk", "accountant",    "analyst",
    "executive_director", "responsible_person",    "auditor",       "system_operator",
};

constexpr std::array<std::string_view, roles_count> wordings = {
    "適用担当", "徴収担当", "給付担当", "レセプト担当",       "保健事業担当", "庶務担当",
    "経理担当", "分析担当", "常務理事", "個人情報取扱責任者", "監事",         "システム担当",
};

base::Fault table_fault(std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {},
          .mend = {"notice/roles.tsv の行を直してください。", "Mend the line of notice/roles.tsv."},
          .place = {.file = "roles.tsv", .line = line, .column = 0, .field = {}}};
}

/// The pairs of a cell such as `1 2 4`; nullopt when a number is not that of a pair.
std::optional<PairMask> parse_pairs(std::string_view cell) {
  PairMask mask = 0;
  while (!cell.empty()) {
    const auto space = cell.find(' ');
    const auto word = cell.substr(0, space);
    std::size_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size() || number < 1 ||
        number > published_pairs.size()) {
      return std::nullopt;
    }
    mask |= PairMask{1} << (number - 1);
    cell = space == std::string_view::npos ? std::string_view{} : cell.substr(space + 1);
  }
  return mask;
}

}  // namespace

std::string_view identifier(Role role) { return identifiers[static_cast<std::size_t>(role)]; }
std::string_view wording(Role role) { return wordings[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view name) {
  for (std::size_t at = 0; at < roles_count; ++at) {
    if (identifiers[at] == name) return static_cast<Role>(at);
  }
  return std::nullopt;
}

base::Result<RoleMatrix> parse_role_matrix(std::string_view table) {
  RoleMatrix matrix;
  RoleMask seen = 0;
  std::uint64_t number = 0;
  while (!table.empty()) {
    const auto end = table.find('\n');
    const auto line = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
    ++number;
    if (line.empty() || line.starts_with('#') || line.starts_with("role\t")) continue;
    const auto first = line.find('\t');
    const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      return table_fault(number, {"欄が3つありません。", "The line has not three cells."});
    }
    const auto role = parse_role(line.substr(0, first));
    if (!role || (seen & mask_of(*role)) != 0) {
      return table_fault(number, {"役割が未知か、二度あります。", "Unknown role, or named twice."});
    }
    const auto pairs = parse_pairs(line.substr(second + 1));
    if (!pairs) {
      return table_fault(number, {"組の番号は1から43までです。", "Pair numbers run from 1 to 43."});
    }
    seen |= mask_of(*role);
    matrix.pairs[static_cast<std::size_t>(*role)] = *pairs;
  }
  if (seen != (RoleMask{1} << roles_count) - 1) {
    return table_fault(number, {"足りない役割があります。", "A role is missing."});
  }
  return matrix;
}

RoleMatrix carried_role_matrix() {
  auto matrix = parse_role_matrix(base::resource("notice/roles.tsv"));
  KENPO_REQUIRE(matrix.ok());
  return *matrix;
}

}  // namespace kenpo::notice
