// A payer's debts as the screens and papers show them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collection/arrears.h"
#include "collection/early_collection.h"
#include "collection/pledge.h"
#include "law/decision.h"

namespace kenpo::collection {

/// A debt with what follows from it today.
struct DebtView {
  Debt debt;
  DebtAge age = DebtAge::not_due;
  law::Decision<base::Date> lapses = {};
  law::Decision<base::Yen> charge = {};  // late charge, were the rest paid today
  base::Yen charge_decided = {};         // what stands decided of it
  /// Nothing is left to pay, and the charge is not what was decided: payments or dates moved.
  bool charge_differs() const {
    return debt.rest() <= base::Yen() && charge.value != charge_decided;
  }
  std::optional<base::Date> reminded_until = {};  // deadline of the last reminder
  bool charge_waived = false;  // 181条1項ただし書
  ArrearsStage stage = ArrearsStage::not_due;
};
struct PayerView {
  PayerId payer;
  std::string name;
  bool employer = false;
  std::string postal_code = {};  // of an employer; a member's address is not read
  std::string address = {};
  std::vector<DebtView> debts = {};       // the earliest due first, those paid among them
  std::vector<ArrearsStep> steps = {};    // the newest first
  std::vector<PledgeView> pledges = {};   // the newest first
  std::vector<EarlyCollection> early = {};  // 繰上徴収, in the order of their decisions
};

/// A reminder as it goes out.
struct Reminder {
  PayerView payer;
  Debt debt;
  ArrearsStep step;
};

}  // namespace kenpo::collection
