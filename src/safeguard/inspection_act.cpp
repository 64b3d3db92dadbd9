#include "safeguard/inspection_act.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "notice/log_reader.h"
#include "safeguard/alert_store.h"
#include "safeguard/incident_store.h"
#include "safeguard/inspection_rule.h"
#include "safeguard/inspection_store.h"
#include "safeguard/review_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

Result<> check_text(const std::string& text, std::size_t least, std::size_t most) {
  const auto length = base::count_code_points(text);
  if (least <= length && length <= most) return base::Done{};
  return base::refusal(
      {base::Plain(least) + "文字から" + base::Plain(most) + "文字までで書いてください。",
       "It has " + base::Plain(least) + " to " + base::Plain(most) + " characters."},
      {"書き直してください。", "Write it again."});
}

void count_leaf(const notice::Leaf& leaf, InspectionEvidence& evidence) {
  ++evidence.leaves;
  const bool refused = leaf.outcome == notice::Outcome::refused;
  if (refused && leaf.operation.starts_with("sign_in.")) ++evidence.sign_ins_refused;
  if (refused && !leaf.operation.starts_with("sign_in.")) ++evidence.refused;
  if (leaf.outcome == notice::Outcome::written) {
    ++evidence.written;
    ++evidence.acts[leaf.operation];
  }
  if (leaf.basis == notice::Statute::audit_by_inspector && !refused) ++evidence.audits;
}

/// The leaves since the moment; read from the newest back, in chunks.
Result<> count_leaves(Watchtower& tower, InspectionEvidence& evidence) {
  KENPO_TRY(tower.gate.log().checkpoint());
  auto end = tower.gate.log().state().published;
  const auto published = end;
  while (end > 0) {
    const auto begin = end > notice::leaves_read_limit ? end - notice::leaves_read_limit : 0;
    const auto leaves =
        KENPO_TRY(notice::read_leaves(tower.log_directory, published, begin, end - begin));
    for (const auto& numbered : leaves) {
      if (numbered.leaf.time >= evidence.since) count_leaf(numbered.leaf, evidence);
    }
    if (!leaves.empty() && leaves.front().leaf.time < evidence.since) break;
    end = begin;
  }
  evidence.log_healthy = tower.gate.log().state().healthy;
  return base::Done{};
}

void count_handlers(const notice::Policy& policy, base::Date today, InspectionEvidence& evidence) {
  evidence.handlers = policy.handlers.size();
  evidence.one_responsible = policy.responsible_person.has_value();
  for (const auto& handler : policy.handlers) {
    if (handler.locked) continue;
    if (!handler.undertaking_on) ++evidence.without_undertaking;
    if (!handler.trained_until || *handler.trained_until < today) ++evidence.untrained;
  }
}

/// When the work began: the day of the first leaf.
Result<base::Date> begun_on(Watchtower& tower) {
  KENPO_TRY(tower.gate.log().checkpoint());
  const auto published = tower.gate.log().state().published;
  if (published == 0) return tower.gate.clock().now().day();
  const auto first = KENPO_TRY(notice::read_leaves(tower.log_directory, published, 0, 1));
  return first.empty() ? tower.gate.clock().now().day() : first.front().leaf.time.day();
}

/// Settings, dependencies, guidelines: those of which nobody has planned a review.
Result<std::int64_t> count_subjects_without_review(const store::View& view) {
  std::set<ReviewSubject> planned;
  for (const auto& review : KENPO_TRY(list_reviews(view))) planned.insert(review.subject);
  return review_subjects_count - static_cast<std::int64_t>(planned.size());
}

Result<InspectionEvidence> gather(Watchtower& tower, const store::View& view) {
  const auto today = tower.gate.clock().now().day();
  const auto last = KENPO_TRY(last_inspection(view));
  InspectionEvidence evidence{.since = last ? last->run_at : base::Moment{}};
  KENPO_TRY(count_leaves(tower, evidence));
  count_handlers(*tower.gate.policy(), today, evidence);
  evidence.alerts_open = KENPO_TRY(count_open_alerts(view));
  evidence.alerts_escalated = KENPO_TRY(count_alerts(view, AlertState::escalated));
  evidence.alerts_answered = KENPO_TRY(count_alerts(view, AlertState::acknowledged));
  evidence.reviews_overdue = KENPO_TRY(count_overdue_reviews(view, today));
  evidence.subjects_without_review = KENPO_TRY(count_subjects_without_review(view));
  evidence.audit_records = static_cast<std::int64_t>(KENPO_TRY(list_audit_records(view)).size());
  return evidence;
}

Result<InspectionSchedule> schedule_of(Watchtower& tower, const store::View& view) {
  const auto today = tower.gate.clock().now().day();
  const auto interval = KENPO_TRY(setting(view, WatchSetting::inspection_interval, today));
  const auto last = KENPO_TRY(last_inspection(view));
  const auto from = last ? last->run_at.day() : KENPO_TRY(begun_on(tower));
  return inspection_schedule(from, interval, today);
}

}  // namespace

Result<InspectionView> show_inspection(Watchtower tower, const Acting& acting) {
  return tower.gate.perform<show_inspection_operation>(
      acting, [&](const Permit<show_inspection_operation>&) -> Result<InspectionView> {
        const auto view = KENPO_TRY(tower.database.read());
        const auto evidence = KENPO_TRY(gather(tower, view));
        return InspectionView{.schedule = KENPO_TRY(schedule_of(tower, view)),
                              .lines = inspection_lines(evidence),
                              .past = KENPO_TRY(list_inspections(view))};
      });
}

Result<> sign_inspection(Watchtower tower, const Acting& acting, const std::string& words) {
  return tower.gate.perform<sign_inspection_operation>(
      acting, [&](const Permit<sign_inspection_operation>& permit) -> Result<> {
        const auto by = std::get<base::StaffId>(acting.actor);
        if (tower.gate.policy()->responsible_person != by) {
          return base::refusal({"自己点検に署名するのは、個人情報取扱責任者です。",
                                "The responsible person signs an inspection."},
                               {"責任者に渡してください。", "Hand it over."});
        }
        KENPO_TRY(check_text(words, 0, inspection_words_limit_characters));
        auto transaction = KENPO_TRY(tower.database.write());
        const auto lines = inspection_lines(KENPO_TRY(gather(tower, transaction)));
        Inspection inspection{.due_on = KENPO_TRY(schedule_of(tower, transaction)).due_on,
                              .run_at = tower.gate.clock().now(),
                              .signed_by = by,
                              .evidence = {},
                              .words = words};
        for (const auto& line : lines) {
          if (line.answer == InspectionAnswer::finding) ++inspection.findings;
          inspection.evidence +=
              std::string(inspection_questions().at(line.question).id) + " " + line.evidence + "\n";
        }
        if (inspection.findings > 0 && words.empty()) {
          return base::refusal(
              {"指摘への対応が書かれていません。", "Say what is done about the findings."},
              {"対応を書いてから署名してください。", "Then sign it."});
        }
        KENPO_TRY(add(transaction, inspection));
        return transaction.commit(permit.recorder());
      });
}

Result<std::vector<ReviewItem>> show_reviews(Watchtower tower, const Acting& acting) {
  return tower.gate.perform<show_reviews_operation>(
      acting, [&](const Permit<show_reviews_operation>&) -> Result<std::vector<ReviewItem>> {
        const auto view = KENPO_TRY(tower.database.read());
        return list_reviews(view);
      });
}

Result<> enter_review(Watchtower tower, const Acting& acting, const ReviewItem& item) {
  return tower.gate.perform<enter_review_operation>(
      acting, [&](const Permit<enter_review_operation>& permit) -> Result<> {
        KENPO_TRY(check_text(item.name, 1, review_name_limit_characters));
        const auto now = tower.gate.clock().now();
        if (item.next_due < now.day()) {
          return base::refusal({"次の見直しの日が過ぎています。", "The day has passed."},
                               {"きょう以後の日を入れてください。", "Enter a later day."});
        }
        auto transaction = KENPO_TRY(tower.database.write());
        KENPO_TRY(put(transaction, item, now));
        return transaction.commit(permit.recorder());
      });
}

Result<> record_review(Watchtower tower, const Acting& acting, const ReviewId& id,
                       const std::string& finding) {
  return tower.gate.perform<enter_review_operation>(
      acting, [&](const Permit<enter_review_operation>& permit) -> Result<> {
        KENPO_TRY(check_text(finding, 1, inspection_words_limit_characters));
        auto transaction = KENPO_TRY(tower.database.write());
        auto item = KENPO_TRY(find_review(transaction, id));
        if (!item) {
          return base::refusal({"この項目はありません。", "There is no such item."},
                               {"一覧から選び直してください。", "Choose it from the list."});
        }
        const auto now = tower.gate.clock().now();
        const auto months =
            KENPO_TRY(setting(transaction, WatchSetting::review_interval, now.day()));
        item->reviewed_on = now.day();
        item->finding = finding;
        item->next_due = now.day().plus_months_clamped(static_cast<int>(months));
        KENPO_TRY(put(transaction, *item, now));
        return transaction.commit(permit.recorder());
      });
}

Result<AuditLedgers> inspect_ledgers(Watchtower tower, const Acting& acting) {
  return tower.gate.perform<inspect_ledgers_operation>(
      acting, [&](const Permit<inspect_ledgers_operation>&) -> Result<AuditLedgers> {
        const auto view = KENPO_TRY(tower.database.read());
        return AuditLedgers{.records = KENPO_TRY(list_audit_records(view)),
                            .inspections = KENPO_TRY(list_inspections(view)),
                            .reviews = KENPO_TRY(list_reviews(view)),
                            .alerts = KENPO_TRY(list_alerts(view)),
                            .incidents = KENPO_TRY(list_incidents(view))};
      });
}

Result<> record_audit(Watchtower tower, const Acting& acting, const AuditRecord& record) {
  return tower.gate.perform<record_audit_operation>(
      acting, [&](const Permit<record_audit_operation>& permit) -> Result<> {
        KENPO_TRY(check_text(record.scope, 1, inspection_words_limit_characters));
        KENPO_TRY(check_text(record.findings, 1, inspection_words_limit_characters));
        KENPO_TRY(check_text(record.measures, 0, inspection_words_limit_characters));
        const auto now = tower.gate.clock().now();
        if (now.day() < record.held_on) {
          return base::refusal({"監査の日がこれから先の日です。", "The day is still to come."},
                               {"監査の日を入れ直してください。", "Enter the day again."});
        }
        if (!record.measures.empty() && !record.measures_due) {
          return base::refusal({"対応の期限がありません。", "The measures have no day."},
                               {"いつまでに対応するかを入れてください。", "Enter the day."});
        }
        auto transaction = KENPO_TRY(tower.database.write());
        auto own = record;
        own.by = std::get<base::StaffId>(acting.actor);
        KENPO_TRY(add(transaction, own, now));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace kenpo::safeguard
