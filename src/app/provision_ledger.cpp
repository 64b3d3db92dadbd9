#include "app/provision_ledger.h"

#include "request/stop_store.h"

namespace kenpo::app {

using safeguard::ExportBasis;
using safeguard::RecipientClass;

safeguard::ProvisionLedger provision_ledger() {
  using Access = safeguard::ProvisionLedger::Access;
  return {.objects = [](const store::View& view, const Access& access, const base::PersonId& person,
                        RecipientClass to) -> base::Result<bool> {
            return request::provision_stopped(view, access, person, to);
          },
          .record = [](store::Transaction& transaction, const Access& access,
                       const base::PersonId& person, const safeguard::ExportTerms& terms,
                       base::Date day, std::string_view items) -> base::Result<> {
            // To the persons themselves nothing is provided (27条).
            if (terms.basis == ExportBasis::to_person ||
                terms.basis == ExportBasis::notice_to_person) {
              return base::Done{};
            }
            return request::record_provision(
                transaction, access,
                {.person = person,
                 .provided = day,
                 .recipient = terms.recipient_class,
                 .basis = terms.basis,
                 .recipient_name = terms.recipient,
                 .items = std::string(items),
                 .consent = request::needs_record(terms.basis) ? "同意の範囲内" : ""});
          }};
}

}  // namespace kenpo::app
