#include "safeguard/terminal_store.h"

namespace kenpo::safeguard {

using base::Result;

namespace {

Terminal terminal_from(const store::Record<terminal_table>& record) {
  return {.id = record.get<TerminalId>("terminal"),
          .name = record.get<std::string>("name"),
          .area = record.get<AreaId>("area"),
          .address = record.get<std::string>("address"),
          .state = record.get<TerminalState>("state"),
          .secret_sha256 = record.get<std::string>("secret_sha256"),
          .decided_at = record.times().decided_at};
}

}  // namespace

Result<> put(store::Transaction& transaction, const Terminal& terminal, base::Moment now) {
  const auto old = KENPO_TRY(store::list<terminal_table>(
      transaction, store::no_personal_data, {"terminal = $1 AND withdrawn_at = $2"},
      {terminal.id, store::not_withdrawn},
      [](const store::Record<terminal_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<terminal_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<terminal_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("terminal", terminal.id)
      .set("name", terminal.name)
      .set("area", terminal.area)
      .set("address", terminal.address)
      .set("state", terminal.state)
      .set("secret_sha256", terminal.secret_sha256);
  KENPO_TRY(store::insert<terminal_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Terminal>> list_terminals(const store::View& view) {
  return store::list<terminal_table>(view, store::no_personal_data,
                                     {"withdrawn_at = $1", "ORDER BY name"}, {store::not_withdrawn},
                                     terminal_from);
}

Result<> add(store::Transaction& transaction, const TerminalDemand& demand, const base::StaffId& by,
             base::Moment now) {
  store::Draft<terminal_demand_table> draft(
      store::Times{.valid_from = demand.from, .decided_at = now});
  draft.set("wanted", demand.wanted).set("decided_by", by);
  KENPO_TRY(store::insert<terminal_demand_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<TerminalDemand>> list_demands(const store::View& view) {
  return store::list<terminal_demand_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY row_id"},
      {store::not_withdrawn}, [](const store::Record<terminal_demand_table>& record) {
        return TerminalDemand{record.get<TerminalDemand::Wanted>("wanted"),
                              record.times().valid_from};
      });
}

}  // namespace kenpo::safeguard
