#include "base/cp932.h"

#include <gtest/gtest.h>
#include <iconv.h>
#include <rapidcheck/gtest.h>
#include <unicode/ucnv.h>

#include <map>

#include "base/utf8.h"

namespace kenpo::base {
namespace {

class Iconv {
 public:
  Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Iconv() { iconv_close(handle_); }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  /// Empty when the converter refuses.
  std::string operator()(std::string bytes) const {
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    std::string out(16, '\0');
    char* in = bytes.data();
    char* at = out.data();
    std::size_t in_left = bytes.size();
    std::size_t out_left = out.size();
    if (iconv(handle_, &in, &in_left, &at, &out_left) == static_cast<std::size_t>(-1)) return {};
    out.resize(out.size() - out_left);
    return out;
  }

 private:
  iconv_t handle_;
};

class Icu {
 public:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open("ibm-943_P15A-2003", &status);
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Icu() { ucnv_close(converter_); }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;

  std::string decode(const std::string& bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    UChar out[8];
    const int size = ucnv_toUChars(converter_, out, 8, bytes.data(),
                                   static_cast<int>(bytes.size()), &status);
    std::string text;
    if (U_SUCCESS(status) && size == 1) append_utf8(text, out[0]);
    return text;
  }
  std::string encode(char32_t point) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto unit = static_cast<UChar>(point);
    char out[8];
    const int size = ucnv_fromUChars(converter_, out, 8, &unit, 1, &status);
    return U_SUCCESS(status) ? std::string(out, static_cast<std::size_t>(size)) : std::string();
  }

 private:
  UConverter* converter_ = nullptr;
};

/// Written as a neighbour's code, so they do not come back: ¢ £ ¥ ¬ — ‖ ‾ − 〜.
constexpr std::u32string_view look_alikes =
    U"\u00A2\u00A3\u00A5\u00AC\u2014\u2016\u203E\u2212\u301C";

std::string code_bytes(unsigned code) {
  if (code < 0x100) return {static_cast<char>(code)};
  return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
}

std::string own_decode(const std::string& bytes) {
  const Decoded decoded = decode_cp932(bytes);
  return decoded.bad.empty() ? decoded.text : std::string();
}

std::string utf8_of(char32_t point) {
  std::string text;
  append_utf8(text, point);
  return text;
}

std::string own_encode(char32_t point) {
  const Encoded encoded = encode_cp932(utf8_of(point));
  return encoded.lost.empty() ? encoded.bytes : std::string();
}

bool is_surrogate(char32_t point) { return point >= 0xD800 && point < 0xE000; }

TEST(Cp932, decodes_every_one_and_two_byte_code_as_iconv_does) {
  const Iconv iconv("UTF-8", "CP932");
  for (unsigned code = 0; code < 0x10000; ++code) {
    if (code >= 0x100 && !is_cp932_lead(static_cast<unsigned char>(code >> 8))) continue;
    ASSERT_EQ(own_decode(code_bytes(code)), iconv(code_bytes(code))) << std::hex << code;
  }
}

TEST(Cp932, decodes_every_two_byte_code_as_icu_does) {
  const Icu icu;
  for (unsigned code = 0x8140; code < 0x10000; ++code) {
    if (!is_cp932_lead(static_cast<unsigned char>(code >> 8))) continue;
    ASSERT_EQ(own_decode(code_bytes(code)), icu.decode(code_bytes(code))) << std::hex << code;
  }
}

TEST(Cp932, decodes_one_byte_codes_as_icu_does_but_for_the_listed) {
  // docs/formats/cp932.md: ICU exchanges three control characters.
  const std::string listed = "\x1A\x1C\x7F";
  const Icu icu;
  std::string differing;
  for (unsigned code = 0; code < 0x100; ++code) {
    if (is_cp932_lead(static_cast<unsigned char>(code))) continue;
    if (own_decode(code_bytes(code)) != icu.decode(code_bytes(code))) {
      differing += static_cast<char>(code);
    }
  }
  EXPECT_EQ(differing, listed);
}

TEST(Cp932, encodes_every_character_as_iconv_does) {
  const Iconv iconv("CP932", "UTF-8");
  for (char32_t point = 0; point < 0x11000; ++point) {
    if (is_surrogate(point)) continue;
    ASSERT_EQ(own_encode(point), iconv(utf8_of(point))) << std::hex << unsigned(point);
  }
}

TEST(Cp932, encodes_as_icu_does_but_for_the_listed) {
  const Icu icu;
  std::map<char32_t, std::string> differing;
  for (char32_t point = 0; point < 0x10000; ++point) {
    if (is_surrogate(point)) continue;
    if (own_encode(point) != icu.encode(point)) differing[point] = icu.encode(point);
  }
  // docs/formats/cp932.md: what ICU writes. It does not have the nine look-alikes.
  std::map<char32_t, std::string> listed = {
      {0x1A, "\x7F"}, {0x1C, "\x1A"}, {0x7F, "\x1C"}, {0xF86F, "\x87\x82"}};
  for (const char32_t point : look_alikes) listed[point] = "";
  EXPECT_EQ(differing, listed);
}

TEST(Cp932, what_can_be_written_is_read_back) {
  for (char32_t point = 0; point < 0x10000; ++point) {
    if (is_surrogate(point)) continue;
    const std::string bytes = own_encode(point);
    if (bytes.empty()) continue;
    const bool look_alike = look_alikes.find(point) != std::u32string_view::npos;
    if (look_alike) continue;
    ASSERT_EQ(own_decode(bytes), utf8_of(point)) << std::hex << unsigned(point);
  }
}

TEST(Cp932, positions_of_what_cannot_be_converted) {
  const Encoded encoded = encode_cp932("山𠮷a한");
  EXPECT_EQ(encoded.bytes, "\x8E\x52\x81\xAC" "a\x81\xAC");
  EXPECT_EQ(encoded.lost, (std::vector<std::size_t>{3, 8}));
  const Decoded decoded = decode_cp932("a\x80\x8E\x52\x81");
  EXPECT_EQ(decoded.text, "a\uFFFD山\uFFFD");
  EXPECT_EQ(decoded.bad, (std::vector<std::size_t>{1, 4}));
}

TEST(Cp932, areas) {
  EXPECT_EQ(cp932_area(0x88, 0x9F), Cp932Area::jis_x_0208);  // 亜
  EXPECT_TRUE(is_level_1_kanji(0x88, 0x9F));
  EXPECT_TRUE(is_level_1_kanji(0x98, 0x72));  // 腕
  EXPECT_FALSE(is_level_1_kanji(0x98, 0x73));
  EXPECT_TRUE(is_level_2_kanji(0x98, 0x9F));  // 弌
  EXPECT_TRUE(is_level_2_kanji(0xEA, 0xA4));  // 熙
  EXPECT_FALSE(is_level_2_kanji(0xEA, 0xA5));
  EXPECT_EQ(cp932_area(0x87, 0x40), Cp932Area::vendor);  // ①
  EXPECT_EQ(cp932_area(0xFB, 0xFC), Cp932Area::vendor);  // 髙
  EXPECT_EQ(cp932_area(0xF0, 0x40), Cp932Area::user);
  EXPECT_EQ(cp932_area(0x81, 0xAD), Cp932Area::none);
}

TEST(Cp932, repertoires) {
  constexpr auto inside = std::string_view::npos;
  const auto bytes = [](std::string_view utf8) { return encode_cp932(utf8).bytes; };
  EXPECT_EQ(first_outside(bytes("ﾔﾏﾀﾞ A1"), Repertoire::one_byte), inside);
  EXPECT_EQ(first_outside(bytes("A山"), Repertoire::one_byte), 1u);
  EXPECT_EQ(first_outside(bytes("山　田"), Repertoire::two_byte), inside);
  EXPECT_EQ(first_outside(bytes("山 田"), Repertoire::two_byte), 2u);
  EXPECT_EQ(first_outside(bytes("ﾔﾏ山"), Repertoire::notifications), inside);
  EXPECT_EQ(first_outside(bytes("山①"), Repertoire::notifications), 2u);
  EXPECT_EQ(first_outside(bytes("山髙①"), Repertoire::any), inside);
  EXPECT_EQ(first_outside("\x8E", Repertoire::any), 0u);
  EXPECT_EQ(first_outside("a\x1A", Repertoire::any), 1u);
}

RC_GTEST_PROP(Cp932, any_bytes_decode_to_valid_text, (const std::string& bytes)) {
  RC_ASSERT(is_utf8(decode_cp932(bytes).text));
}

RC_GTEST_PROP(Cp932, good_text_comes_back, (const std::string& bytes)) {
  const Decoded once = decode_cp932(bytes);
  const Encoded back = encode_cp932(once.text);
  if (once.bad.empty()) {
    RC_ASSERT(back.lost.empty());
    RC_ASSERT(decode_cp932(back.bytes).text == once.text);
  }
}

}  // namespace
}  // namespace kenpo::base
