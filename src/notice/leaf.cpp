#include "notice/leaf.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "base/require.h"

namespace kenpo::notice {

namespace {

constexpr std::int64_t time_limit_milliseconds = 253'402'300'800'000;  // the end of year 9999

bool is_name(std::string_view text, std::size_t least) {
  return text.size() >= least && text.size() <= name_limit && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
         });
}

// Writes into room that was made beforehand: every part below has a known largest length.
class LineWriter {
 public:
  explicit LineWriter(std::string& line) : line_(line), begin_(line.size()) {
    line_.resize(begin_ + leaf_bytes_limit);
    at_ = line_.data() + begin_;
  }
  ~LineWriter() { line_.resize(static_cast<std::size_t>(at_ - line_.data())); }
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  void text(std::string_view text) { at_ = std::ranges::copy(text, at_).out; }
  template <typename Number>
  void number(Number number) {
    at_ = std::to_chars(at_, line_.data() + line_.size(), number).ptr;
  }
  template <std::size_t N>
  void hex(const std::array<std::uint8_t, N>& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const std::uint8_t byte : bytes) {
      *at_++ = digits[byte >> 4];
      *at_++ = digits[byte & 15];
    }
  }

 private:
  std::string& line_;
  std::size_t begin_;
  char* at_;
};

void write_actor(LineWriter& line, const Actor& actor) {
  if (const auto* staff = std::get_if<base::StaffId>(&actor)) {
    line.text("staff:");
    line.text(staff->text());
  } else {
    line.text("program:");
    line.text(name_of(std::get<ProgramActor>(actor)));
  }
}

void write_pairs(LineWriter& line, PairMask pairs) {
  line.text(R"(","pairs":[)");
  bool first = true;
  for (PairMask left = pairs; left != 0; left &= left - 1) {
    if (!first) line.text(",");
    line.number(std::countr_zero(left) + 1);
    first = false;
  }
  line.text("]");
}

void write_subjects(LineWriter& line, const Subjects& subjects) {
  if (const auto* set = std::get_if<SubjectSet>(&subjects)) {
    line.text(R"(,"subjects_root":")");
    line.hex(set->root);
    line.text(R"(","subjects_count":)");
    line.number(set->count);
    return;
  }
  const auto& listed = std::get<std::vector<Commitment>>(subjects);
  line.text(R"(,"subjects":[)");
  bool first = true;
  for (const Commitment& commitment : listed) {
    line.text(first ? "\"" : ",\"");
    line.hex(commitment);
    line.text("\"");
    first = false;
  }
  line.text("]");
}

void write_refusal(LineWriter& line, const Leaf& leaf) {
  line.text(R"(,"reason":")");
  line.text(name_of(leaf.reason));
  line.text("\"");
  if (const auto* pair = std::get_if<Pair>(&leaf.missing)) {
    line.text(R"(,"missing_category":)");
    line.number(static_cast<unsigned>(pair->category) + 1);
    line.text(R"(,"missing_purpose":)");
    line.number(static_cast<unsigned>(pair->purpose) + 1);
  } else if (const auto* statute = std::get_if<Statute>(&leaf.missing)) {
    line.text(R"(,"missing_statute":")");
    line.text(name_of(*statute));
    line.text("\"");
  }
}

bool subjects_well_formed(const Subjects& subjects) {
  if (const auto* set = std::get_if<SubjectSet>(&subjects)) {
    return set->count > subjects_listed_limit && set->count <= rows_limit;
  }
  const auto& listed = std::get<std::vector<Commitment>>(subjects);
  return listed.size() <= subjects_listed_limit &&
         std::ranges::adjacent_find(listed, std::greater_equal<>{}) == listed.end();
}

bool refusal_well_formed(const Leaf& leaf) {
  if ((leaf.outcome == Outcome::refused) != (leaf.reason != Reason::none)) return false;
  if (leaf.outcome != Outcome::refused) return leaf.missing.index() == 0;
  if (const auto* pair = std::get_if<Pair>(&leaf.missing)) {
    return static_cast<std::size_t>(pair->category) < categories_count &&
           static_cast<std::size_t>(pair->purpose) < purposes_count;
  }
  const auto* statute = std::get_if<Statute>(&leaf.missing);
  return statute == nullptr || (*statute != Statute::none && !name_of(*statute).empty());
}

}  // namespace

Subjects subjects_of(std::vector<Commitment> commitments) {
  if (!std::ranges::is_sorted(commitments)) std::ranges::sort(commitments);
  const auto repeated = std::ranges::unique(commitments);
  commitments.erase(repeated.begin(), repeated.end());
  if (commitments.size() <= subjects_listed_limit) return commitments;
  Frontier frontier;
  for (const Commitment& commitment : commitments) {
    frontier.append(leaf_hash(
        {reinterpret_cast<const char*>(commitment.data()), commitment.size()}));
  }
  return SubjectSet{frontier.root(), frontier.size()};
}

bool well_formed(const Leaf& leaf) {
  const auto* program = std::get_if<ProgramActor>(&leaf.actor);
  return leaf.time.milliseconds >= 0 && leaf.time.milliseconds < time_limit_milliseconds &&
         (program == nullptr || !name_of(*program).empty()) && is_name(leaf.role, 0) &&
         is_name(leaf.operation, 1) && (leaf.pairs & ~all_pairs) == 0 &&
         !name_of(leaf.basis).empty() && !name_of(leaf.outcome).empty() &&
         !name_of(leaf.reason).empty() && leaf.rows <= rows_limit &&
         subjects_well_formed(leaf.subjects) && refusal_well_formed(leaf);
}

void encode(const Leaf& leaf, std::string& into) {
  KENPO_REQUIRE(well_formed(leaf));
  LineWriter line(into);
  line.text(R"({"time_milliseconds":)");
  line.number(leaf.time.milliseconds);
  line.text(R"(,"actor":")");
  write_actor(line, leaf.actor);
  line.text(R"(","role":")");
  line.text(leaf.role);
  line.text(R"(","operation":")");
  line.text(leaf.operation);
  write_pairs(line, leaf.pairs);
  if (leaf.basis != Statute::none) {
    line.text(R"(,"basis":")");
    line.text(name_of(leaf.basis));
    line.text("\"");
  }
  line.text(R"(,"notice_version":)");
  line.number(leaf.notice.version);
  line.text(R"(,"notice_hash":")");
  line.hex(leaf.notice.hash);
  line.text("\"");
  if (leaf.case_id) {
    line.text(R"(,"case":")");
    line.text(leaf.case_id->text());
    line.text("\"");
  }
  write_subjects(line, leaf.subjects);
  line.text(R"(,"rows":)");
  line.number(leaf.rows);
  line.text(R"(,"outcome":")");
  line.text(name_of(leaf.outcome));
  line.text("\"");
  if (leaf.outcome == Outcome::refused) write_refusal(line, leaf);
  line.text("}");
}

std::string encode(const Leaf& leaf) {
  std::string line;
  encode(leaf, line);
  return line;
}

}  // namespace kenpo::notice
