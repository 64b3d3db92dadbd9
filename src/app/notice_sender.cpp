#include "app/notice_sender.h"

namespace kenpo::app {

print::Sender sender_of(const SocietyFile& society) {
  const auto& own = society.society;
  return {.society = own.name,
          .insurer_number = std::string(society.insurer.text()),
          .address = own.address,
          .telephone = own.telephone,
          .representative = society.representative,
          .place = own.name + " 事務所",
          .complaint_desk = notice::desk_words(own)};
}

}  // namespace kenpo::app
