#include "request/package_json.h"

#include <boost/json.hpp>

namespace kenpo::request {

namespace {

namespace json = boost::json;

json::object value_object(const ShownValue& value) {
  json::object object{{"column", value.column}, {"label", value.label}};
  if (value.redacted) {
    object["not_disclosed"] = article(value.redacted->ground);
    object["reason"] = value.redacted->words;
  } else {
    object["value"] = value.text;
  }
  return object;
}

json::object row_object(const ShownRow& row) {
  json::object object{{"row", row.row}};
  if (!row.decided_at.empty()) {
    object["valid_from"] = row.valid_from;
    object["valid_to"] = row.valid_to;
    object["decided_at"] = row.decided_at;
    object["withdrawn_at"] = row.withdrawn_at;
  }
  json::array values;
  for (const auto& value : row.values) values.push_back(value_object(value));
  object["values"] = std::move(values);
  return object;
}

json::object table_object(const ShownTable& table) {
  json::array rows;
  for (const auto& row : table.rows) rows.push_back(row_object(row));
  return {{"table", table.name},
          {"name", table.japanese},
          {"category", table.category},
          {"rows", std::move(rows)}};
}

}  // namespace

std::string package_json(const PackageContent& content, const std::string& society) {
  json::array tables;
  for (const auto& table : content.tables) tables.push_back(table_object(table));
  json::array withheld;
  for (const auto& table : content.withheld) {
    withheld.push_back(json::object{{"name", table.japanese}, {"reason", table.reason}});
  }
  json::array uses;
  for (const auto& use : content.uses) {
    uses.push_back(json::object{{"at", use.at},
                                {"role", use.role},
                                {"operation", use.operation},
                                {"purposes", use.purposes},
                                {"outcome", use.outcome}});
  }
  const json::object package{{"format", "kenpo.disclosure/1"},
                             {"society", society},
                             {"request", std::string(content.request.id.text())},
                             {"made_at", content.made_at.iso()},
                             {"notice_version", content.notice_version},
                             {"individual_number_held", content.individual_number_held},
                             {"tables", std::move(tables)},
                             {"withheld_tables", std::move(withheld)},
                             {"access_history", std::move(uses)}};
  return json::serialize(package) + "\n";
}

}  // namespace kenpo::request
