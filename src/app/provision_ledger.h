// Joins the one way out with what people decided about being handed on.
#pragma once

#include "safeguard/export_act.h"

namespace kenpo::app {

/// Objections and records of provisions as the folder of people's requests keeps them.
safeguard::ProvisionLedger provision_ledger();

}  // namespace kenpo::app
