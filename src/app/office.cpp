#include "app/office.h"

#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "app/change_neighbours.h"
#include "app/changed_outside.h"
#include "app/held_papers.h"
#include "app/log_verification.h"
#include "app/notice_sender.h"
#include "app/operations.h"
#include "app/tables.h"
#include "notice/notice_page.h"
#include "notice/role.h"
#include "request/purpose_consent_act.h"
#include "request/stop_act.h"
#include "safeguard/log_act.h"
#include "staff/handler_act.h"
#include "staff/staffing_rule.h"
#include "store/acquired.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {

namespace {

using base::Result;

base::Fault directory_fault(base::Words what) {
  return {
      .what = std::move(what),
      .why = {},
      .mend = {"フォルダの場所と権限を確かめてください。", "Check the folder and its permissions."},
      .place = {}};
}

Result<> make_directory(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return base::Done{};
  return directory_fault({"フォルダを作れません。", "The folder cannot be made."});
}

/// The society's first notice: the carried text with the society's own name, address and telephone,
/// published with the desk's public page as its place.
Result<> adopt_first_notice(const std::string& directory, const SocietyFile& society,
                            base::Moment now) {
  auto book = KENPO_TRY(notice::NoticeBook::open(directory + "/notice"));
  const auto own = KENPO_TRY(notice::with_society(notice::carried_document(), society.society));
  const auto version = KENPO_TRY(book.propose({.text = own.text,
                                               .adopted_at = now,
                                               .approved_by = "理事会",
                                               .in_force_from = now,
                                               .relatedness = {}}));
  const auto page = notice::render_notice_page(own, {.version = version,
                                                     .in_force_from = now,
                                                     .published_at = now,
                                                     .checkpoint = {},
                                                     .pdf_address = {},
                                                     .json_ld_address = {}});
  return book.publish(version, {.means = notice::PublicationMeans::page,
                                .published_at = now,
                                .place = "/notice",
                                .page_sha256 = notice::fingerprint(page.html),
                                .recorded_by = "kenpo init"});
}

}  // namespace

Office::Office(std::string directory, SocietyFile society, const base::Clock& clock)
    : directory_(std::move(directory)), society_(std::move(society)), clock_(clock) {}

Office::~Office() {
  if (!log_) return;
  // A stop that fails leaves a log that mends itself at the next start.
  if (log_->stop().ok() && database_) {
    static_cast<void>(store::remember_checkpoint(*database_, log_->state().checkpoint));
  }
}

Result<std::unique_ptr<Office>> Office::create(const std::string& directory,
                                               const SocietyFile& society,
                                               const base::Clock& clock) {
  KENPO_TRY(make_directory(directory));
  KENPO_TRY(write_society_file(directory, society));
  KENPO_TRY(make_directory(directory + "/notice"));
  KENPO_TRY(adopt_first_notice(directory, society, clock.now()));
  auto keys = KENPO_TRY(store::Keyring::create(directory));
  keys.reset();
  return open(directory, clock);
}

Result<std::unique_ptr<Office>> Office::open(const std::string& directory,
                                             const base::Clock& clock) {
  auto society = KENPO_TRY(read_society_file(directory));
  std::unique_ptr<Office> office(new Office(directory, std::move(society), clock));
  KENPO_TRY(office->open_parts());
  KENPO_TRY(office->refresh_policy());
  return office;
}

Result<> Office::open_parts() {
  keys_ = KENPO_TRY(store::Keyring::open(directory_));
  database_ = KENPO_TRY(
      store::Database::open(directory_, *keys_, {.insurer = society_.insurer, .tables = tables()}));
  numbers_ = KENPO_TRY(store::NumberStore::open(directory_, *keys_));
  history_ = KENPO_TRY(store::AccessHistory::open(directory_, *keys_));
  auto signer = KENPO_TRY(notice::Signer::open(directory_ + "/keys/log", society_.log_origin));
  notice::AuditLogOptions options;
  options.remembered = KENPO_TRY(store::last_checkpoint(*database_));
  options.observer = history_.get();
  log_ = KENPO_TRY(notice::AuditLog::open(directory_ + "/log", std::move(signer), options));
  gate_ = std::make_unique<notice::Gate>(*log_, *history_, clock_);
  approvals_ = std::make_unique<staff::Approvals>(*gate_, *database_);
  KENPO_TRY(terminals_.load({*gate_, *database_, directory_}));
  KENPO_TRY(request::load_stops(*gate_, *database_));
  KENPO_TRY(request::load_consents(*gate_, *database_));
  requests_.reset(new request::RequestOffice(request_office()));
  // After a crash, or when the index was lost, the access history is made again from the log.
  KENPO_TRY(safeguard::catch_up(*log_, *history_, log_directory()));
  return base::Done{};
}

request::RequestOffice Office::request_office() {
  return {.gate = *gate_,
          .database = *database_,
          .numbers = *numbers_,
          .history = *history_,
          .log = *log_,
          .log_directory = log_directory(),
          .members = members_,
          .tables = tables(),
          .sender = sender_of(society_),
          .handlers = [this] { return handlers(); },
          .neighbours = std::make_shared<const premium::ChangeNeighbours>(
              change_neighbours(*this)),
          .operations = operations(),
          .paper_of = held_paper};
}

Result<notice::NoticeBook> Office::notices() const {
  return notice::NoticeBook::open(directory_ + "/notice");
}

void Office::verify_log() {
  notice::LogVerification found{.at = clock_.now()};
  auto verified = verify_own_log(directory_, society_, database_.get());
  if (verified.ok()) {
    found.leaves = verified->checkpoint.size;
    found.faults = changed_outside(*this, found.leaves);
  } else {
    found.faults = std::move(verified).faults();
  }
  const std::lock_guard lock(mutex_);
  log_verification_ = std::move(found);
}

std::optional<notice::LogVerification> Office::log_verification() const {
  const std::lock_guard lock(mutex_);
  return log_verification_;
}

Result<> Office::refresh_terminals() {
  KENPO_TRY(terminals_.load({*gate_, *database_, directory_}));
  return refresh_notice();
}

Result<> Office::refresh_policy() {
  {
    const std::lock_guard lock(mutex_);
    staffing_ = KENPO_TRY(staff::load_staffing(*gate_, *database_));
  }
  return refresh_notice();
}

Result<> Office::refresh_notice() {
  const auto book = KENPO_TRY(notices());
  const auto now = clock_.now();
  database_->acquisition_gaps().set(book.acquisition_gaps(now));
  auto policy =
      staff::policy_of(staffing(), book.in_force(now), notice::carried_role_matrix(), now);
  policy.terminals = terminals_.rule_on(now.day());
  gate_->set_policy(std::move(policy));
  return base::Done{};
}

std::vector<staff::NamedHandler> Office::handlers() const {
  return staff::handlers_at(staffing(), clock_.now());
}

staff::Staffing Office::staffing() const {
  const std::lock_guard lock(mutex_);
  return staffing_;
}

}  // namespace kenpo::app
