#include "eligibility/intake_act.h"

#include <sodium.h>

#include "eligibility/establishment_store.h"
#include "eligibility/file_intake_act.h"
#include "eligibility/intake_file_store.h"
#include "eligibility/member_index.h"

namespace kenpo::eligibility {

namespace {

namespace csv = format::notification_csv;
using base::Result;

std::array<std::uint8_t, 32> sha256_of(std::string_view bytes) {
  std::array<std::uint8_t, 32> hash{};
  static_assert(crypto_hash_sha256_BYTES == 32);
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return hash;
}

Result<Establishment> establishment_of(const store::View& view, const csv::Head& head,
                                       const notice::Recorder& recorder, base::Plain file) {
  const auto found = KENPO_TRY(find_establishment(view, head.office.prefecture,
                                                  head.office.county, head.office.symbol));
  constexpr std::uint64_t head_line = 1;
  if (!found) return misfit_fault(Misfit::unknown_establishment, std::move(file), head_line);
  if (!recorder.in_scope(found->id)) return notice::out_of_scope_fault();
  return *found;
}

}  // namespace

Result<Intake> take_in_notifications(Ledger& ledger, const notice::Acting& acting,
                                     std::string_view bytes, const base::Plain& file_name) {
  std::vector<Member> changed;
  const auto work =
      [&](const notice::Permit<notification_intake>& permit) -> Result<Intake> {
    const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
    const auto now = ledger.gate.clock().now();
    auto file = KENPO_TRY(csv::read(bytes, {.today = now.day(), .file = file_name}));
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto establishment =
        KENPO_TRY(establishment_of(transaction, file.head, permit.recorder(), file_name));
    const auto hash = sha256_of(bytes);
    if (const auto known = KENPO_TRY(find_intake_file(transaction, hash))) {
      return Intake{.outcome = IntakeOutcome::already_taken,
                    .case_id = known->case_id,
                    .establishment = known->establishment,
                    .taken_at = known->taken_at,
                    .work_items = known->work_items};
    }
    FileIntake intake({.transaction = transaction,
                       .access = access,
                       .number_store = ledger.numbers,
                       .number_access = store::NumberAccess(
                           permit.grant<notice::Purpose::number_act_information_linkage>()),
                       .establishment = establishment,
                       .case_id = acting.case_id.value_or(base::CaseId::draw()),
                       .now = now,
                       .file = file_name});
    const auto records = static_cast<std::int64_t>(file.records.size());
    KENPO_TRY(intake.run(file));
    KENPO_TRY(add(transaction, IntakeFile{.sha256 = hash,
                                          .case_id = intake.counts().case_id,
                                          .establishment = establishment.id,
                                          .taken_at = now,
                                          .records = records,
                                          .work_items = intake.counts().work_items}));
    KENPO_TRY(intake.keep_numbers());
    KENPO_TRY(transaction.commit(permit.recorder()));
    changed = intake.changed_members();
    return intake.counts();
  };
  auto taken = ledger.gate.perform<notification_intake>(acting, work);
  ledger.members.put(changed);
  return taken;
}

}  // namespace kenpo::eligibility
