#include "app/held_papers.h"

#include <algorithm>

#include "certificate/certificate_store.h"

namespace kenpo::app {

namespace {

const store::Raw* value_of(const store::HeldRow& row, std::string_view column) {
  const auto at = std::ranges::find_if(
      row.values, [&](const store::HeldValue& each) { return each.column->name == column; });
  return at == row.values.end() ? nullptr : &at->raw;
}

std::optional<request::PaperPlace> place_of(certificate::State state) {
  using certificate::State;
  using request::PaperPlace;
  switch (state) {
    case State::to_issue:
      return PaperPlace::to_make;
    case State::in_run:
      return PaperPlace::in_print;
    case State::issued:
      return PaperPlace::in_office;
    case State::delivered:
      return PaperPlace::with_person;
    case State::to_collect:
      return PaperPlace::to_come_back;
    case State::returned:
    case State::lost:
    case State::dropped:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<request::HeldPaper> held_paper(const store::HeldRow& row) {
  const bool stands = row.table == &certificate::certificate_table &&
                      row.times.withdrawn_at == store::not_withdrawn;
  if (!stands) return std::nullopt;
  const auto* kind = value_of(row, "kind");
  const auto* state = value_of(row, "state");
  const auto* id = value_of(row, "certificate");
  KENPO_REQUIRE(kind != nullptr && state != nullptr && id != nullptr);
  const auto place = place_of(static_cast<certificate::State>(state->number));
  if (!place) return std::nullopt;
  const auto words = certificate::wording(static_cast<certificate::Kind>(kind->number));
  return request::HeldPaper{.words = std::string(words),
                            .address = "/certificates/" + id->text,
                            .place = *place};
}

}  // namespace kenpo::app
