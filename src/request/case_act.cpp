#include "request/case_act.h"

#include <algorithm>

#include "base/check_digit.h"
#include "eligibility/person_merge_store.h"
#include "request/correction_store.h"

namespace kenpo::request {

using base::Result;

namespace {

constexpr std::size_t individual_number_digits = 12;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

Result<CaseFile> need_case(const store::View& view, const RequestAccess& access,
                           const base::CaseId& id) {
  auto found = KENPO_TRY(find_case(view, access, id));
  if (found) return std::move(*found);
  return base::Fault{{"請求が見つかりません。", "There is no such request."},
                     {"番号が違うか、消去されています。", "The number is wrong, or it was erased."},
                     {"請求の一覧から選び直してください。", "Choose it from the list."},
                     {}};
}

Result<std::set<base::PersonId>> kept_people(const store::View& view, const store::LookUp& look_up,
                                             const std::string& name_kana, base::Date born,
                                             base::Moment now) {
  std::set<base::PersonId> people;
  for (const auto& found : KENPO_TRY(people_like(view, look_up, name_kana, born))) {
    people.insert(KENPO_TRY(eligibility::kept_person(view, found, now)));
  }
  return people;
}

base::Fault no_candidate() {
  return {{"選んだ人は、このカナ氏名・生年月日の候補ではありません。",
           "The chosen person is none of this name and birth date."},
          {},
          {"候補を出し直して、選び直してください。", "Show the candidates again and choose."},
          {}};
}

Result<> write_step(store::Transaction& transaction, const RequestAccess& access,
                    const CaseFile& file, const StepInput& input, const notice::Acting& acting,
                    base::Moment now) {
  const auto state = KENPO_TRY(after(standing_of(file), input.event));
  return add(transaction, access,
             Step{.id = file.request.id,
                  .person = file.request.person,
                  .event = input.event,
                  .state = state,
                  .at = now,
                  .by = KENPO_TRY(acting_staff(acting)),
                  .due = input.due,
                  .proof = input.proof,
                  .outcome = input.outcome,
                  .ground = input.ground,
                  .words = input.words});
}

Result<base::StaffId> acting_staff(const notice::Acting& acting) {
  if (const auto* staff = std::get_if<base::StaffId>(&acting.actor)) return *staff;
  return base::Fault{{"この操作は人だけができます。", "Only people may do this."}, {}, {}, {}};
}

Result<std::vector<base::PersonId>> people_of(const store::View& view, const Case& request,
                                              base::Moment now) {
  if (request.held == Held::no) return std::vector{request.person};
  auto people = KENPO_TRY(eligibility::identities_of(view, request.person, now));
  return people;
}

Result<std::vector<store::HeldRow>> rows_of_all(const store::View& view,
                                                const std::vector<store::SubjectAccess>& subjects,
                                                const store::Table& table) {
  std::vector<store::HeldRow> all;
  for (const auto& subject : subjects) {
    auto rows = KENPO_TRY(store::rows_of_subject(view, subject, table));
    for (auto& row : rows) all.push_back(std::move(row));
  }
  return all;
}

Result<std::set<base::StaffId>> handlers_of(RequestOffice& office,
                                            const std::vector<base::PersonId>& people,
                                            const base::CaseId& id) {
  std::set<base::StaffId> handlers;
  for (const auto& [number, leaf] : KENPO_TRY(leaves_about(office, people))) {
    const auto* staff = std::get_if<base::StaffId>(&leaf.actor);
    if (staff == nullptr || leaf.basis != notice::Statute::none || leaf.case_id == id) continue;
    if (leaf.outcome != notice::Outcome::refused) handlers.insert(*staff);
  }
  return handlers;
}

Result<std::vector<notice::NumberedLeaf>> leaves_about(RequestOffice& office,
                                                       const std::vector<base::PersonId>& people) {
  KENPO_TRY(office.log.checkpoint());
  const auto published = office.log.state().published;
  std::set<std::uint64_t> indexes;  // a leaf about two ids of the person is one leaf
  for (const auto& person : people) {
    for (const auto index : KENPO_TRY(office.history.leaves_of(person, history_rows_limit))) {
      if (index < published) indexes.insert(index);
    }
  }
  std::vector<notice::NumberedLeaf> leaves;
  for (const auto index : indexes) {
    auto read = KENPO_TRY(notice::read_leaves(office.log_directory, published, index, 1));
    for (auto& leaf : read) leaves.push_back(std::move(leaf));
  }
  return leaves;
}

std::string operation_words(const RequestOffice& office, std::string_view name) {
  const auto at = std::ranges::find_if(
      office.operations, [&](const notice::Operation* each) { return each->name == name; });
  return std::string(at == office.operations.end() ? name : (*at)->japanese);
}

const Step* last_step(const CaseFile& file, Event event) {
  const Step* last = nullptr;
  for (const auto& step : file.steps) {
    if (step.event == event) last = &step;
  }
  return last;
}

bool holds_individual_number(std::string_view words) {
  std::string digits;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    if (at < words.size() && is_digit(words[at])) {
      digits.push_back(words[at]);
      continue;
    }
    // Groups of four with a space or a hyphen between are one number.
    const bool joined = at + 1 < words.size() && (words[at] == ' ' || words[at] == '-') &&
                        is_digit(words[at + 1]) && !digits.empty();
    if (joined) continue;
    if (digits.size() == individual_number_digits && base::is_individual_number(digits)) {
      return true;
    }
    digits.clear();
  }
  return false;
}

}  // namespace kenpo::request
