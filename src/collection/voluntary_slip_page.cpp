// `/voluntary-slips/{file}`: the payment slips of a month in one file, `2026-11-1.pdf`.
#include <charconv>

#include "collection/collection_page.h"
#include "collection/voluntary_act.h"
#include "collection/voluntary_print.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_slips {

using base::Result;
using desk::Response;
using desk::Visit;
using notice::Acting;

struct Named {
  base::Month month = {};
  std::int64_t file = 0;
};

/// `2026-11-1.pdf`: the month and which file of it.
std::optional<Named> named_in(std::string_view text) {
  constexpr std::string_view ending = ".pdf";
  constexpr std::size_t month_length = 7;
  if (!text.ends_with(ending) || text.size() <= month_length + ending.size() + 1) {
    return std::nullopt;
  }
  text.remove_suffix(ending.size());
  const auto month = base::Month::parse(text.substr(0, month_length));
  const auto number = text.substr(month_length + 1);
  Named named{.month = month.value_or(base::Month())};
  std::from_chars(number.data(), number.data() + number.size(), named.file);
  constexpr std::int64_t most = 1'000;  // files of a month
  const bool fits = text[month_length] == '-' && named.file >= 1 && named.file <= most;
  if (!month || !fits) return std::nullopt;
  return named;
}

Result<Response> slips(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  const auto named = named_in(visit.path_value("file"));
  if (!named) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto found = KENPO_TRY(slips_of_month(ledger, acting, named->month, named->file));
  if (found.empty()) {
    return collection_fault({"印刷する納付書がありません。", "There is no slip to print."}, {},
                            {"その月の保険料を請求してから印刷してください。",
                             "Demand the month first."});
  }
  auto printed = KENPO_TRY(print_slips(found, screens.sender, visit.now()));
  return visit.paper("納付書-" + named->month.iso() + "-" + std::to_string(named->file) + ".pdf",
                     std::move(printed));
}

}  // namespace of_slips

void add_voluntary_slip_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_slips;
  router.get_act<voluntary_paper>("/voluntary-slips/{file}",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return slips(screens, visit, acting);
                                  });
}

}  // namespace kenpo::collection
