// The forms of a breach: fields, readings and the buttons of the next step.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/form.h"
#include "safeguard/incident_act.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

struct IncidentOpening {
  base::Date known_on;
  std::string outline;
};
desk::Data incident_open_form(const desk::Form& form);
IncidentOpening read_incident_opening(desk::Form& form);

/// Puts what stands into the fields that were not sent.
void prefill_incident(desk::Form& form, const Incident& incident);
desk::Data incident_fact_fields(const desk::Form& form);
IncidentFacts read_incident_facts(desk::Form& form);
std::vector<desk::Data> incident_item_fields(const desk::Form& form);
ReportItems read_incident_items(desk::Form& form);
desk::Data incident_extent_fields(const desk::Form& form,
                                  const std::vector<staff::NamedHandler>& handlers);
IncidentExtent read_incident_extent(desk::Form& form,
                                    const std::vector<staff::NamedHandler>& handlers);
std::string extent_words(const IncidentExtent& extent,
                         const std::vector<staff::NamedHandler>& handlers);

/// A button of the page.
struct IncidentStep {
  IncidentState to = IncidentState::contained;
  PersonsTold told = PersonsTold::not_yet;
  std::string_view value;
  std::string_view label;
};
std::vector<IncidentStep> incident_steps(const Incident& incident);
std::optional<IncidentStep> parse_incident_step(std::string_view value);

}  // namespace kenpo::safeguard
