#include "desk/router.h"

#include <algorithm>

namespace kenpo::desk {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    if (end != 0) segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_variable(std::string_view segment) { return segment.starts_with('{'); }

/// A noun: small letters, digits, `-`, `_` and `.`; or `{name}`.
bool is_sound(std::string_view path) {
  if (!path.starts_with('/') || (path.size() > 1 && path.ends_with('/'))) return false;
  return std::ranges::all_of(path, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           std::string_view("/-_.{}").find(letter) != std::string_view::npos;
  });
}

bool matches(const std::vector<std::string_view>& pattern,
             const std::vector<std::string_view>& segments) {
  return std::ranges::equal(pattern, segments, [](auto expected, auto given) {
    return is_variable(expected) || expected == given;
  });
}

/// Of two routes that match, the one with its fixed segment further left wins.
bool is_closer(const std::vector<std::string_view>& left,
               const std::vector<std::string_view>& right) {
  return std::ranges::lexicographical_compare(left, right, {}, is_variable, is_variable);
}

}  // namespace

void Router::add(Route route) {
  KENPO_REQUIRE(is_sound(route.path));
  const auto same = [&route](const Route& other) {
    return other.method == route.method && other.path == route.path;
  };
  KENPO_REQUIRE(std::ranges::none_of(routes_, same));
  routes_.push_back(std::move(route));
}

void Router::get_open(std::string_view path, OpenAnswer answer) {
  add({Method::get, std::string(path), Door::open, nullptr, std::move(answer), {}});
}

void Router::post_open(std::string_view path, OpenAnswer answer) {
  add({Method::post, std::string(path), Door::open, nullptr, std::move(answer), {}});
}

notice::Acting Router::acting_of(const Visit& visit) const {
  const auto place = where_from_ ? where_from_(visit.request()) : notice::Place::unregistered;
  return {.actor = visit.staff(), .case_id = visit.case_id(), .place = place};
}

Router::Found Router::find(Method method, std::string_view path) const {
  if (method == Method::head) method = Method::get;
  const auto segments = segments_of(path);
  Found found;
  std::vector<std::string_view> closest;
  for (const auto& route : routes_) {
    const auto pattern = segments_of(route.path);
    if (!matches(pattern, segments)) continue;
    if (route.method != method) {
      found.other_method = true;
      continue;
    }
    if (found.route != nullptr && !is_closer(pattern, closest)) continue;
    found.route = &route;
    closest = pattern;
  }
  if (found.route == nullptr) return found;
  for (std::size_t at = 0; at < closest.size(); ++at) {
    if (!is_variable(closest[at])) continue;
    const auto name = closest[at].substr(1, closest[at].size() - 2);
    found.path_values.add(std::string(name), std::string(segments[at]));
  }
  return found;
}

}  // namespace kenpo::desk
