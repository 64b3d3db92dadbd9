// Law files of any bytes: read or refused with faults, nothing else.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "law/book.h"
#include "law/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  using File = std::pair<std::string_view, std::string_view>;
  const std::array<File, 1> files = {File{"law/f.tsv", text}};
  const auto book = kenpo::law::Book::read(files);
  if (book.ok()) {
    (void)kenpo::law::print_all(*book, kenpo::law::Form::json, kenpo::base::Language::english);
  }
  return 0;
}
