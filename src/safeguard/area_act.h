// Areas, cards and passages: registering them, taking in a door system's file, comparing passages
// with the uses of personal data in the audit log (notice section 2, P-1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notice/audit_log.h"
#include "safeguard/area_rule.h"
#include "safeguard/area_store.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation area_show{.name = "area.show",
                                             .japanese = "区域と入退室の表示",
                                             .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation area_register{.name = "area.register",
                                                 .japanese = "区域・カードの登録",
                                                 .verb = notice::Verb::write,
                                                 .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation passage_record{.name = "passage.record",
                                                  .japanese = "入退室の記録",
                                                  .verb = notice::Verb::write,
                                                  .statute = notice::Statute::physical_safeguards};
inline constexpr notice::Operation passage_compare{.name = "passage.compare",
                                                   .japanese = "入退室と利用の照合",
                                                   .statute = notice::Statute::security_control};

/// A day of one society at its busiest; the comparison reads no more leaves than this.
inline constexpr std::uint64_t compared_leaves_limit = 2'000'000;

struct AreaView {
  std::vector<Area> areas;
  std::vector<DoorCard> cards;
  std::vector<Passage> passages;  // of the day
};
base::Result<AreaView> show_areas(const RegisterOffice& office, const notice::Acting& acting,
                                  base::Date day);

/// Refused: an area of the same symbol that is another.
base::Result<> register_area(const RegisterOffice& office, const notice::Acting& acting,
                             const Area& area);
/// Refused: a card that another handler has.
base::Result<> give_card(const RegisterOffice& office, const notice::Acting& acting,
                         const DoorCard& card);

/// By hand. Refused: a time to come, an area that is not registered, the same passage twice.
base::Result<> record_passage(const RegisterOffice& office, const notice::Acting& acting,
                              const Passage& passage);

struct PassageIntake {
  std::size_t taken = 0;
  std::size_t known = 0;  // on record already
};
/// A door system's file, whole or not at all; faults name their lines.
base::Result<PassageIntake> take_in_passages(const RegisterOffice& office,
                                             const notice::Acting& acting, std::string_view bytes);

struct PassageComparison {
  std::uint64_t uses = 0;  // of personal data on the day, by staff
  std::vector<AbsentUse> absent;
};
/// The day's uses by staff against the day's passages. A person is inside from the first inward
/// passage of the day: nobody is inside at midnight.
base::Result<PassageComparison> compare_passages(const RegisterOffice& office,
                                                 const notice::Acting& acting,
                                                 notice::AuditLog& log,
                                                 const std::string& log_directory, base::Date day);
/// The same for whoever holds the basis; `published` leaves of the log are looked at.
base::Result<PassageComparison> compare_day(const store::View& view, const RegisterBasis& basis,
                                            const std::string& log_directory,
                                            std::uint64_t published, base::Date day);

}  // namespace kenpo::safeguard
