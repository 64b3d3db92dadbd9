// Reads a line of the log back. It need not be clever: what it makes is encoded again, and a line
// that does not come out the same is refused.
#include <charconv>

#include "notice/leaf.h"

namespace kenpo::notice {

namespace {

class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool text(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  template <typename Number>
  bool number(Number& number) {
    const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (read.ec != std::errc{}) return false;
    rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
    return true;
  }
  template <std::size_t N>
  bool hex(std::array<std::uint8_t, N>& bytes) {
    if (rest_.size() < 2 * N) return false;
    for (std::size_t at = 0; at < N; ++at) {
      const char* begin = rest_.data() + 2 * at;
      if (std::from_chars(begin, begin + 2, bytes[at], 16).ptr != begin + 2) return false;
    }
    rest_.remove_prefix(2 * N);
    return true;
  }
  /// Up to the next quotation mark, which is passed over.
  std::string_view word() {
    const auto end = rest_.find('"');
    if (end == std::string_view::npos) return {};
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return word;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

template <typename Name>
bool find_name(std::string_view word, Name& found) {
  for (std::uint8_t number = 0; !name_of(static_cast<Name>(number)).empty(); ++number) {
    if (name_of(static_cast<Name>(number)) != word) continue;
    found = static_cast<Name>(number);
    return true;
  }
  return false;
}

bool read_actor(LineReader& line, Actor& actor) {
  if (line.text("staff:")) {
    const auto staff = base::StaffId::parse(line.word());
    if (staff) actor = *staff;
    return staff.has_value();
  }
  auto& program = actor.emplace<ProgramActor>();
  return line.text("program:") && find_name(line.word(), program);
}

bool read_pairs(LineReader& line, PairMask& pairs) {
  while (!line.text("]")) {
    line.text(",");
    unsigned number = 0;
    if (!line.number(number) || number < 1 || number > published_pairs.size()) return false;
    pairs |= PairMask{1} << (number - 1);
  }
  return true;
}

bool read_subjects(LineReader& line, Subjects& subjects) {
  if (line.text(R"(,"subjects_root":")")) {
    auto& set = subjects.emplace<SubjectSet>();
    return line.hex(set.root) && line.text(R"(","subjects_count":)") && line.number(set.count);
  }
  auto& listed = subjects.emplace<std::vector<Commitment>>();
  if (!line.text(R"(,"subjects":[)")) return false;
  while (!line.text("]")) {
    line.text(",");
    if (listed.size() == subjects_listed_limit) return false;
    if (!line.text("\"") || !line.hex(listed.emplace_back()) || !line.text("\"")) return false;
  }
  return true;
}

bool read_refusal(LineReader& line, Leaf& leaf) {
  if (!line.text(R"(,"reason":")")) return true;
  if (!find_name(line.word(), leaf.reason)) return false;
  if (line.text(R"(,"missing_category":)")) {
    unsigned category = 0;
    unsigned purpose = 0;
    if (!line.number(category) || !line.text(R"(,"missing_purpose":)") || !line.number(purpose)) {
      return false;
    }
    if (category < 1 || category > categories_count) return false;
    if (purpose < 1 || purpose > purposes_count) return false;
    leaf.missing = Pair{static_cast<Category>(category - 1), static_cast<Purpose>(purpose - 1)};
  } else if (line.text(R"(,"missing_statute":")")) {
    return find_name(line.word(), leaf.missing.emplace<Statute>());
  }
  return true;
}

bool read_case(LineReader& line, std::optional<base::CaseId>& case_id) {
  if (!line.text(R"(,"case":")")) return true;
  case_id = base::CaseId::parse(line.word());
  return case_id.has_value();
}

bool read_leaf(LineReader& line, Leaf& leaf) {
  if (!line.text(R"({"time_milliseconds":)") || !line.number(leaf.time.milliseconds)) return false;
  if (!line.text(R"(,"actor":")") || !read_actor(line, leaf.actor)) return false;
  if (!line.text(R"(,"role":")")) return false;
  leaf.role = line.word();
  if (!line.text(R"(,"operation":")")) return false;
  leaf.operation = line.word();
  if (!line.text(R"(,"pairs":[)") || !read_pairs(line, leaf.pairs)) return false;
  if (line.text(R"(,"basis":")") && !find_name(line.word(), leaf.basis)) return false;
  if (!line.text(R"(,"notice_version":)") || !line.number(leaf.notice.version)) return false;
  if (!line.text(R"(,"notice_hash":")") || !line.hex(leaf.notice.hash) || !line.text("\"")) {
    return false;
  }
  if (!read_case(line, leaf.case_id) || !read_subjects(line, leaf.subjects)) return false;
  if (!line.text(R"(,"rows":)") || !line.number(leaf.rows)) return false;
  if (!line.text(R"(,"outcome":")") || !find_name(line.word(), leaf.outcome)) return false;
  return read_refusal(line, leaf) && line.text("}") && line.at_end();
}

}  // namespace

base::Result<Leaf> parse_leaf(std::string_view text) {
  Leaf leaf;
  LineReader line(text);
  if (text.size() <= leaf_bytes_limit && read_leaf(line, leaf) && well_formed(leaf) &&
      encode(leaf) == text) {
    return leaf;
  }
  return base::Fault{
      .what = {"利用記録の行を読めません。", "This line of the audit log cannot be read."},
      .why = {"決められた書き方と違います。", "It is not written in the prescribed form."},
      .mend = {"kenpo audit verify で記録全体を確かめてください。",
               "Check the whole log with kenpo audit verify."},
      .place = {}};
}

}  // namespace kenpo::notice
