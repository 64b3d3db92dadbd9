// The words of the log. They are stored for ever: a name may be added, never changed.
#include "notice/leaf.h"

namespace kenpo::notice {

std::string_view name_of(ProgramActor actor) {
  switch (actor) {
    case ProgramActor::scheduler: return "scheduler";
    case ProgramActor::intake: return "intake";
    case ProgramActor::command_line: return "command_line";
    case ProgramActor::member_window: return "member_window";
    case ProgramActor::employer_window: return "employer_window";
    case ProgramActor::public_page: return "public_page";
    case ProgramActor::log_keeper: return "log_keeper";
  }
  return {};
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::answered: return "answered";
    case Outcome::written: return "written";
    case Outcome::provided: return "provided";
    case Outcome::erased: return "erased";
    case Outcome::refused: return "refused";
    case Outcome::failed: return "failed";
  }
  return {};
}

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::none: return "none";
    case Reason::no_role: return "no_role";
    case Reason::not_published: return "not_published";
    case Reason::not_yet_published: return "not_yet_published";
    case Reason::withdrawn: return "withdrawn";
    case Reason::not_trained: return "not_trained";
    case Reason::out_of_scope: return "out_of_scope";
    case Reason::locked: return "locked";
    case Reason::no_responsible_person: return "no_responsible_person";
    case Reason::no_statute: return "no_statute";
    case Reason::stopped: return "stopped";
    case Reason::no_second_person: return "no_second_person";
    case Reason::no_terminal: return "no_terminal";
  }
  return {};
}

std::string_view name_of(Statute statute) {
  switch (statute) {
    case Statute::none: return "none";
    case Statute::no_personal_data: return "no_personal_data";
    case Statute::audit_by_inspector: return "audit_by_inspector";
    case Statute::own_access_history: return "own_access_history";
    case Statute::supervision_of_handlers: return "supervision_of_handlers";
    case Statute::security_control: return "security_control";
    case Statute::request_of_person: return "request_of_person";
    case Statute::answer_to_person: return "answer_to_person";
    case Statute::emergency_response: return "emergency_response";
    case Statute::breach_report: return "breach_report";
    case Statute::complaint_handling: return "complaint_handling";
    case Statute::own_duty: return "own_duty";
    case Statute::joint_decision: return "joint_decision";
    case Statute::purpose_publication: return "purpose_publication";
    case Statute::physical_safeguards: return "physical_safeguards";
  }
  return {};
}

}  // namespace kenpo::notice
