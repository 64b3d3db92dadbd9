#include "eligibility/scope_act.h"

#include "eligibility/establishment_store.h"
#include "eligibility/scope.h"

namespace kenpo::eligibility {

base::Result<EstablishmentsAsked> establishments_asked(const store::View& view,
                                                       const notice::Recorder& recorder) {
  EstablishmentsAsked asked;
  if (unlimited(recorder)) {
    asked.emplace_back();
    return asked;
  }
  for (const auto& establishment : KENPO_TRY(list_establishments(view))) {
    if (recorder.in_scope(establishment.id)) asked.emplace_back(establishment.id);
  }
  return asked;
}

}  // namespace kenpo::eligibility
