// Stopping the use of a person's data, and its provision, from the next request on (35条). Property
// 22.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/request_act.h"
#include "request/use_stop.h"

namespace kenpo::request {

inline constexpr notice::Operation use_stop_load_operation{
    .name = "use_stop.load",
    .japanese = "利用停止の読込",
    .statute = notice::Statute::answer_to_person,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation use_stop_show_operation{
    .name = "use_stop.show",
    .japanese = "利用停止の表示",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation use_stop_change_operation{
    .name = "use_stop.change",
    .japanese = "利用停止の登録と解除",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation provision_show_operation{
    .name = "provision.show",
    .japanese = "第三者提供の記録の表示",
    .statute = notice::Statute::request_of_person};
inline constexpr notice::Operation provision_enter_operation{
    .name = "provision.enter",
    .japanese = "第三者提供の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::request_of_person};

/// Hands the gate every stop that stands: at the start, and after each change.
base::Result<> load_stops(notice::Gate& gate, store::Database& database);

/// What was stopped in a case.
struct StopsShown {
  std::vector<UseStop> stops;
  std::vector<Recipient> recipients;
};
base::Result<StopsShown> show_stops(RequestOffice& office, const notice::Acting& acting,
                                    const base::CaseId& id);

/// Holds the use for the purposes provisionally, on the day the request came: before identity is
/// proved nothing is stopped. The gate refuses from the next request on. Refused: another kind of
/// request, a case that is decided, no purpose.
base::Result<> stop_provisionally(RequestOffice& office, const notice::Acting& acting,
                                  const base::CaseId& id,
                                  const std::vector<notice::Purpose>& purposes);

/// Carries out a decided suspension or stop of provision: the purposes stay stopped, the recipients
/// are objected to. A refused request ends its provisional stops. Writes the step.
base::Result<> execute_stop(RequestOffice& office, const notice::Acting& acting,
                            const base::CaseId& id, const std::vector<notice::Purpose>& purposes,
                            const std::vector<Recipient>& recipients);

/// Ends the stops of a case: at its refusal, or when the person takes them back.
base::Result<> release_stops(RequestOffice& office, const notice::Acting& acting,
                             const base::CaseId& id);

/// 個人情報保護法29条: a provision that no act of the program made (paper, telephone).
base::Result<> enter_provision(RequestOffice& office, const notice::Acting& acting,
                               const base::CaseId& id, const Provision& provision);
base::Result<std::vector<Provision>> show_provisions(RequestOffice& office,
                                                     const notice::Acting& acting,
                                                     const base::CaseId& id);

}  // namespace kenpo::request
