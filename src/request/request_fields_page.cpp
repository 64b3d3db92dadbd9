#include "request/request_fields_page.h"

#include <array>

#include "base/require.h"
#include "notice/wording.h"

namespace kenpo::request {

namespace {

/// Choices keep views: the digits of the numbers, for as long as the program runs.
constexpr std::array<std::string_view, 40> number_words = {
    "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10", "11", "12", "13",
    "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27",
    "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39"};

template <typename Enum>
Choices choices_of(std::size_t count) {
  Choices choices;
  for (std::size_t at = 0; at < count; ++at) {
    choices.add_number(at, wording(static_cast<Enum>(at)));
  }
  return choices;
}

}  // namespace

desk::FormFields member_fields(const desk::Form& form) {
  return desk::FormFields()
      .input(form, member_kana_field)
      .input(form, member_born_field)
      .input(form, member_number_field);
}

std::optional<base::PersonId> read_member(RequestOffice& office, const notice::Acting& acting,
                                          desk::Form& form) {
  const auto kana = form.text(member_kana_field);
  const auto born = form.date(member_born_field);
  const auto number = form.text(member_number_field);
  if (!kana || !born) return std::nullopt;
  const auto found = find_person(office, acting, {*kana, *born, number.value_or("")});
  if (found.ok()) return *found;
  form.note(found.faults());
  return std::nullopt;
}

void Choices::add_number(std::size_t number, std::string_view label) {
  KENPO_REQUIRE(number < number_words.size());
  choices_.push_back({number_words[number], label});
}

Choices kind_choices() { return choices_of<Kind>(kinds_count); }
Choices channel_choices() { return choices_of<Channel>(channels_count); }
Choices asker_choices() { return choices_of<Asker>(askers_count); }
Choices proof_choices() { return choices_of<Proof>(proofs_count); }
Choices outcome_choices() { return choices_of<Outcome>(outcomes_count); }

Choices claims_choices() {
  Choices choices;
  choices.add(Claims::no, "含まない");
  choices.add(Claims::yes, "含む");
  return choices;
}

Choices ground_choices(Kind kind) {
  Choices choices;
  for (std::size_t at = 0; at < grounds_count; ++at) {
    const auto ground = static_cast<Ground>(at);
    if (fits(ground, kind)) choices.add(ground, wording(ground));
  }
  return choices;
}

Choices refusal_choices() {
  Choices choices;
  for (const auto ground : {Ground::harm_to_person, Ground::hinders_business, Ground::other_law}) {
    choices.add(ground, wording(ground));
  }
  return choices;
}

Choices event_choices(const std::vector<Event>& events) {
  Choices choices;
  for (const auto event : events) choices.add(event, wording(event));
  return choices;
}

Choices purpose_choices() {
  Choices choices;
  for (const auto purpose : notice::all_purposes()) choices.add(purpose, notice::wording(purpose));
  return choices;
}

Choices recipient_choices() {
  Choices choices;
  for (const auto recipient :
       {Recipient::employer, Recipient::processor, Recipient::reviewing_organisation,
        Recipient::insurer, Recipient::public_body, Recipient::bank, Recipient::other}) {
    static const auto words = [] {
      std::array<std::string, 9> all;
      for (std::size_t at = 1; at < all.size(); ++at) {
        all.at(at) = safeguard::wording(static_cast<Recipient>(at)).ja.text();
      }
      return all;
    }();
    choices.add(recipient, words.at(static_cast<std::size_t>(recipient)));
  }
  return choices;
}

Choices basis_choices() {
  Choices choices;
  static const auto words = [] {
    std::array<std::string, 8> all;
    for (std::size_t at = 1; at < all.size(); ++at) {
      all.at(at) = safeguard::wording(static_cast<ProvisionBasis>(at)).ja.text();
    }
    return all;
  }();
  for (std::size_t at = 1; at < words.size(); ++at) choices.add_number(at, words.at(at));
  return choices;
}

}  // namespace kenpo::request
