#include "app/tables.h"

#include "staff/handler_store.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {

namespace {
constexpr const store::Table* all[] = {
    &staff::handler_table,
    &staff::role_assignment_table,
    &staff::handler_scope_table,
    &store::remembered_checkpoint_table,
};
}  // namespace

std::span<const store::Table* const> tables() { return all; }

}  // namespace kenpo::app
