// One notification file against the ledger, record by record, inside its transaction. Used by
// intake_act only.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eligibility/establishment.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/intake_words.h"
#include "eligibility/member_index.h"
#include "eligibility/notification.h"
#include "eligibility/notified_paper.h"
#include "eligibility/notified_pay.h"
#include "eligibility/person_store.h"
#include "eligibility/work_item.h"
#include "format/notification_csv/notification_csv.h"

namespace kenpo::eligibility {

/// What comes in a file is taken in as a whole and left for people where it does not fit; what a
/// clerk types is refused at once.
enum class Arrival : std::uint8_t { file, typed };

class FileIntake {
 public:
  struct Given {
    store::Transaction& transaction;
    MemberAccess access;
    store::NumberStore& number_store;
    store::NumberAccess number_access;
    Establishment establishment;
    base::CaseId case_id;
    base::Moment now;
    base::Plain file;
    Arrival arrival = Arrival::file;
    /// 二以上事業所勤務: who paid, where it was not the establishment of the period.
    std::optional<base::EstablishmentId> paid_by = {};
  };
  explicit FileIntake(Given given) : given_(std::move(given)) {}

  /// Takes in every record. Faults: all misfits of the file, in its order.
  base::Result<> run(format::notification_csv::NotificationFile& file);

  /// Puts the individual numbers of the file into their sealed store. Called when nothing else can
  /// refuse the file: a number whose facts are then not committed is found again under the same
  /// person when the file comes again.
  base::Result<> keep_numbers();

  const Intake& counts() const { return counts_; }
  /// Members as they are after the file, for the index.
  const std::vector<Member>& changed_members() const { return members_; }

 private:
  using Line = std::uint64_t;
  using Insured = format::notification_csv::Insured;

  base::Result<> take(format::notification_csv::Acquisition& record, Line line);
  base::Result<> take(format::notification_csv::Loss& record, Line line);
  base::Result<> take(format::notification_csv::RegularDetermination& record, Line line);
  base::Result<> take(format::notification_csv::Revision& record, Line line);
  base::Result<> take(format::notification_csv::BonusPayment& record, Line line);
  base::Result<> take(format::notification_csv::Dependents& record, Line line);

  /// The insured person of the record and the period that holds on `on` or is the latest; nullopt
  /// when a misfit was told.
  struct Found {
    Person person;
    InsuredPeriod period;
  };
  base::Result<std::optional<Found>> find(const Insured& insured, base::Date on, Line line);
  base::Result<std::vector<InsuredPeriod>> periods_by_name(const Insured& insured);
  /// A person that is certainly the one of the record, and whether the ledger knows them.
  struct Same {
    base::PersonId id;
    bool known = false;
  };
  base::Result<std::optional<Same>> same_person(
      const format::notification_csv::Acquisition& record);
  base::Result<std::optional<std::string>> free_number(
      const format::notification_csv::Acquisition& record, const base::PersonId& person, Line line);
  base::Result<std::optional<bool>> may_acquire(const base::PersonId& person, base::Date on,
                                                Line line);
  base::Result<> keep_address_origin(const Person& person, bool known, base::Date on);
  base::Result<bool> after_hand_over();
  base::Result<> check_acquisition(const format::notification_csv::Acquisition& record,
                                   const base::PersonId& person);
  base::Result<> keep_paper(const NotifiedPaper& told);
  base::Result<> end_dependents(const InsuredPeriod& period);
  base::Result<std::optional<base::PersonId>> dependent_in_ledger(const base::PersonId& insured,
                                                                  const std::string& name_kana,
                                                                  base::Date born);
  base::Result<std::optional<base::PersonId>> new_dependent(
      const std::optional<base::IndividualNumber>& number, const std::string& name_kana,
      base::Date born, Line line);
  base::Result<std::optional<base::PersonId>> changed_dependent(const base::PersonId& insured,
                                                                const std::string& name_kana,
                                                                base::Date born);
  base::Result<> take_changes(format::notification_csv::Dependents& record, Line line);
  base::Result<> take_changed_number(const Notification& change,
                                     std::optional<base::IndividualNumber> number, Line line);
  /// The notification as a case that waits for the review.
  base::Result<> open_case(Notification notification);
  base::Result<> keep_pay(NotifiedPay pay, const Found& found, base::Date first, base::Date last);
  base::Result<> keep_number(std::optional<base::IndividualNumber>& number,
                             const base::PersonId& person, base::Month month);
  base::Result<> open_item(WorkKind kind, std::optional<base::PersonId> person, base::Month month,
                           std::optional<base::PersonId> other_person = std::nullopt);
  /// One item for everybody else with the same kana, birth date and sex (名寄せの候補), once a pair.
  base::Result<> open_look_alikes(const Person& person, base::Month month);
  void misfit(Misfit misfit, Line line);
  void note_member(const Person& person, const InsuredPeriod& period);

  Given given_;
  Intake counts_{
      .case_id = given_.case_id, .establishment = given_.establishment.id, .taken_at = given_.now};
  base::Faults faults_;
  std::vector<Member> members_;
  std::vector<std::pair<base::PersonId, base::IndividualNumber>> numbers_;
  std::optional<int> highest_number_;
  std::optional<bool> after_hand_over_;  // read once, when asked for
  std::optional<std::set<std::string>> establishment_addresses_;  // read once, when asked for
};

}  // namespace kenpo::eligibility
