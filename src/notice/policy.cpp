#include "notice/policy.h"

#include <algorithm>
#include <bit>

#include "notice/wording.h"

namespace kenpo::notice {

namespace {

using base::Fault;
using base::Plain;
using base::Words;

/// The pairs in a mask in the notice's words and with its numbers:
/// 「資格に関する情報を「加入者の管理」に使うこと(1番)」.
Words words_of(PairMask pairs) {
  Words words;
  for (; pairs != 0; pairs &= pairs - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(pairs));
    const auto& [category, purpose] = published_pairs[at];
    if (!words.ja.empty()) {
      words.ja += "、";
      words.en += ", ";
    }
    words.ja += Plain::name(wording(category)) + "を「" + Plain::name(wording(purpose)) +
                "」に使うこと(" + Plain(at + 1) + "番)";
    words.en += Plain::name(identifier(category)) + " for " + Plain::name(identifier(purpose)) +
                " (pair " + Plain(at + 1) + ")";
  }
  return words;
}

/// The roles of the handler that hold on the day.
RoleMask roles_on(const Handler& handler, base::Date day) {
  RoleMask roles = 0;
  for (const auto& assignment : handler.assignments) {
    if (assignment.holds_on(day)) roles |= mask_of(assignment.role);
  }
  return roles;
}

PairMask pairs_of(const RoleMatrix& matrix, RoleMask roles) {
  PairMask pairs = 0;
  for (std::size_t at = 0; at < roles_count; ++at) {
    if (roles & mask_of(static_cast<Role>(at))) pairs |= matrix.pairs[at];
  }
  return pairs;
}

/// What binds people and program alike: a responsible person (O-1), a notice in force, its rows.
Ruling rule_on_notice(const Policy& policy, PairMask needed) {
  if (!policy.responsible_person) return {Refusal::no_responsible_person};
  if (policy.notice.version == 0) return {Refusal::no_notice};
  const PairMask missing = needed & ~policy.notice.pairs;
  return missing == 0 ? Ruling{} : Ruling{Refusal::not_in_force, 0, missing};
}

Words why_of(const Ruling& ruling) {
  switch (ruling.refusal) {
    case Refusal::none:
      break;
    case Refusal::not_a_handler:
      return {"取扱者名簿に載っていません(公表事項2 組織的安全管理措置)。",
              "You are not on the list of handlers (notice, section 2)."};
    case Refusal::locked:
      return {"この利用者は停止されています。", "This user is locked."};
    case Refusal::no_undertaking:
      return {"秘密保持の誓約が記録されていません(公表事項2 人的安全管理措置)。",
              "No confidentiality undertaking is on record (notice, section 2)."};
    case Refusal::not_trained:
      return {"個人情報の研修が済んでいないか、期限が切れています。",
              "The training on personal information is missing or has run out."};
    case Refusal::no_role:
      return {"あなたの役割では、次のことができません：" + words_of(ruling.missing).ja + "。",
              "None of your roles allows: " + words_of(ruling.missing).en + "."};
    case Refusal::not_in_force:
      return {"施行中の公表事項にありません：" + words_of(ruling.missing).ja +
                  "(個人情報保護法18条1項)。",
              "The notice in force does not publish " + words_of(ruling.missing).en +
                  " (APPI art. 18(1))."};
    case Refusal::no_notice:
      return {"施行中の公表事項がありません(個人情報保護法21条)。",
              "No notice is in force (APPI art. 21)."};
    case Refusal::no_responsible_person:
      return {"個人情報取扱責任者が置かれていません(公表事項2)。",
              "No responsible person is appointed (notice, section 2)."};
    case Refusal::out_of_scope:
      return {"担当する事業所の外の人です。", "The person is outside your establishments."};
    case Refusal::statute_not_for_role:
      return {"法令に基づくこの業務は、あなたの役割のものではありません。",
              "This operation rests on statute and is not for your role."};
    case Refusal::not_for_program:
      return {"この操作は人だけができます。", "Only people may do this."};
    case Refusal::no_terminal:
      return {"この類型の個人情報は、登録された端末でだけ開けます"
              "(公表事項2 物理的安全管理措置)。",
              "This category opens on registered terminals only (notice, section 2)."};
    case Refusal::log_unwritable:
      return {"監査記録に書けないため、何も表示しません。",
              "The audit log cannot be written, so nothing is shown."};
  }
  return {};
}

Words mend_of(const Ruling& ruling) {
  switch (ruling.refusal) {
    case Refusal::no_undertaking:
    case Refusal::not_trained:
      return {"「誓約と研修」の画面で済ませると、その時から使えます。",
              "Sign or train at /duties; your rights return at once."};
    case Refusal::no_terminal:
      return {"登録された端末で開くか、個人情報取扱責任者にこの端末の登録を頼んでください。",
              "Use a registered terminal, or have this one registered."};
    case Refusal::log_unwritable:
      return {"システム担当に知らせてください。", "Tell the system operator."};
    default:
      return {"必要なときは、個人情報取扱責任者に申し出てください。",
              "If you need it, ask the responsible person."};
  }
}

}  // namespace

const Handler* Policy::find(const base::StaffId& staff) const {
  const auto at = std::ranges::lower_bound(handlers, staff, {}, &Handler::staff);
  return at != handlers.end() && at->staff == staff ? &*at : nullptr;
}

RoleMask roles_for(Statute statute) {
  const RoleMask everybody = (RoleMask{1} << roles_count) - 1;
  switch (statute) {
    case Statute::none:
      return 0;
    case Statute::no_personal_data:
      return everybody;
    case Statute::audit_by_inspector:
      return mask_of(Role::auditor);
    case Statute::own_access_history:
      return mask_of(Role::responsible_person);
    case Statute::supervision_of_handlers:
      return static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::auditor));
    case Statute::security_control:
      return static_cast<RoleMask>(mask_of(Role::system_operator) |
                                   mask_of(Role::responsible_person));
    case Statute::request_of_person:
      return static_cast<RoleMask>(mask_of(Role::general_affairs_clerk) |
                                   mask_of(Role::executive_director) |
                                   mask_of(Role::responsible_person));
    case Statute::answer_to_person:
    case Statute::emergency_response:
    case Statute::breach_report:
    case Statute::purpose_publication:
      return static_cast<RoleMask>(mask_of(Role::executive_director) |
                                   mask_of(Role::responsible_person));
    case Statute::own_duty:
    case Statute::joint_decision:  // who may propose and decide what, the kind of the proposal says
      return everybody;
    case Statute::complaint_handling:
      return static_cast<RoleMask>(mask_of(Role::general_affairs_clerk) |
                                   mask_of(Role::executive_director) |
                                   mask_of(Role::responsible_person));
    case Statute::physical_safeguards:
      return static_cast<RoleMask>(mask_of(Role::general_affairs_clerk) |
                                   mask_of(Role::system_operator) |
                                   mask_of(Role::responsible_person));
  }
  return 0;
}

// 健康保険法22条4項（監事の監査）: the auditor reads the life of the notice and the registers of the
// safety measures (areas, passages, terminals, devices, carrying, processors), and changes nothing
// of them. What the program runs by itself under security control (sign-in, loading) is none.
RoleMask roles_for(const Operation& operation) {
  const auto roles = roles_for(operation.statute);
  const bool is_register =
      operation.statute == Statute::physical_safeguards ||
      (operation.statute == Statute::security_control && operation.runner == Runner::staff);
  const bool audited = operation.verb == Verb::read &&
                       (operation.statute == Statute::purpose_publication || is_register);
  return audited ? static_cast<RoleMask>(roles | mask_of(Role::auditor)) : roles;
}

Ruling rule_on(const Policy& policy, const Operation& operation, const base::StaffId& staff,
               base::Date day) {
  // 1 The person is on the dated list of handlers and not locked (O-2).
  const Handler* handler = policy.find(staff);
  if (handler == nullptr) return {Refusal::not_a_handler};
  if (handler->locked) return {Refusal::locked};
  // What everybody on the list owes first: without a role, an undertaking, a training.
  if (operation.statute == Statute::own_duty) return {Refusal::none, roles_on(*handler, day)};
  // 2 A confidentiality undertaking is on record (H-1) and the training has not run out (H-2).
  if (!handler->undertaking_on || *handler->undertaking_on > day) return {Refusal::no_undertaking};
  if (!handler->trained_until || *handler->trained_until < day) return {Refusal::not_trained};
  const RoleMask roles = roles_on(*handler, day);
  // 3 What rests on statute is for the roles that the statute names.
  if (operation.statute != Statute::none) {
    const auto fitting = static_cast<RoleMask>(roles & roles_for(operation));
    return fitting == 0 ? Ruling{Refusal::statute_not_for_role} : Ruling{Refusal::none, fitting};
  }
  // 4 There is a responsible person (O-1), and the notice in force has every pair (N-1) …
  const PairMask needed = operation.pairs.mask();
  if (const auto ruling = rule_on_notice(policy, needed); ruling.refusal != Refusal::none) {
    return ruling;
  }
  // 5 … and a role of the person has it (T-4).
  if (const PairMask missing = needed & ~pairs_of(policy.roles, roles); missing != 0) {
    return {Refusal::no_role, 0, missing};
  }
  return {Refusal::none, roles};
}

Ruling rule_on_place(const Policy& policy, const Operation& operation, Place place,
                     Ruling ruling) {
  const bool demanded = policy.terminals == TerminalRule::demanded && opens_sensitive(operation);
  if (ruling.refusal != Refusal::none || !demanded) return ruling;
  if (place == Place::registered_terminal) return ruling;
  return {Refusal::no_terminal, ruling.roles};
}

Ruling rule_on_program(const Policy& policy, const Operation& operation) {
  if (operation.runner != Runner::staff_or_program) return {Refusal::not_for_program};
  // What rests on statute needs no row; so the program can read the list of handlers itself.
  if (operation.statute != Statute::none) return {};
  return rule_on_notice(policy, operation.pairs.mask());
}

Fault refusal_fault(const Ruling& ruling) {
  return {.what = {"この操作はできません。", "This operation is refused."},
          .why = why_of(ruling),
          .mend = mend_of(ruling),
          .place = {}};
}

}  // namespace kenpo::notice
