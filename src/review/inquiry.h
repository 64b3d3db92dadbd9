// The question to a patient how an injury came about (負傷原因の照会), and the answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "print/sender.h"
#include "review/finding.h"

namespace kenpo::review {

enum class InjuryCause : std::uint8_t {
  own = 1,          // 自分の不注意など
  third_party = 2,  // 第三者の行為 (健康保険法57条)
  work = 3,         // 業務上・通勤 (健康保険法55条1項)
  other = 4,
};
const char* wording(InjuryCause cause);

struct InquiryAnswer {
  InjuryCause cause = InjuryCause::own;
  base::Date answered_on;
  std::string words = {};
};

struct Inquiry {
  FindingId finding = FindingId::draw();
  base::PersonId person = base::PersonId::draw();
  claim::ClaimId claim = claim::ClaimId::draw();
  base::Date issued_on = {};
  base::Date answer_by = {};
  base::StaffId by = base::StaffId::draw();
  std::optional<InquiryAnswer> answer = {};
};

/// What stands on the letter.
struct InquiryLetter {
  Inquiry inquiry;
  claim::Claim claim;
  std::vector<std::string> address;  // above the name; empty: the post does not reach the person
  std::string name;
};

/// Who sends it.
using LetterSender = print::Sender;

}  // namespace kenpo::review
