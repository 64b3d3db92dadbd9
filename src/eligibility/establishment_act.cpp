#include "eligibility/establishment_act.h"

#include <algorithm>

#include <set>
#include <tuple>

#include "eligibility/establishment_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

base::Fault establishment_fault(base::Words why) {
  return {{"事業所を登録できません", "The establishment cannot be registered"},
          std::move(why),
          {"登録する事業所の内容を直してください", "Correct the entry"},
          {}};
}

Result<> check_establishments(const std::vector<Establishment>& all) {
  std::set<std::string> symbols;
  std::set<std::tuple<std::string, std::string, std::string>> codes;
  for (const auto& one : all) {
    if (one.symbol.empty() || one.name.empty() || one.office_symbol.empty()) {
      return establishment_fault({"記号、名称、事業所記号は必須です",
                                  "Symbol, name and office symbol are required"});
    }
    if (one.until && *one.until < one.from) {
      return establishment_fault({"適用の終わりが始まりより前です", "It ends before it begins"});
    }
    if (!symbols.insert(one.symbol).second) {
      return establishment_fault({"同じ記号の事業所があります", "The symbol is in use"});
    }
    if (!codes.insert({one.prefecture, one.county, one.office_symbol}).second) {
      return establishment_fault({"同じ事業所整理記号の事業所があります", "The code is in use"});
    }
  }
  if (all.size() > establishments_limit) {
    return establishment_fault({"事業所の数が上限を超えます", "Too many establishments"});
  }
  return base::Done{};
}

}  // namespace

Result<> register_establishments(Ledger& ledger, const notice::Acting& acting,
                                 const std::vector<Establishment>& establishments) {
  return ledger.gate.perform<establishment_register>(
      acting, [&](const notice::Permit<establishment_register>&) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        auto all = KENPO_TRY(list_establishments(transaction));
        for (const auto& one : establishments) {
          std::erase_if(all, [&](const Establishment& old) { return old.id == one.id; });
          all.push_back(one);
        }
        KENPO_TRY(check_establishments(all));
        const auto now = ledger.gate.clock().now();
        for (const auto& one : establishments) KENPO_TRY(put(transaction, one, now));
        return transaction.commit_without_personal_data();
      });
}

Result<std::vector<Establishment>> show_establishments(Ledger& ledger,
                                                       const notice::Acting& acting) {
  return ledger.gate.perform<establishment_list>(
      acting,
      [&](const notice::Permit<establishment_list>& permit) -> Result<std::vector<Establishment>> {
        const auto view = KENPO_TRY(ledger.database.read());
        auto all = KENPO_TRY(list_establishments(view));
        std::erase_if(all, [&](const Establishment& one) {
          return !permit.recorder().in_scope(one.id);
        });
        return all;
      });
}

Result<std::vector<Establishment>> establishments_beside(Ledger& ledger,
                                                         const notice::Acting& acting) {
  const auto view = KENPO_TRY(ledger.database.read());
  auto all = KENPO_TRY(list_establishments(view));
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  if (staff == nullptr) return all;
  const auto policy = ledger.gate.policy();
  const auto* handler = policy->find(*staff);
  if (handler == nullptr) return std::vector<Establishment>();
  const auto& limited_to = handler->establishments;
  if (limited_to.empty()) return all;
  std::erase_if(all, [&](const Establishment& one) {
    return std::ranges::find(limited_to, one.id) == limited_to.end();
  });
  return all;
}

}  // namespace kenpo::eligibility
