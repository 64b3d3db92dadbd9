#include "format/transfer/layout.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kenpo::format::transfer {
namespace {

constexpr std::string_view kind_names[] = {"fixed", "code", "digits", "digits_or_blank",
                                           "text",  "edi",  "blank"};

/// The fields as docs/formats/transfer.md shows them.
std::string page_table(std::span<const Field> fields) {
  std::string table = "| byte | length | name | kind | allowed |\n|---|---|---|---|---|\n";
  for (const auto& field : fields) {
    table += "| " + std::to_string(field.offset) + " | " + std::to_string(field.length) + " | " +
             std::string(field.name) + " | " +
             std::string(kind_names[static_cast<std::size_t>(field.kind)]) + " | ";
    if (!field.allowed.empty()) table += "`" + std::string(field.allowed) + "`";
    table += " |\n";
  }
  return table;
}

TEST(TransferLayout, ThePageShowsTheTables) {
  std::ifstream file(KENPO_SOURCE_DIR "/docs/formats/transfer.md", std::ios::binary);
  ASSERT_TRUE(file);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (auto fields : {header_fields(), payment_fields(), payment_fields_with_edi(),
                      trailer_fields(), end_fields()}) {
    EXPECT_NE(page.find(page_table(fields)), page.npos) << page_table(fields);
  }
}

TEST(TransferLayout, FieldsStandWhereTheBanksSay) {
  const auto place = [](std::span<const Field> fields, std::string_view name) {
    for (const auto& field : fields) {
      if (field.name == name) return std::pair<int, int>(field.offset, field.length);
    }
    return std::pair(0, 0);
  };
  EXPECT_EQ(place(header_fields(), "委託者名"), std::pair(15, 40));
  EXPECT_EQ(place(header_fields(), "取組日"), std::pair(55, 4));
  EXPECT_EQ(place(payment_fields(), "受取人名"), std::pair(51, 30));
  EXPECT_EQ(place(payment_fields(), "振込金額"), std::pair(81, 10));
  EXPECT_EQ(place(payment_fields_with_edi(), "EDI情報"), std::pair(92, 20));
  EXPECT_EQ(place(payment_fields(), "振込指定区分"), std::pair(112, 1));
  EXPECT_EQ(place(trailer_fields(), "合計金額"), std::pair(8, 12));
}

}  // namespace
}  // namespace kenpo::format::transfer
