// What stands on the society's papers besides the amounts.
#pragma once

#include "app/society_file.h"
#include "premium/payment_notice.h"
#include "remuneration/decision_letter.h"

namespace kenpo::app {

premium::NoticeSender sender_of(const SocietyFile& society);
/// The same for letters about decisions.
remuneration::LetterSender letter_sender_of(const SocietyFile& society);

}  // namespace kenpo::app
