#include "safeguard/sign.h"

namespace kenpo::safeguard {

base::Words wording(SignKind kind) {
  switch (kind) {
    case SignKind::refusals:
      return {"拒否の繰り返し", "refused again and again"};
    case SignKind::volume:
      return {"多人数の閲覧", "unusually many people"};
    case SignKind::odd_hours:
      return {"執務時間外の利用", "use at odd hours"};
    case SignKind::own_family:
      return {"本人・家族の閲覧", "own or family's data"};
    case SignKind::without_case:
      return {"事案のない閲覧", "look-ups without a case"};
    case SignKind::break_glass:
      return {"緊急時の利用", "emergency permit used"};
    case SignKind::absent:
      return {"区域にいない人の利用", "used from outside every area"};
  }
  return {};
}

}  // namespace kenpo::safeguard
