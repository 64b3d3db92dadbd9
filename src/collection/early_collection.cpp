#include "collection/early_collection.h"

namespace kenpo::collection {

base::Words wording(EarlyGround ground) {
  switch (ground) {
    case EarlyGround::tax_disposition:
      return {"国税・地方税その他の公課の滞納処分", "Disposition for taxes or public charges"};
    case EarlyGround::execution:
      return {"強制執行", "Compulsory execution"};
    case EarlyGround::bankruptcy:
      return {"破産手続開始の決定", "Commencement of bankruptcy"};
    case EarlyGround::enterprise_security:
      return {"企業担保権の実行手続の開始", "Enforcement of an enterprise security"};
    case EarlyGround::auction:
      return {"競売の開始", "Commencement of an auction"};
    case EarlyGround::dissolution:
      return {"法人の解散", "Dissolution of the corporation"};
    case EarlyGround::closure:
      return {"事業所の廃止", "Closure of the establishment"};
  }
  return {};
}

base::Plain article(EarlyGround ground) {
  if (ground == EarlyGround::dissolution) return base::Plain("健康保険法172条2号");
  if (ground == EarlyGround::closure) return base::Plain("健康保険法172条3号");
  return base::Plain("健康保険法172条1号");
}

}  // namespace kenpo::collection
