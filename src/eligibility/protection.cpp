#include "eligibility/protection.h"

namespace kenpo::eligibility {

base::Words wording(ProtectionGround ground) {
  switch (ground) {
    case ProtectionGround::domestic_violence:
      return {"配偶者からの暴力", "Domestic violence"};
    case ProtectionGround::stalking:
      return {"ストーカー行為等", "Stalking"};
    case ProtectionGround::child_abuse:
      return {"児童虐待", "Abuse of a child"};
    case ProtectionGround::other:
      return {"これらに準ずるもの", "Other"};
  }
  return {};
}

}  // namespace kenpo::eligibility
