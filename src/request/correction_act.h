// Correcting what is not factual (34条): the ledger's own row with its history, or a statement
// beside any other row.
#pragma once

#include "base/result.h"
#include "request/correction.h"
#include "request/request_act.h"

namespace kenpo::request {

inline constexpr notice::Operation correction_show_operation{
    .name = "correction.show",
    .japanese = "訂正の内容の確かめ",
    .statute = notice::Statute::answer_to_person};
/// The values as they stand, which the page hides until somebody asks: an act of its own with a
/// leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation correction_reveal_operation{
    .name = "correction.reveal",
    .japanese = "訂正前の値の表示",
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation correction_preview_operation{
    .name = "correction.preview",
    .japanese = "訂正の影響の表示",
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation correction_apply_operation{
    .name = "correction.apply",
    .japanese = "訂正の実施",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};

/// The person as they stand in the ledger; refused for a case that is no correction.
base::Result<eligibility::Person> correction_subject(RequestOffice& office,
                                                     const notice::Acting& acting,
                                                     const base::CaseId& id);

/// The same for whoever asked for the values.
base::Result<eligibility::Person> revealed_subject(RequestOffice& office,
                                                   const notice::Acting& acting,
                                                   const base::CaseId& id);

/// What the change would do: the values, the effects, the recipients of the wrong value. Writes
/// nothing.
base::Result<Correction> preview_correction(RequestOffice& office, const notice::Acting& acting,
                                            const base::CaseId& id,
                                            const eligibility::Person& corrected);

/// Carries out a decided correction. The old decision stays in the ledger, withdrawn.
base::Result<Correction> apply_correction(RequestOffice& office, const notice::Acting& acting,
                                          const base::CaseId& id,
                                          const eligibility::Person& corrected);

/// The same where the wrong value stands in a row that no act corrects: the statement is attached
/// to it, and shown with it from then on. Refused: a row that is not the person's.
base::Result<> attach_statement(RequestOffice& office, const notice::Acting& acting,
                                const base::CaseId& id, const Statement& statement);

}  // namespace kenpo::request
