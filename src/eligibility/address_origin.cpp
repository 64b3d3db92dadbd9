#include "eligibility/address_origin.h"

namespace kenpo::eligibility {

base::Words wording(AddressKind kind) {
  switch (kind) {
    case AddressKind::home:
      return {"自宅（住民票の住所）", "Home"};
    case AddressKind::residence:
      return {"居所（住民票と違う所）", "Residence"};
    case AddressKind::work:
      return {"事業所・寮などの気付", "Care of an employer"};
    case AddressKind::abroad:
      return {"国外", "Abroad"};
  }
  return {};
}

base::Words wording(AddressSource source) {
  switch (source) {
    case AddressSource::notification:
      return {"事業主の届書", "Notification"};
    case AddressSource::file:
      return {"届書ファイル", "File of notifications"};
    case AddressSource::person:
      return {"本人の申出", "The person"};
    case AddressSource::registry:
      return {"住民票・住基情報", "Resident registry"};
  }
  return {};
}

}  // namespace kenpo::eligibility
