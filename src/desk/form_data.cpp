#include <algorithm>

#include "desk/form.h"

namespace kenpo::desk {

namespace {

std::string fault_of(const std::vector<FieldFault>& faults, std::string_view name) {
  const auto found = std::ranges::find(faults, name, &FieldFault::field);
  return found == faults.end() ? std::string() : found->words;
}

/// What every control has in common: name, label, need, support, fault.
Data common(const Field& field, const std::string& fault) {
  const std::string name(field.name);
  std::string described;
  if (!field.support.empty()) described = name + "-support";
  if (!fault.empty()) described += (described.empty() ? "" : " ") + name + "-error";
  Data data;
  data.text("name", name)
      .text("label", std::string(field.label))
      .when("required", field.need == Field::Need::required)
      .text_if_any("support", std::string(field.support))
      .text_if_any("fault", fault)
      .text_if_any("described_by", described);
  return data;
}

}  // namespace

Data Form::input(const Field& field) const {
  auto data = common(field, fault_of(faults_, field.name));
  // A password is never sent back.
  const bool secret = field.kind == "password";
  data.text("value", secret ? std::string() : sent(field.name))
      .text("kind", std::string(field.kind))
      .text("autocomplete", std::string(field.autocomplete))
      .text_if_any("mode", std::string(field.mode));
  return data;
}

Data Form::select(const Field& field, const std::vector<Choice>& choices) const {
  auto data = common(field, fault_of(faults_, field.name));
  const auto chosen = sent(field.name);
  std::vector<Data> rows;
  for (const auto& choice : choices) {
    Data row;
    row.text("choice_value", choice.value)
        .text("choice_label", choice.label)
        .when("chosen", choice.value == chosen);
    rows.push_back(std::move(row));
  }
  data.list("choices", std::move(rows)).when("none_chosen", chosen.empty());
  return data;
}

Data Form::error_summary() const {
  Data data;
  std::vector<Data> rows;
  for (const auto& fault : faults_) {
    Data row;
    row.text("summary_words", fault.words).text_if_any("summary_field", fault.field);
    rows.push_back(std::move(row));
  }
  data.when("any_faults", !faults_.empty()).list("faults", std::move(rows));
  return data;
}

}  // namespace kenpo::desk
