// What the page of a payer in arrears shows of its pledges.
#pragma once

#include "collection/arrears_view.h"
#include "collection/collection_page.h"
#include "desk/section_page.h"

namespace kenpo::collection {

/// The pledges with every instalment, the forms that end them, and the way to a new one.
void add_pledge_sections(desk::SectionPage& page, const PayerView& payer);

}  // namespace kenpo::collection
