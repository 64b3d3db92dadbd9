#include "desk/two_dimensional_code.h"

#include <qrencode.h>
#include <sodium.h>

#include <memory>

namespace kenpo::desk {

namespace {

constexpr int quiet_modules = 4;  // ISO/IEC 18004, 6.3.8

struct Release {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

base::Fault refused() {
  return {.what = {"二次元コードを作れません。", "The code cannot be made."},
          .why = {base::Plain("文字列が空か、") + code_text_limit_bytes + "バイトを超えています。",
                  base::Plain("The text is empty or has more than ") + code_text_limit_bytes +
                      " bytes."},
          .mend = {"内容を短くしてください。", "Make the text shorter."},
          .place = {}};
}

std::string svg_of(const QRcode& code) {
  const auto side = std::to_string(code.width + 2 * quiet_modules);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                    "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" "
                    "fill=\"#fff\"/><path d=\"";
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width; ++column) {
      if ((code.data[row * code.width + column] & 1U) == 0) continue;
      svg += "M" + std::to_string(column + quiet_modules) + " " +
             std::to_string(row + quiet_modules) + "h1v1h-1z";
    }
  }
  return svg + "\"/></svg>";
}

}  // namespace

base::Result<std::string> two_dimensional_code(std::string_view text) {
  if (text.empty() || text.size() > code_text_limit_bytes) return refused();
  const std::string terminated(text);
  const std::unique_ptr<QRcode, Release> code(
      QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M));
  if (!code) return refused();
  const auto svg = svg_of(*code);
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string encoded(sodium_base64_encoded_len(svg.size(), variant), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(),
                    reinterpret_cast<const unsigned char*>(svg.data()), svg.size(), variant);
  encoded.pop_back();
  return "data:image/svg+xml;base64," + encoded;
}

}  // namespace kenpo::desk
