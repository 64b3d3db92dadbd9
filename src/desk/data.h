// What a template is filled with: texts, sections and lists under the names of its tags.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kenpo::desk {

/// The values of a template. Every tag that the template reaches must be provided, an empty text
/// or `nothing` included; a tag that is not is a fault of the page. Texts are escaped on output.
class Data {
 public:
  Data();
  Data(const Data& other);
  Data(Data&& other) noexcept;
  Data& operator=(const Data& other);
  Data& operator=(Data&& other) noexcept;
  ~Data();

  /// `{{tag}}`
  Data& text(std::string_view tag, std::string value);
  Data& number(std::string_view tag, long long value);
  /// `{{#tag}}…{{tag}}…{{/tag}}`: shown when the text is not empty. Inside, `{{text}}` is the text.
  Data& text_if_any(std::string_view tag, std::string value);
  /// `{{#tag}}…{{/tag}}` and `{{^tag}}…{{/tag}}`
  Data& when(std::string_view tag, bool condition);
  /// `{{#tag}}…{{/tag}}` once, with its own values
  Data& section(std::string_view tag, Data value);
  /// `{{#tag}}…{{/tag}}` not shown, `{{^tag}}…{{/tag}}` shown
  Data& nothing(std::string_view tag);
  /// `{{#tag}}…{{/tag}}` for each row
  Data& list(std::string_view tag, std::vector<Data> rows);
  /// Takes over every value of `other`; a name given twice takes the later one.
  Data& all_of(Data other);

 private:
  friend class Templates;
  struct Node;
  std::unique_ptr<Node> node_;
};

}  // namespace kenpo::desk
