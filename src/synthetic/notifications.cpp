#include "synthetic/notifications.h"

#include <algorithm>
#include <utility>

#include "format/notification_csv/notification_csv.h"

namespace kenpo::synthetic {

namespace {

namespace csv = format::notification_csv;
using base::Result;

/// A record has up to about 250 bytes, a file less than 4.5 MB; and nobody wants all of a large
/// employer's records in memory at once.
constexpr std::size_t records_of_file = 10'000;

std::string two_digits(int number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

/// Collects the records of an employer and writes them as files.
class Mailing {
 public:
  Mailing(const Society& society, std::string prefix, base::Date made_on, Output& output)
      : society_(society), prefix_(std::move(prefix)), made_on_(made_on), output_(output) {}

  Result<> add(std::uint32_t employer, csv::Content content) {
    if (employer_ != employer || contents_.size() >= records_of_file) {
      KENPO_TRY(send());
      part_ = employer_ == employer ? part_ + 1 : 1;
      employer_ = employer;
    }
    contents_.push_back(std::move(content));
    return base::Done{};
  }

  Result<> send() {
    if (contents_.empty()) return base::Done{};
    const auto& employer = society_.employers[employer_];
    auto head = head_of(employer, made_on_);
    head.medium_serial = part_;
    // A loss at the end of the plan's last day lies on the day behind it.
    const auto today = society_.plan.last_month.last_day().plus_days(1);
    const auto file = KENPO_TRY(csv::compose(head, contents_, {.today = today, .file = {}}));
    output_.files().notifications += static_cast<std::int64_t>(contents_.size());
    contents_.clear();
    return output_.write(prefix_ + employer.symbol + "-" + two_digits(part_) + ".csv",
                         csv::write(file));
  }

 private:
  const Society& society_;
  std::string prefix_;
  base::Date made_on_;
  Output& output_;
  std::uint32_t employer_ = 0;
  int part_ = 1;
  std::vector<csv::Content> contents_;
};

}  // namespace

csv::Head head_of(const Employer& employer, base::Date made_on) {
  csv::Head head;
  head.office = employer.office;
  head.office_number = "1";
  head.made_on = made_on;
  head.postal_parent = "999";
  head.postal_child = "0001";
  head.address = "架空市見本町１－２－３";
  head.name = employer.name;
  head.employer_name = employer.head_name;
  head.telephone = {"00", "0000", "0000"};
  return head;
}

Result<> write_acquisitions(const Society& society, Output& output) {
  std::vector<std::uint32_t> order(society.insured.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::sort(order, {},
                    [&](std::uint32_t at) { return std::pair(society.insured[at].employer, at); });
  const auto made_on = society.lead_in().first_day();
  Mailing mailing(society, "10-acquisition-", made_on, output);
  for (const auto at : order) {
    KENPO_TRY(mailing.add(society.insured[at].employer, acquisition_of(society, at)));
  }
  return mailing.send();
}

Result<> write_events(const Society& society, base::Month month, const std::vector<Event>& events,
                      Output& output) {
  Mailing mailing(society, "40-" + month.iso() + "-", month.last_day(), output);
  for (const auto& event : events) {
    KENPO_TRY(mailing.add(event.employer, content_of(society, event)));
  }
  return mailing.send();
}

}  // namespace kenpo::synthetic
