#include "app/operations.h"

#include "app/home_page.h"
#include "claim/claim_act.h"
#include "claim/claim_intake_act.h"
#include "safeguard/log_act.h"
#include "staff/handler_act.h"

namespace kenpo::app {

namespace {
constexpr const notice::Operation* all[] = {
    &show_board_operation,
    &list_work_operation,
    &claim::intake_claims_operation,
    &claim::recheck_claims_operation,
    &claim::list_claims_operation,
    &claim::show_claim_operation,
    &staff::load_handlers_operation,
    &staff::appoint_handler_operation,
    &staff::show_handlers_operation,
    &safeguard::inspect_log_operation,
    &safeguard::show_history_operation,
};
}  // namespace

std::span<const notice::Operation* const> operations() { return all; }

}  // namespace kenpo::app
