// Where each kind of claim has what the head of a receipt needs: field numbers, 0 = not recorded.
#pragma once

#include <cstdint>

#include "format/claim/layout.h"

namespace kenpo::format::claim {

/// IR, YK, HM. The first four fields are the same in all.
struct ProviderPlaces {
  std::uint8_t name = 7;
  std::uint8_t claimed_in = 8;
  std::uint8_t volume = 9;
};

/// RE.
struct CommonPlaces {
  std::uint8_t name = 5;
  std::uint8_t sex = 6;
  std::uint8_t born = 7;
  std::uint8_t benefit_percent = 8;
  std::uint8_t admitted_on = 9;
  std::uint8_t burden_class = 11;
  std::uint8_t remarks = 12;
  std::uint8_t section = 0;     // レセプト総括区分
  std::uint8_t search_number = 19;
  std::uint8_t kana_name = 37;
  std::uint8_t prescriber = 0;  // 都道府県, then 点数表, code, name, address
};

/// HO and KO.
struct PayerPlaces {
  std::uint8_t meals = 8;
  std::uint8_t meals_yen = 9;
  std::uint8_t work_reason = 10;
  std::uint8_t charge_yen = 12;
  std::uint8_t public_charge_yen = 7;
};

struct Places {
  ProviderPlaces provider;
  CommonPlaces common;
  PayerPlaces payer;
};

inline constexpr Places places_by_service[services_count] = {
    {},
    {.provider = {}, .common = {.section = 19, .search_number = 21, .kana_name = 39}, .payer = {}},
    {.provider = {}, .common = {.search_number = 20, .kana_name = 26}, .payer = {}},
    {.provider = {.name = 6, .claimed_in = 7, .volume = 8},
     .common = {.admitted_on = 0, .burden_class = 41, .remarks = 9, .search_number = 38,
                .kana_name = 42, .prescriber = 10},
     .payer = {.meals = 0, .meals_yen = 0, .work_reason = 8, .charge_yen = 10,
               .public_charge_yen = 8}},
    {.provider = {.name = 6, .claimed_in = 7, .volume = 0},
     .common = {.sex = 7, .born = 8, .benefit_percent = 11, .admitted_on = 0, .burden_class = 13,
                .search_number = 15, .kana_name = 6},
     .payer = {.meals = 0, .meals_yen = 0, .work_reason = 7, .charge_yen = 9}},
};

inline const Places& places_of(Service service) {
  return places_by_service[static_cast<std::size_t>(service)];
}

/// レセプト総括区分 of a DPC receipt (RE): parts that belong to one receipt.
inline constexpr char summary_section = '1';       // 総括
inline constexpr char group_section = '2';         // 総括対象DPC
inline constexpr char services_section = '3';      // 総括対象医科入院

}  // namespace kenpo::format::claim
