#include "assembly/training_act.h"

#include "assembly/training_rule.h"
#include "assembly/training_store.h"
#include "base/utf8.h"

namespace kenpo::assembly {

namespace {
constexpr std::size_t course_characters_limit = 100;
constexpr int score_most = 100;
}  // namespace

base::Result<std::vector<MemberTraining>> show_trainings(const AssemblyOffice& office,
                                                         const notice::Acting& acting,
                                                         base::Date day) {
  return read_under<assembly_training_show>(
      office, acting,
      [&](const notice::Permit<assembly_training_show>& permit,
          const store::View& view) -> base::Result<std::vector<MemberTraining>> {
        const auto grant = permit.grant<notice::Purpose::training>();
        const auto all = KENPO_TRY(list_trainings(view, grant));
        std::vector<MemberTraining> found;
        for (auto& member : KENPO_TRY(list_members(view, grant))) {
          if (!member.holds_on(day)) continue;
          const auto due = KENPO_TRY(training_due(member.from)).value;
          MemberTraining each{std::move(member), due, {}};
          for (const auto& training : all) {
            if (training.membership == each.member.id) each.attended.push_back(training);
          }
          found.push_back(std::move(each));
        }
        return found;
      });
}

base::Result<> record_training(const AssemblyOffice& office, const notice::Acting& acting,
                               Training training) {
  return write_under<assembly_training_record>(
      office, acting,
      [&](const notice::Permit<assembly_training_record>& permit, store::Transaction& transaction,
          base::Moment now) -> base::Result<> {
        const auto grant = permit.grant<notice::Purpose::training>();
        const auto member = KENPO_TRY(find_member(transaction, grant, training.membership));
        const auto words = base::count_code_points(training.course);
        const bool scored =
            !training.score || (0 <= *training.score && *training.score <= score_most);
        if (!member || !member->holds_on(training.attended_on) ||
            now.day() < training.attended_on || words == 0 || course_characters_limit < words ||
            !scored) {
          return base::refusal({"在任中の議員でないか、日付・研修の名・点数が違います。",
                                "Not in office that day, or day, course or score is wrong."},
                               {"入力を確かめてください。", "Check what was entered."});
        }
        training.person = member->person;
        return add(transaction, grant, training, now);
      });
}

}  // namespace kenpo::assembly
