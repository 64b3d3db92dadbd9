#include "staff/duty_store.h"

#include <charconv>

#include "base/tsv.h"
#include "store/seal.h"

namespace kenpo::staff {

namespace {

using base::Result;
using store::no_personal_data;

/// `0 2 - 1`: the choice of each question, `-` where it was left open.
std::string text_of(const Answers& answers) {
  std::string text;
  for (const auto& answer : answers) {
    if (!text.empty()) text += ' ';
    text += answer ? std::to_string(*answer) : "-";
  }
  return text;
}

Answers answers_of(std::string_view text) {
  Answers answers;
  for (const auto word : base::words_of(text)) {
    std::size_t choice = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), choice);
    answers.push_back(read.ec == std::errc() ? std::optional(choice) : std::nullopt);
  }
  return answers;
}

Undertaking undertaking_from(const store::Record<undertaking_table>& record) {
  return {record.subject(), record.get<int>("rules_version"), record.get<base::Date>("signed_on")};
}

TrainingResult result_from(const store::Record<training_result_table>& record) {
  return {.staff = record.subject(),
          .course = record.get<std::string>("course"),
          .answered_at = record.get<base::Moment>("answered_at"),
          .answers = answers_of(record.get<std::string_view>("answers")),
          .right_count = record.get<int>("right_count"),
          .questions_count = record.get<int>("questions_count"),
          .outcome = record.get<TrainingOutcome>("outcome"),
          .punctual = record.get<TrainingResult::Punctual>("punctual"),
          .valid_until = record.get<std::optional<base::Date>>("valid_until")};
}

Result<std::vector<EmploymentRules>> read_rules(const store::View& view) {
  return store::list<employment_rules_table>(
      view, no_personal_data, {"version > 0", "ORDER BY version"}, {},
      [](const store::Record<employment_rules_table>& record) {
        return EmploymentRules{record.get<int>("version"), record.get<std::string>("title"),
                               record.get<base::Date>("in_force_from"),
                               record.get<std::string>("secrecy_article")};
      });
}

}  // namespace

Result<Duties> read_duties(const store::View& view, const DutyBasis& basis,
                           std::optional<base::StaffId> only) {
  Duties duties{.rules = KENPO_TRY(read_rules(view)), .undertakings = {}, .results = {}};
  if (only) {
    duties.undertakings = KENPO_TRY(store::list<undertaking_table>(view, basis, {"subject_id = $1"},
                                                                   {*only}, undertaking_from));
    duties.results = KENPO_TRY(store::list<training_result_table>(
        view, basis, {"subject_id = $1", "ORDER BY answered_at, row_id"}, {*only}, result_from));
    return duties;
  }
  duties.undertakings = KENPO_TRY(
      store::list<undertaking_table>(view, basis, {"rules_version > 0"}, {}, undertaking_from));
  duties.results = KENPO_TRY(store::list<training_result_table>(
      view, basis, {"questions_count > 0", "ORDER BY answered_at, row_id"}, {}, result_from));
  return duties;
}

Result<> insert_rules(store::Transaction& transaction, const EmploymentRules& rules,
                      base::Moment now) {
  store::Draft<employment_rules_table> draft;
  draft.set("version", rules.version)
      .set("title", rules.title)
      .set("secrecy_article", rules.secrecy_article)
      .set("in_force_from", rules.in_force_from)
      .set("registered_at", now);
  KENPO_TRY(store::insert<employment_rules_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<> insert_undertaking(store::Transaction& transaction, const DutyBasis& basis,
                            const Undertaking& undertaking, base::Moment now) {
  store::Draft<undertaking_table> draft(undertaking.staff);
  draft.set("rules_version", undertaking.rules_version)
      .set("signed_on", undertaking.on)
      .set("signed_at", now);
  KENPO_TRY(store::insert<undertaking_table>(transaction, basis, draft));
  return base::Done{};
}

Result<> insert_result(store::Transaction& transaction, const DutyBasis& basis,
                       const TrainingResult& result) {
  store::Draft<training_result_table> draft(result.staff);
  draft.set("course", result.course)
      .set("answered_at", result.answered_at)
      .set("questions_count", result.questions_count)
      .set("outcome", result.outcome)
      .set("punctual", result.punctual)
      .set("valid_until", result.valid_until)
      .set("right_count", result.right_count)
      .set("answers", text_of(result.answers));
  KENPO_TRY(store::insert<training_result_table>(transaction, basis, draft));
  return base::Done{};
}

}  // namespace kenpo::staff
