#include "premium/payment_notice.h"

namespace kenpo::premium {

base::Date due_date(base::Month month) { return month.plus(1).last_day(); }

}  // namespace kenpo::premium
