// kenpo serve: the desk and the public notice.
#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <thread>

#include "account/admission.h"
#include "account/credential_store.h"
#include "account/sign_in.h"
#include "app/accounts.h"
#include "app/command.h"
#include "app/enrolment_page.h"
#include "app/office.h"
#include "app/password_page.h"
#include "app/routes.h"
#include "app/sign_watch.h"
#include "base/clock.h"
#include "complaint/public_page.h"
#include "desk/certificate.h"
#include "desk/desk.h"
#include "desk/server.h"
#include "eligibility/member_search_act.h"
#include "notice/audit_log_faults.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {

namespace {

using base::Result;

/// How often the office looks whether the notice or the list of handlers has changed on the disk,
/// and how often it remembers the log's checkpoint outside the log.
constexpr auto watch_period = std::chrono::milliseconds(5);
constexpr int remember_every_periods = 2000;  // ten seconds

/// Keeps the gate's policy true to the disk while the desk is open: a row withdrawn by
/// `kenpo notice publish` stops its operations within the period.
class Watch {
 public:
  explicit Watch(Office& office) : office_(office), seen_(stamp()), thread_([this] { work(); }) {}
  ~Watch() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

 private:
  std::filesystem::file_time_type stamp() const {
    std::error_code ignored;
    return std::filesystem::last_write_time(office_.directory() + "/notice/versions.tsv", ignored);
  }

  void work() {
    std::unique_lock lock(mutex_);
    auto day = office_.clock().now().day();
    for (int period = 0; !stopping_; ++period) {
      changed_.wait_for(lock, watch_period, [this] { return stopping_; });
      const auto found = stamp();
      const auto today = office_.clock().now().day();
      const bool next_second = period % 200 == 0;  // a version's time of force may have come
      if (found != seen_ || today != day || next_second) {
        seen_ = found;
        day = today;
        // What cannot be read keeps the last policy; the home page tells it, and the next start
        // refuses it with its reason.
        const bool reads = office_.refresh_notice().ok();
        if (reads_ && !reads) office_.verify_log();
        reads_ = reads;
      }
      if (period % remember_every_periods == 0) remember();
    }
  }

  void remember() {
    const auto checkpoint = office_.log().checkpoint();
    if (checkpoint.ok()) {
      static_cast<void>(store::remember_checkpoint(office_.database(), *checkpoint));
    }
  }

  Office& office_;
  std::filesystem::file_time_type seen_;
  bool reads_ = true;  // whether the notice could be read the last time
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::thread thread_;
};

std::string roles_of(const staff::NamedHandler& named, base::Date day) {
  std::string roles;
  for (const auto& each : named.handler.assignments) {
    if (!each.holds_on(day)) continue;
    if (!roles.empty()) roles += "・";
    roles += notice::wording(each.role);
  }
  return roles;
}

desk::WhoIs who_is(Office& office) {
  return [&office](const base::StaffId& staff) -> std::optional<desk::StaffCard> {
    for (const auto& named : office.handlers()) {
      if (named.handler.staff != staff || named.handler.locked) continue;
      return desk::StaffCard{named.name, roles_of(named, office.clock().now().day())};
    }
    return std::nullopt;
  };
}

/// Signing out is a leaf of the log before its answer leaves. Attempts to sign in, to unlock a
/// screen and to change a password have theirs from the store of credentials.
account::AttemptHook log_attempts(Office& office) {
  return [&office](std::optional<base::StaffId> staff, account::Attempt attempt) -> Result<> {
    const bool granted = account::end_of(attempt) == account::AttemptTold::End::granted;
    return office.gate().record_sign_in(
        staff, account::log_name(attempt),
        granted ? notice::Outcome::answered : notice::Outcome::refused);
  };
}

void tell_address(const Common& common, const Office& office, int port) {
  say({"画面を開きました。ブラウザで次のアドレスを開いてください。終わるときは Ctrl+C です。",
       "The desk is open. Stop it with Ctrl+C."},
      common);
  say("  https://127.0.0.1:" + std::to_string(port) + "/");
  const auto accounts = read_sample_accounts(office.directory());
  if (accounts.empty()) return;
  say({"見本の組合の利用者(利用者名、氏名、パスワード、いまの確認コード)：",
       "Users of the sample society (user, name, password, present code):"},
      common);
  for (const auto& account : accounts) {
    say("  " + account.user + "\t" + account.name + "\t" + account.password + "\t" +
        account::totp_code(account.secret, office.clock().now()));
  }
  say({"確認コードは30秒で変わります。新しいコード：kenpo sign-in-code 利用者名",
       "Codes change every 30 seconds: kenpo sign-in-code USER"},
      common);
}

sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

/// Done when somebody ends the program; a fault when the audit log has ended, so that whoever
/// watches over the program starts it again: the log is read anew from the disk then.
Result<> wait_for_end(const notice::AuditLog& log) {
  constexpr timespec between_looks{.tv_sec = 0, .tv_nsec = 20'000'000};
  const auto signals = ending_signals();
  while (sigtimedwait(&signals, nullptr, &between_looks) < 0) {
    if (log.state().ended) return notice::sync_failed_fault();
  }
  return base::Done{};
}

void block_signals() {
  const auto signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit of file size is a full disk: told, not died of
}

Result<> serve(const Common& common, const ServeRequest& request, Office& office) {
  auto ledger = office.ledger();
  KENPO_TRY(
      eligibility::build_member_index(ledger, notice::Acting{notice::ProgramActor::scheduler}));
  account::DatabaseCredentials credentials(office.gate(), office.database());
  constexpr std::int64_t minute_milliseconds = 60'000;
  account::Sessions sessions(request.idle_minutes * minute_milliseconds);
  account::SignIn sign_in(credentials, sessions, office.clock(), log_attempts(office));
  sign_in.admit_only(account::those_on_list(office.gate()));
  const account::SessionsFollowPolicy following(office.gate(), sessions);
  desk::Router router(office.gate());
  add_routes(router, office);
  add_password_routes(router, sign_in);
  add_enrolment_routes(router, office, credentials, sign_in);
  const auto& society = office.society().society;
  desk::Desk desk(
      {.society_name = society.name,
       .complaint_desk = society.name + " " + society.address + " 電話 " + society.telephone,
       .idle_milliseconds = request.idle_minutes * minute_milliseconds},
      router, desk::Templates::carried(), sign_in, office.clock(), who_is(office));
  register_papers(desk, office);
  complaint::add_public_complaint_routes(router, desk, office.database());

  const auto arriving = office.directory() + "/arriving";
  ::mkdir(arriving.c_str(), 0700);
  desk::ServerSettings settings;
  settings.address = request.address;
  settings.port = static_cast<std::uint16_t>(request.port);
  settings.allowed_hosts = request.hosts;
  settings.certificate = desk::certificate_files(office.directory());
  settings.arriving_folder = arriving;
  const auto server = KENPO_TRY(desk::Server::start(
      settings,
      {.body_limit_bytes = [&](const desk::Request& head) { return desk.body_limit_bytes(head); },
       .answer = [&](desk::Request& asked,
                     desk::Respond respond) { desk.answer(asked, std::move(respond)); }}));
  const Watch watch(office);
  const SignWatch sign_watch(office);
  tell_address(common, office, server->port());
  auto ended = wait_for_end(office.log());
  server->stop();
  return ended;
}

}  // namespace

int run_serve(const Common& common, const ServeRequest& request) {
  block_signals();
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  const auto served = serve(common, request, **office);
  return served.ok() ? exit_done : refuse(served.faults(), common);
}

}  // namespace kenpo::app
