// What a corrected value has effects on: to be looked at again by the office.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "request/correction.h"

namespace kenpo::request {

/// The effects of the change, each a sentence; ages by 年齢計算ニ関スル法律.
std::vector<std::string> effects_of(const eligibility::Person& before,
                                    const eligibility::Person& after);

/// What is to be done about a paper that shows or carries the corrected value; empty: nothing.
std::string action_about(const eligibility::Person& before, const eligibility::Person& after,
                         PaperPlace place);
/// Whether the items of a provision name something that was wrong.
WrongRecipient::Items items_with(const std::vector<ChangedValue>& changed,
                                 const std::string& items);

/// 個人情報保護法34条1項: something differs, and the kana and the birth date stay what they can be.
base::Result<> check_correction(const eligibility::Person& before, const eligibility::Person& after,
                                base::Date today);

}  // namespace kenpo::request
