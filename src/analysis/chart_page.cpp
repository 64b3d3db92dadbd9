#include "analysis/chart_page.h"

#include <algorithm>

namespace kenpo::analysis {

namespace {

// Units of the drawing; the page scales it.
constexpr int bar_left = 240;
constexpr std::int64_t bar_width = 380;
constexpr int row_height = 26;
constexpr int bar_height = 18;
constexpr int text_down = 14;
constexpr std::size_t label_characters = 16;

std::string cut(const std::string& label) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < label.size(); ++count) {
    if (count == label_characters) return label.substr(0, end) + "…";
    ++end;
    while (end < label.size() && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) ++end;
  }
  return label;
}

}  // namespace

desk::Data chart(const std::string& title, const std::vector<Bar>& bars) {
  std::int64_t most = 1;
  for (const auto& bar : bars) most = std::max(most, bar.value);
  std::vector<desk::Data> drawn;
  const auto count = std::min(bars.size(), bars_limit);
  for (std::size_t at = 0; at < count; ++at) {
    const auto& bar = bars[at];
    const auto top = static_cast<int>(at) * row_height;
    // Sums of a society are below 10^13 yen: the product fits.
    const auto value = std::max<std::int64_t>(bar.value, 0);
    const auto width = bar.shown ? value * bar_width / most : 0;
    desk::Data data;
    data.number("top", top + 2)
        .number("text_top", top + text_down + 2)
        .number("width", width)
        .number("value_left", bar_left + width + 8)
        .text("label", cut(bar.label))
        .text("words", bar.shown ? bar.words : "示しません");
    drawn.push_back(std::move(data));
  }
  desk::Data data;
  data.text("title", title)
      .number("height", static_cast<long long>(count) * row_height)
      .number("label_right", bar_left - 10)
      .number("bar_left", bar_left)
      .number("bar_height", bar_height)
      .list("bars", std::move(drawn));
  return data;
}

}  // namespace kenpo::analysis
