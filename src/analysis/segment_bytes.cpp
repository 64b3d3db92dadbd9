#include "analysis/segment_bytes.h"

#include <cstring>

namespace kenpo::analysis {

namespace {

/// A month of the largest society has 1 million claims and 5 million drugs.
constexpr std::uint64_t facts_limit = 50'000'000;
constexpr std::uint64_t words_limit = 1'000'000;
constexpr std::uint64_t word_bytes_limit = 4096;

base::Fault damaged() {
  return {{"分析用の仮名データが壊れています。", "A segment of the analysis is damaged."},
          {},
          {"分析の画面で「仮名データを作る」を押してください。",
           "Make the pseudonymised data anew on the page of the analysis."},
          {}};
}

class Writing {
 public:
  template <typename Number>
  void number(Number value) {
    for (std::size_t at = 0; at < sizeof(Number); ++at) {
      bytes_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * at) & 0xFFU);
    }
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void raw(std::string_view bytes) { bytes_ += bytes; }
  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reading {
 public:
  explicit Reading(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number number() {
    if (rest_.size() < sizeof(Number)) {
      sound_ = false;
      rest_ = {};
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t at = 0; at < sizeof(Number); ++at) {
      value |= std::uint64_t{static_cast<unsigned char>(rest_[at])} << (8 * at);
    }
    rest_.remove_prefix(sizeof(Number));
    return static_cast<Number>(value);
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    if (size > word_bytes_limit || size > rest_.size()) {
      sound_ = false;
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }
  /// How many of a list follow, each of at least `least_bytes`.
  std::uint64_t count(std::uint64_t limit, std::size_t least_bytes) {
    const auto found = number<std::uint64_t>();
    if (found <= limit && found <= rest_.size() / least_bytes) return found;
    sound_ = false;
    return 0;
  }
  bool raw(std::string_view expected) {
    if (!rest_.starts_with(expected)) return sound_ = false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  void doubt(bool sound) { sound_ = sound_ && sound; }
  bool whole() const { return sound_ && rest_.empty(); }
  bool sound() const { return sound_; }

 private:
  std::string_view rest_;
  bool sound_ = true;
};

void write(Writing& out, const CostFact& fact) {
  out.number(fact.pseudonym);
  out.number(fact.establishment);
  out.number(fact.institution);
  out.number(fact.treated_in.index());
  out.number(fact.age_class);
  out.number(static_cast<std::uint8_t>(fact.sex));
  out.number(static_cast<std::uint8_t>(fact.patient));
  out.number(static_cast<std::uint8_t>(fact.service));
  out.number(static_cast<std::uint8_t>(fact.stay));
  out.number(fact.disease_group);
  out.number(fact.group);
  out.number(fact.points);
  out.number(fact.yen);
}
constexpr std::size_t cost_bytes = 8 + 4 + 4 + 4 + 6 + 4 + 8 + 8;

template <typename Enum>
Enum choice(Reading& in, Enum last) {
  const auto value = in.number<std::uint8_t>();
  in.doubt(value <= static_cast<std::uint8_t>(last));
  return in.sound() ? static_cast<Enum>(value) : Enum{};
}

CostFact read_cost(Reading& in, const Segment& segment) {
  CostFact fact;
  fact.pseudonym = in.number<std::uint64_t>();
  fact.establishment = in.number<std::uint32_t>();
  fact.institution = in.number<std::uint32_t>();
  fact.treated_in = base::Month::of_index(in.number<std::int32_t>());
  fact.age_class = in.number<std::uint8_t>();
  fact.sex = choice(in, claim::Sex::female);
  fact.patient = choice(in, claim::Patient::unknown);
  fact.service = choice(in, claim::Service::nursing);
  fact.stay = choice(in, claim::Stay::unknown);
  fact.disease_group = in.number<std::uint8_t>();
  fact.group = in.number<std::uint32_t>();
  fact.points = in.number<std::int64_t>();
  fact.yen = in.number<std::int64_t>();
  in.doubt(fact.establishment < segment.establishments.size() &&
           fact.institution < segment.institutions.size() &&
           fact.group < segment.groups.size() &&
           fact.age_class <= unknown_age_class && fact.disease_group < disease_groups_count);
  return fact;
}

void write(Writing& out, const DrugFact& fact) {
  out.number(fact.pseudonym);
  out.number(fact.establishment);
  out.number(fact.drug);
  out.number(static_cast<std::uint8_t>(fact.kind));
  out.number(fact.quantity_hundred_thousandths);
  out.number(fact.yen_thousandths);
  out.number(fact.least_yen_thousandths);
}
constexpr std::size_t drug_bytes = 8 + 4 + 4 + 1 + 8 + 8 + 8;

DrugFact read_drug(Reading& in, const Segment& segment) {
  DrugFact fact;
  fact.pseudonym = in.number<std::uint64_t>();
  fact.establishment = in.number<std::uint32_t>();
  fact.drug = in.number<std::uint32_t>();
  fact.kind = choice(in, DrugKind::unknown);
  fact.quantity_hundred_thousandths = in.number<std::int64_t>();
  fact.yen_thousandths = in.number<std::int64_t>();
  fact.least_yen_thousandths = in.number<std::int64_t>();
  in.doubt(fact.establishment < segment.establishments.size() &&
           fact.drug < segment.drugs.size());
  return fact;
}

void write(Writing& out, const std::vector<Coded>& list) {
  out.number(static_cast<std::uint64_t>(list.size()));
  for (const auto& coded : list) {
    out.text(coded.code);
    out.text(coded.word);
  }
}

std::vector<Coded> read_coded(Reading& in) {
  std::vector<Coded> list;
  for (auto left = in.count(words_limit, 2 * sizeof(std::uint32_t)); left > 0 && in.sound();
       --left) {
    auto code = in.text();
    list.push_back({std::move(code), in.text()});
  }
  return list;
}

}  // namespace

std::string bytes_of(const Segment& segment) {
  Writing out;
  out.raw(segment_mark);
  out.number(segment.claimed_in.index());
  out.number(segment.basis.claims);
  out.number(segment.basis.editions);
  out.number(segment.basis.erasures);
  out.number(segment.basis.merges);
  out.number(segment.left_out);
  out.number(static_cast<std::uint64_t>(segment.establishments.size()));
  for (const auto& id : segment.establishments) out.text(id.text());
  write(out, segment.institutions);
  write(out, segment.drugs);
  write(out, segment.groups);
  out.number(static_cast<std::uint64_t>(segment.costs.size()));
  for (const auto& fact : segment.costs) write(out, fact);
  out.number(static_cast<std::uint64_t>(segment.drug_lines.size()));
  for (const auto& fact : segment.drug_lines) write(out, fact);
  return std::move(out).take();
}

base::Result<Segment> segment_from(std::string_view bytes) {
  Reading in(bytes);
  if (!in.raw(segment_mark)) return damaged();
  Segment segment;
  segment.claimed_in = base::Month::of_index(in.number<std::int32_t>());
  segment.basis.claims = in.number<std::int64_t>();
  segment.basis.editions = in.number<std::int64_t>();
  segment.basis.erasures = in.number<std::int64_t>();
  segment.basis.merges = in.number<std::int64_t>();
  segment.left_out = in.number<std::int64_t>();
  for (auto left = in.count(words_limit, sizeof(std::uint32_t)); left > 0 && in.sound(); --left) {
    const auto id = base::EstablishmentId::parse(in.text());
    in.doubt(id.has_value());
    if (id) segment.establishments.push_back(*id);
  }
  segment.institutions = read_coded(in);
  segment.drugs = read_coded(in);
  segment.groups = read_coded(in);
  for (auto left = in.count(facts_limit, cost_bytes); left > 0 && in.sound(); --left) {
    segment.costs.push_back(read_cost(in, segment));
  }
  for (auto left = in.count(facts_limit, drug_bytes); left > 0 && in.sound(); --left) {
    segment.drug_lines.push_back(read_drug(in, segment));
  }
  if (!in.whole()) return damaged();
  return segment;
}

}  // namespace kenpo::analysis
