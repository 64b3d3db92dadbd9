// 医療費通知の発行: one person's notice, the consents, the answers; runs that two people release.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cost_notice/cost_notice.h"
#include "eligibility/ledger.h"
#include "notice/gate.h"
#include "safeguard/export_act.h"
#include "staff/approval_act.h"

namespace kenpo::cost_notice {

inline constexpr notice::Pair notice_pair{notice::Category::medical_claim,
                                          notice::Purpose::medical_cost_notice};
inline constexpr notice::Pair ledger_pair{notice::Category::eligibility,
                                          notice::Purpose::member_administration};
inline constexpr notice::Pair examination_pair{notice::Category::medical_claim,
                                               notice::Purpose::benefit_examination_and_payment};

inline constexpr notice::Operation cost_notice_show{.name = "cost_notice.show",
                                                    .japanese = "医療費通知の表示",
                                                    .pairs = {notice_pair, ledger_pair}};
/// As paper and, sealed, as a data file, for the person: the leaf names the person as provided.
inline constexpr notice::Operation cost_notice_provide{.name = "cost_notice.provide",
                                                       .japanese = "医療費通知の交付",
                                                       .verb = notice::Verb::provide,
                                                       .pairs = {notice_pair, ledger_pair}};
inline constexpr notice::Operation cost_notice_consent{
    .name = "cost_notice.consent",
    .japanese = "医療費通知を世帯でまとめる同意の記録",
    .verb = notice::Verb::write,
    .pairs = {notice_pair, ledger_pair}};
inline constexpr notice::Operation cost_notice_answer{.name = "cost_notice.answer",
                                                      .japanese = "医療費通知への回答の受付",
                                                      .verb = notice::Verb::write,
                                                      .pairs = {notice_pair, ledger_pair}};
inline constexpr notice::Operation visit_check_list{.name = "visit_check.list",
                                                    .japanese = "受診の調査の一覧",
                                                    .pairs = {examination_pair, ledger_pair}};
inline constexpr notice::Operation visit_check_close{.name = "visit_check.close",
                                                     .japanese = "受診の調査の結果の記録",
                                                     .verb = notice::Verb::write,
                                                     .pairs = {examination_pair}};
inline constexpr notice::Operation cost_notice_run_list{
    .name = "cost_notice_run.list",
    .japanese = "医療費通知の印刷の一覧",
    .statute = notice::Statute::no_personal_data};
inline constexpr notice::Operation cost_notice_run_make{.name = "cost_notice_run.make",
                                                        .japanese = "医療費通知の印刷の作成",
                                                        .verb = notice::Verb::write,
                                                        .pairs = {notice_pair, ledger_pair}};
inline constexpr notice::Operation cost_notice_run_print{.name = "cost_notice_run.print",
                                                         .japanese = "医療費通知の印刷",
                                                         .verb = notice::Verb::provide,
                                                         .pairs = {notice_pair, ledger_pair}};
inline constexpr notice::Operation cost_notice_run_keep{
    .name = "cost_notice_run.keep",
    .japanese = "医療費通知の印刷の記録(枚数・発送)",
    .verb = notice::Verb::write,
    .pairs = {notice_pair}};

inline constexpr std::size_t answer_characters_limit = 300;
inline constexpr std::size_t consent_characters_limit = 100;
inline constexpr std::int64_t runs_shown_limit = 50;
inline constexpr std::int64_t checks_shown_limit = 100;  // a year's answers of a large society

struct NoticePage {
  CostNotice notice;
  std::optional<Consent> consent = {};  // of this person
  bool is_dependent = false;
  bool sheltered = false;               // protected: never in a run, never in another's notice
};
/// Refused: outside the handler's scope; a period of more than five years, or one that is none.
base::Result<NoticePage> show_notice(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const base::PersonId& person, const Period& period);
base::Result<CostNotice> provide_notice(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person, const Period& period);

/// The notice as data, for the person alone: sealed, entered in the ledger of exports, released by
/// a second person, handed over once. Refused: as above, and a period without any receipt.
base::Result<safeguard::MadeExport> make_notice_data(const safeguard::RegisterOffice& office,
                                                     const notice::Acting& acting,
                                                     const base::PersonId& person,
                                                     const Period& period);

/// Records that the person agrees (or, without evidence, no more) that the receipts stand in the
/// insured person's notice. Refused: nothing to withdraw.
enum class Agrees : std::uint8_t { no, yes };
base::Result<> record_consent(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const base::PersonId& person, Agrees agrees,
                              const std::string& evidence);

/// Opens a check: the person says that a line is not true. Refused: a claim that is not the
/// person's nor of somebody in their notice.
base::Result<VisitCheckId> record_answer(eligibility::Ledger& ledger,
                                         const notice::Acting& acting,
                                         const base::PersonId& person,
                                         const claim::ClaimId& claim, const std::string& words);
struct CheckLine {
  VisitCheck check;
  std::string name = {};
};
base::Result<std::vector<CheckLine>> list_checks(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting,
                                                 VisitOutcome outcome);
/// Refused: closed before, without a finding.
base::Result<> close_check(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const VisitCheckId& id, VisitOutcome outcome,
                           const std::string& finding);

/// Takes the next people with receipts of the period who stand in no run of it yet into a run.
/// Protected people are left out: each gets a notice alone. Refused: nobody is left.
base::Result<NoticeRunId> make_notice_run(eligibility::Ledger& ledger,
                                          const notice::Acting& acting, const Period& period);
base::Result<std::vector<NoticeRun>> list_runs(eligibility::Ledger& ledger,
                                               const notice::Acting& acting);
base::Result<base::CaseId> propose_notice_run(eligibility::Ledger& ledger,
                                              staff::Approvals& approvals,
                                              const notice::Acting& acting,
                                              const NoticeRunId& id);
/// The notices of a run that was released and not counted yet.
base::Result<std::vector<CostNotice>> notices_of_run(eligibility::Ledger& ledger,
                                                     const notice::Acting& acting,
                                                     const NoticeRunId& id);
/// Ends the printing. Refused unless as many were counted by hand as were released.
base::Result<> count_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                                const NoticeRunId& id, std::int64_t counted);
/// All of them went out. Refused before the count, or twice.
base::Result<> send_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                               const NoticeRunId& id);
/// Gives it up before its release.
base::Result<> dissolve_notice_run(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const NoticeRunId& id);

inline constexpr std::string_view notice_run_release_kind = "cost_notice_release";
staff::ApprovalKind notice_run_kind();

}  // namespace kenpo::cost_notice
