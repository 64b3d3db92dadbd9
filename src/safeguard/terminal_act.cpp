#include "safeguard/terminal_act.h"

#include <algorithm>

#include "base/hash.h"
#include "safeguard/area_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

base::Fault wrong_code() {
  return base::refusal({"登録コードが使えません。", "The enrolment code cannot be used."},
                       {"新しい登録コードを出してもらってください。", "Ask for a new code."});
}

/// 160 random bits.
std::string draw_secret() {
  const auto first = base::draw_id();
  const auto second = base::draw_id();
  return std::string(first.begin(), first.end()) + std::string(second.begin(), second.end());
}

/// The code without the hyphens of people.
std::string plain_code(std::string_view code) {
  std::string plain;
  for (const char letter : code) {
    if (letter == '-' || letter == ' ') continue;
    plain += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return plain;
}

}  // namespace

Result<> TerminalBook::load(const RegisterOffice& office) {
  const notice::Acting program{notice::ProgramActor::command_line};
  const auto work = [](const notice::Permit<terminal_load>&,
                       const store::View& view) -> Result<TerminalView> {
    return TerminalView{KENPO_TRY(list_terminals(view)), KENPO_TRY(list_demands(view)), {}};
  };
  auto read = KENPO_TRY(read_under<terminal_load>(office, program, work));
  const std::lock_guard lock(mutex_);
  terminals_ = std::move(read.terminals);
  switches_ = std::move(read.switches);
  return base::Done{};
}

notice::Place TerminalBook::place_of(std::string_view cookie, std::string_view address) const {
  if (cookie.empty()) return notice::Place::unregistered;
  const auto hash = base::sha256_hex(cookie);
  const std::lock_guard lock(mutex_);
  const auto is_it = [&](const Terminal& terminal) {
    return terminal.state == TerminalState::enrolled && terminal.secret_sha256 == hash &&
           (terminal.address.empty() || terminal.address == address);
  };
  return std::ranges::any_of(terminals_, is_it) ? notice::Place::registered_terminal
                                                : notice::Place::unregistered;
}

notice::TerminalRule TerminalBook::rule_on(base::Date day) const {
  const std::lock_guard lock(mutex_);
  return terminals_demanded(terminals_, switches_, day) ? notice::TerminalRule::demanded
                                                        : notice::TerminalRule::not_demanded;
}

Result<TerminalView> show_terminals(const RegisterOffice& office, const notice::Acting& acting) {
  return read_under<terminal_show>(
      office, acting,
      [](const notice::Permit<terminal_show>&, const store::View& view) -> Result<TerminalView> {
        return TerminalView{KENPO_TRY(list_terminals(view)), KENPO_TRY(list_demands(view)),
                            KENPO_TRY(list_areas(view))};
      });
}

Result<std::string> register_terminal(const RegisterOffice& office, const notice::Acting& acting,
                                      const Terminal& terminal) {
  return write_under<terminal_register>(
      office, acting,
      [&](const notice::Permit<terminal_register>&, store::Transaction& transaction,
          base::Moment now) -> Result<std::string> {
        const auto areas = KENPO_TRY(list_areas(transaction));
        if (std::ranges::find(areas, terminal.area, &Area::id) == areas.end()) {
          return base::refusal({"登録された区域ではありません。", "No registered area."},
                               {"先に区域を登録してください。", "Register the area first."});
        }
        const auto drawn = base::draw_id();
        const std::string code(drawn.begin(), drawn.end());
        auto awaiting = terminal;
        awaiting.state = TerminalState::awaiting;
        awaiting.secret_sha256 = base::sha256_hex(code);
        KENPO_TRY(put(transaction, awaiting, now));
        return code;
      });
}

Result<std::string> enrol_terminal(const RegisterOffice& office, const notice::Acting& acting,
                                   std::string_view code, std::string_view address) {
  return write_under<terminal_enrol>(
      office, acting,
      [&](const notice::Permit<terminal_enrol>&, store::Transaction& transaction,
          base::Moment now) -> Result<std::string> {
        const auto hash = base::sha256_hex(plain_code(code));
        const auto terminals = KENPO_TRY(list_terminals(transaction));
        const auto found = std::ranges::find_if(terminals, [&](const Terminal& terminal) {
          return terminal.state == TerminalState::awaiting && terminal.secret_sha256 == hash;
        });
        if (found == terminals.end()) return wrong_code();
        const bool late = found->decided_at.plus_milliseconds(enrolment_milliseconds) < now;
        const bool elsewhere = !found->address.empty() && found->address != address;
        if (late || elsewhere) return wrong_code();
        auto enrolled = *found;
        auto secret = draw_secret();
        enrolled.state = TerminalState::enrolled;
        enrolled.secret_sha256 = base::sha256_hex(secret);
        KENPO_TRY(put(transaction, enrolled, now));
        return secret;
      });
}

Result<> withdraw_terminal(const RegisterOffice& office, const notice::Acting& acting,
                           const TerminalId& id) {
  return write_under<terminal_register>(
      office, acting,
      [&](const notice::Permit<terminal_register>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto terminals = KENPO_TRY(list_terminals(transaction));
        const auto found = std::ranges::find(terminals, id, &Terminal::id);
        if (found == terminals.end() || found->state == TerminalState::withdrawn) {
          return base::refusal({"登録された端末ではありません。", "No registered terminal."},
                               {"一覧から選び直してください。", "Choose it from the list."});
        }
        auto withdrawn = *found;
        withdrawn.state = TerminalState::withdrawn;
        withdrawn.secret_sha256.clear();
        return put(transaction, withdrawn, now);
      });
}

Result<> set_terminal_demand(const RegisterOffice& office, const notice::Acting& acting,
                             const TerminalDemand& demand) {
  return write_under<terminal_register>(
      office, acting,
      [&](const notice::Permit<terminal_register>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (demand.from < now.day()) {
          return base::refusal({"過ぎた日からは変えられません。", "The day is past."},
                               {"今日以後の日にしてください。", "Choose today or later."});
        }
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        return add(transaction, demand, *staff, now);
      });
}

}  // namespace kenpo::safeguard
