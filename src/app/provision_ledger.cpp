#include "app/provision_ledger.h"

#include "request/stop_store.h"

namespace kenpo::app {

namespace {

using request::ProvisionBasis;
using request::Recipient;
using safeguard::ExportBasis;
using safeguard::RecipientClass;

Recipient recipient_of(RecipientClass recipient_class) {
  switch (recipient_class) {
    case RecipientClass::employer:
      return Recipient::employer;
    case RecipientClass::insurer:
      return Recipient::other_insurer;
    case RecipientClass::public_body:
    case RecipientClass::reviewing_organisation:
      return Recipient::public_office;
    case RecipientClass::person:
    case RecipientClass::processor:
    case RecipientClass::bank:
    case RecipientClass::other:
      return Recipient::other;
  }
  return Recipient::other;
}

ProvisionBasis basis_of(ExportBasis basis) {
  switch (basis) {
    case ExportBasis::consent_explicit:
      return ProvisionBasis::consent;
    case ExportBasis::consent_implied:
      return ProvisionBasis::implied_consent;
    case ExportBasis::law:
    case ExportBasis::to_person:  // never recorded: the person is no third party
      return ProvisionBasis::law;
    case ExportBasis::entrust:
      return ProvisionBasis::entrusted;
    case ExportBasis::succession:
      return ProvisionBasis::succession;
    case ExportBasis::joint_use:
      return ProvisionBasis::joint_use;
  }
  return ProvisionBasis::law;
}

}  // namespace

safeguard::ProvisionLedger provision_ledger() {
  using Access = safeguard::ProvisionLedger::Access;
  return {.objects = [](const store::View& view, const Access& access, const base::PersonId& person,
                        RecipientClass to) -> base::Result<bool> {
            return request::provision_stopped(view, access, person, recipient_of(to));
          },
          .record = [](store::Transaction& transaction, const Access& access,
                       const base::PersonId& person, const safeguard::ExportTerms& terms,
                       base::Date day) -> base::Result<> {
            if (terms.basis == ExportBasis::to_person) return base::Done{};
            const auto basis = basis_of(terms.basis);
            return request::record_provision(
                transaction, access,
                {.person = person,
                 .provided = day,
                 .recipient = recipient_of(terms.recipient_class),
                 .basis = basis,
                 .recipient_name = terms.recipient,
                 .items = "記号・番号、氏名、資格取得日",
                 .consent = request::needs_record(basis) ? "同意の範囲内" : ""});
          }};
}

}  // namespace kenpo::app
