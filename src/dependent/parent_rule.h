// Whose dependents the children of two working parents are (夫婦共同扶養): notice 令3.4.30
// 保保発0430第2号・保国発0430第1号.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::dependent {

enum class Parent : std::uint8_t { a, b };

struct ParentInput {
  base::Date on;       // day of recognition
  base::Yen income_a;  // expected in the next year
  base::Yen income_b;
  Parent named = Parent::a;  // the parent of the notification
};

/// When the two insurers do not agree: the standards in the month of the first notification.
struct Dispute {
  base::Yen standard_a;
  base::Yen standard_b;
  Parent named = Parent::a;
};

/// The parent with the higher income; the one named when the incomes are close.
base::Result<law::Decision<Parent>> parent_of_dependents(const ParentInput& input);
/// The parent with the higher standard remuneration; the one named when they are equal.
law::Decision<Parent> parent_after_dispute(const Dispute& dispute);

}  // namespace kenpo::dependent
