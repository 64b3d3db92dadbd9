#include "assembly/election_store.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using ElectionRecord = store::Record<election_table>;
using VoterRecord = store::Record<election_voter_table>;
using CandidateRecord = store::Record<election_candidate_table>;
using CountRecord = store::Record<election_count_table>;
using LogRecord = store::Record<election_log_table>;

Election election_from(const ElectionRecord& record) {
  return {.id = record.get<ElectionId>("election"),
          .seats = record.get<int>("seats"),
          .announced_on = record.times().valid_from,
          .roll_on = record.get<base::Date>("roll_on"),
          .candidacy_until = record.get<base::Date>("candidacy_until"),
          .polling_on = record.get<base::Date>("polling_on"),
          .term_from = record.get<base::Date>("term_from"),
          .frozen_at = record.get<std::optional<base::Moment>>("frozen_at"),
          .result_on = record.get<std::optional<base::Date>>("result_on"),
          .erased_on = record.get<std::optional<base::Date>>("erased_on"),
          .ballots_destroyed = record.get<std::string>("ballots_destroyed")};
}

Voter voter_from(const VoterRecord& record) {
  return {.election = record.get<ElectionId>("election"),
          .person = record.subject(),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .name = record.get<std::string>("name"),
          .name_kana = record.get<std::string>("name_kana"),
          .number = record.get<std::string>("number"),
          .voted_at = record.get<std::optional<base::Moment>>("voted_at")};
}

Candidate candidate_from(const CandidateRecord& record) {
  return {.election = record.get<ElectionId>("election"),
          .person = record.subject(),
          .number = record.get<int>("number"),
          .name = record.get<std::string>("name"),
          .name_kana = record.get<std::string>("name_kana"),
          .workplace = record.get<std::string>("workplace"),
          .notified_on = record.get<base::Date>("notified_on"),
          .withdrawn_on = record.get<std::optional<base::Date>>("withdrawn_on"),
          .votes = record.get<std::optional<int>>("votes"),
          .elected = record.get<int>("elected") != 0};
}

store::Draft<election_voter_table> voter_draft(const Voter& voter, base::Moment frozen_at) {
  store::Draft<election_voter_table> draft(voter.person);
  draft.set("election", voter.election)
      .set("establishment", voter.establishment)
      .set("frozen_at", frozen_at)
      .set("voted_at", voter.voted_at)
      .set("name", voter.name)
      .set("name_kana", voter.name_kana)
      .set("number", voter.number);
  return draft;
}

/// Removes every row of the election in one table.
template <const store::Table& table, typename Access>
Result<std::size_t> remove_rows(store::Transaction& transaction, const Access& access,
                                const ElectionId& election) {
  const auto rows = KENPO_TRY(
      store::list<table>(transaction, access, {"election = $1"}, {election},
                         [](const store::Record<table>& record) { return record.row(); }));
  for (const auto row : rows) KENPO_TRY(store::remove<table>(transaction, access, row));
  return rows.size();
}

}  // namespace

Result<> put(store::Transaction& transaction, const Election& election, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<election_table>(transaction, store::no_personal_data,
                                        {"election = $1 AND withdrawn_at = $2"},
                                        {election.id, store::not_withdrawn},
                                        [&](const ElectionRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<election_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<election_table> draft(
      store::Times{.valid_from = election.announced_on, .decided_at = now});
  draft.set("election", election.id)
      .set("seats", election.seats)
      .set("roll_on", election.roll_on)
      .set("candidacy_until", election.candidacy_until)
      .set("polling_on", election.polling_on)
      .set("term_from", election.term_from)
      .set("frozen_at", election.frozen_at)
      .set("result_on", election.result_on)
      .set("erased_on", election.erased_on)
      .set("ballots_destroyed", election.ballots_destroyed);
  KENPO_TRY(store::insert<election_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Election>> find_election(const store::View& view, const ElectionId& id) {
  return store::find<election_table>(view, store::no_personal_data,
                                     {"election = $1 AND withdrawn_at = $2"},
                                     {id, store::not_withdrawn}, election_from);
}

Result<std::vector<Election>> list_elections(const store::View& view) {
  return store::list<election_table>(view, store::no_personal_data,
                                     {"withdrawn_at = $1", "ORDER BY valid_from DESC, row_id DESC"},
                                     {store::not_withdrawn}, election_from);
}

Result<> add(store::Transaction& transaction, const AssemblyAccess& access, const Voter& voter,
             base::Moment frozen_at) {
  KENPO_TRY(
      store::insert<election_voter_table>(transaction, access, voter_draft(voter, frozen_at)));
  return base::Done{};
}

Result<std::vector<Voter>> roll_of(const store::View& view, const AssemblyAccess& access,
                                   const ElectionId& election) {
  return store::list<election_voter_table>(
      view, access, {"election = $1", "ORDER BY establishment, row_id"}, {election}, voter_from);
}

Result<std::optional<Voter>> find_voter(const store::View& view, const AssemblyAccess& access,
                                        const ElectionId& election, const base::PersonId& person) {
  return store::find<election_voter_table>(view, access, {"subject_id = $1 AND election = $2"},
                                           {person, election}, voter_from);
}

Result<> note_voted(store::Transaction& transaction, const AssemblyAccess& access,
                    const Voter& voter, base::Moment now) {
  std::optional<store::RowId> row;
  base::Moment frozen_at;
  KENPO_TRY(store::each<election_voter_table>(
      transaction, access, {"subject_id = $1 AND election = $2"}, {voter.person, voter.election},
      [&](const VoterRecord& record) {
        row = record.row();
        frozen_at = record.get<base::Moment>("frozen_at");
      }));
  KENPO_REQUIRE(row.has_value());
  auto came = voter;
  came.voted_at = now;
  return store::replace<election_voter_table>(transaction, access, *row,
                                              voter_draft(came, frozen_at));
}

Result<std::int64_t> voters_count(const store::View& view, const AssemblyAccess& access,
                                  const ElectionId& election) {
  return store::count<election_voter_table>(view, access, {"election = $1"}, {election});
}

Result<std::int64_t> voted_count(const store::View& view, const AssemblyAccess& access,
                                 const ElectionId& election) {
  return store::count<election_voter_table>(view, access,
                                            {"election = $1 AND voted_at IS NOT NULL"}, {election});
}

Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
             const Candidate& candidate) {
  std::optional<store::RowId> row;
  KENPO_TRY(store::each<election_candidate_table>(
      transaction, access, {"election = $1 AND number = $2"},
      {candidate.election, candidate.number},
      [&](const CandidateRecord& record) { row = record.row(); }));
  store::Draft<election_candidate_table> draft(candidate.person);
  draft.set("election", candidate.election)
      .set("number", candidate.number)
      .set("notified_on", candidate.notified_on)
      .set("withdrawn_on", candidate.withdrawn_on)
      .set("votes", candidate.votes)
      .set("elected", candidate.elected ? 1 : 0)
      .set("name", candidate.name)
      .set("name_kana", candidate.name_kana)
      .set("workplace", candidate.workplace);
  if (row) return store::replace<election_candidate_table>(transaction, access, *row, draft);
  KENPO_TRY(store::insert<election_candidate_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Candidate>> candidates_of(const store::View& view, const AssemblyAccess& access,
                                             const ElectionId& election) {
  return store::list<election_candidate_table>(view, access, {"election = $1", "ORDER BY number"},
                                               {election}, candidate_from);
}

Result<> add(store::Transaction& transaction, const CountLine& line) {
  store::Draft<election_count_table> draft;
  draft.set("election", line.election)
      .set("round", line.round)
      .set("counter", line.counter)
      .set("line", line.line)
      .set("votes", line.votes);
  KENPO_TRY(store::insert<election_count_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<CountLine>> counts_of(const store::View& view, const ElectionId& election) {
  return store::list<election_count_table>(
      view, store::no_personal_data, {"election = $1", "ORDER BY row_id"}, {election},
      [](const CountRecord& record) {
        return CountLine{.election = record.get<ElectionId>("election"),
                         .round = record.get<int>("round"),
                         .counter = record.get<base::StaffId>("counter"),
                         .line = record.get<int>("line"),
                         .votes = record.get<int>("votes")};
      });
}

Result<> add(store::Transaction& transaction, const ElectionLogLine& line) {
  store::Draft<election_log_table> draft;
  draft.set("election", line.election)
      .set("step", line.step)
      .set("done_by", line.by)
      .set("witness", line.witness)
      .set("happened_at", line.at)
      .set("words", line.words);
  KENPO_TRY(store::insert<election_log_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<ElectionLogLine>> log_of(const store::View& view, const ElectionId& election) {
  return store::list<election_log_table>(
      view, store::no_personal_data, {"election = $1", "ORDER BY row_id"}, {election},
      [](const LogRecord& record) {
        return ElectionLogLine{.election = record.get<ElectionId>("election"),
                               .step = record.get<ElectionStep>("step"),
                               .by = record.get<base::StaffId>("done_by"),
                               .witness = record.get<std::optional<base::StaffId>>("witness"),
                               .at = record.get<base::Moment>("happened_at"),
                               .words = record.get<std::string>("words")};
      });
}

Result<std::size_t> erase_election(store::Transaction& transaction, const AssemblyAccess& access,
                                   const ElectionId& election) {
  std::size_t rows = 0;
  rows += KENPO_TRY(remove_rows<election_voter_table>(transaction, access, election));
  rows += KENPO_TRY(remove_rows<election_candidate_table>(transaction, access, election));
  rows +=
      KENPO_TRY(remove_rows<election_count_table>(transaction, store::no_personal_data, election));
  return rows;
}

}  // namespace kenpo::assembly
