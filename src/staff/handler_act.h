// Appointing handlers, and the policy that follows from their list.
#pragma once

#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/handler_store.h"

namespace kenpo::staff {

/// 取扱者名簿の読込: what the gate decides by is read before anybody is let in.
inline constexpr notice::Operation load_handlers_operation{
    .name = "handler.load",
    .japanese = "取扱者名簿の読込",
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 取扱者の登録: a handler with roles, undertaking, training and scope.
inline constexpr notice::Operation appoint_handler_operation{
    .name = "handler.appoint",
    .japanese = "取扱者の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 取扱者名簿の閲覧: the responsible person and the auditor see who may handle what (24条).
inline constexpr notice::Operation show_handlers_operation{
    .name = "handler.show",
    .japanese = "取扱者名簿の閲覧",
    .statute = notice::Statute::supervision_of_handlers};

base::Result<std::vector<NamedHandler>> load_handlers(notice::Gate& gate,
                                                      store::Database& database);

/// Enters the handler or decides anew on one. Refuses a name that is empty or longer than 40
/// characters, and a role period that ends before it begins.
base::Result<> appoint_handler(notice::Gate& gate, store::Database& database,
                               const notice::Acting& acting, const NamedHandler& handler);

/// The list, the notice in force and the role table as the gate's policy. The responsible person is
/// the one who holds that role on the day; two or none leave the policy without one (O-1).
notice::Policy policy_of(const std::vector<NamedHandler>& handlers,
                         const notice::NoticeInForce& in_force, const notice::RoleMatrix& roles,
                         base::Date day);

}  // namespace kenpo::staff
