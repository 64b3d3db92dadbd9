// Where a paper goes: the member's address, or the employer who hands it over.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "certificate/certificate.h"
#include "certificate/print_run.h"
#include "eligibility/ledger.h"

namespace kenpo::certificate {

/// The lines of the envelope's window. To a protected person always by post, to the address that
/// the protection keeps; nothing about the employer stands there. Empty: no address is known.
base::Result<std::vector<std::string>> addressee(const store::View& view,
                                                 const eligibility::MemberAccess& access,
                                                 const Certificate& certificate, Way way,
                                                 base::Moment now);

/// Whether the person, or the insured person whose number the paper shows, is protected: such a
/// paper is printed and sent alone.
base::Result<Secrecy> secrecy_of(const store::View& view, const eligibility::MemberAccess& access,
                                 const Certificate& certificate);

/// Puts name, birth, sex, the day of acquisition or recognition, symbol and number into the
/// certificate as the ledgers have them today.
base::Result<> fill_in(const store::View& view, const eligibility::MemberAccess& access,
                       Certificate& certificate, base::Moment now);

}  // namespace kenpo::certificate
