// Erasure by request (35条) and at the end of the period of keeping (22条): two people, keys
// destroyed, a certificate left.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/erasure.h"
#include "request/request_office.h"
#include "request/request_store.h"
#include "store/subject_rows.h"

namespace kenpo::request {

inline constexpr notice::Operation erasure_plan_operation{
    .name = "erasure.plan",
    .japanese = "消去の確かめ",
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation erasure_execute_operation{
    .name = "erasure.execute",
    .japanese = "消去の実施",
    .verb = notice::Verb::erase,
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation certificate_list_operation{
    .name = "erasure.certificate",
    .japanese = "消去証明書の表示",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation hold_list_operation{
    .name = "erasure_hold.list",
    .japanese = "消去の保留の一覧",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation hold_change_operation{
    .name = "erasure_hold.change",
    .japanese = "消去の保留の登録と終了",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};

/// What is held about the person of the case, what may go and what a period keeps.
base::Result<ErasurePlan> show_erasure_plan(RequestOffice& office, const notice::Acting& acting,
                                            const base::CaseId& id);

/// A fault while a period or a hold keeps anything of the person: then the answer is a part, or
/// another measure, with its ground.
base::Result<> check_erasable_in_full(RequestOffice& office,
                                      const std::vector<store::SubjectAccess>& subjects,
                                      const RequestAccess& access);

/// Carries out a decided erasure: rows whose period has ended go, then the keys of every category
/// of which nothing is left; a certificate and the step are written. The record of the request
/// itself stays for its own period. Run again after a crash, it goes on where it was.
base::Result<Certificate> execute_erasure(RequestOffice& office, const notice::Acting& acting,
                                          const base::CaseId& id);

base::Result<std::vector<Certificate>> list_certificates(RequestOffice& office,
                                                         const notice::Acting& acting);
base::Result<Certificate> show_certificate(RequestOffice& office, const notice::Acting& acting,
                                           const base::CaseId& id);

base::Result<std::vector<Hold>> list_holds(RequestOffice& office, const notice::Acting& acting);
/// Refused: no reason.
base::Result<> put_hold(RequestOffice& office, const notice::Acting& acting,
                        const base::PersonId& person, const std::string& reason);
base::Result<> lift_hold(RequestOffice& office, const notice::Acting& acting,
                         const base::CaseId& hold);

}  // namespace kenpo::request
