#include <algorithm>
#include <map>
#include <set>

#include "base/require.h"
#include "base/resource.h"
#include "desk/data_node.h"
#include "desk/page.h"

namespace kenpo::desk {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view suffix = ".mustache";
constexpr std::string_view layout_name = "layout";
/// Where the layout takes in the page.
constexpr std::string_view content_name = "content";
constexpr int partial_depth_limit = 8;  // deeper is a partial that takes in itself

/// Looks tags up from the inside out and notes those that nobody provides.
class StrictContext final : public mustache::basic_context<std::string> {
 public:
  explicit StrictContext(const mustache::data& whole) { frames_.push_back(&whole); }
  void push(const mustache::data* frame) override { frames_.push_back(frame); }
  void pop() override { frames_.pop_back(); }
  const mustache::data* get(const std::string& name) const override {
    if (name == ".") return frames_.back();
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
      if (const auto* found = (*frame)->get(name)) return found;
    }
    missing_.insert(name);
    return nullptr;
  }
  const mustache::data* get_partial(const std::string& name) const override {
    missing_.insert(name);  // partials were taken in when the template was compiled
    return nullptr;
  }
  const std::set<std::string>& missing() const { return missing_; }

 private:
  std::vector<const mustache::data*> frames_;
  mutable std::set<std::string> missing_;
};

std::string name_of(std::string_view path) {
  const auto begin = path.rfind('/') + 1;
  return std::string(path.substr(begin, path.size() - begin - suffix.size()));
}

using Sources = std::map<std::string, std::string, std::less<>>;

Sources carried_sources() {
  Sources sources;
  for (const auto path : base::resources_under("src/")) {
    if (!path.ends_with(suffix)) continue;
    const auto name = name_of(path);
    const auto source = base::resource(path);
    // A whole document stands alone, outside the desk: the notice as a file of its own.
    if (source.find("<html") != std::string_view::npos && name != layout_name) continue;
    const auto [at, fresh] = sources.emplace(name, source);
    KENPO_REQUIRE(fresh);
    // Everything is escaped: no template prints a value as it is.
    KENPO_REQUIRE(at->second.find("{{{") == std::string::npos);
    KENPO_REQUIRE(at->second.find("{{&") == std::string::npos);
    KENPO_REQUIRE(at->second.find("{{=") == std::string::npos);
  }
  return sources;
}

/// The text with every `{{> name}}` replaced by that template.
std::string with_partials(std::string text, const Sources& sources, std::string_view content,
                          int depth = 0) {
  KENPO_REQUIRE(depth < partial_depth_limit);
  for (auto at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
    const auto end = text.find("}}", at);
    KENPO_REQUIRE(end != std::string::npos);
    auto name = text.substr(at + 3, end - at - 3);
    std::erase(name, ' ');
    const auto source = sources.find(name == content_name ? std::string(content) : name);
    KENPO_REQUIRE(source != sources.end());
    const auto inside = with_partials(source->second, sources, content, depth + 1);
    text.replace(at, end + 2 - at, inside);
    at += inside.size();
  }
  return text;
}

base::Fault not_provided(const std::string& tag) {
  return {.what = {"画面の項目が用意されていません。", "A tag of the page is not provided."},
          .why = {"プログラムの誤りです。", "This is a fault of the program."},
          .mend = {"システム担当に連絡してください。", "Please tell the system operator."},
          .place = {.file = {}, .line = 0, .column = 0, .field = base::Plain::name(tag)}};
}

}  // namespace

struct Templates::Compiled {
  std::map<std::string, std::unique_ptr<mustache::mustache>, std::less<>> by_name;
};

Templates::Templates() : compiled_(std::make_unique<Compiled>()) {
  const auto sources = carried_sources();
  for (const auto& [name, source] : sources) {
    if (name == layout_name) continue;
    const bool is_page = name.ends_with("_page");
    const auto& text = is_page ? sources.at(std::string(layout_name)) : source;
    auto compiled = std::make_unique<mustache::mustache>(with_partials(text, sources, name));
    KENPO_REQUIRE(compiled->is_valid());
    compiled_->by_name.emplace(name, std::move(compiled));
  }
}

Templates::~Templates() = default;

const Templates& Templates::carried() {
  static const Templates templates;
  return templates;
}

base::Result<std::string> Templates::fill(std::string_view name, const Data& data) const {
  const auto found = compiled_->by_name.find(name);
  KENPO_REQUIRE(found != compiled_->by_name.end());
  StrictContext context(data.node_->value);
  auto filled = found->second->render(context);
  if (context.missing().empty()) return filled;
  base::Faults faults;
  for (const auto& tag : context.missing()) faults.push_back(not_provided(tag));
  return faults;
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (const auto& [name, compiled] : compiled_->by_name) names.push_back(name);
  return names;
}

}  // namespace kenpo::desk
