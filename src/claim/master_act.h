// Loading the public masters, and their words for a claim.
#pragma once

#include <vector>

#include "base/mapped_file.h"
#include "base/plain.h"
#include "base/result.h"
#include "claim/master.h"
#include "claim/receipt_sheet.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::claim {

/// マスターの取込: public tables without personal data, loaded for the examination of claims.
inline constexpr notice::Operation load_master_operation{
    .name = "claim.load_master",
    .japanese = "診療報酬のマスターの取込",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment}},
    .runner = notice::Runner::staff_or_program};

struct MasterReport {
  MasterEdition edition;
  bool already = false;  // the same file was loaded before; nothing has changed
};

/// Loads a file that format::master::looks_like recognises, whole or not at all. What a code said
/// before stays for the days before its change (master_rule.h). `file` names it in the faults.
base::Result<MasterReport> load_master(notice::Gate& gate, store::Database& database,
                                       const notice::Acting& acting, base::Plain file,
                                       base::LargeBytes bytes);

/// The words of the masters on a day. The view outlives them.
MasterWords words_on(const store::View& view, base::Date day);

}  // namespace kenpo::claim
