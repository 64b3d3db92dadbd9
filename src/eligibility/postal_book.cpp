#include "eligibility/postal_book.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/mapped_file.h"
#include "format/postal_csv/postal_csv.h"

namespace kenpo::eligibility {

PostalBook::PostalBook(std::vector<PostalPlace> places) : places_(std::move(places)) {
  std::ranges::sort(places_, {}, [](const PostalPlace& place) {
    return std::pair(std::string_view(place.postal_code), std::string_view(place.address));
  });
}

base::Result<PostalBook> PostalBook::load(const std::string& directory) {
  namespace csv = format::postal_csv;
  const std::pair<const char*, csv::Coding> files[] = {{"utf_ken_all.csv", csv::Coding::utf_8},
                                                       {"KEN_ALL.CSV", csv::Coding::cp932}};
  for (const auto& [name, coding] : files) {
    const auto path = directory + "/masters/" + name;
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) continue;
    const auto file = KENPO_TRY(base::MappedFile::open(path));
    std::vector<PostalPlace> places;
    for (auto& line : KENPO_TRY(csv::read(file.bytes(), coding))) {
      places.push_back({.postal_code = std::move(line.postal_code),
                        .address = line.prefecture + line.city + line.town,
                        .address_kana = line.prefecture_kana + line.city_kana + line.town_kana});
    }
    return PostalBook(std::move(places));
  }
  return PostalBook();
}

PostalBook PostalBook::load_or_say(const std::string& directory) {
  auto book = load(directory);
  if (book.ok()) return std::move(book).value();
  PostalBook none;
  none.unreadable_ = true;
  return none;
}

std::vector<PostalPlace> PostalBook::find(std::string_view digits) const {
  std::vector<PostalPlace> found;
  if (digits.empty()) return found;
  auto at = std::ranges::lower_bound(places_, digits, {}, [](const PostalPlace& place) {
    return std::string_view(place.postal_code);
  });
  for (; at != places_.end() && at->postal_code.starts_with(digits); ++at) {
    if (found.size() == postal_places_shown) break;
    found.push_back(*at);
  }
  return found;
}

}  // namespace kenpo::eligibility
