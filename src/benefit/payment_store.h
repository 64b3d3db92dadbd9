// Payment of benefits in the store: accounts under 加入者の口座情報, what waits to be paid, transfer
// files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost.h"
#include "collection/credit.h"
#include "safeguard/export.h"
#include "store/seal.h"

namespace kenpo::benefit {

using BenefitAccountId = base::Id<struct BenefitAccountKind>;
using PaymentBatchId = base::Id<struct PaymentBatchKind>;

/// 支払先: the account that a person has named for benefits.
struct BenefitAccount {
  BenefitAccountId id = BenefitAccountId::draw();
  base::PersonId person;
  base::Date from = {};
  collection::RefundAccount account = {};
  std::string evidence = {};  // 「口座の届出 令和8年4月1日」
  base::Moment entered_at = {};
};

/// A decided award that no file holds yet.
struct Payable {
  AwardId award = AwardId::draw();
  base::PersonId insured;
  base::EstablishmentId establishment;
  base::Yen amount;
};

struct PaymentLine {
  AwardId award = AwardId::draw();
  base::PersonId insured;
  BenefitAccountId account = BenefitAccountId::draw();
  base::EstablishmentId establishment;
  base::Yen amount;
};

enum class PaymentStep : std::uint8_t { released = 1, paid = 2, dropped = 3 };
struct PaymentBatch {
  PaymentBatchId id = PaymentBatchId::draw();
  base::Date pay_on = {};
  std::int64_t count = 0;
  base::Yen total = {};
  std::string sha256 = {};  // of the transfer file
  base::Moment made_at = {};
  std::optional<safeguard::ExportId> sealed = {};  // its line in the ledger of exports
  std::optional<PaymentStep> last = {};  // none: waits for the second person
};

inline constexpr store::Table benefit_account_table{
    .name = "benefit_account",
    .japanese = "給付の支払先の口座",
    .subject = store::Subject::person,
    .category = notice::Category::bank_account,
    .timed = store::Timed::yes,
    .clear = {{"account", store::Kind::id}},
    .personal = {{"bank_code", store::Kind::text},
                 {"branch_code", store::Kind::text},
                 {"kind", store::Kind::text},
                 {"number", store::Kind::text},
                 {"holder", store::Kind::text},
                 {"evidence", store::Kind::text}},
    .indexes = {{.columns = {"account"}, .uniqueness = store::Uniqueness::one}}};

/// Work in hand: a row leaves when its award stands in a file.
inline constexpr store::Table benefit_payable_table{
    .name = "benefit_payable",
    .japanese = "支払待ちの給付",
    .subject = store::Subject::person,
    .category = notice::Category::cash_benefit,
    .untimed = store::Untimed::standing,
    .clear = {{"award", store::Kind::id},
              {"establishment", store::Kind::id},
              {"amount", store::Kind::yen},
              {"since", store::Kind::moment}},
    .indexes = {{.columns = {"award"}, .uniqueness = store::Uniqueness::one}},
    .acquired = "since"};

inline constexpr store::Table payment_batch_table{
    .name = "benefit_batch",
    .japanese = "給付の振込ファイル",
    .untimed = store::Untimed::event,
    .clear = {{"batch", store::Kind::id},
              {"pay_on", store::Kind::date},
              {"count", store::Kind::integer},
              {"total", store::Kind::yen},
              {"sha256", store::Kind::text},
              {"made_at", store::Kind::moment},
              {"export_id", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"batch"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table payment_line_table{
    .name = "benefit_batch_line",
    .japanese = "給付の振込ファイルの明細",
    .subject = store::Subject::person,
    .category = notice::Category::bank_account,
    .untimed = store::Untimed::part,
    .part_of = "benefit_batch",
    .clear = {{"batch", store::Kind::id},
              {"award", store::Kind::id},
              {"account", store::Kind::id},
              {"establishment", store::Kind::id},
              {"amount", store::Kind::yen},
              {"made_at", store::Kind::moment}},
    .indexes = {{.columns = {"batch"}}},
    .acquired = "made_at"};

/// released, paid, dropped: nothing of the batch is overwritten.
inline constexpr store::Table payment_step_table{
    .name = "benefit_batch_step",
    .japanese = "給付の振込の経過",
    .untimed = store::Untimed::event,
    .clear = {{"batch", store::Kind::id},
              {"step", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"at", store::Kind::moment}},
    .indexes = {{.columns = {"batch"}}}};

using BenefitAccountAccess = store::AccessTo<benefit_account_table>;
using PayableAccess = store::AccessTo<benefit_payable_table>;

/// Adds the account; the one that stood ends.
base::Result<> put(store::Transaction& transaction, const BenefitAccountAccess& access,
                   const BenefitAccount& account, base::Moment now);
base::Result<std::optional<BenefitAccount>> account_of(const store::View& view,
                                                       const BenefitAccountAccess& access,
                                                       const base::PersonId& person);
/// By its id, whether it still stands or not.
base::Result<std::optional<BenefitAccount>> find_account(const store::View& view,
                                                         const BenefitAccountAccess& access,
                                                         const BenefitAccountId& id);

base::Result<> put(store::Transaction& transaction, const PayableAccess& access,
                   const Payable& payable, base::Moment now);
base::Result<> remove(store::Transaction& transaction, const PayableAccess& access,
                      const AwardId& award);
/// What waits for the person, the longest waiting first.
base::Result<std::vector<Payable>> payable_of(const store::View& view, const PayableAccess& access,
                                              const base::PersonId& insured);
/// The longest waiting first, at most `most`.
base::Result<std::vector<Payable>> list_payable(const store::View& view,
                                                const PayableAccess& access, std::int64_t most);
base::Result<std::int64_t> count_payable(const store::View& view, const PayableAccess& access);

base::Result<> put(store::Transaction& transaction, const BenefitAccountAccess& access,
                   const PaymentBatch& batch, const std::vector<PaymentLine>& lines);
base::Result<> put_step(store::Transaction& transaction, const PaymentBatchId& batch,
                        PaymentStep step, base::Date on, base::Moment at);
base::Result<std::vector<PaymentLine>> lines_of(const store::View& view,
                                                const BenefitAccountAccess& access,
                                                const PaymentBatchId& batch);
base::Result<std::optional<PaymentBatch>> find_payment_batch(const store::View& view,
                                                             const PaymentBatchId& id);
/// The latest first, at most `most`.
base::Result<std::vector<PaymentBatch>> list_payment_batches(const store::View& view,
                                                             std::int64_t most);

}  // namespace kenpo::benefit
