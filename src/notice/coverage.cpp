#include "notice/coverage.h"

#include <algorithm>

#include <boost/json.hpp>

#include "notice/wording.h"

namespace kenpo::notice {

namespace {

std::string names_of(const std::vector<const Operation*>& operations) {
  std::string names;
  for (const Operation* operation : operations) {
    if (!names.empty()) names += ", ";
    names += operation->name;
  }
  return names;
}

std::string pair_line(std::size_t at, const PairCoverage& row, bool japanese) {
  auto line = std::to_string(at + 1);
  line = std::string(line.size() < 2 ? 1 : 0, ' ') + line + "  ";
  if (japanese) {
    line += std::string(wording(row.pair.category)) + "／" + std::string(wording(row.pair.purpose));
  } else {
    line += identifier(row.pair);
  }
  if (row.operations.empty()) {
    line += japanese ? "\n      未対応\n" : "\n      not served yet\n";
  } else {
    line += "\n      " + names_of(row.operations) + '\n';
  }
  if (row.on_the_way.empty()) return line;
  line += japanese ? "      途中で権限だけを使う業務：" : "      its right is used on the way by: ";
  return line + names_of(row.on_the_way) + '\n';
}

std::string pair_numbers(const Operation& operation) {
  std::string numbers;
  for (std::size_t at = 0; at < operation.pairs.count; ++at) {
    if (at != 0) numbers += ' ';
    numbers += std::to_string(number(operation.pairs.pairs[at]).value_or(0));
  }
  return numbers;
}

}  // namespace

std::size_t Coverage::served() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      pairs, [](const PairCoverage& row) { return !row.operations.empty(); }));
}

Coverage coverage(std::span<const Operation* const> operations) {
  Coverage coverage{};
  coverage.operations.assign(operations.begin(), operations.end());
  std::ranges::sort(coverage.operations, {}, &Operation::name);
  const auto twice = std::ranges::unique(coverage.operations, {}, &Operation::name);
  coverage.operations.erase(twice.begin(), twice.end());
  for (std::size_t at = 0; at < published_pairs.size(); ++at) {
    PairCoverage& row = coverage.pairs[at];
    row.pair = published_pairs[at];
    for (const Operation* operation : coverage.operations) {
      const auto pair = mask_of(row.pair);
      if ((operation->serves() & pair) != 0) row.operations.push_back(operation);
      if ((operation->on_the_way.mask() & pair) != 0) row.on_the_way.push_back(operation);
    }
  }
  return coverage;
}

std::string_view article(Statute statute) {
  switch (statute) {
    case Statute::none:
      return {};
    case Statute::no_personal_data:
      return "個人情報を取り扱わない";
    case Statute::audit_by_inspector:
      return "個人情報保護法23条、健康保険法22条4項";
    case Statute::own_access_history:
      return "個人情報保護法32条、33条";
    case Statute::supervision_of_handlers:
      return "個人情報保護法24条";
    case Statute::security_control:
      return "個人情報保護法23条";
    case Statute::request_of_person:
      return "個人情報保護法37条";
    case Statute::answer_to_person:
      return "個人情報保護法32条〜36条";
    case Statute::emergency_response:
      return "個人情報保護法23条・24条";
    case Statute::breach_report:
      return "個人情報保護法26条";
    case Statute::complaint_handling:
      return "個人情報保護法40条";
    case Statute::own_duty:
      return "個人情報保護法24条";
    case Statute::joint_decision:
      return "個人情報保護法23条";
    case Statute::purpose_publication:
      return "個人情報保護法17条2項、21条";
    case Statute::physical_safeguards:
      return "個人情報保護法23条";
  }
  return {};
}

std::string coverage_text(const Coverage& coverage, base::Language language) {
  const bool japanese = language == base::Language::japanese;
  std::string text = japanese ? "公表された43組と、それを使う業務\n" : "The 43 published pairs\n";
  for (std::size_t at = 0; at < coverage.pairs.size(); ++at) {
    text += pair_line(at, coverage.pairs[at], japanese);
  }
  const auto served = std::to_string(coverage.served());
  const auto open = std::to_string(coverage.pairs.size() - coverage.served());
  text += japanese ? "対応 " + served + "組、未対応 " + open + "組\n"
                   : served + " served, " + open + " not served yet\n";
  text += japanese ? "\n業務と組の番号\n" : "\nOperations and the numbers of their pairs\n";
  for (const Operation* operation : coverage.operations) {
    if (operation->statute != Statute::none) continue;
    text += "  " + std::string(operation->name) + "　" + std::string(operation->japanese) + "　" +
            pair_numbers(*operation) + '\n';
  }
  text += japanese ? "\n法令に基づく業務（公表事項によらないもの）\n"
                   : "\nOperations that rest on a statute, not on the notice\n";
  for (const Operation* operation : coverage.operations) {
    if (operation->statute == Statute::none) continue;
    text += "  " + std::string(operation->name) + "　" + std::string(operation->japanese) + "　" +
            std::string(article(operation->statute)) + '\n';
  }
  return text;
}

std::string coverage_json(const Coverage& coverage) {
  boost::json::array pairs;
  for (const PairCoverage& row : coverage.pairs) {
    boost::json::array operations;
    for (const Operation* operation : row.operations) operations.emplace_back(operation->name);
    pairs.push_back({{"category", identifier(row.pair.category)},
                     {"purpose", identifier(row.pair.purpose)},
                     {"operations", std::move(operations)}});
  }
  return boost::json::serialize(boost::json::object{{"pairs", std::move(pairs)}}) + "\n";
}

}  // namespace kenpo::notice
