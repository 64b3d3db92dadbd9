// Invented receipts of the kinds beside 医科.
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"

namespace kenpo::format::claim {

namespace {

RowDraft row(Record record, std::vector<FieldDraft> fields) { return {record, std::move(fields)}; }

void make_group_receipt(ReceiptDraft& draft) {
  draft.kind = "1111";
  draft.admitted_on = *base::Date::make(2026, 4, 7);
  draft.visits = {};
  draft.visits[6] = draft.visits[7] = 1;
  draft.diseases.clear();
  DetailDraft operation;
  operation.treatment = "50";
  operation.code = "150253010";
  operation.points = 12'100;
  operation.days[6] = 1;
  draft.details = {operation};
  draft.rows = {
      row(Record::bu, {{2, "060335xx99000x"}, {3, "20260407"}, {4, "20260408"}, {5, "1"}}),
      row(Record::sb, {{2, "5409005"}, {5, "K810"}, {6, "01"}}),
      row(Record::sb, {{2, "5409005"}, {5, "K810"}, {6, "11"}}),
      row(Record::kk, {{4, "1"}, {7, "46"}, {9, "0"}}),
      row(Record::sk, {{2, "150253010"}, {4, "20260407"}, {7, "見本の手術"}}),
      row(Record::ga, {{2, "202604"}, {3, "2"}, {5, "060335xx99000x"}, {6, "1.2000"}}),
      row(Record::hh, {{2, "202604"}, {3, "2"}, {5, "1"}, {6, "1"}, {7, "2800"}, {8, "2"},
                       {9, "5600"}}),
      row(Record::gt, {{2, "202604"}, {3, "2"}, {5, "1"}, {6, "5600"}, {7, "6720"}, {8, "-20"},
                       {9, "6700"}, {10, "93"}}),
      row(Record::cd, {{2, "20260407"}, {3, "50"}, {4, "1"}, {5, "1"}, {6, "150253010"},
                       {10, "1"}}),
  };
}

void make_dental_receipt(ReceiptDraft& draft) {
  draft.kind = "3112";
  draft.diseases.clear();
  draft.details.clear();
  draft.rows = {
      row(Record::hs, {{2, "20260407"}, {3, "1"}, {4, "101400101500"}, {5, "5212001"}, {10, "01"}}),
      row(Record::ss, {{2, "11"}, {3, "1"}, {4, "301000110"}, {77, "267"}, {78, "1"}, {85, "1"}}),
      row(Record::ss, {{2, "40"}, {3, "1"}, {4, "309001710"}, {7, "309002110"}, {8, "2"},
                       {77, "130"}, {78, "2"}, {85, "1"}, {99, "1"}}),
  };
}

void make_pharmacy_receipt(ReceiptDraft& draft) {
  draft.prescriber = {draft.provider.prefecture, "1", draft.provider.code, draft.provider.name,
                      "見本　医師"};
  draft.provider.code = with_check_digit("990002");
  draft.provider.name = "架空薬局";
  draft.kind = "4112";
  draft.diseases.clear();
  draft.details.clear();
  draft.rows = {
      row(Record::sh, {{2, "01"}, {3, "1"}, {4, "001"}, {6, "8"}}),
      row(Record::iy, {{2, "1"}, {3, "620000033"}, {4, "1"}}),
      row(Record::iy, {{2, "1"}, {3, "620004633"}, {4, "2.5"}, {7, "1"}}),
      row(Record::cz, {{2, "01"}, {3, "20260407"}, {4, "20260407"}, {5, "1"}, {6, "14"}, {7, "1"},
                       {10, "450000110"}, {11, "24"}, {14, "112"}, {58, "1"}, {61, "450000210"},
                       {62, "28"}}),
      row(Record::co, {{2, "810000001"}, {3, "見本の摘要"}}),
      row(Record::ki, {{2, "20260407"}, {3, "1"}, {4, "1"}, {5, "450000310"}, {6, "45"}, {8, "1"},
                       {9, "450000410"}, {10, "1"}, {11, "45"}, {70, "1"}, {71, "450000510"},
                       {72, "1"}, {73, "10"}}),
  };
}

void make_nursing_receipt(ReceiptDraft& draft) {
  const ProviderDraft clinic = draft.provider;
  draft.provider.code = with_check_digit("990003");
  draft.provider.name = "架空訪問看護ステーション";
  draft.kind = "6112";
  draft.diseases.clear();
  draft.details.clear();
  draft.rows = {
      row(Record::ih, {{2, clinic.prefecture}, {3, "1"}, {4, clinic.code}, {5, clinic.name},
                       {6, "見本　医師"}}),
      row(Record::hj, {{2, "01"}, {3, "20260401"}, {4, "20260930"}}),
      row(Record::js, {{2, "見本の心身の状態。"}}),
      row(Record::sy, {{2, "8833421"}}),
      row(Record::rj, {{2, "20260407"}, {3, "1"}}),
      row(Record::ka, {{2, "20260407"}, {3, "1"}, {4, "510000110"}, {5, "1"}, {6, "5550"},
                       {7, "01"}}),
      row(Record::ka, {{2, "20260421"}, {3, "1"}, {4, "510000110"}, {5, "1"}, {6, "5550"},
                       {7, "01"}}),
  };
}

}  // namespace

ReceiptDraft sample_receipt(Service service) {
  ReceiptDraft draft = sample_receipt();
  draft.service = service;
  switch (service) {
    case Service::medical: break;
    case Service::dpc: make_group_receipt(draft); break;
    case Service::dental: make_dental_receipt(draft); break;
    case Service::pharmacy: make_pharmacy_receipt(draft); break;
    case Service::nursing: make_nursing_receipt(draft); break;
  }
  return draft;
}

}  // namespace kenpo::format::claim
