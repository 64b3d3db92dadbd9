#include "analysis/segment_act.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "analysis/basis_store.h"
#include "analysis/disease_groups.h"
#include "analysis/disease_rule.h"
#include "analysis/drug_book.h"
#include "analysis/receipt_facts.h"
#include "claim/claim_intake_store.h"
#include "claim/claim_store.h"
#include "claim/disease_group_store.h"
#include "claim/master_store.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::analysis {

namespace {

using base::Month;
using base::Result;
using claim::Claim;
using claim::ClaimAccess;
using notice::Permit;
using notice::Purpose;

std::uint8_t age_class_of(const Claim& claim) {
  if (!claim.born) return unknown_age_class;
  const auto years = base::age_on(*claim.born, claim.treated_in.last_day());
  return static_cast<std::uint8_t>(
      std::clamp(years / age_class_years, 0, age_classes_count - 1));
}

/// quantity × price of the unit; both have a limit, their product is below 2^127.
std::int64_t yen_thousandths(std::int64_t quantity_hundred_thousandths,
                             std::int64_t price_hundredths) {
  __extension__ using Wide = __int128;
  const auto product = static_cast<Wide>(quantity_hundred_thousandths) * price_hundredths;
  return static_cast<std::int64_t>(product / 10'000);
}

}  // namespace

/// Places in the lists of a segment.
class Places {
 public:
  std::uint32_t number(const std::string& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// One run: which months, and one month's segment after the other.
class Making {
 public:
  Making(Analysis& analysis, const store::View& view, const ClaimAccess& access,
         const Pseudonyms& pseudonyms)
      : analysis_(analysis),
        view_(view),
        access_(access),
        pseudonyms_(pseudonyms),
        now_(analysis.gate().clock().now()) {}

  Result<MakeReport> run(const base::TellProgress& tell) {
    const auto basis = KENPO_TRY(basis_of(view_));
    const auto months = KENPO_TRY(claim::claimed_months(view_));
    const auto stops = analysis_.gate().stops().now();
    groups_ = DiseaseGroups(KENPO_TRY(claim::disease_groups(view_)));
    MakeReport report;
    for (std::size_t at = 0; at < months.size(); ++at) {
      if (tell) {
        tell({.done = static_cast<std::int64_t>(at),
              .total = static_cast<std::int64_t>(months.size()),
              .what = {"仮名加工", "pseudonymising"}});
      }
      auto wanted = basis;
      wanted.claims = KENPO_TRY(valid_claims(view_, access_, months[at]));
      if (KENPO_TRY(stands(months[at], wanted))) continue;
      const auto segment = KENPO_TRY(make(months[at], wanted));
      const std::lock_guard held(analysis_.mutex_);
      KENPO_TRY(analysis_.keep(segment));
      report.made.push_back(months[at]);
      report.claims += static_cast<std::int64_t>(segment.costs.size());
      report.left_out += segment.left_out;
    }
    const std::lock_guard held(analysis_.mutex_);
    analysis_.stops_ = stops;
    return report;
  }

 private:
  /// The lock is held for a moment: reports go on while a month is made.
  Result<bool> stands(Month month, const SegmentBasis& wanted) {
    const std::lock_guard held(analysis_.mutex_);
    KENPO_TRY(analysis_.begin());
    const auto standing = analysis_.made_.find(month);
    return !analysis_.stops_changed() && standing != analysis_.made_.end() &&
           standing->second.basis == wanted;
  }

  Result<Segment> make(Month month, const SegmentBasis& basis) {
    Segment segment;
    segment.claimed_in = month;
    segment.basis = basis;
    segment.groups = {{"", "分類表にない、または取込みがない"}};
    for (const auto& group : groups_.all()) segment.groups.push_back({group.code, group.name});
    std::vector<claim::ClaimId> ids;
    Places establishments;
    Places institutions;
    KENPO_TRY(read_drugs(month));
    std::vector<base::PersonId> people;
    KENPO_TRY(claim::each_claim(view_, access_, month, [&](const Claim& claim) {
      if (claim.standing != claim::Standing::valid || !claim.establishment) {
        ++segment.left_out;
        return;
      }
      const auto works = establishments.number(std::string(claim.establishment->text()));
      if (works == segment.establishments.size()) {
        segment.establishments.push_back(*claim.establishment);
      }
      const auto place = institutions.number(claim.institution);
      if (place == segment.institutions.size()) {
        segment.institutions.push_back({claim.institution, claim.institution_name});
      }
      segment.costs.push_back(cost_of(claim, works, place));
      ids.push_back(claim.id);
      people.push_back(claim.person);
    }));
    for (std::size_t at = 0; at < ids.size(); ++at) {
      auto& cost = segment.costs[at];
      cost.pseudonym = pseudonyms_.of(KENPO_TRY(kept(people[at])));
      const auto bytes = KENPO_TRY(claim::claim_bytes(view_, access_, ids[at]));
      const auto facts = facts_of(bytes);
      // A receipt that came with faults has its cost, and no more.
      if (!facts.ok()) continue;
      const auto icd = KENPO_TRY(icd_of(*facts, month));
      cost.disease_group = chapter_of(icd);
      const auto group = groups_.find(icd);
      cost.group = group ? static_cast<std::uint32_t>(*group) + 1 : 0;  // the first is none
      for (const auto& used : facts->drugs) add_drug(segment, cost, used);
    }
    return segment;
  }

  static CostFact cost_of(const Claim& claim, std::uint32_t works, std::uint32_t place) {
    const bool in_yen = claim.service == claim::Service::nursing;
    return {.pseudonym = 0,
            .establishment = works,
            .institution = place,
            .treated_in = claim.treated_in,
            .age_class = age_class_of(claim),
            .sex = claim.sex,
            .patient = claim.patient,
            .service = claim.service,
            .stay = claim.stay,
            .disease_group = 0,
            .points = in_yen ? 0 : claim.decided_points,
            .yen = claim::yen_of(claim, claim.decided_points)};
  }

  /// Under whom the person is kept now: two ledgers of one person have one pseudonym.
  Result<base::PersonId> kept(const base::PersonId& person) {
    const auto known = kept_.find(person);
    if (known != kept_.end()) return known->second;
    const auto found = KENPO_TRY(eligibility::kept_person(view_, person, now_));
    kept_.emplace(person, found);
    return found;
  }

  /// The ICD-10 of the receipt's disease; empty: no master has its code.
  Result<std::string> icd_of(const ReceiptFacts& facts, Month month) {
    if (!facts.icd.empty()) return facts.icd;
    const auto known = icds_.find(facts.disease_code);
    if (known != icds_.end()) return known->second;
    const auto item = KENPO_TRY(claim::find_master_item(
        view_, format::master::Kind::disease, facts.disease_code, month.first_day()));
    auto found = item ? item->item.icd : std::string{};
    icds_.emplace(facts.disease_code, found);
    return found;
  }

  /// The drugs that hold on the month's first day.
  Result<> read_drugs(Month month) {
    book_ = {};
    drug_places_ = {};
    const auto day = month.first_day();
    return claim::each_master_item(view_, format::master::Kind::drug,
                                   [&](const claim::StandingItem& standing) {
                                     const auto& made = standing.item;
                                     if (made.from <= day && day <= made.to) book_.add(made.item);
                                   });
  }

  void add_drug(Segment& segment, const CostFact& cost, const UsedDrug& used) {
    const auto word = book_.find(used.code).value_or(DrugWord{});
    const auto place = drug_places_.number(used.code);
    if (place == segment.drugs.size()) segment.drugs.push_back({used.code, word.name});
    const auto quantity = used.quantity_hundred_thousandths;
    segment.drug_lines.push_back(
        {.pseudonym = cost.pseudonym,
         .establishment = cost.establishment,
         .drug = place,
         .kind = word.kind,
         .quantity_hundred_thousandths = quantity,
         .yen_thousandths = yen_thousandths(quantity, word.price_hundredths),
         .least_yen_thousandths = yen_thousandths(quantity, word.least_hundredths)});
  }

  Analysis& analysis_;
  const store::View& view_;
  const ClaimAccess& access_;
  const Pseudonyms& pseudonyms_;
  base::Moment now_;
  std::unordered_map<base::PersonId, base::PersonId> kept_;
  std::unordered_map<std::string, std::string> icds_;
  DiseaseGroups groups_;
  DrugBook book_;
  Places drug_places_;
};

namespace {

/// What is remembered of a segment once its facts stand in the columns.
Analysis::Made without_facts(const Segment& segment) {
  return {.basis = segment.basis, .left_out = segment.left_out};
}

}  // namespace

Analysis::Analysis(notice::Gate& gate, store::Database& database, std::string directory)
    : gate_(gate), database_(database), segments_(std::move(directory), database.keys()) {}

bool Analysis::stops_changed() const { return gate_.stops().now() != stops_; }

Result<> Analysis::begin() {
  if (columns_) return base::Done{};
  columns_ = KENPO_TRY(ColumnStore::open());
  for (const auto month : segments_.months()) {
    const auto found = segments_.find(month);
    // A damaged segment is made anew; it is never a reason not to open the page.
    if (!found.ok() || !*found) continue;
    KENPO_TRY(columns_->load(**found));
    made_.insert_or_assign(month, without_facts(**found));
  }
  return base::Done{};
}

Result<> Analysis::keep(const Segment& segment) {
  KENPO_TRY(segments_.put(segment));
  KENPO_TRY(columns_->load(segment));
  made_.insert_or_assign(segment.claimed_in, without_facts(segment));
  return base::Done{};
}

Result<std::vector<MonthState>> Analysis::states(const Permit<analysis_show>& permit) {
  const ClaimAccess access(permit.grant<Purpose::medical_cost_analysis>());
  const auto view = KENPO_TRY(database_.read());
  const auto basis = KENPO_TRY(basis_of(view));
  std::vector<MonthState> states;
  const std::lock_guard held(mutex_);
  KENPO_TRY(begin());
  for (const auto month : KENPO_TRY(claim::claimed_months(view))) {
    auto wanted = basis;
    wanted.claims = KENPO_TRY(valid_claims(view, access, month));
    const auto made = made_.find(month);
    const bool current =
        !stops_changed() && made != made_.end() && made->second.basis == wanted;
    states.push_back({.claimed_in = month,
                      .claims = wanted.claims,
                      .left_out = made == made_.end() ? 0 : made->second.left_out,
                      .current = current});
    // What is not current is not counted: whoever stopped this use a second ago is in it.
    if (current || made == made_.end()) continue;
    KENPO_TRY(columns_->drop(month));
    KENPO_TRY(segments_.remove(month));
    made_.erase(made);
  }
  return states;
}

Result<MakeReport> make_segments(Analysis& analysis, const notice::Acting& acting,
                                 const base::TellProgress& tell) {
  // The key is opened under its own operation and leaves with it; what it made is without it.
  const auto pseudonyms = KENPO_TRY(analysis.gate().perform<pseudonym_key_open>(
      notice::Acting{notice::ProgramActor::scheduler},
      [&](const Permit<pseudonym_key_open>& permit) -> Result<Pseudonyms> {
        return Pseudonyms(permit, analysis.database().keys(), Purpose::medical_cost_analysis);
      }));
  return analysis.gate().perform<segment_make>(
      acting, [&](const Permit<segment_make>& permit) -> Result<MakeReport> {
        const ClaimAccess access(permit.grant<Purpose::medical_cost_analysis>());
        const auto view = KENPO_TRY(analysis.database().read());
        return Making(analysis, view, access, pseudonyms).run(tell);
      });
}

}  // namespace kenpo::analysis
