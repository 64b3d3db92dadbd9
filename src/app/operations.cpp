#include "app/operations.h"

#include "account/credential_store.h"
#include "app/home_page.h"
#include "app/intake_page.h"
#include "app/password_page.h"
#include "app/self_check.h"
#include "app/strange_rows.h"
#include "analysis/report_act.h"
#include "assembly/bylaw_act.h"
#include "assembly/contact_erasure_act.h"
#include "assembly/election_act.h"
#include "assembly/meeting_act.h"
#include "assembly/member_act.h"
#include "assembly/seat_balance_act.h"
#include "assembly/training_act.h"
#include "benefit/additional_act.h"
#include "benefit/award_act.h"
#include "benefit/medical_expense_act.h"
#include "benefit/outpatient_year_act.h"
#include "benefit/payment_act.h"
#include "cost_notice/cost_notice_act.h"
#include "certificate/application_act.h"
#include "certificate/card_list_act.h"
#include "certificate/custody_act.h"
#include "certificate/limit_list_act.h"
#include "certificate/paper_act.h"
#include "certificate/print_run_act.h"
#include "claim/claim_act.h"
#include "claim/claim_intake_act.h"
#include "claim/claim_recheck_act.h"
#include "claim/disease_group_act.h"
#include "claim/master_act.h"
#include "collection/allocation_act.h"
#include "collection/arrears_act.h"
#include "collection/early_collection_act.h"
#include "collection/late_charge_act.h"
#include "collection/leave_act.h"
#include "collection/pledge_act.h"
#include "collection/rate_trial_act.h"
#include "collection/receipt_sheet_act.h"
#include "collection/refund_act.h"
#include "collection/voluntary_act.h"
#include "collection/voluntary_release_act.h"
#include "complaint/complaint_act.h"
#include "eligibility/dependent_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_search_act.h"
#include "eligibility/notification_act.h"
#include "eligibility/notification_edit_act.h"
#include "eligibility/office_size_act.h"
#include "eligibility/pay_entry_act.h"
#include "eligibility/pay_report_file_act.h"
#include "eligibility/number_look_alike_act.h"
#include "eligibility/person_merge_act.h"
#include "eligibility/protection_act.h"
#include "eligibility/reach_act.h"
#include "eligibility/work_item_act.h"
#include "federation/grant_act.h"
#include "premium/change_effect_act.h"
#include "premium/change_list_act.h"
#include "premium/change_save_act.h"
#include "premium/notification_preview_act.h"
#include "premium/explain_premium_act.h"
#include "premium/levy_act.h"
#include "premium/levy_facts_act.h"
#include "premium/levy_list_act.h"
#include "premium/member_ledger_act.h"
#include "premium/payment_notice_act.h"
#include "premium/society_rate_act.h"
#include "remuneration/bonus_pay_act.h"
#include "remuneration/candidate_act.h"
#include "remuneration/decision_letter_act.h"
#include "remuneration/determination_act.h"
#include "remuneration/explain_determination_act.h"
#include "remuneration/manual_act.h"
#include "remuneration/regular_ahead_act.h"
#include "remuneration/regular_round_act.h"
#include "remuneration/voluntary_standard_act.h"
#include "recourse/lapse_act.h"
#include "recourse/outcome_act.h"
#include "recourse/recovery_act.h"
#include "recourse/third_party_act.h"
#include "request/backup_copy_act.h"
#include "request/candidate_act.h"
#include "request/correction_effect_act.h"
#include "report/attachment_act.h"
#include "report/bill_difference_act.h"
#include "report/decision_file_act.h"
#include "report/journal_act.h"
#include "report/month_board_act.h"
#include "report/statistics_act.h"
#include "request/correction_act.h"
#include "request/erasure_act.h"
#include "request/package_act.h"
#include "request/purpose_consent_act.h"
#include "request/request_act.h"
#include "request/retention_act.h"
#include "request/stop_act.h"
#include "review/claim_return_act.h"
#include "review/dose_limit_act.h"
#include "review/effect_act.h"
#include "review/finding_act.h"
#include "review/inquiry_act.h"
#include "review/request_act.h"
#include "review/review_run_act.h"
#include "safeguard/area_act.h"
#include "safeguard/carrying_act.h"
#include "safeguard/export_roster_act.h"
#include "safeguard/export_sweep_act.h"
#include "safeguard/paper_act.h"
#include "safeguard/passage_watch_act.h"
#include "safeguard/processor_act.h"
#include "safeguard/alert_act.h"
#include "safeguard/incident_act.h"
#include "safeguard/incident_letters_act.h"
#include "safeguard/inspection_act.h"
#include "safeguard/log_act.h"
#include "safeguard/notice_life_act.h"
#include "safeguard/sign_act.h"
#include "safeguard/register_act.h"
#include "safeguard/terminal_act.h"
#include "staff/approval_act.h"
#include "staff/break_glass_act.h"
#include "staff/course_act.h"
#include "staff/duty_act.h"
#include "staff/effect_act.h"
#include "staff/employee_act.h"
#include "staff/handler_act.h"
#include "staff/handler_lock_act.h"
#include "staff/welfare_erasure_act.h"

namespace kenpo::app {

namespace {
constexpr const notice::Operation* all[] = {
    &show_board_operation,
    &eligibility::work_list, &eligibility::work_show, &eligibility::work_move,
    &eligibility::merge_compare, &eligibility::merge_reveal, &eligibility::merge_decide,
    &eligibility::merge_reverse, &eligibility::number_look_alikes,
    &eligibility::notification_board, &eligibility::notification_enter,
    &eligibility::notification_show, &eligibility::notification_reveal,
    &eligibility::notification_decide, &eligibility::notification_number_decide,
    &eligibility::notification_typed, &eligibility::notification_edit, &eligibility::pay_enter,
    &eligibility::notification_drop, &eligibility::notification_reverse,
    &eligibility::protection_show, &eligibility::protection_begin, &eligibility::protection_end,
    &eligibility::protection_reveal, &eligibility::reach_list, &eligibility::reach_open,
    &change_password_operation,
    &show_intake_operation,
    &eligibility::establishment_register, &eligibility::establishment_list,
    &eligibility::office_size_enter,
    &eligibility::dependent_register, &eligibility::notification_intake,
    &eligibility::pay_report_intake,
    &eligibility::member_index_build, &eligibility::member_search,
    &remuneration::remuneration_determine, &remuneration::remuneration_work_out,
    &remuneration::remuneration_explain,
    &remuneration::decision_letter_show, &remuneration::decision_letter_issue,
    &remuneration::decision_letter_release,
    &remuneration::remuneration_round_show, &remuneration::remuneration_round_ask,
    &remuneration::remuneration_candidate_list, &remuneration::remuneration_candidate_dismiss,
    &remuneration::remuneration_candidate_propose,
    &remuneration::remuneration_manual_show, &remuneration::remuneration_manual_enter,
    &remuneration::remuneration_manual_decide, &remuneration::bonus_pay_show,
    &remuneration::bonus_pay_decide, &remuneration::voluntary_standard_show,
    &remuneration::voluntary_average_enter, &remuneration::voluntary_standard_decide,
    &remuneration::voluntary_standard_propose,
    &premium::society_rate_enter, &premium::rounding_enter, &premium::care_setting_enter,
    &premium::society_rate_list, &premium::society_rate_resolve, &premium::premium_levy,
    &premium::premium_levy_births, &premium::premium_levy_standards,
    &premium::levy_list, &premium::payment_notice_show, &premium::payment_notice_issue,
    &premium::premium_explain, &premium::premium_difference,
    &report::attachment_list, &report::attachment_open, &report::attachment_add,
    &report::month_board_show, &report::month_task_step, &report::bill_difference_show,
    &report::month_statistics_show, &report::levy_journal_show, &report::decision_file_provide,
    &premium::member_show, &premium::member_reveal,
    &collection::receipt_list, &collection::receipt_show, &collection::receipt_enter,
    &collection::receipt_sheet_check, &collection::receipt_allocate, &collection::collection_check,
    &collection::pledge_propose, &collection::pledge_end, &collection::pledge_watch,
    &collection::arrears_list, &collection::arrears_show, &collection::arrears_record,
    &collection::reminder_issue, &collection::late_charge_decide, &collection::late_charge_waive,
    &collection::late_charge_show, &collection::early_collection_ask,
    &collection::credit_list, &collection::credit_settle, &collection::refund_list,
    &collection::refund_decide, &collection::refund_gather, &collection::refund_withdraw,
    &collection::refund_pay, &collection::paying_account_enter, &collection::voluntary_list,
    &collection::voluntary_show, &collection::voluntary_levy, &collection::voluntary_settle,
    &collection::voluntary_paper, &collection::slip_differences_show,
    &collection::slip_release_ask, &collection::leave_list, &collection::leave_record,
    &collection::rate_trial,
    &premium::premium_change_list, &premium::premium_change_preview,
    &premium::premium_notification_preview, &premium::premium_change_save,
    &premium::premium_change_reverse,
    &certificate::certificate_show, &certificate::certificate_upkeep,
    &certificate::certificate_apply, &certificate::certificate_apply_form,
    &certificate::certificate_card_enter, &certificate::certificate_list,
    &certificate::certificate_limit_list, &certificate::certificate_card_list_take,
    &certificate::certificate_keep, &certificate::certificate_remind,
    &certificate::certificate_run_list, &certificate::certificate_run_show,
    &certificate::certificate_run_make, &certificate::certificate_run_keep,
    &certificate::certificate_print,
    &claim::intake_claims_operation, &claim::recheck_claims_operation,
    &claim::follow_ledger_operation, &claim::load_master_operation,
    &claim::load_disease_groups_operation, &claim::list_claims_operation,
    &claim::list_own_claims_operation, &claim::show_claim_operation,
    &claim::reveal_claim_operation,
    &benefit::high_cost_compute, &benefit::high_cost_list, &benefit::high_cost_show,
    &benefit::high_cost_decide, &benefit::high_cost_letter, &benefit::additional_rule_enter,
    &benefit::additional_rule_list, &benefit::benefit_account_show,
    &benefit::benefit_account_enter, &benefit::benefit_payment_list,
    &benefit::benefit_payment_gather, &benefit::benefit_payment_withdraw,
    &benefit::benefit_payment_record, &benefit::outpatient_year_compute,
    &benefit::outpatient_year_list, &benefit::outpatient_year_show,
    &benefit::burden_certificate_enter, &benefit::burden_certificate_print,
    &benefit::base_day_notice_enter, &benefit::no_insurance_enter,
    &benefit::medical_expense_list, &benefit::medical_expense_enter,
    &benefit::medical_expense_cancel,
    &cost_notice::cost_notice_show, &cost_notice::cost_notice_provide,
    &cost_notice::cost_notice_consent, &cost_notice::cost_notice_answer,
    &cost_notice::visit_check_list, &cost_notice::visit_check_close,
    &cost_notice::cost_notice_run_list, &cost_notice::cost_notice_run_make,
    &cost_notice::cost_notice_run_print, &cost_notice::cost_notice_run_keep,
    &review::review_run, &review::finding_list, &review::finding_show, &review::finding_decide,
    &review::request_list, &review::request_provide, &review::request_drop, &review::result_take,
    &review::return_take,
    &review::return_list, &review::return_show,
    &review::inquiry_show, &review::inquiry_issue, &review::inquiry_letter,
    &review::inquiry_answer, &review::effect_show, &review::check_choose, &review::dose_limit_list,
    &review::dose_limit_enter,
    &recourse::outcome_show, &recourse::lapse_open, &recourse::lapse_list, &recourse::lapse_show,
    &recourse::lapse_step, &recourse::lapse_papers, &recourse::successor_enter,
    &recourse::recovery_list, &recourse::recovery_show, &recourse::recovery_enter,
    &recourse::recovery_record, &recourse::recovery_letter,
    &recourse::third_party_list, &recourse::third_party_show, &recourse::third_party_open,
    &recourse::third_party_record, &recourse::third_party_papers,
    &analysis::pseudonym_key_open, &analysis::segment_make, &analysis::analysis_show,
    &analysis::analysis_name,
    &federation::grant_list, &federation::grant_show, &federation::grant_scan,
    &federation::grant_standard_enter, &federation::grant_provide, &federation::grant_decide,
    &staff::load_handlers_operation, &staff::appoint_handler_operation,
    &staff::change_responsible_operation, &staff::end_handler_operation,
    &staff::sign_list_operation, &staff::lock_handler_operation, &staff::show_locks_operation,
    &staff::load_duties_operation, &staff::show_duties_operation,
    &staff::sign_undertaking_operation, &staff::answer_test_operation,
    &staff::register_rules_operation, &staff::load_emergencies_operation,
    &staff::show_emergencies_operation, &staff::begin_break_glass_operation,
    &staff::end_emergency_operation, &staff::review_emergency_operation,
    &staff::show_courses_operation, &staff::take_in_course_operation,
    &staff::show_effect_operation, &staff::review_effect_operation,
    &staff::list_employees_operation, &staff::show_employee_operation,
    &staff::reveal_employee_operation, &staff::hire_operation, &staff::change_details_operation,
    &staff::enter_post_operation, &staff::enter_contract_operation, &staff::leave_operation,
    &staff::show_attendances_operation, &staff::enter_attendance_operation,
    &staff::show_welfare_operation, &staff::enter_welfare_operation,
    &staff::show_welfare_due_operation, &staff::erase_welfare_operation,
    &staff::show_handlers_operation, &staff::propose_operation, &staff::list_approvals_operation,
    &staff::show_approval_operation, &staff::approve_operation, &staff::refuse_operation,
    &staff::withdraw_operation, &staff::carry_out_operation,
    &account::read_credential_operation, &account::keep_credential_operation,
    &account::attempt_operation,
    &request::request_list_operation, &request::request_show_operation,
    &request::request_reveal_operation, &request::person_find_operation,
    &request::request_receive_operation, &request::candidates_operation,
    &request::candidate_look_operation,
    &request::request_step_operation, &request::request_decide_operation,
    &request::package_preview_operation, &request::package_redact_operation,
    &request::package_release_operation, &request::package_hand_over_operation,
    &request::use_stop_load_operation, &request::use_stop_show_operation,
    &request::use_stop_change_operation, &request::provision_show_operation,
    &request::provision_enter_operation, &request::correction_show_operation,
    &request::correction_apply_operation, &request::erasure_plan_operation,
    &request::erasure_execute_operation, &request::certificate_list_operation,
    &request::hold_list_operation, &request::hold_change_operation,
    &request::correction_reveal_operation, &request::correction_preview_operation,
    &request::correction_periods_operation, &request::consent_load_operation,
    &request::consent_list_operation, &request::consent_change_operation,
    &request::backup_make_operation, &request::backup_restore_ask,
    &request::backup_restore_approve, &request::backup_restore_record,
    &request::backup_list_operation, &request::backup_discard_operation,
    &request::retention_show_operation, &request::retention_propose_operation,
    &request::retention_erase_operation,
    &self_check_operation, &compare_decisions_operation,
    &safeguard::watch_signs_operation, &safeguard::enter_setting_operation,
    &safeguard::show_settings_operation, &safeguard::enter_family_operation,
    &safeguard::show_alerts_operation, &safeguard::acknowledge_alert_operation,
    &safeguard::show_inspection_operation, &safeguard::sign_inspection_operation,
    &safeguard::show_reviews_operation, &safeguard::enter_review_operation,
    &safeguard::inspect_ledgers_operation, &safeguard::record_audit_operation,
    &safeguard::show_incidents_operation,
    &complaint::take_complaint_operation, &complaint::show_complaints_operation,
    &complaint::reveal_complaint_operation, &complaint::answer_complaint_operation,
    &safeguard::change_incident_operation, &safeguard::list_incident_persons_operation,
    &safeguard::show_incident_persons_operation, &safeguard::write_incident_letters_operation,
    &safeguard::inspect_log_operation, &safeguard::show_history_operation,
    &assembly::assembly_member_list, &assembly::assembly_member_reveal,
    &assembly::assembly_member_enter, &assembly::assembly_officer_appoint,
    &assembly::assembly_charter_decide, &assembly::meeting_show, &assembly::meeting_convene,
    &assembly::meeting_notify, &assembly::meeting_record, &assembly::resolution_list,
    &assembly::bylaw_list, &assembly::bylaw_enter, &assembly::contact_erasure_show,
    &assembly::contact_erase, &assembly::seat_balance_check, &assembly::election_show,
    &assembly::election_open, &assembly::election_roll_freeze,
    &assembly::election_candidate_record, &assembly::election_vote_record,
    &assembly::election_count_enter, &assembly::election_result_announce,
    &assembly::election_erase, &assembly::assembly_training_show,
    &assembly::assembly_training_record,
    &safeguard::notice_life_show, &safeguard::notice_change_propose,
    &safeguard::notice_change_adopt, &safeguard::notice_publication_record,
    &safeguard::notice_told_record, &safeguard::notice_finding_answer, &safeguard::area_show,
    &safeguard::area_register, &safeguard::passage_record, &safeguard::passage_compare,
    &safeguard::passage_watch_operation, &safeguard::register_show, &safeguard::register_enter,
    &safeguard::screen_print,
    &safeguard::stock_check_record, &safeguard::carrying_show, &safeguard::carrying_record,
    &safeguard::processor_show, &safeguard::processor_enter, &safeguard::export_show,
    &safeguard::export_hand_over, &safeguard::export_sweep, &safeguard::export_deletion_record,
    &safeguard::roster_provide, &safeguard::terminal_load, &safeguard::terminal_show,
    &safeguard::terminal_register, &safeguard::terminal_enrol,
};
}  // namespace

std::span<const notice::Operation* const> operations() { return all; }

}  // namespace kenpo::app
