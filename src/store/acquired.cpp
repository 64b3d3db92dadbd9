#include "store/acquired.h"

#include <algorithm>

namespace kenpo::store {

using base::Moment;

void AcquisitionGaps::set(std::span<const notice::AcquisitionGap> gaps) {
  gaps_.store(
      std::make_shared<const std::vector<notice::AcquisitionGap>>(gaps.begin(), gaps.end()));
  any_.store(!gaps.empty());
}

std::shared_ptr<const std::vector<notice::AcquisitionGap>> AcquisitionGaps::now() const {
  return any_.load() ? gaps_.load() : nullptr;
}

void AcquisitionGaps::set_consents(ConsentTable consents) {
  consents_.store(consents.empty() ? nullptr
                                   : std::make_shared<const ConsentTable>(std::move(consents)));
}

std::shared_ptr<const ConsentTable> AcquisitionGaps::consents() const { return consents_.load(); }

std::optional<Moment> acquired_at(const Table& table, const detail::RawRecord& record) {
  if (table.timed == Timed::yes) return record.times.decided_at;
  for (std::size_t at = 0; at < table.clear.count; ++at) {
    const Column& column = table.clear[at];
    if (table.acquired.empty() || column.name != table.acquired) continue;
    const Field& field = record.clear[at];
    if (field.type == Raw::Type::null) return std::nullopt;
    if (column.kind == Kind::moment) return Stored<Moment>::get(field);
    return base::start_of(Stored<base::Date>::get(field));
  }
  return std::nullopt;
}

bool is_out_of_reach(std::span<const notice::AcquisitionGap> gaps, const ConsentTable* consents,
                     notice::PairMask pair, const Table& table, const detail::RawRecord& record) {
  const auto acquired = acquired_at(table, record);
  const bool before = std::ranges::any_of(gaps, [&](const notice::AcquisitionGap& gap) {
    return (gap.pairs & pair) != 0 && (!acquired || gap.holds(*acquired));
  });
  if (!before || consents == nullptr || table.subject != Subject::person) return before;
  const auto person = base::PersonId::parse(record.subject);
  return !person || !consents->given(*person, pair);
}

base::Fault acquired_before_fault() {
  return {.what = {"この情報は、この利用目的には使えません。",
                   "This data may not be used for this purpose."},
          .why = {"利用目的が公表される前に取得した情報です（個人情報保護法17条2項・18条1項）。",
                  "It was acquired before the purpose was published (APPI art. 17(2), 18(1))."},
          .mend = {"以前の情報に使う根拠（関連性・同意・法令）の記録を、"
                   "個人情報取扱責任者に申し出てください。",
                   "Ask the responsible person to record relatedness, consent or law."},
          .place = {}};
}

}  // namespace kenpo::store
