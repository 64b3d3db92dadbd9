#include "notice/checkpoint_rotation.h"

namespace kenpo::notice {

namespace {
constexpr std::string_view line_begin = R"({"rotation":")";
constexpr std::string_view line_end = R"("})";
constexpr std::string_view next_key = "next-key ";
}  // namespace

std::string rotation_text(const Checkpoint& before, const PublicKey& next) {
  Checkpoint text = before;
  text.extension = std::string(next_key) + next.line() + '\n';
  return text_of(text);
}

// A note of an origin that is_origin allows holds nothing that JSON escapes but its line ends.
std::string rotation_line(std::string_view signed_note) {
  std::string line(line_begin);
  for (const char c : signed_note) {
    if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  return line.append(line_end);
}

bool is_rotation(std::string_view line) { return line.starts_with(line_begin); }

std::optional<Rotation> open_rotation(std::string_view line, const PublicKey& old_key) {
  if (!is_rotation(line) || !line.ends_with(line_end) || line.size() > checkpoint_bytes_limit) {
    return std::nullopt;
  }
  std::string note;
  auto rest = line.substr(line_begin.size());
  for (rest.remove_suffix(line_end.size()); !rest.empty();) {
    const bool escape = rest.starts_with("\\n");
    note += escape ? '\n' : rest.front();
    rest.remove_prefix(escape ? 2 : 1);
  }
  const auto text = old_key.open(note);
  if (!text || rotation_line(note) != line) return std::nullopt;
  auto checkpoint = parse_checkpoint(*text);
  if (!checkpoint || checkpoint->origin != old_key.origin()) return std::nullopt;
  std::string_view extension = checkpoint->extension;
  if (!extension.starts_with(next_key)) return std::nullopt;
  extension.remove_prefix(next_key.size());
  const auto next = PublicKey::parse(extension.substr(0, extension.find('\n')));
  if (!next || next->origin() != old_key.origin()) return std::nullopt;
  if (rotation_text(*checkpoint, *next) != *text) return std::nullopt;
  checkpoint->extension.clear();
  return Rotation{*checkpoint, *next, note};
}

}  // namespace kenpo::notice
