#include "desk/data.h"

#include <utility>

#include "desk/data_node.h"

namespace kenpo::desk {

namespace mustache = kainjow::mustache;

Data::Data() : node_(std::make_unique<Node>()) {}
Data::Data(const Data& other) : node_(std::make_unique<Node>(*other.node_)) {}
Data::Data(Data&& other) noexcept = default;
Data& Data::operator=(const Data& other) {
  if (this != &other) node_ = std::make_unique<Node>(*other.node_);
  return *this;
}
Data& Data::operator=(Data&& other) noexcept = default;
Data::~Data() = default;

Data& Data::text(std::string_view tag, std::string value) {
  node_->put(tag, mustache::data(value));
  return *this;
}

Data& Data::number(std::string_view tag, long long value) {
  return text(tag, std::to_string(value));
}

Data& Data::text_if_any(std::string_view tag, std::string value) {
  return value.empty() ? nothing(tag) : text(tag, std::move(value));
}

Data& Data::when(std::string_view tag, bool condition) {
  node_->put(tag, mustache::data(condition));
  return *this;
}

Data& Data::section(std::string_view tag, Data value) {
  node_->put(tag, std::move(value.node_->value));
  return *this;
}

Data& Data::nothing(std::string_view tag) { return when(tag, false); }

Data& Data::list(std::string_view tag, std::vector<Data> rows) {
  // The list is filled where it lies: the library would copy every row otherwise.
  mustache::list items;
  items.reserve(rows.size());
  for (auto& row : rows) items.push_back(std::move(row.node_->value));
  mustache::data list(mustache::data::type::list);
  const_cast<mustache::list&>(list.list_value()) = std::move(items);
  node_->put(tag, std::move(list));
  return *this;
}

Data& Data::all_of(Data other) {
  for (const auto& name : other.node_->names) {
    node_->put(name, std::move(other.node_->value[name]));
  }
  return *this;
}

}  // namespace kenpo::desk
