// Prints what the gate's rules decide for requests from standard input, a line each, for
// policy_oracle.mjs to compare with its own decision. Test only; the lines it reads:
//   names   category|purpose|role|statute   identifiers; a number below is a place in this list
//   roles   -                               the role table that the program carries
//   role    role   pairs                    a role's pairs instead, as category.purpose,…
//   policy  version   responsible   terminals   pairs in force
//   handler id   locked   undertaking   trained   role:from:to,…   establishments
//   ask     day   staff   terminal   verb   statute   runner   pairs   establishment
// Cells are parted by tabs; `-` is nothing, 0 and 1 are no and yes.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notice/leaf.h"
#include "notice/policy.h"
#include "notice/scope.h"
#include "notice/wording.h"

namespace kenpo::notice {
namespace {

[[noreturn]] void fail(std::string_view line) {
  std::cerr << "not understood: " << line << '\n';
  std::exit(2);
}

using Cells = std::vector<std::string_view>;

/// The cells of a text; `-` has none.
Cells cells(std::string_view text, char between) {
  Cells found;
  if (text == "-") return found;
  for (std::size_t from = 0;;) {
    const auto to = text.find(between, from);
    found.push_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return found;
    from = to + 1;
  }
}

template <typename Value>
Value demanded(std::optional<Value> value, std::string_view text) {
  if (!value) fail(text);
  return *value;
}

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) fail(text);
  return number;
}

base::Date day_of(std::string_view text) { return demanded(base::Date::parse(text), text); }
std::optional<base::Date> day_if_any(std::string_view text) {
  return text == "-" ? std::nullopt : std::optional(day_of(text));
}

std::optional<Statute> parse_statute(std::string_view name) {
  for (int at = 0; at <= static_cast<int>(Statute::physical_safeguards); ++at) {
    if (name_of(static_cast<Statute>(at)) == name) return static_cast<Statute>(at);
  }
  return std::nullopt;
}

Verb verb_of(std::string_view word) {
  if (word == "read") return Verb::read;
  if (word == "write") return Verb::write;
  if (word == "provide") return Verb::provide;
  if (word == "erase") return Verb::erase;
  fail(word);
}

std::string_view name_of_refusal(Refusal refusal) {
  switch (refusal) {
    case Refusal::none: return "none";
    case Refusal::not_a_handler: return "not_a_handler";
    case Refusal::locked: return "locked";
    case Refusal::no_undertaking: return "no_undertaking";
    case Refusal::not_trained: return "not_trained";
    case Refusal::no_role: return "no_role";
    case Refusal::not_in_force: return "not_in_force";
    case Refusal::no_notice: return "no_notice";
    case Refusal::no_responsible_person: return "no_responsible_person";
    case Refusal::out_of_scope: return "out_of_scope";
    case Refusal::statute_not_for_role: return "statute_not_for_role";
    case Refusal::not_for_program: return "not_for_program";
    case Refusal::log_unwritable: return "log_unwritable";
    case Refusal::no_terminal: return "no_terminal";
  }
  return {};
}

class Answers {
 public:
  void take(std::string_view line) {
    const auto row = cells(line, '\t');
    if (row.size() == 3 && row[0] == "names") return names(row);
    if (row.size() == 2 && row[0] == "roles") {
      policy_.roles = carried_role_matrix();
      return;
    }
    if (row.size() == 3 && row[0] == "role") {
      policy_.roles.pairs[static_cast<std::size_t>(role(row[1]))] = mask(row[2]);
      return;
    }
    if (row.size() == 5 && row[0] == "policy") return begin(row);
    if (row.size() == 7 && row[0] == "handler") return add_handler(row);
    if (row.size() == 9 && row[0] == "ask") return answer(row);
    fail(line);
  }

 private:
  void names(const Cells& row) {
    for (const auto name : cells(row[2], ',')) {
      if (row[1] == "category") categories_.push_back(demanded(parse_category(name), name));
      if (row[1] == "purpose") purposes_.push_back(demanded(parse_purpose(name), name));
      if (row[1] == "role") roles_.push_back(demanded(parse_role(name), name));
      if (row[1] == "statute") statutes_.push_back(demanded(parse_statute(name), name));
    }
  }

  Role role(std::string_view cell) const { return roles_.at(number_of(cell)); }

  Pair pair(std::string_view cell) const {
    const auto dot = std::min(cell.find('.'), cell.size());
    if (dot == cell.size()) fail(cell);
    return {categories_.at(number_of(cell.substr(0, dot))),
            purposes_.at(number_of(cell.substr(dot + 1)))};
  }

  PairMask mask(std::string_view cell) const {
    PairMask mask = 0;
    for (const auto each : cells(cell, ',')) mask |= mask_of(pair(each));
    return mask;
  }

  void begin(const Cells& row) {
    policy_.handlers.clear();
    policy_.notice.version = static_cast<std::uint32_t>(number_of(row[1]));
    policy_.responsible_person.reset();
    if (row[2] == "1") policy_.responsible_person = base::StaffId::draw();
    policy_.terminals = row[3] == "1" ? TerminalRule::demanded : TerminalRule::not_demanded;
    policy_.notice.pairs = mask(row[4]);
  }

  void add_handler(const Cells& row) {
    Handler handler{.staff = demanded(base::StaffId::parse(row[1]), row[1]),
                    .assignments = {},
                    .undertaking_on = day_if_any(row[3]),
                    .trained_until = day_if_any(row[4]),
                    .locked = row[2] == "1",
                    .establishments = {}};
    for (const auto held : cells(row[5], ',')) {
      const auto parts = cells(held, ':');
      if (parts.size() != 3) fail(held);
      handler.assignments.push_back({role(parts[0]), day_of(parts[1]), day_if_any(parts[2])});
    }
    for (const auto each : cells(row[6], ',')) {
      handler.establishments.push_back(demanded(base::EstablishmentId::parse(each), each));
    }
    const auto at = std::ranges::lower_bound(policy_.handlers, handler.staff, {}, &Handler::staff);
    policy_.handlers.insert(at, std::move(handler));
  }

  /// The rules in the order in which the gate asks them.
  Ruling rule(const Cells& row, const Operation& operation) const {
    if (row[2] == "-") return rule_on_program(policy_, operation);
    const auto staff = demanded(base::StaffId::parse(row[2]), row[2]);
    const auto place = row[3] == "1" ? Place::registered_terminal : Place::unregistered;
    auto ruling = rule_on_place(policy_, operation, place,
                                rule_on(policy_, operation, staff, day_of(row[1])));
    if (ruling.refusal != Refusal::none || row[8] == "-") return ruling;
    const auto subject = demanded(base::EstablishmentId::parse(row[8]), row[8]);
    if (!in_scope(policy_, staff, subject)) ruling.refusal = Refusal::out_of_scope;
    return ruling;
  }

  void answer(const Cells& row) const {
    Operation operation{.name = "oracle.ask", .japanese = "試験の問い"};
    operation.statute = statutes_.at(number_of(row[5]));
    operation.verb = verb_of(row[4]);
    operation.runner = row[6] == "1" ? Runner::staff_or_program : Runner::staff;
    for (const auto each : cells(row[7], ',')) {
      operation.pairs.pairs.at(operation.pairs.count++) = pair(each);
    }
    // What is not well formed has no Permit: it does not compile (grant.h, gate_test).
    if (!well_formed(operation)) {
      std::cout << "refuse unpublished\n";
      return;
    }
    const auto ruling = rule(row, operation);
    if (ruling.refusal == Refusal::none) {
      unsigned under = 0;
      for (std::size_t at = 0; at < roles_.size(); ++at) {
        if ((ruling.roles & mask_of(roles_[at])) != 0) under |= 1U << at;
      }
      std::cout << "allow " << under << '\n';
      return;
    }
    std::cout << "refuse " << name_of_refusal(ruling.refusal);
    for (auto missing = ruling.missing; missing != 0; missing &= missing - 1) {
      std::cout << ' ' << std::countr_zero(missing) + 1;
    }
    std::cout << '\n';
  }

  std::vector<Category> categories_;
  std::vector<Purpose> purposes_;
  std::vector<Role> roles_;
  std::vector<Statute> statutes_;
  Policy policy_;
};

}  // namespace
}  // namespace kenpo::notice

int main() {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  kenpo::notice::Answers answers;
  for (std::string line; std::getline(std::cin, line);) answers.take(line);
  return std::cout.flush() ? 0 : 1;
}
