// The commands of the program. Each tells its answer on standard output, what is wrong on standard
// error, and hands back the exit status: 0, 1 refused or faults in the input, 2 usage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/progress.h"
#include "base/result.h"

namespace kenpo::app {

enum class Output { text, json };

/// What every command is given.
struct Common {
  std::string data;  // the data directory: --data or KENPO_DATA
  base::Language language = base::Language::japanese;
  Output output = Output::text;
};

inline constexpr int exit_done = 0;
inline constexpr int exit_refused = 1;
inline constexpr int exit_usage = 2;

/// Tells the faults on standard error; hands back exit_refused.
int refuse(const base::Faults& faults, const Common& common);
/// Tells the text on standard output.
void say(const std::string& text);
/// The words of the reader's language.
void say(const base::Words& words, const Common& common);

/// A bar on a terminal, nothing elsewhere. Ends with a line feed when the value goes.
class ProgressBar {
 public:
  explicit ProgressBar(const Common& common);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  base::TellProgress teller();

 private:
  void tell(const base::Progress& progress);
  const Common& common_;
  bool terminal_;
  bool shown_ = false;
};

// ---- init and serve ----
struct InitRequest {
  std::string directory;
  std::string society_file;  // empty: the sample society
};
int run_init(const Common& common, const InitRequest& request);
int run_sign_in_code(const Common& common, const std::string& user);

struct ServeRequest {
  std::string address = "127.0.0.1";
  int port = 8443;
  std::vector<std::string> hosts;
  int idle_minutes = 15;  // 1 to 15: a society may set less than the notice says, never more
};
int run_serve(const Common& common, const ServeRequest& request);

// ---- the month ----
struct SocietyRequest {
  std::string directory;
  int members = 2000;
  int months = 3;
  std::uint64_t seed = 1;
};
int run_make_society(const Common& common, const SocietyRequest& request);
int run_intake(const Common& common, const std::vector<std::string>& files);
int run_month(const Common& common, const std::string& month);

// ---- the notice ----
int run_notice_show(const Common& common, const std::string& format);
int run_notice_check(const Common& common, const std::string& file);
int run_notice_coverage(const Common& common);
int run_notice_diff(const Common& common, const std::string& before, const std::string& after);
struct PublishRequest {
  std::string file;
  std::string proposed_by;  // user names of two people, who both sign in
  std::string approved_by;
  std::string reason = "見直し";
  std::string place;
  std::string in_force_from;               // a day; empty: now
  std::vector<std::string> relatedness;    // `category.purpose=statement`
  std::vector<std::string> new_data_only;  // `category.purpose=reason`
};
int run_notice_publish(const Common& common, const PublishRequest& request);

// ---- the audit log ----
int run_audit_verify(const Common& common, const std::vector<std::string>& older);
int run_audit_show(const Common& common, long long last);
int run_audit_checkpoint(const Common& common);
int run_audit_signs(const Common& common);

// ---- the self-check ----
int run_self_check(const Common& common);
int run_self_check_verify(const Common& common, const std::string& file);

// ---- law ----
/// Which rows `kenpo law` lists without a name.
enum class LawRows { all, unchecked, planned };
int run_law(const Common& common, const std::string& name, const std::string& day, LawRows rows);
int run_cases(const Common& common, const std::vector<std::string>& files, bool list);

// ---- keeping ----
int run_backup(const Common& common, const std::string& file);
struct RestoreRequest {
  std::string file;
  std::string asked_by;  // user names of two people, who both sign in when the facts still open
  std::string approved_by;
};
int run_restore(const Common& common, const RestoreRequest& request);

}  // namespace kenpo::app
