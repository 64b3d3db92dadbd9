// Passwords that are tried first by everybody who guesses. Of those lists, what is long enough to
// pass our length: keyboard rows, digits in order, and the usual words with digits behind them.
#pragma once

#include <array>
#include <string_view>

namespace kenpo::account {

inline constexpr std::array<std::string_view, 24> common_passwords = {
    "123456789012",   "1234567890123",    "12345678901234",  "123412341234",  "112233445566",
    "123123123123",   "987654321098",     "qwertyuiop12",    "qwertyuiop123", "qwertyuiopas",
    "qwertyuiopasd",  "1qaz2wsx3edc",     "1q2w3e4r5t6y",    "password1234",  "password12345",
    "password2026",   "passwordpassword", "adminadminadmin", "administrator", "administrator1",
    "letmeinletmein", "iloveyou1234",     "kenpokenpokenpo", "abcdefghijkl"};

}  // namespace kenpo::account
