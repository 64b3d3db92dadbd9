// Acts on terminals: registering, enrolling at the machine, withdrawing, the switch
// (notice section 2, P-2).
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "notice/sensitive.h"
#include "safeguard/terminal_store.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation terminal_load{.name = "terminal.load",
                                                 .japanese = "登録端末の読込",
                                                 .statute = notice::Statute::security_control,
                                                 .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation terminal_show{.name = "terminal.show",
                                                 .japanese = "登録端末の表示",
                                                 .statute = notice::Statute::security_control};
inline constexpr notice::Operation terminal_register{.name = "terminal.register",
                                                     .japanese = "端末の登録・取消し",
                                                     .verb = notice::Verb::write,
                                                     .statute = notice::Statute::security_control};
inline constexpr notice::Operation terminal_enrol{.name = "terminal.enrol",
                                                  .japanese = "この端末の登録",
                                                  .verb = notice::Verb::write,
                                                  .statute = notice::Statute::security_control};

struct TerminalView {
  std::vector<Terminal> terminals;
  std::vector<TerminalDemand> switches;
  std::vector<Area> areas;
};

/// The terminals as the desk asks for them with every request: held in memory, read anew after each
/// act. May be called from several threads at once.
class TerminalBook {
 public:
  /// Reads them; the program does it at the start.
  base::Result<> load(const RegisterOffice& office);
  /// Where a request with this cookie comes from, sent from this network address.
  notice::Place place_of(std::string_view cookie, std::string_view address) const;
  notice::TerminalRule rule_on(base::Date day) const;

 private:
  mutable std::mutex mutex_;
  std::vector<Terminal> terminals_;
  std::vector<TerminalDemand> switches_;
};

base::Result<TerminalView> show_terminals(const RegisterOffice& office,
                                          const notice::Acting& acting);

/// Registers a terminal and hands back its enrolment code, told once. Refused: an area that is not
/// registered.
base::Result<std::string> register_terminal(const RegisterOffice& office,
                                            const notice::Acting& acting, const Terminal& terminal);
/// Enrols the browser that sends the code and hands back the secret of its cookie. Refused: a code
/// that is unknown, used, or older than `enrolment_milliseconds`, or sent from another address than
/// the terminal's.
base::Result<std::string> enrol_terminal(const RegisterOffice& office, const notice::Acting& acting,
                                         std::string_view code, std::string_view address);
base::Result<> withdraw_terminal(const RegisterOffice& office, const notice::Acting& acting,
                                 const TerminalId& terminal);
/// From the day on; refused for a day that is past.
base::Result<> set_terminal_demand(const RegisterOffice& office, const notice::Acting& acting,
                                   const TerminalDemand& demand);

}  // namespace kenpo::safeguard
