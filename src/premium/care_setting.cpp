#include "premium/care_setting.h"

namespace kenpo::premium {

// 健康保険法附則8条
std::optional<SharedYen> flat_care(const std::vector<CareBand>& bands, base::Yen standard) {
  std::optional<SharedYen> amount;
  for (const auto& band : bands) {
    if (band.lowest <= standard) amount = band.amount;
  }
  return amount;
}

}  // namespace kenpo::premium
