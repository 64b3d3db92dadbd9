#include "app/approval_kinds.h"

namespace kenpo::app {

void add_approval_kinds(Office&) {}

}  // namespace kenpo::app
