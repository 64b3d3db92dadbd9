// What every handler owes before any right is usable: the confidentiality undertaking under the
// rules of employment in force (H-1), and the yearly training with its test (H-2, H-3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::staff {

/// A version of the rules of employment (就業規則), in force from its day until the next one's.
struct EmploymentRules {
  int version = 0;  // 1, 2, 3 …
  std::string title;
  base::Date in_force_from;
  std::string secrecy_article;  // 「第12条」: where confidentiality is laid down
};

/// A confidentiality undertaking, under one version of the rules of employment.
struct Undertaking {
  base::StaffId staff;
  int rules_version = 0;
  base::Date on;
};

/// One question of a test, with its choices in order; `right` counts from 0.
struct Question {
  std::string text;
  std::vector<std::string> choices;
  std::size_t right = 0;
  std::string why;  // shown with the result
};

/// One part of a course's material.
struct Lesson {
  std::string heading;
  std::string text;
};

/// A course with its test. Format: docs/formats/course_tsv.md.
struct Course {
  std::string name;  // `privacy_2026`: the file's name
  std::string title;
  base::Date from;               // the days on which its test counts
  std::optional<base::Date> to;  // none: until it is replaced
  std::vector<Lesson> lessons;
  std::vector<Question> questions;
};

/// The choice per question; nullopt: left open.
using Answers = std::vector<std::optional<std::size_t>>;

enum class TrainingOutcome : std::uint8_t {
  passed = 1,
  failed = 2,
  course_closed = 3,  // answered outside the course's days: kept, and does not count
};

/// One test taken. Every one is kept, whatever came of it.
struct TrainingResult {
  base::StaffId staff;
  std::string course;
  base::Moment answered_at;
  Answers answers;
  int right_count = 0;
  int questions_count = 0;
  TrainingOutcome outcome = TrainingOutcome::failed;
  /// Whether it came after the training's due date; the rights were off meanwhile (H-2).
  enum class Punctual : std::uint8_t { yes = 1, late = 2 } punctual = Punctual::yes;
  std::optional<base::Date> valid_until;  // of a passed test
};

/// The duties of everybody, as read.
struct Duties {
  std::vector<EmploymentRules> rules;  // by version
  std::vector<Undertaking> undertakings;
  std::vector<TrainingResult> results;  // in order of time
};

}  // namespace kenpo::staff
