// The second factor: time-based one-time codes (RFC 6238), six digits, thirty seconds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace kenpo::account {

/// 160 bits, as RFC 4226 recommends.
using TotpSecret = std::array<std::uint8_t, 20>;

inline constexpr int totp_step_seconds = 30;
/// Steps before and after the present one that are taken: clocks of telephones differ.
inline constexpr int totp_steps_around = 1;

TotpSecret draw_totp_secret();

/// The number of the time step that the code belongs to, when it is one of the steps around `now`
/// and later than `last_used_step`: a code is taken once.
std::optional<std::int64_t> match_totp(const TotpSecret& secret, std::string_view code,
                                       base::Moment now, std::int64_t last_used_step);
/// The code of the step that `now` lies in; for tests and for the first sign-in of a demonstration.
std::string totp_code(const TotpSecret& secret, base::Moment now);

/// The secret as people type it: base 32 in groups of four.
std::string base32_groups(const TotpSecret& secret);
/// `otpauth://totp/…`, which the telephone's application reads from the two-dimensional code.
std::string enrolment_address(const TotpSecret& secret, std::string_view society_name,
                              std::string_view sign_in_name);

}  // namespace kenpo::account
