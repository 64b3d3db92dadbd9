// What is left for people to decide. Holds no text about a person: the person, if any, is an id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"

namespace kenpo::eligibility {

using WorkItemId = base::Id<struct WorkItemKind>;

enum class WorkKind : std::uint8_t {
  look_alike = 1,            // 同一人の可能性
  double_cover = 2,          // 他の事業所の資格と重なる
  name_differs = 3,          // 届出の氏名が台帳と違う
  number_missing = 4,        // 個人番号の届出がない
  two_workplaces = 5,        // 二以上事業所勤務
  dependents_expected = 6,   // 被扶養者届を待つ
  loss_corrected = 7,        // 喪失日の訂正
  annual_average = 8,        // 年間平均の申立て
  amount_capped = 9,         // 1,000万円以上のため実額が必要
  not_determined = 10,       // 標準報酬を自動で決められない
  revision_not_met = 11,     // 月額変更の要件を満たさない
  pay_after_loss = 12,       // 資格のない人の報酬の届出
  retroactive_limit = 13,    // 時効を過ぎた期間の変更
  notification = 14,         // 届書の審査: a notification that was typed in
  reached_40 = 15,           // 介護保険第2号被保険者になる
  reached_65 = 16,           // 介護保険第2号被保険者でなくなる
  reached_70 = 17,           // 高齢受給者になる
  reached_75 = 18,           // 後期高齢者医療に移る
  voluntary_term = 19,       // 任意継続の期間満了
  voluntary_unpaid = 20,     // 任意継続の保険料の未納
  pledge_broken = 21,        // 納付誓約の不履行
  acquisition_late = 22,     // 遅れて届いた資格取得届
  short_hours_check = 23,    // 短時間労働者の要件の確認
  absence_review = 24,       // 長期休職の状況の確認
  revision_candidate = 25,   // 随時改定の候補
};

/// The five states of 未着手, 保留, 審査中, 決裁待ち, 完了.
enum class WorkState : std::uint8_t {
  waiting = 1,
  held = 2,
  under_review = 3,
  awaiting_approval = 4,
  finished = 5,
};

struct WorkItem {
  WorkItemId id = WorkItemId::draw();
  WorkKind kind = WorkKind::look_alike;
  WorkState state = WorkState::waiting;
  std::optional<base::PersonId> person = {};
  std::optional<base::PersonId> other_person = {};  // look_alike: whom the person resembles
  std::optional<base::EstablishmentId> establishment = {};
  base::CaseId case_id;
  base::Month month = {};  // the month it belongs to
  base::Date due = {};
  base::Moment opened_at = {};

  friend bool operator==(const WorkItem&, const WorkItem&) = default;
};

/// One step of an item. Nothing of it is changed later.
struct WorkMove {
  WorkItemId item = WorkItemId::draw();
  WorkState from = WorkState::waiting;
  WorkState to = WorkState::waiting;
  base::Moment moved_at = {};
  std::optional<base::StaffId> moved_by = {};  // none: the program by itself
  std::string settled_by = {};  // 「届書ファイルの取込み」: the act that settled it; empty: by hand
  std::string note = {};        // the clerk's own words; sealed like the person's other data

  friend bool operator==(const WorkMove&, const WorkMove&) = default;
};

/// What the clerk reads: 「同一人の可能性」.
base::Words wording(WorkKind kind);
/// What the clerk does about it, in one sentence.
base::Words advice(WorkKind kind);
base::Words wording(WorkState state);

}  // namespace kenpo::eligibility
