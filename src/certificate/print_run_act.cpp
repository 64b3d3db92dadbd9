#include "certificate/print_run_act.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "certificate/addressee_act.h"
#include "eligibility/protection_store.h"
#include "eligibility/scope.h"
#include "store/under.h"

namespace kenpo::certificate {

using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Acting;
using notice::Permit;

namespace of_runs {

base::Fault nothing_waits() {
  return {
      {"印刷を待っている証がありません。", "Nothing waits to be printed."},
      {"住所等の保護を受けている人の証は、その人だけの印刷にします。",
       "A protected person's paper is printed alone."},
      {"種類と、一人だけの印刷かどうかを確かめてください。", "Check the kind, and whether alone."},
      {}};
}
base::Fault no_such_run() {
  return {{"この印刷は台帳にありません。", "There is no such run."},
          {},
          {"一覧から開き直してください。", "Open it again from the list."},
          {}};
}
base::Fault not_now() {
  return {{"いまはこの手続をする段階ではありません。", "Not at this stage of the run."},
          {"作成・決裁・印刷・枚数の確認・交付の順に進みます。",
           "Made, released, printed, counted, delivered: in this order."},
          {},
          {}};
}

base::StaffId staff_of(const Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  KENPO_REQUIRE(staff != nullptr);  // the operations of this file are for people only
  return *staff;
}

template <const notice::Operation& operation>
MemberAccess access_of(const Permit<operation>& permit) {
  return {permit.template grant<notice::Purpose::certificate_issuance>()};
}

Result<PrintRun> known_run(const store::View& view, const RunId& id) {
  const auto run = KENPO_TRY(find_run(view, id));
  if (!run) return no_such_run();
  return *run;
}

/// What the second person releases: these certificates under these numbers.
std::string hash_of(const std::vector<Certificate>& certificates) {
  std::string text;
  for (const auto& each : certificates) {
    text += std::string(each.id.text()) + "\t" + std::to_string(each.paper_number) + "\n";
  }
  return base::sha256_hex(text);
}

/// Those that wait and may be printed together.
Result<std::vector<Certificate>> waiting(const store::View& view, const MemberAccess& access,
                                         const notice::Recorder& recorder, Kind kind,
                                         Secrecy secrecy, base::Date today) {
  const std::size_t most =
      secrecy == Secrecy::alone ? 1 : static_cast<std::size_t>(run_papers_limit);
  const auto people = KENPO_TRY(eligibility::protected_people(view, access));
  const std::set<base::PersonId> sheltered(people.begin(), people.end());
  std::vector<Certificate> found;
  KENPO_TRY(each_in_state(view, access, kind, State::to_issue, [&](const Certificate& paper) {
    if (found.size() == most) return store::Next::stop;
    const bool alone = sheltered.contains(paper.person) || sheltered.contains(paper.insured);
    const bool ended = paper.until && *paper.until < today;
    const bool wanted = alone == (secrecy == Secrecy::alone) && !ended;
    if (wanted && eligibility::in_scope(recorder, paper.establishment)) found.push_back(paper);
    return store::Next::more;
  }));
  // The papers of one employer lie together, in the order of the numbers.
  std::ranges::sort(found, {}, [](const Certificate& each) {
    const auto& contents = each.contents;
    return std::tuple(contents.symbol, contents.number.size(), contents.number, contents.branch);
  });
  return found;
}

Result<> release(const staff::Execution& execution) {
  const auto id = RunId::parse(execution.change.subject);
  if (!id) return no_such_run();
  const auto run = KENPO_TRY(known_run(execution.transaction, *id));
  const auto second = staff_of(execution.acting);
  if (!run.waits_for_release() || run.made_by == second ||
      run.list_hash != execution.change.after("list_hash")) {
    return not_now();
  }
  return add(execution.transaction, *id,
             {.step = RunStep::released, .at = execution.gate.clock().now(), .by = second});
}

std::string release_label(std::string_view field) {
  if (field == "kind") return "証の種類";
  if (field == "papers") return "枚数";
  if (field == "numbers") return "用紙の番号";
  if (field == "way") return "交付の方法";
  return "一覧のSHA-256";
}

/// One certificate into the run, under its number, as the ledgers have the person today.
Result<> number_paper(store::Transaction& transaction, const MemberAccess& access,
                      Certificate& paper, const RunId& run, std::int64_t number, base::Moment now) {
  paper.state = State::in_run;
  paper.state_on = now.day();
  paper.run = run;
  paper.paper_number = number;
  KENPO_TRY(put(transaction, access, paper, now));
  return put(transaction, access,
             Paper{.run = run,
                   .person = paper.person,
                   .certificate = paper.id,
                   .kind = paper.kind,
                   .number = number},
             now);
}

/// One step of a run inside its transaction, after the papers were reached in scope.
template <typename Step>
Result<> step(Ledger& ledger, const Acting& acting, const RunId& id, Step taken) {
  return store::write_under<certificate_run_keep>(
      ledger, acting,
      [&](const Permit<certificate_run_keep>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = access_of(permit);
        const auto run = KENPO_TRY(known_run(transaction, id));
        auto certificates = KENPO_TRY(certificates_of_run(transaction, access, id));
        for (const auto& each : certificates) {
          if (!eligibility::in_scope(permit.recorder(), each.establishment)) {
            return notice::out_of_scope_fault();
          }
        }
        return taken(run, certificates, transaction, access, now);
      });
}

Result<> move_all(store::Transaction& transaction, const MemberAccess& access,
                  std::vector<Certificate>& certificates, State from, State to, base::Moment now) {
  for (auto& each : certificates) {
    if (each.state != from) continue;  // a paper that was lost meanwhile stays lost
    each.state = to;
    each.state_on = now.day();
    KENPO_TRY(put(transaction, access, each, now));
  }
  return base::Done{};
}

}  // namespace of_runs

std::int64_t RunPapers::spoiled() const {
  return std::ranges::count(papers, PaperOutcome::spoiled, &Paper::outcome);
}

Result<RunId> make_run(Ledger& ledger, const Acting& acting, Kind kind, Way way, Secrecy secrecy) {
  using namespace of_runs;
  return store::write_under<certificate_run_make>(
      ledger, acting,
      [&](const Permit<certificate_run_make>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<RunId> {
        const auto access = access_of(permit);
        auto papers =
            KENPO_TRY(waiting(transaction, access, permit.recorder(), kind, secrecy, now.day()));
        if (papers.empty()) return nothing_waits();
        PrintRun run{.kind = kind,
                     .way = secrecy == Secrecy::alone ? Way::post : way,
                     .secrecy = secrecy,
                     .papers = static_cast<std::int64_t>(papers.size()),
                     .made_by = staff_of(acting),
                     .made_at = now};
        auto number = KENPO_TRY(take_paper_numbers(transaction, kind, run.papers));
        for (auto& paper : papers) {
          KENPO_TRY(fill_in(transaction, access, paper, now));
          KENPO_TRY(number_paper(transaction, access, paper, run.id, number++, now));
        }
        run.list_hash = hash_of(papers);
        KENPO_TRY(add(transaction, run));
        return run.id;
      });
}

staff::ApprovalKind run_kind() {
  staff::ApprovalKind kind;
  kind.name = run_release_kind;
  kind.japanese = "証の印刷の決裁";
  kind.proposers = notice::mask_of(notice::Role::member_clerk);
  kind.approvers = static_cast<notice::RoleMask>(notice::mask_of(notice::Role::member_clerk) |
                                                 notice::mask_of(notice::Role::executive_director) |
                                                 notice::mask_of(notice::Role::responsible_person));
  kind.within = of_runs::release;
  kind.label = of_runs::release_label;
  return kind;
}

Result<base::CaseId> propose_run(Ledger& ledger, staff::Approvals& approvals, const Acting& acting,
                                 const RunId& id) {
  using namespace of_runs;
  const auto shown = KENPO_TRY(show_run(ledger, acting, id));
  const auto& run = shown.run;
  const bool own = run.made_by == staff_of(acting);
  if (!run.waits_for_release() || !own || shown.papers.empty()) return not_now();
  const auto numbers = paper_words(run.kind, shown.papers.front().number) + "〜" +
                       paper_words(run.kind, shown.papers.back().number);
  return approvals.propose(acting, {.kind = run_release_kind,
                                    .reason = "証を印刷して交付するため",
                                    .change = {std::string(id.text()),
                                               {{"kind", "", std::string(wording(run.kind))},
                                                {"papers", "", std::to_string(run.papers)},
                                                {"numbers", "", numbers},
                                                {"way", "", std::string(wording(run.way))},
                                                {"list_hash", "", run.list_hash}}}});
}

Result<RunList> list_all_runs(Ledger& ledger, const Acting& acting, std::int64_t page) {
  return store::read_under<certificate_run_list>(
      ledger, acting,
      [&](const Permit<certificate_run_list>&, const store::View& view) -> Result<RunList> {
        RunList list;
        list.count = KENPO_TRY(count_runs(view));
        list.runs = KENPO_TRY(list_runs(view, page * runs_a_page, runs_a_page));
        return list;
      });
}

Result<RunPapers> show_run(Ledger& ledger, const Acting& acting, const RunId& id) {
  using namespace of_runs;
  return store::read_under<certificate_run_show>(
      ledger, acting,
      [&](const Permit<certificate_run_show>& permit,
          const store::View& view) -> Result<RunPapers> {
        const auto access = access_of(permit);
        RunPapers shown{.run = KENPO_TRY(known_run(view, id))};
        shown.certificates = KENPO_TRY(certificates_of_run(view, access, id));
        for (const auto& each : shown.certificates) {
          if (!eligibility::in_scope(permit.recorder(), each.establishment)) {
            return notice::out_of_scope_fault();
          }
        }
        shown.papers = KENPO_TRY(papers_of(view, access, id));
        return shown;
      });
}

Result<> record_spoiled(Ledger& ledger, const Acting& acting, const RunId& id, std::int64_t number,
                        const std::string& reason) {
  using namespace of_runs;
  return step(
      ledger, acting, id,
      [&](const PrintRun& run, std::vector<Certificate>& certificates,
          store::Transaction& transaction, const MemberAccess& access,
          base::Moment now) -> Result<> {
        if (!run.may_print()) return not_now();
        const auto papers = KENPO_TRY(papers_of(transaction, access, id));
        const auto at = std::ranges::find(papers, number, &Paper::number);
        if (at == papers.end() || at->outcome != PaperOutcome::good) {
          return base::Fault{{"この印刷に、その番号の使える用紙がありません。",
                              "No good sheet of the run has this number."},
                             {},
                             {"用紙の番号を確かめてください。", "Check the number of the sheet."},
                             {}};
        }
        const auto spoiled = std::ranges::count(papers, PaperOutcome::spoiled, &Paper::outcome);
        if (spoiled >= spoiled_limit) return not_now();
        auto gone = *at;
        gone.outcome = PaperOutcome::spoiled;
        gone.reason = reason;
        KENPO_TRY(put(transaction, access, gone, now));
        const auto certificate =
            std::ranges::find(certificates, gone.certificate, &Certificate::id);
        if (certificate == certificates.end()) return no_such_run();
        const auto next = KENPO_TRY(take_paper_numbers(transaction, run.kind, 1));
        return number_paper(transaction, access, *certificate, id, next, now);
      });
}

Result<> close_run(Ledger& ledger, const Acting& acting, const RunId& id, std::int64_t counted) {
  using namespace of_runs;
  return step(
      ledger, acting, id,
      [&](const PrintRun& run, std::vector<Certificate>& certificates,
          store::Transaction& transaction, const MemberAccess& access,
          base::Moment now) -> Result<> {
        if (!run.may_print()) return not_now();
        const auto papers = KENPO_TRY(papers_of(transaction, access, id));
        const auto spoiled = static_cast<std::int64_t>(
            std::ranges::count(papers, PaperOutcome::spoiled, &Paper::outcome));
        if (counted != run.papers + spoiled) {
          return base::Fault{
              {"数えた枚数が合いません。決裁した" + base::Plain(run.papers) + "枚と書損" +
                   base::Plain(spoiled) + "枚で" + base::Plain(run.papers + spoiled) + "枚です。",
               "The count does not agree: " + base::Plain(run.papers) + " released and " +
                   base::Plain(spoiled) + " spoiled."},
              {"紛れた1枚は他人の手に渡るおそれがあります。",
               "A sheet that went astray may reach somebody else."},
              {"用紙を数え直し、書損があれば先に記録してください。",
               "Count again, and record spoiled sheets first."},
              {}};
        }
        KENPO_TRY(add(transaction, id,
                      {.step = RunStep::closed,
                       .at = now,
                       .by = staff_of(acting),
                       .counted = counted,
                       .spoiled = spoiled}));
        return move_all(transaction, access, certificates, State::in_run, State::issued, now);
      });
}

Result<> dissolve_run(Ledger& ledger, const Acting& acting, const RunId& id) {
  using namespace of_runs;
  return step(
      ledger, acting, id,
      [&](const PrintRun& run, std::vector<Certificate>& certificates,
          store::Transaction& transaction, const MemberAccess& access,
          base::Moment now) -> Result<> {
        if (!run.waits_for_release()) return not_now();
        for (auto paper : KENPO_TRY(papers_of(transaction, access, id))) {
          paper.outcome = PaperOutcome::unused;
          KENPO_TRY(put(transaction, access, paper, now));
        }
        for (auto& each : certificates) {
          each.run = std::nullopt;
          each.paper_number = 0;
        }
        KENPO_TRY(
            add(transaction, id, {.step = RunStep::dissolved, .at = now, .by = staff_of(acting)}));
        return move_all(transaction, access, certificates, State::in_run, State::to_issue, now);
      });
}

Result<> deliver_run(Ledger& ledger, const Acting& acting, const RunId& id) {
  using namespace of_runs;
  return step(
      ledger, acting, id,
      [&](const PrintRun& run, std::vector<Certificate>& certificates,
          store::Transaction& transaction, const MemberAccess& access,
          base::Moment now) -> Result<> {
        if (!run.closed_at || run.delivered_at) return not_now();
        KENPO_TRY(
            add(transaction, id, {.step = RunStep::delivered, .at = now, .by = staff_of(acting)}));
        return move_all(transaction, access, certificates, State::issued, State::delivered, now);
      });
}

}  // namespace kenpo::certificate
