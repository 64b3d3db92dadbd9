// The roster of an establishment's insured persons, for the employer or a processor: the first
// product that leaves by the one way out.
#pragma once

#include "eligibility/ledger.h"
#include "safeguard/export_act.h"

namespace kenpo::safeguard {

/// 加入者の管理: to check who is insured at the establishment, to send papers there.
inline constexpr notice::Operation roster_provide{
    .name = "roster.provide",
    .japanese = "被保険者名簿の提供",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

struct MadeRoster {
  MadeExport made;
  std::uint64_t people = 0;
  std::uint64_t objected = 0;  // left out: they objected, and the basis is consent
};

/// The insured of the establishment today. Every row is checked to be of the establishment before
/// it goes in: no row of another one can. People who objected are left out where the basis is
/// consent; insured numbers are masked for recipients outside 健康保険法194条の2.
/// Each person's provision is recorded.
/// `contract` is the number of the contract under which it is entrusted; empty otherwise.
/// Refused: an establishment that is unknown or out of scope, and what check_terms refuses.
base::Result<MadeRoster> make_roster(const RegisterOffice& office,
                                     const ProvisionLedger& provisions,
                                     const notice::Acting& acting,
                                     const base::EstablishmentId& establishment,
                                     const ExportTerms& terms, const std::string& contract = {});

}  // namespace kenpo::safeguard
