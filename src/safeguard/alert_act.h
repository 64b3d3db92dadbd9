// The responsible person sees alerts and answers for them; the executive director when they were
// not answered in time, or are about the responsible person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "safeguard/alert.h"
#include "store/database.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation show_alerts_operation{
    .name = "alert.show",
    .japanese = "兆候の警報の表示",
    .statute = notice::Statute::emergency_response};

inline constexpr notice::Operation acknowledge_alert_operation{
    .name = "alert.acknowledge",
    .japanese = "兆候の警報の確認",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response};

/// What was found and done, in words: at most this long.
inline constexpr std::size_t alert_words_limit_characters = 1000;

struct AlertView {
  Alert alert;
  std::optional<AlertAnswer> answer;
};

/// Newest first.
base::Result<std::vector<Alert>> show_alerts(notice::Gate& gate, store::Database& database,
                                             const notice::Acting& acting);
base::Result<AlertView> show_alert(notice::Gate& gate, store::Database& database,
                                   const notice::Acting& acting, const AlertId& id);

/// Refused: empty or long words, an alert that is answered, one about oneself, and one that waits
/// for the responsible person when somebody else answers.
base::Result<> acknowledge_alert(notice::Gate& gate, store::Database& database,
                                 const notice::Acting& acting, const AlertId& id,
                                 const std::string& words);

}  // namespace kenpo::safeguard
