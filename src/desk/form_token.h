// The token against forged forms, and the cookies that it is bound to.
#pragma once

#include <string>
#include <string_view>

#include "desk/request.h"

namespace kenpo::desk {

/// `__Host-`: only this machine, only over TLS, for all paths; no other site can plant it.
inline constexpr std::string_view session_cookie = "__Host-kenpo-session";
/// Before sign-in, the form is bound to this one.
inline constexpr std::string_view visit_cookie = "__Host-kenpo-visit";
inline constexpr std::string_view form_token_field = "form_token";

/// The token of all forms shown under the secret of a cookie: a keyed hash. Who knows the token
/// does not know the secret.
std::string form_token(std::string_view cookie_secret);
/// 256 random bits as 43 characters.
std::string draw_visit_secret();
/// `Set-Cookie` value: Secure, HttpOnly, SameSite=Strict, for the browser's running time.
std::string cookie_line(std::string_view name, std::string_view value);
/// `Set-Cookie` value that takes the cookie away.
std::string end_of_cookie(std::string_view name);

enum class Forgery { none, suspected };
/// A POST must carry the token of its cookie, and what the browser says about where it comes from
/// (Origin, Sec-Fetch-Site) must be this site.
Forgery judge_form(const Request& request, std::string_view cookie_secret);

}  // namespace kenpo::desk
