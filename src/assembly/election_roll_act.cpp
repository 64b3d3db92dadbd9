// Announcement, roll and candidates.
#include <algorithm>
#include <set>
#include <tuple>

#include "assembly/election_act.h"
#include "assembly/election_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;
using enum notice::Purpose;

Result<Election> election_before_result(const store::View& view, const ElectionId& id) {
  const auto election = KENPO_TRY(find_election(view, id));
  if (!election) return base::refusal({"その選挙はありません。", "No such election."}, {});
  if (election->result_on) {
    return base::refusal({"当選の告示が済んでいます。", "The result is announced."}, {});
  }
  return *election;
}

base::StaffId clerk_of(const notice::Acting& acting) {
  // The operations of an election are run by people only (Runner::staff).
  return std::get<base::StaffId>(acting.actor);
}

Result<std::optional<Voter>> voter_numbered(const store::View& view, const AssemblyAccess& access,
                                            const ElectionId& id, const std::string& number) {
  // The number is sealed: the roll is read to find it.
  auto roll = KENPO_TRY(roll_of(view, access, id));
  const auto at = std::ranges::find(roll, number, &Voter::number);
  return at == roll.end() ? std::nullopt : std::optional(*at);
}

base::Fault not_on_roll() {
  return base::refusal({"選挙人名簿にありません。", "Not on the roll."},
                       {"記号-番号を確かめてください。", "Check the number."});
}

std::vector<eligibility::InsuredPeriod> insured_on(
    const std::vector<eligibility::InsuredPeriod>& periods, base::Date day) {
  std::vector<eligibility::InsuredPeriod> holding;
  for (const auto& period : periods) {
    if (period.holds(day)) holding.push_back(period);
  }
  std::ranges::sort(holding, {}, [](const auto& each) {
    return std::tuple(each.establishment, each.symbol, each.number);
  });
  return holding;
}

}  // namespace

Result<std::vector<Election>> list_all_elections(const AssemblyOffice& office,
                                                 const notice::Acting& acting) {
  return read_under<election_show>(
      office, acting,
      [&](const Permit<election_show>&, const store::View& view) { return list_elections(view); });
}

Result<ElectionId> open_election(const AssemblyOffice& office, const notice::Acting& acting,
                                 const Election& election) {
  return office.gate.perform<election_open>(
      acting, [&](const Permit<election_open>&) -> Result<ElectionId> {
        const bool in_order = election.announced_on <= election.candidacy_until &&
                              election.roll_on <= election.polling_on &&
                              election.candidacy_until < election.polling_on &&
                              election.polling_on < election.term_from;
        if (election.seats <= 0 || candidates_limit < election.seats || !in_order) {
          return base::refusal({"日付の順か、選ぶ人数が違います。",
                                "The days are out of order, or the seats are wrong."},
                               {"告示、立候補の締切、投票、任期の始まりの順にしてください。",
                                "Announcement, candidacy, polling, term: in this order."});
        }
        auto transaction = KENPO_TRY(office.database.write());
        const auto now = office.gate.clock().now();
        KENPO_TRY(put(transaction, election, now));
        KENPO_TRY(
            add(transaction, ElectionLogLine{.election = election.id,
                                             .step = ElectionStep::announced,
                                             .by = clerk_of(acting),
                                             .at = now,
                                             .words = std::to_string(election.seats) + "人"}));
        KENPO_TRY(transaction.commit_without_personal_data());
        return election.id;
      });
}

// 健康保険法18条3項: the insured persons elect from among themselves.
Result<std::int64_t> freeze_roll(const AssemblyOffice& office, const notice::Acting& acting,
                                 const ElectionId& id) {
  return write_under<election_roll_freeze>(
      office, acting,
      [&](const Permit<election_roll_freeze>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<std::int64_t> {
        auto election = KENPO_TRY(election_before_result(transaction, id));
        if (election.frozen_at || now.day() < election.roll_on) {
          return base::refusal({"名簿はもう確定しているか、基準の日が来ていません。",
                                "The roll is frozen, or its day has not come."},
                               {"基準の日を確かめてください。", "Check the day."});
        }
        const auto insured = permit.grant<member_administration>();
        const auto elections = permit.grant<election_administration>();
        std::vector<eligibility::InsuredPeriod> periods;
        KENPO_TRY(eligibility::each_period(transaction, insured,
                                           [&](const auto& period) { periods.push_back(period); }));
        std::set<base::PersonId> listed;  // somebody at two workplaces votes once
        for (const auto& period : insured_on(periods, election.roll_on)) {
          if (!listed.insert(period.person).second) continue;
          const auto person =
              KENPO_TRY(eligibility::find_person(transaction, insured, period.person, now));
          KENPO_TRY(add(transaction, elections,
                        Voter{.election = id,
                              .person = period.person,
                              .establishment = period.establishment,
                              .name = person ? person->name : std::string(),
                              .name_kana = person ? person->name_kana : std::string(),
                              .number = period.symbol + "-" + period.number},
                        now));
        }
        election.frozen_at = now;
        KENPO_TRY(put(transaction, election, now));
        const auto count = static_cast<std::int64_t>(listed.size());
        KENPO_TRY(add(transaction, ElectionLogLine{.election = id,
                                                   .step = ElectionStep::roll_frozen,
                                                   .by = clerk_of(acting),
                                                   .at = now,
                                                   .words = std::to_string(count) + "人"}));
        return count;
      });
}

Result<std::vector<Voter>> show_roll(const AssemblyOffice& office, const notice::Acting& acting,
                                     const ElectionId& id) {
  return read_under<election_show>(
      office, acting, [&](const Permit<election_show>& permit, const store::View& view) {
        return roll_of(view, permit.grant<election_administration>(), id);
      });
}

Result<Candidate> nominate(const AssemblyOffice& office, const notice::Acting& acting,
                           const ElectionId& id, const std::string& number) {
  return write_under<election_candidate_record>(
      office, acting,
      [&](const Permit<election_candidate_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Candidate> {
        const auto grant = permit.grant<election_administration>();
        const auto election = KENPO_TRY(election_before_result(transaction, id));
        if (!election.frozen_at || election.candidacy_until < now.day()) {
          return base::refusal({"名簿が確定していないか、立候補の締切を過ぎています。",
                                "The roll is not frozen, or the time to stand is over."},
                               {"締切の日を確かめてください。", "Check the last day."});
        }
        const auto voter = KENPO_TRY(voter_numbered(transaction, grant, id, number));
        if (!voter) return not_on_roll();
        const auto others = KENPO_TRY(candidates_of(transaction, grant, id));
        const bool again = std::ranges::any_of(others, [&](const Candidate& each) {
          return each.person == voter->person && !each.withdrawn_on;
        });
        if (again || candidates_limit <= static_cast<int>(others.size())) {
          return base::refusal({"この人はもう立候補しています。", "Stands already."}, {});
        }
        const Candidate candidate{.election = id,
                                  .person = voter->person,
                                  .number = static_cast<int>(others.size()) + 1,
                                  .name = voter->name,
                                  .name_kana = voter->name_kana,
                                  .workplace = {},
                                  .notified_on = now.day()};
        KENPO_TRY(put(transaction, grant, candidate));
        KENPO_TRY(
            add(transaction, ElectionLogLine{.election = id,
                                             .step = ElectionStep::candidate,
                                             .by = clerk_of(acting),
                                             .at = now,
                                             .words = std::to_string(candidate.number) + "番"}));
        return candidate;
      });
}

Result<> withdraw_candidate(const AssemblyOffice& office, const notice::Acting& acting,
                            const ElectionId& id, int number) {
  return write_under<election_candidate_record>(
      office, acting,
      [&](const Permit<election_candidate_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<election_administration>();
        const auto election = KENPO_TRY(election_before_result(transaction, id));
        auto candidates = KENPO_TRY(candidates_of(transaction, grant, id));
        const auto at = std::ranges::find(candidates, number, &Candidate::number);
        const bool late = election.candidacy_until < now.day();
        if (at == candidates.end() || at->withdrawn_on || late) {
          return base::refusal({"その候補者はいないか、取下げの期限を過ぎています。",
                                "No such candidate, or too late to withdraw."},
                               {"番号と締切の日を確かめてください。", "Check both."});
        }
        at->withdrawn_on = now.day();
        KENPO_TRY(put(transaction, grant, *at));
        return add(transaction, ElectionLogLine{.election = id,
                                                .step = ElectionStep::candidate_withdrawn,
                                                .by = clerk_of(acting),
                                                .at = now,
                                                .words = std::to_string(number) + "番"});
      });
}

Result<> record_voter(const AssemblyOffice& office, const notice::Acting& acting,
                      const ElectionId& id, const std::string& number) {
  return write_under<election_vote_record>(
      office, acting,
      [&](const Permit<election_vote_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<election_administration>();
        const auto election = KENPO_TRY(election_before_result(transaction, id));
        // Votes by mail come in between; nobody votes after the polling day.
        const bool open = election.frozen_at && election.candidacy_until < now.day() &&
                          now.day() <= election.polling_on;
        if (!open) {
          return base::refusal({"投票の期間ではありません。", "It is not the time to vote."},
                               {"投票日を確かめてください。", "Check the polling day."});
        }
        const auto voter = KENPO_TRY(voter_numbered(transaction, grant, id, number));
        if (!voter) return not_on_roll();
        if (voter->voted_at) {
          return base::refusal({"この人はもう投票しています。", "Has voted already."}, {});
        }
        return note_voted(transaction, grant, *voter, now);
      });
}

}  // namespace kenpo::assembly
