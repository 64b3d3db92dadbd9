// Elections in the store. Roll, candidates and counts go for good when the appeal time has passed;
// the log of the election stays.
#pragma once

#include <optional>
#include <vector>

#include "assembly/election.h"
#include "assembly/member_store.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table election_table{
    .name = "election",
    .japanese = "互選議員の選挙",
    .timed = store::Timed::yes,  // valid from the announcement
    .clear = {{"election", store::Kind::id},
              {"seats", store::Kind::integer},
              {"roll_on", store::Kind::date},
              {"candidacy_until", store::Kind::date},
              {"polling_on", store::Kind::date},
              {"term_from", store::Kind::date},
              {"frozen_at", store::Kind::moment, store::Presence::optional},
              {"result_on", store::Kind::date, store::Presence::optional},
              {"erased_on", store::Kind::date, store::Presence::optional},
              {"ballots_destroyed", store::Kind::text}},
    .indexes = {{.columns = {"election"}}}};

inline constexpr store::Table election_voter_table{
    .name = "election_voter",
    .japanese = "選挙人名簿",
    .subject = store::Subject::person,
    .category = notice::Category::assembly_member,
    .untimed = store::Untimed::event,
    .clear = {{"election", store::Kind::id},
              {"establishment", store::Kind::id},
              {"frozen_at", store::Kind::moment},
              {"voted_at", store::Kind::moment, store::Presence::optional}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"number", store::Kind::text}},
    .indexes = {{.columns = {"election", "establishment"}}},
    .acquired = "frozen_at"};

inline constexpr store::Table election_candidate_table{
    .name = "election_candidate",
    .japanese = "候補者",
    .subject = store::Subject::person,
    .category = notice::Category::assembly_member,
    .untimed = store::Untimed::event,
    .clear = {{"election", store::Kind::id},
              {"number", store::Kind::integer},
              {"notified_on", store::Kind::date},
              {"withdrawn_on", store::Kind::date, store::Presence::optional},
              {"votes", store::Kind::integer, store::Presence::optional},
              {"elected", store::Kind::integer}},
    .personal = {{"name", store::Kind::text},
                 {"name_kana", store::Kind::text},
                 {"workplace", store::Kind::text}},
    .indexes = {{.columns = {"election"}}},
    .acquired = "notified_on"};

/// Numbers of votes by candidate number: they lead to nobody who voted.
inline constexpr store::Table election_count_table{.name = "election_count",
                                                   .japanese = "開票の集計",
                                                   .untimed = store::Untimed::part,
                                                   .part_of = "election",
                                                   .clear = {{"election", store::Kind::id},
                                                             {"round", store::Kind::integer},
                                                             {"counter", store::Kind::id},
                                                             {"line", store::Kind::integer},
                                                             {"votes", store::Kind::integer}},
                                                   .indexes = {{.columns = {"election"}}}};

inline constexpr store::Table election_log_table{
    .name = "election_log",
    .japanese = "選挙録",
    .untimed = store::Untimed::event,
    .clear = {{"election", store::Kind::id},
              {"step", store::Kind::integer},
              {"done_by", store::Kind::id},
              {"witness", store::Kind::id, store::Presence::optional},
              {"happened_at", store::Kind::moment},
              {"words", store::Kind::text}},
    .indexes = {{.columns = {"election"}}}};

base::Result<> put(store::Transaction& transaction, const Election& election, base::Moment now);
base::Result<std::optional<Election>> find_election(const store::View& view, const ElectionId& id);
/// The latest first.
base::Result<std::vector<Election>> list_elections(const store::View& view);

base::Result<> add(store::Transaction& transaction, const AssemblyAccess& access,
                   const Voter& voter, base::Moment frozen_at);
base::Result<std::vector<Voter>> roll_of(const store::View& view, const AssemblyAccess& access,
                                         const ElectionId& election);
base::Result<std::optional<Voter>> find_voter(const store::View& view, const AssemblyAccess& access,
                                              const ElectionId& election,
                                              const base::PersonId& person);
/// Notes that the elector came. What was voted is nowhere.
base::Result<> note_voted(store::Transaction& transaction, const AssemblyAccess& access,
                          const Voter& voter, base::Moment now);
base::Result<std::int64_t> voters_count(const store::View& view, const AssemblyAccess& access,
                                        const ElectionId& election);
base::Result<std::int64_t> voted_count(const store::View& view, const AssemblyAccess& access,
                                       const ElectionId& election);

/// Adds the candidate, or puts other values into the row of the same number.
base::Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
                   const Candidate& candidate);
base::Result<std::vector<Candidate>> candidates_of(const store::View& view,
                                                   const AssemblyAccess& access,
                                                   const ElectionId& election);

base::Result<> add(store::Transaction& transaction, const CountLine& line);
base::Result<std::vector<CountLine>> counts_of(const store::View& view, const ElectionId& election);

base::Result<> add(store::Transaction& transaction, const ElectionLogLine& line);
base::Result<std::vector<ElectionLogLine>> log_of(const store::View& view,
                                                  const ElectionId& election);

/// Removes roll, candidates and counts for good; hands back how many rows.
base::Result<std::size_t> erase_election(store::Transaction& transaction,
                                         const AssemblyAccess& access, const ElectionId& election);

}  // namespace kenpo::assembly
