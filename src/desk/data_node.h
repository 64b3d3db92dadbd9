// Inside of Data: the mustache library's value. Included by data.cpp and templates.cpp only.
#pragma once

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/data.h"

namespace kenpo::desk {

struct Data::Node {
  kainjow::mustache::data value{kainjow::mustache::data::type::object};
  std::vector<std::string> names;  // the library's object cannot be walked

  void put(std::string_view tag, kainjow::mustache::data item) {
    std::string name(tag);
    value[name] = std::move(item);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
};

}  // namespace kenpo::desk
