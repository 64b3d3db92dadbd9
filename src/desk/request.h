// One request as the handlers see it. The server has refused what is malformed or too large.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kenpo::desk {

enum class Method : std::uint8_t { get, head, post };

/// Names and values in the order in which they came. A name may come more than once.
class Values {
 public:
  void add(std::string name, std::string value);
  /// The first value of the name; nullopt when it did not come.
  std::optional<std::string_view> get(std::string_view name) const;
  /// The first value of the name; empty when it did not come.
  std::string_view text(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  bool has(std::string_view name) const { return get(name).has_value(); }
  const std::vector<std::pair<std::string, std::string>>& rows() const { return rows_; }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

/// A file that came with a form. It lies in the data directory's `arriving` folder, readable by
/// this program only, and is removed when the request ends: a handler that keeps it moves it.
struct Upload {
  std::string field;
  std::string name;  // as the visitor's machine called it, without folders; never trust, never log
  std::string path;  // where it lies
  std::uint64_t size_bytes = 0;
};

struct Request {
  Method method = Method::get;
  std::string path;  // `/members/0123456789ABCDEF`, decoded once, without `.`, `..`, `//`
  Values query;      // what stands after `?`
  Values headers;    // names in small letters
  Values cookies;
  Values form;  // fields of a POST, urlencoded or multipart
  std::vector<Upload> uploads;
  Values path_values;   // `{id}` of the route
  std::string address;  // the visitor's network address

  /// The value of `{name}` in the route's path; a route without it is a broken promise.
  std::string_view path_value(std::string_view name) const;
};

}  // namespace kenpo::desk
