// The letter to a victim of a third party's act with the forms that it asks for, and its reminder.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "print/sheet.h"
#include "recourse/third_party_case.h"
#include "review/inquiry.h"

namespace kenpo::recourse {

struct ThirdPartyLetter {
  ThirdPartyView view;
  std::vector<std::string> address;
  std::string name;
};

/// The letter with the forms of the papers as one PDF; the reminder names what is missing.
base::Result<print::Printed> print_third_party_papers(const ThirdPartyLetter& letter,
                                                      const review::LetterSender& sender,
                                                      base::Moment made_at);
base::Result<print::Printed> print_third_party_reminder(const ThirdPartyLetter& letter,
                                                        const review::LetterSender& sender,
                                                        base::Moment made_at);

}  // namespace kenpo::recourse
