#include "format/notification_csv/dependents_correlation.h"

#include "format/notification_csv/correlation_words.h"
#include "format/notification_csv/dependents_layout.h"
#include "format/notification_csv/dependents_words.h"

namespace kenpo::format::notification_csv {

namespace {

using base::Date;

/// Where the items of a dependent stand, which spouse and others share.
struct Places {
  int name;
  int born;
  int relation;
  int prefecture;
  int began_on;
  int began_for;
  int began_detail;
  int ended_on;
  int ended_for;
  int ended_detail;
  // 海外特例
  int abroad;
  int abroad_for;
  int abroad_detail;
  int abroad_ended_for;
  int abroad_ended_detail;
  int moved_in_on;
};
constexpr Places spouse_places = {24, 27, 28, 36, 45, 46, 47, 51, 52, 53, 58, 61, 62, 65, 66, 68};
/// 該当年月日 and 非該当年月日 of the spouse; the blocks of others have neither.
constexpr int abroad_from_item = 60;
constexpr int abroad_ended_on_item = 64;

constexpr int later_stage_age = 75;  // as csv200 checks the loss (7.3)

constexpr Places other_places(int first) {
  return {first + 1,  first + 4,  first + 6,  first + 23, first + 21,
          first + 25, first + 26, first + 28, first + 29, first + 30, first + 13,
          first + 14, first + 15, first + 16, first + 17, first + 19};
}

class DependentsCheck {
 public:
  DependentsCheck(const Dependents& record, Date today) : record_(record), today_(today) {}

  std::vector<ItemFault> run() {
    not_future(12, record_.insured.born);
    pension_number(15, record_.pension_number);
    bool anybody = false;
    if (is_written(record_.spouse)) {
      anybody = true;
      spouse(record_.spouse);
    }
    for (std::size_t at = 0; at < record_.others.size(); ++at) {
      if (!is_written(record_.others[at])) continue;
      anybody = true;
      other(other_dependent_items[at], record_.others[at]);
    }
    demand(24, anybody, nobody_is_notified);
    return std::move(found_);
  }

 private:
  void spouse(const SpouseNotified& spouse) {
    both(spouse_places, spouse);
    pension_number(30, spouse.pension_number);
    if (spouse.notified_on) not_future(23, *spouse.notified_on);
    if (spouse.died_on) {
      not_future(55, *spouse.died_on);
      demand(55, !spouse.ended_on || *spouse.died_on <= *spouse.ended_on, death_is_after_end);
    }
    if (spouse.ended_for == ended_by_death) {
      demand(55, spouse.died_on.has_value(), death_day_is_needed);
    }
    spouse_abroad(spouse);
  }

  /// 施行規則37条の2: the days of the exception.
  void spouse_abroad(const SpouseNotified& spouse) {
    const bool applies = spouse.abroad == AbroadException::applies;
    const bool ended = spouse.abroad == AbroadException::ended;
    demand(abroad_from_item, applies || !spouse.abroad_from, abroad_item_goes_with_code);
    demand(abroad_ended_on_item, ended || !spouse.abroad_ended_on, abroad_item_goes_with_code);
    if (applies) demand(abroad_from_item, spouse.abroad_from.has_value(), abroad_day_is_needed);
    if (ended) {
      demand(abroad_ended_on_item, spouse.abroad_ended_on.has_value(), abroad_day_is_needed);
    }
    if (spouse.abroad_from) {
      not_future(abroad_from_item, *spouse.abroad_from);
      if (spouse.born) {
        demand(abroad_from_item, *spouse.born <= *spouse.abroad_from, abroad_day_is_before_birth);
      }
    }
    if (spouse.abroad_ended_on) not_future(abroad_ended_on_item, *spouse.abroad_ended_on);
  }

  void other(int first, const OtherNotified& other) {
    both(other_places(first), other);
    if (record_.change == DependentsChange::added) {
      demand(first + 5, other.sex.has_value(), dependent_sex_is_needed);
    }
    if (other.relation == relation_other) {
      demand(first + 7, !other.relation_detail.empty(), detail_is_needed);
    }
  }

  /// What is asked of spouse and others alike.
  void both(const Places& at, const auto& person) {
    demand(at.name, !person.name_kana.empty(), dependent_name_is_needed);
    demand(at.born, person.born.has_value(), dependent_birth_is_needed);
    if (person.born) not_future(at.born, *person.born);
    if (record_.change == DependentsChange::added) {
      demand(at.relation, person.relation.has_value(), relation_is_needed);
      demand(at.began_on, person.began_on.has_value(), began_day_is_needed);
      demand(at.began_for, person.began_for.has_value(), began_reason_is_needed);
    }
    if (record_.change == DependentsChange::ended) {
      demand(at.ended_on, person.ended_on.has_value(), ended_day_is_needed);
      demand(at.ended_for, person.ended_for.has_value(), ended_reason_is_needed);
    } else {
      demand(at.prefecture, !person.prefecture, prefecture_goes_with_end);
    }
    if (person.began_for == began_for_other) {
      demand(at.began_detail, !person.began_detail.empty(), detail_is_needed);
    }
    if (person.ended_for == ended_for_other) {
      demand(at.ended_detail, !person.ended_detail.empty(), detail_is_needed);
    }
    both_abroad(at, person);
    // 健康保険法3条7項ただし書: the later-stage scheme begins on the 75th birthday.
    if (person.ended_for == ended_at_75 && person.ended_on && person.born) {
      demand(at.ended_on, *person.ended_on > base::reaches_age(*person.born, later_stage_age),
             end_is_before_75);
    }
    if (person.began_on && person.born) {
      demand(at.began_on, *person.born <= *person.began_on, born_after_beginning);
    }
    if (person.began_on && person.ended_on) {
      demand(at.ended_on, *person.began_on < *person.ended_on, end_is_not_after_beginning);
    }
  }

  /// 施行規則37条の2・38条: the code of 海外特例 and what belongs to it.
  void both_abroad(const Places& at, const auto& person) {
    const bool applies = person.abroad == AbroadException::applies;
    const bool ended = person.abroad == AbroadException::ended;
    if (applies) {
      demand(at.abroad, record_.change != DependentsChange::ended, abroad_needs_a_dependent);
      demand(at.abroad_for, person.abroad_for.has_value(), abroad_reason_is_needed);
    } else {
      demand(at.abroad_for, !person.abroad_for, abroad_item_goes_with_code);
      demand(at.abroad_detail, person.abroad_detail.empty(), abroad_item_goes_with_code);
    }
    if (ended) {
      demand(at.abroad, record_.change != DependentsChange::added, abroad_end_needs_a_beginning);
      demand(at.abroad_ended_for, person.abroad_ended_for.has_value(), abroad_reason_is_needed);
    } else {
      demand(at.abroad_ended_for, !person.abroad_ended_for, abroad_item_goes_with_code);
      demand(at.abroad_ended_detail, person.abroad_ended_detail.empty(),
             abroad_item_goes_with_code);
    }
    const bool moved_in = person.abroad_ended_for == abroad_ended_by_moving_in;
    if (moved_in) demand(at.moved_in_on, person.moved_in_on.has_value(), moved_in_day_is_needed);
    if (!moved_in) demand(at.moved_in_on, !person.moved_in_on, moved_in_goes_with_reason);
    if (person.moved_in_on) not_future(at.moved_in_on, *person.moved_in_on);
    if (person.abroad_for == abroad_for_other) {
      demand(at.abroad_detail, !person.abroad_detail.empty(), detail_is_needed);
    }
    if (person.abroad_ended_for == abroad_ended_for_other) {
      demand(at.abroad_ended_detail, !person.abroad_ended_detail.empty(), detail_is_needed);
    }
  }

  void demand(int item, bool holds, base::Fault (*fault)()) {
    if (!holds) found_.push_back({item, fault()});
  }
  void not_future(int item, Date day) { demand(item, day <= today_, is_in_future); }
  void pension_number(int item, const std::optional<PensionNumber>& number) {
    if (!number) return;
    demand(item, !number->office_code.empty(), pension_number_is_half);
    demand(item + 1, !number->serial.empty(), pension_number_is_half);
  }

  const Dependents& record_;
  Date today_;
  std::vector<ItemFault> found_;
};

}  // namespace

std::vector<ItemFault> check_dependents(const Dependents& record, Date today) {
  return DependentsCheck(record, today).run();
}

}  // namespace kenpo::format::notification_csv
