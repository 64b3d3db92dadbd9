// Which field of a record is which member, in the order of the layout: one list a record, for
// reading and for writing.
#pragma once

#include "format/transfer/transfer.h"

namespace kenpo::format::transfer {

/// What the trailer says.
struct Sums {
  std::int64_t count = 0;
  std::int64_t total_yen = 0;
};

void bind_sender(auto& binder, auto& sender) {
  binder.fixed();
  binder.fixed();
  binder.fixed();
  binder.text(sender.client_code);
  binder.text(sender.client_name);
  binder.day(sender.month, sender.day);
  binder.text(sender.bank_code);
  binder.text(sender.bank_name);
  binder.text(sender.branch_code);
  binder.text(sender.branch_name);
  binder.code(sender.account_kind);
  binder.text(sender.account_number);
  binder.fixed();
}

void bind_payment(auto& binder, auto& payment) {
  binder.fixed();
  binder.text(payment.bank_code);
  binder.text(payment.bank_name);
  binder.text(payment.branch_code);
  binder.text(payment.branch_name);
  binder.text(payment.clearing_house);
  binder.code(payment.account_kind);
  binder.text(payment.account_number);
  binder.text(payment.payee);
  binder.yen(payment.amount);
  binder.code(payment.payee_state);
  if (payment.edi) {
    binder.text(*payment.edi);
  } else {
    binder.text(payment.customer_code_1);
    binder.text(payment.customer_code_2);
  }
  binder.code(payment.channel);
  binder.fixed();
  binder.fixed();
}

void bind_sums(auto& binder, auto& sums) {
  binder.fixed();
  binder.count(sums.count);
  binder.count(sums.total_yen);
  binder.fixed();
}

}  // namespace kenpo::format::transfer
