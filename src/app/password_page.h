// Changing one's own password: `/password`.
#pragma once

#include "account/sign_in.h"
#include "desk/router.h"
#include "notice/operation.h"

namespace kenpo::app {

/// パスワードの変更: for everybody on the list of handlers, of their own password only; before any
/// undertaking or training, as a handed-out password opens nothing else.
inline constexpr notice::Operation change_password_operation{
    .name = "password.change",
    .japanese = "パスワードの変更",
    .verb = notice::Verb::write,
    .statute = notice::Statute::own_duty};

/// The present password and a one-time code prove the person. Other sessions of the person end.
void add_password_routes(desk::Router& router, account::SignIn& sign_in);

}  // namespace kenpo::app
