#include "certificate/print_run.h"

namespace kenpo::certificate {

std::string_view wording(Way way) {
  return way == Way::employer ? "事業主経由で交付" : "本人に郵送";
}

std::string_view state_wording(const PrintRun& run) {
  if (run.dissolved_at) return "取りやめ";
  if (run.delivered_at) return "交付済み";
  if (run.closed_at) return "交付待ち";
  return run.released_at ? "印刷・枚数確認待ち" : "決裁待ち";
}

}  // namespace kenpo::certificate
