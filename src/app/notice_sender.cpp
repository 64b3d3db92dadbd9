#include "app/notice_sender.h"

namespace kenpo::app {

premium::NoticeSender sender_of(const SocietyFile& society) {
  const auto& own = society.society;
  return {.society = own.name,
          .address = own.address,
          .telephone = own.telephone,
          .representative = society.representative,
          .place = own.name + " 事務所",
          .complaint_desk = own.name + " " + own.address + " 電話 " + own.telephone};
}

remuneration::LetterSender letter_sender_of(const SocietyFile& society) {
  const auto& own = society.society;
  return {.society = own.name,
          .address = own.address,
          .telephone = own.telephone,
          .representative = society.representative,
          .complaint_desk = own.name + " " + own.address + " 電話 " + own.telephone};
}

}  // namespace kenpo::app
