// An invented society as the sender of papers.
#pragma once

#include "print/sender.h"

namespace kenpo::test_support {

inline print::Sender sample_sender() {
  return {.society = "見本健康保険組合",
          .insurer_number = "06139992",
          .address = "東京都千代田区見本町３－３",
          .telephone = "03-0000-0000",
          .representative = "見本　太郎",
          .place = "見本銀行　本店",
          .complaint_desk = "見本健康保険組合苦情受付03-0000-9999"};
}

}  // namespace kenpo::test_support
