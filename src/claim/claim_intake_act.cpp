#include "claim/claim_intake_act.h"

#include <utility>

#include "base/mapped_file.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/receipt_reading.h"
#include "claim/register_store.h"
#include "claim/standing_rule.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"

namespace kenpo::claim {

namespace {

using base::Fault;
using base::Plain;
using base::Result;
using notice::Access;
using notice::Acting;
using notice::Category;
using notice::Gate;
using notice::Permit;
using notice::Purpose;

constexpr std::uint64_t progress_step = 1024;  // receipts between two reports
constexpr std::uint64_t release_step = 16384;  // some 25 MB of a file that was read

Fault receipt_fault(const Plain& file, const format::claim::Receipt& receipt, base::Words what,
                    base::Words mend) {
  return {.what = std::move(what),
          .why = {},
          .mend = std::move(mend),
          .place = {.file = file,
                    .line = receipt.lines.empty() ? 0 : receipt.lines.front().number,
                    .column = 0,
                    .field = {}}};
}

/// Puts each receipt of the file into the transaction, checked.
class Intake final : public format::claim::Receiver {
 public:
  Intake(store::Transaction& transaction, const ClaimAccess& access, const Register& ledger,
         const base::InsurerNumber& insurer, ClaimIntake& intake, Plain file,
         base::LargeBytes bytes, const base::TellProgress& tell)
      : transaction_(transaction),
        access_(access),
        ledger_(ledger),
        insurer_(insurer),
        intake_(intake),
        file_(std::move(file)),
        bytes_(bytes),
        tell_(tell) {}

  Result<> receipt(const format::claim::Receipt& receipt) override {
    if (++read_ % release_step == 0) bytes_.passed(receipt.bytes.data());
    auto claim = claim_of(receipt, intake_.claimed_in);
    if (first_) intake_.claimed_in = claim.claimed_in;
    first_ = false;
    if (const auto insurer = receipt.decided_head->insurer_number;
        receipt.decided_head->insured_by_health_insurance && insurer != insurer_.text()) {
      return note(receipt_fault(file_, receipt,
                                {"他の保険者のレセプトです。", "The receipt of another insurer."},
                                {"送り先を確かめ、審査支払機関に返してください。",
                                 "Check the addressee and return it to the reviewer."}));
    }
    const auto key = receipt_key(claim.management_number, receipt.bytes);
    if (KENPO_TRY(holds_receipt(transaction_, access_, key))) {
      return note(receipt_fault(
          file_, receipt, {"もう受け付けたレセプトです。", "Taken in before."},
          {"二重のファイルでないか確かめてください。", "Check whether the file came twice."}));
    }
    if (!faults_.empty()) return base::Done{};  // refused already: only look for more faults
    return keep(receipt, claim);
  }

  base::Faults take_faults() { return std::exchange(faults_, {}); }

 private:
  Result<> note(Fault fault) {
    faults_.push_back(std::move(fault));
    if (faults_.size() >= base::faults_limit) return std::exchange(faults_, {});
    return base::Done{};
  }

  Result<> keep(const format::claim::Receipt& receipt, Claim& claim) {
    const auto candidates = ledger_.find(insured_key(claim.symbol, claim.number));
    const auto found = check_standing(treatment_of(claim), candidates);
    claim.intake = intake_.id;
    claim.standing = found.standing;
    file_under(claim, found, candidates);
    KENPO_TRY(put(transaction_, access_, claim, receipt.bytes));
    ++intake_.receipts;
    intake_.corrected += claim.corrected ? 1 : 0;
    intake_.with_findings += claim.findings > 0 ? 1 : 0;
    ++intake_.by_standing[static_cast<std::size_t>(claim.standing)];
    if (tell_ && intake_.receipts % progress_step == 0) {
      tell_(
          {static_cast<std::int64_t>(intake_.receipts), 0, {"レセプトの取込", "taking in claims"}});
    }
    return base::Done{};
  }

  store::Transaction& transaction_;
  const ClaimAccess& access_;
  const Register& ledger_;
  const base::InsurerNumber& insurer_;
  ClaimIntake& intake_;
  Plain file_;
  base::LargeBytes bytes_;
  std::uint64_t read_ = 0;
  const base::TellProgress& tell_;
  base::Faults faults_;
  bool first_ = true;
};

Fault kind_fault(const Plain& file) {
  return {.what = {"レセプトのファイルではありません。", "This is not a claims file."},
          .why = {"審査支払機関のCSVにもUKEにも見えません。",
                  "It looks like neither the reviewer's CSV nor a UKE file."},
          .mend = {"ファイルを確かめてください。", "Check the file."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

Fault returned_fault(const Plain& file) {
  return {.what = {"返戻ファイル（HEN・SAH）です。", "This is a file of returned claims (HEN, SAH)."},
          .why = {"返戻ファイルは医療機関に返すもので、組合が受け付けるレセプトではありません。",
                  "It goes back to the provider; it is no claim on the society."},
          .mend = {"送り先を確かめてください。", "Check the addressee."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

Result<ClaimIntakeReport> take_in(const Permit<intake_claims_operation>& permit, Gate& gate,
                                  store::Database& database, const Plain& file,
                                  base::LargeBytes bytes, format::claim::Form form,
                                  const base::TellProgress& tell) {
  const Access<Category::medical_claim> claims(
      permit.grant<Purpose::benefit_examination_and_payment>());
  const Access<Category::eligibility> ledger_access(permit.grant<Purpose::member_administration>());
  auto transaction = KENPO_TRY(database.write());
  ClaimIntakeReport report;
  report.intake.sha256 = base::sha256(bytes);
  if (auto before = KENPO_TRY(find_claim_intake(transaction, report.intake.sha256))) {
    return ClaimIntakeReport{.intake = *std::move(before), .already = true};
  }
  report.intake.taken_at = gate.clock().now();
  report.intake.claimed_in = report.intake.taken_at.day().in_month();
  const auto ledger = KENPO_TRY(Register::build(transaction, ledger_access));
  Intake intake(transaction, claims, ledger, database.insurer(), report.intake, file, bytes,
                tell);
  const auto read = format::claim::read_claims(bytes.all(), form, intake);
  auto faults = intake.take_faults();
  if (!read.ok()) {
    for (auto fault : read.faults()) {
      fault.place.file = file;
      faults.push_back(std::move(fault));
    }
  }
  if (!faults.empty()) return faults;
  KENPO_TRY(put(transaction, report.intake));
  KENPO_TRY(transaction.commit(permit.recorder()));
  return report;
}

}  // namespace

Result<ClaimIntakeReport> intake_claims(Gate& gate, store::Database& database, const Acting& acting,
                                        Plain file, base::LargeBytes bytes,
                                        const base::TellProgress& tell) {
  const auto head = bytes.all().substr(0, format::claim::recognise_bytes);
  const auto form = format::claim::looks_like(head);
  if (!form) return kind_fault(file);
  if (*form == format::claim::Form::returned) return returned_fault(file);
  return gate.perform<intake_claims_operation>(
      acting, [&](const Permit<intake_claims_operation>& permit) -> Result<ClaimIntakeReport> {
        return take_in(permit, gate, database, file, bytes, *form, tell);
      });
}

}  // namespace kenpo::claim
