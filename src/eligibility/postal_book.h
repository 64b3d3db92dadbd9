// Addresses by postal code, out of the public file KEN_ALL (日本郵便), when the office has put one
// into the data directory. Without it addresses are typed by hand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kenpo::eligibility {

/// One address of a postal code.
struct PostalPlace {
  std::string postal_code = {};   // seven digits
  std::string address = {};       // 東京都千代田区丸の内
  std::string address_kana = {};  // half width: ﾄｳｷｮｳﾄﾁﾖﾀﾞｸﾏﾙﾉｳﾁ
  friend bool operator==(const PostalPlace&, const PostalPlace&) = default;
};

/// So many places stand side by side on the screen; a longer prefix finds fewer.
inline constexpr std::size_t postal_places_shown = 20;

class PostalBook {
 public:
  PostalBook() = default;
  /// `directory`/masters/KEN_ALL.CSV or utf_ken_all.csv; an empty book when there is neither. A
  /// file that cannot be read is a fault.
  static base::Result<PostalBook> load(const std::string& directory);
  explicit PostalBook(std::vector<PostalPlace> places);
  /// The same, with an empty book that says so in place of a fault.
  static PostalBook load_or_say(const std::string& directory);

  bool empty() const { return places_.empty(); }
  std::size_t size() const { return places_.size(); }
  /// Whether there is a file that could not be read.
  bool unreadable() const { return unreadable_; }
  /// The places whose code begins with the digits, at most `postal_places_shown`, in order.
  std::vector<PostalPlace> find(std::string_view digits) const;

 private:
  std::vector<PostalPlace> places_;
  bool unreadable_ = false;
};

}  // namespace kenpo::eligibility
