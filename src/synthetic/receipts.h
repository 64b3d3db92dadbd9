// Receipts of the people of a synthetic society.
#pragma once

#include <cstdint>
#include <vector>

#include "format/claim/draft.h"
#include "synthetic/people.h"

namespace kenpo::synthetic {

/// What is odd about a receipt.
enum class Oddity : std::uint8_t {
  none,
  unknown_number,
  wrong_birth_date,
  wrong_sex,
  wrong_patient,  // 本人 and 家族 mixed up
  third_party,    // 特記事項 10
  two_payers,     // a public payer beside the insurance
  corrected,      // by the reviewer
  line_removed,   // by the reviewer
  no_branch,      // 枝番 not said
  vendor_character,
};
inline constexpr std::uint32_t oddities_count = 11;

/// Somebody who is treated, and the days on which that may be.
struct Patient {
  const Human* human = nullptr;
  const Insured* head = nullptr;  // whose symbol and number
  int branch = 0;                 // 0: the insured person
  base::Span days;                // within one month
};

/// Makes the receipts of one month of claiming: treated in the month before.
class ReceiptMaker {
 public:
  ReceiptMaker(const Society& society, base::Month claimed_in, Stream stream);

  enum class Place : std::uint8_t { outpatient, inpatient };
  /// Valid until the next call. `oddity` is passed over where it does not fit the patient.
  const format::claim::ReceiptDraft& make(const Patient& patient, Place place, Oddity oddity);

  Draw& draw() { return draw_; }
  /// An institution; the lower the place, the more patients it has.
  format::claim::ProviderDraft provider(std::uint32_t place) const;
  /// All further receipts are of this institution.
  void keep_to(std::uint32_t provider) { kept_provider_ = static_cast<int>(provider); }

 private:
  void fill_head(const Patient& patient, Oddity oddity);
  void fill_numbers();
  void fill_visits(const Patient& patient, Place place);
  void fill_kind(const Patient& patient, Place place, Oddity oddity);
  void add_public_payer();
  void correct(Oddity oddity);

  const Society& society_;
  base::Month claimed_in_;
  Draw draw_;
  format::claim::ReceiptDraft receipt_;
  std::uint64_t made_ = 0;
  int kept_provider_ = -1;
};

/// Hands over everybody who had treatment in the month, with receipts of the rare standings:
/// treated after the loss, before the acquisition.
struct Treated {
  Patient patient;
  ReceiptMaker::Place place = ReceiptMaker::Place::outpatient;
};
/// The receipts of the people `first` to `last` (not included) of society.insured and their
/// dependents; call with growing ranges so that all of them never stand in memory.
std::vector<Treated> draw_treated(const Society& society, base::Month treated_in,
                                  std::uint32_t first, std::uint32_t last, Draw& draw);

}  // namespace kenpo::synthetic
