#include "claim/master_act.h"

#include <unordered_map>

#include "base/hash.h"
#include "base/width.h"
#include "claim/master_rule.h"
#include "claim/master_store.h"
#include "format/master/comment_text.h"
#include "format/master/read.h"

namespace kenpo::claim {

namespace {

using base::Result;
using format::master::Kind;
using notice::Acting;
using notice::Gate;
using notice::Permit;

/// The master of a nine-digit code, by its first digit.
std::optional<Kind> kind_of_item(std::string_view code) {
  if (code.empty()) return std::nullopt;
  switch (code[0]) {
    case '1': return Kind::act;
    case '3': return Kind::dental_act;
    case '4': return Kind::pharmacy_act;
    case '5': return Kind::nursing_act;
    case '6': return Kind::drug;
    case '7': return Kind::device;
    case '8': return Kind::comment;
    default: return std::nullopt;
  }
}

/// Puts the items of a file into the transaction, each against what stands.
class Loading {
 public:
  Loading(store::Transaction& transaction, MasterEdition& edition)
      : transaction_(transaction), edition_(edition) {}

  Result<> begin() {
    return each_master_item(transaction_, edition_.kind, [&](const StandingItem& standing) {
      auto& latest = standing_[standing.item.item.code];
      if (!latest || latest->item.from < standing.item.from) latest = standing;
    });
  }

  Result<> take(const format::master::Item& item) {
    const auto found = standing_.find(item.code);
    const auto before = found == standing_.end() ? std::nullopt : found->second;
    const auto after = items_after(
        before ? std::optional(before->item) : std::nullopt, item);
    ++edition_.items;
    if (!after) return base::Done{};
    if (before) KENPO_TRY(withdraw(transaction_, before->row, edition_.loaded_at));
    for (const auto& each : *after) KENPO_TRY(put(transaction_, each, edition_.loaded_at));
    ++(before ? edition_.changed : edition_.added);
    return base::Done{};
  }

 private:
  store::Transaction& transaction_;
  MasterEdition& edition_;
  std::unordered_map<std::string, std::optional<StandingItem>> standing_;
};

Result<MasterReport> load(const Permit<load_master_operation>& permit, Gate& gate,
                          store::Database& database, const base::Plain& file,
                          base::LargeBytes bytes) {
  auto transaction = KENPO_TRY(database.write());
  MasterReport report;
  auto& edition = report.edition;
  edition.sha256 = base::sha256(bytes);
  if (auto before = KENPO_TRY(find_master_edition(transaction, edition.sha256))) {
    return MasterReport{.edition = *before, .already = true};
  }
  edition.kind = format::master::looks_like(bytes.all()).value_or(Kind::disease);
  edition.loaded_at = gate.clock().now();
  Loading loading(transaction, edition);
  KENPO_TRY(loading.begin());
  const auto read = format::master::read(
      bytes.all(), [&](const format::master::Item& item) { return loading.take(item); });
  if (!read.ok()) {
    base::Faults faults = read.faults();
    for (auto& fault : faults) fault.place.file = file;
    return faults;
  }
  edition.fields_count = read->fields_count;
  KENPO_TRY(put(transaction, edition));
  KENPO_TRY(transaction.commit(permit.recorder()));
  return report;
}

std::string name_of(const store::View& view, Kind kind, std::string_view code, base::Date day) {
  const auto found = find_master_item(view, kind, code, day);
  return found.ok() && *found ? (*found)->item.name : std::string{};
}

std::string item_word(const store::View& view, std::string_view code, base::Date day) {
  const auto kind = kind_of_item(code);
  return kind ? name_of(view, *kind, code, day) : std::string{};
}

}  // namespace

Result<MasterReport> load_master(Gate& gate, store::Database& database, const Acting& acting,
                                 base::Plain file, base::LargeBytes bytes) {
  return gate.perform<load_master_operation>(
      acting, [&](const Permit<load_master_operation>& permit) -> Result<MasterReport> {
        return load(permit, gate, database, file, bytes);
      });
}

MasterWords words_on(const store::View& view, base::Date day) {
  return {
      .item = [&view, day](std::string_view code) { return item_word(view, code, day); },
      .disease = [&view, day](std::string_view code) {
        return name_of(view, Kind::disease, code, day);
      },
      .modifier = [&view, day](std::string_view code) {
        return name_of(view, Kind::modifier, code, day);
      },
      .comment = [&view, day](std::string_view code, std::string_view text) -> std::string {
        const auto found = find_master_item(view, Kind::comment, code, day);
        if (!found.ok() || !*found) return {};
        return format::master::comment_text((*found)->item, text, [&](std::string_view other) {
          constexpr std::size_t modifier_digits = 4;
          if (other.size() == modifier_digits) return name_of(view, Kind::modifier, other, day);
          return item_word(view, other, day);
        });
      }};
}

}  // namespace kenpo::claim
