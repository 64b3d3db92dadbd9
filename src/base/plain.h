// Text that is known to hold no personal data. Logs and error texts are made of nothing else.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace kenpo::base {

class Date;
class Month;

/// Text that cannot hold personal data: it is made of literals, counts, civil dates of rules and
/// names that our own code declares. There is no way in for a text that came from outside.
class Plain {
 public:
  Plain() = default;

  /// A literal of our own source.
  template <std::size_t N>
  Plain(const char (&literal)[N]) : text_(literal, N - 1) {}
  /// A buffer is not a literal.
  template <std::size_t N>
  Plain(char (&buffer)[N]) = delete;

  /// A count, a line number, a length.
  template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
  Plain(Number number) : text_(std::to_string(number)) {}

  /// A date of a rule or of a file's head; never the birth date of a person.
  Plain(const Date& date);
  /// A month.
  Plain(const Month& month);

  /// The name of a field, record, rule or table that our own code declares (static storage).
  static Plain name(std::string_view declared) { return Plain(std::string(declared), 0); }

  /// A short code taken from data, kept only where it is made of capital letters, digits and
  /// `. _ -` and has at most eight of them; anything else becomes 「？」. So a record id or a form
  /// code can be shown, and a name cannot. An insured number could: callers pass codes only.
  static Plain code(std::string_view from_data);

  /// The name of a file as the reader gave it on the command line, without its folder.
  static Plain file(std::string_view path);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  Plain& operator+=(const Plain& more) {
    text_ += more.text_;
    return *this;
  }
  friend Plain operator+(Plain left, const Plain& right) { return left += right, left; }
  friend bool operator==(const Plain&, const Plain&) = default;

 private:
  Plain(std::string text, int) : text_(std::move(text)) {}
  std::string text_;
};

/// The same words in the two languages of the program.
struct Words {
  Plain ja;
  Plain en;

  bool empty() const { return ja.empty() && en.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
};

}  // namespace kenpo::base
