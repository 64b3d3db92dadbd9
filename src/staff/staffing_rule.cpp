#include "staff/staffing_rule.h"

#include <algorithm>

#include "staff/break_glass_rule.h"
#include "staff/duty_rule.h"

namespace kenpo::staff {

namespace {

std::string assignment_text(const notice::Assignment& each) {
  return std::string(notice::identifier(each.role)) + " " + each.from.iso() + " " +
         (each.to ? each.to->iso() : "-");
}

std::string handler_text(const NamedHandler& named) {
  const auto& handler = named.handler;
  std::vector<std::string> parts;
  for (const auto& each : handler.assignments) parts.push_back(assignment_text(each));
  for (const auto& each : handler.establishments) parts.push_back("at " + std::string(each.text()));
  std::ranges::sort(parts);
  std::string text = "handler\t" + std::string(handler.staff.text()) + "\t" + named.name + "\t" +
                     (handler.locked ? "locked" : "open") + "\t" +
                     (named.leaves_on ? named.leaves_on->iso() : "-");
  for (const auto& part : parts) text += "\t" + part;
  return text + "\n";
}

}  // namespace

std::vector<NamedHandler> handlers_at(const Staffing& staffing, base::Moment now) {
  const auto today = now.day();
  auto handlers = staffing.handlers;
  for (auto& named : handlers) {
    auto& handler = named.handler;
    handler.undertaking_on = undertaking_on(staffing.duties, handler.staff, today);
    handler.trained_until = trained_until(staffing.duties, handler.staff);
    if (named.leaves_on && *named.leaves_on < today) handler.locked = true;
    for (const auto& use : staffing.emergencies) {
      const bool holds = use.staff == handler.staff && holds_at(use, now);
      if (holds) handler.assignments.push_back({use.role, today, today});
    }
  }
  return handlers;
}

std::optional<base::StaffId> responsible_person_on(std::span<const NamedHandler> handlers,
                                                   base::Date day) {
  std::optional<base::StaffId> found;
  for (const auto& named : handlers) {
    const bool holds =
        std::ranges::any_of(named.handler.assignments, [&](const notice::Assignment& each) {
          return each.role == notice::Role::responsible_person && each.holds_on(day);
        });
    const bool employed = !named.leaves_on || day <= *named.leaves_on;
    if (!holds || named.handler.locked || !employed) continue;
    if (found) return std::nullopt;
    found = named.handler.staff;
  }
  return found;
}

std::string list_text(std::span<const NamedHandler> handlers, const notice::RoleMatrix& roles,
                      notice::PairMask in_force) {
  std::vector<std::string> lines;
  for (const auto& named : handlers) lines.push_back(handler_text(named));
  std::ranges::sort(lines);
  std::string text = "pairs\t" + std::to_string(in_force) + "\n";
  for (std::size_t at = 0; at < notice::roles_count; ++at) {
    text += "role\t" + std::string(notice::identifier(static_cast<notice::Role>(at))) + "\t" +
            std::to_string(roles.pairs[at]) + "\n";
  }
  for (const auto& line : lines) text += line;
  return text;
}

notice::PairMask pairs_on(const NamedHandler& named, const notice::RoleMatrix& roles,
                          base::Date day) {
  notice::PairMask pairs = 0;
  for (const auto& each : named.handler.assignments) {
    if (each.holds_on(day)) pairs |= roles.of(each.role);
  }
  return pairs;
}

}  // namespace kenpo::staff
