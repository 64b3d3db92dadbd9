// `/handlers/{staff}/enrolment`: the first sign-in of a handler: name, password, authenticator.
#pragma once

#include "account/credential.h"
#include "account/sign_in.h"
#include "app/office.h"
#include "desk/router.h"

namespace kenpo::app {

/// All outlive the router.
void add_enrolment_routes(desk::Router& router, Office& office, account::CredentialStore& store,
                          account::SignIn& sign_in);

}  // namespace kenpo::app
