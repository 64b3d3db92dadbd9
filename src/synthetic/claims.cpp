#include "synthetic/claims.h"

#include <algorithm>
#include <optional>

#include "format/claim/writer.h"
#include "synthetic/kinds.h"

namespace kenpo::synthetic {

namespace {

namespace claims = format::claim;
using base::Result;

constexpr std::uint32_t people_at_once = 5'000;
constexpr std::size_t bytes_at_once = std::size_t{1} << 20;
constexpr std::uint32_t sample_receipts = 5;
constexpr std::uint32_t provider_people = 200;

/// So often in a thousand receipts, in the order of `Oddity` without `none`.
constexpr int oddity_permille[] = {2, 3, 2, 3, 3, 30, 8, 3, 60, 2};
static_assert(std::size(oddity_permille) + 1 == oddities_count);

/// The first receipts of a file show each oddity once, the others by lot.
Oddity oddity_of(std::uint64_t receipt, Draw& draw) {
  constexpr std::uint64_t first_shown = 3;
  constexpr std::uint64_t distance = 2;
  int left = static_cast<int>(draw.below(1000));
  if (receipt >= first_shown && receipt < first_shown + distance * oddities_count &&
      (receipt - first_shown) % distance == 0) {
    return static_cast<Oddity>((receipt - first_shown) / distance);
  }
  for (std::size_t at = 0; at < std::size(oddity_permille); ++at) {
    left -= oddity_permille[at];
    if (left < 0) return static_cast<Oddity>(at + 1);
  }
  return Oddity::none;
}

/// Some receipts come twice under another number, as a provider sends them by mistake: the content
/// checks have something to find. No lot is drawn for it.
bool comes_twice(std::uint64_t receipt) {
  constexpr std::uint64_t first = 25;
  constexpr std::uint64_t distance = 60;
  return receipt >= first && (receipt - first) % distance == 0;
}

claims::ReceiptDraft again(claims::ReceiptDraft receipt) {
  constexpr std::size_t behind_month = 4;  // YYMM
  receipt.management_number[behind_month] = '9';
  receipt.search_number.back() = '9';
  return receipt;
}

/// Our own texts fit the format; a fault here is a fault of the lists.
Result<> check(const claims::Writer& writer) {
  if (!writer.faults().empty()) return writer.faults();
  return base::Done{};
}

}  // namespace

Result<> write_claims(const Society& society, base::Month claimed_in, Output& output,
                      std::string& sample, const base::TellProgress& tell) {
  const auto name = "50-" + claimed_in.iso() + "-11_RECODEINFO_MED.CSV";
  std::optional<OutputFile> file;
  claims::Writer writer(claims::Form::insurer);
  ReceiptMaker maker(society, claimed_in, Stream::claims);
  KindFiles kinds(society, claimed_in, output);
  const auto people = static_cast<std::uint32_t>(society.insured.size());
  std::uint64_t receipts = 0;
  for (std::uint32_t from = 0; from < people; from += people_at_once) {
    const auto to = std::min(people, from + people_at_once);
    for (const auto& [patient, place] :
         draw_treated(society, claimed_in.plus(-1), from, to, maker.draw())) {
      const auto oddity = oddity_of(receipts, maker.draw());
      const auto& receipt = maker.make(patient, place, oddity);
      if (kinds.takes_instead(receipt, place, oddity)) continue;
      kinds.add_to(receipt);
      writer.receipt(receipt);
      if (comes_twice(receipts)) {
        writer.receipt(again(receipt));
        ++output.files().receipts;
      }
      if (++receipts == sample_receipts) sample = writer.bytes();
      if (!file) file.emplace(output, name);
      if (writer.bytes().size() < bytes_at_once) continue;
      file->append(writer.bytes());
      writer.bytes().clear();
    }
    if (tell) tell({to, people, {"レセプトの作成", "making claims"}});
  }
  KENPO_TRY(check(writer));
  if (!file) return kinds.close();  // nobody was ill: a file without receipts is none
  file->append(writer.bytes());
  output.files().receipts += static_cast<std::int64_t>(receipts);
  KENPO_TRY(file->close());
  return kinds.close();
}

Result<> write_provider_file(const Society& society, base::Month claimed_in, Output& output) {
  claims::Writer writer(claims::Form::provider);
  ReceiptMaker maker(society, claimed_in, Stream::provider);
  constexpr std::uint32_t institution = 7'777;  // of no other claim
  maker.keep_to(institution);
  writer.begin(maker.provider(institution), claimed_in);
  const auto people =
      static_cast<std::uint32_t>(std::min<std::size_t>(society.insured.size(), provider_people));
  std::int64_t receipts = 0;
  for (const auto& [patient, place] :
       draw_treated(society, claimed_in.plus(-1), 0, people, maker.draw())) {
    if (place == ReceiptMaker::Place::inpatient) continue;
    writer.receipt(maker.make(patient, place, Oddity::none));
    ++receipts;
  }
  if (receipts == 0) return base::Done{};
  writer.end();
  KENPO_TRY(check(writer));
  output.files().receipts += receipts;
  return output.write("60-" + claimed_in.iso() + "-RECEIPTC.UKE", writer.bytes());
}

}  // namespace kenpo::synthetic
