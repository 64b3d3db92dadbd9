#include "eligibility/scope.h"

#include "base/require.h"

namespace kenpo::eligibility {

bool unlimited(const notice::Recorder& recorder) {
  // On nobody's list: only a handler without a list holds it.
  const auto nowhere = base::EstablishmentId::parse("0000000000000000");
  KENPO_REQUIRE(nowhere.has_value());
  return recorder.in_scope(*nowhere);
}

bool in_scope(const notice::Recorder& recorder,
              const std::optional<base::EstablishmentId>& establishment) {
  return establishment ? recorder.in_scope(*establishment) : unlimited(recorder);
}

}  // namespace kenpo::eligibility
