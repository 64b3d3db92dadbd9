// What the acts on notifications refuse, in the words of the office.
#pragma once

#include "base/fault.h"

namespace kenpo::eligibility {

base::Fault no_such_notification();
/// It was decided or dropped.
base::Fault notification_closed();
/// The ledger says something else than when it was decided.
base::Fault built_upon();
base::Fault address_is_protected();
base::Fault not_decided();
/// There is something to look at: it is not decided in a pile.
base::Fault has_cautions();
base::Fault not_alike();
base::Fault number_of_somebody_else();
/// The individual number is somebody else's or of another notification that waits.
base::Fault number_waits();
base::Fault number_is_the_same();
base::Fault number_needed();
base::Fault number_decided_apart();
base::Fault number_stays_replaced();
base::Fault not_editable();
base::Fault about_somebody_else();
/// A decision of a notification is made on its own page.
base::Fault decided_on_its_page();

}  // namespace kenpo::eligibility
