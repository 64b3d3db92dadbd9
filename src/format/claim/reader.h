// Reads claims files of both forms: bytes in, receipts out, one at a time.
//
// The file is never in memory as a whole: `read_claims` goes over a mapped file, `Reader` takes
// chunks of any size. A receipt is a view into those bytes. What the receiver gets, put together in
// its order, is the file byte for byte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/claim/check.h"
#include "format/claim/layout.h"
#include "format/claim/receipt.h"
#include "format/claim/scan.h"

namespace kenpo::format::claim {

/// A receipt has at most 99,999 rows (行番号 has five digits) of about 60 bytes; longer texts are
/// rare. More than this without a new receipt means that the file is broken.
inline constexpr std::size_t receipt_bytes_limit = std::size_t{16} << 20;

/// What takes the receipts. The file may still be refused after receipts have been handed over
/// (its end tells whether it is whole), so a receiver keeps them in a transaction until the reader
/// returns its summary.
class Receiver {
 public:
  virtual ~Receiver() = default;
  /// A fault ends the reading and is passed on.
  virtual base::Result<> receipt(const Receipt& receipt) = 0;
  /// Bytes of the file that belong to no receipt (IR, GO, the end mark), in their place.
  virtual void between(std::string_view bytes) { static_cast<void>(bytes); }
};

struct Summary {
  Form form = Form::insurer;
  std::uint64_t lines = 0;
  std::uint64_t receipts = 0;
  std::array<std::uint64_t, services_count> by_service{};
  std::uint64_t corrected = 0;  // receipts with corrections of the reviewer
  std::uint64_t findings = 0;
  std::uint64_t payers = 0;     // as GO counts: each payer of a receipt
  std::int64_t points = 0;      // as GO sums
  std::string volume;           // IR, YK: 00, 01 …; empty where the head has none
  std::string volume_end;       // GO: 99 on the last volume
  std::int64_t stated_payers = 0;  // GO of the last volume: 総件数 of all volumes
  std::int64_t stated_points = 0;  // and 総合計点数
  bool end_mark = false;        // 0x1A behind the last line
};

class Reader {
 public:
  /// Whether the bytes are a file, or one receipt out of a file: without head, totals, end mark.
  enum class Frame : std::uint8_t { file, receipt };

  Reader(Form form, Receiver& receiver, Frame frame = Frame::file);

  /// Takes the next bytes of the file.
  void take(std::string_view bytes);
  /// The end of the file. All faults of the file, or its summary. Calls the receiver for what was
  /// left. A reader is used once.
  base::Result<Summary> finish();
  /// A file that is in memory or mapped as a whole: nothing is copied. Instead of take and finish.
  base::Result<Summary> read_whole(std::string_view bytes);

 private:
  enum class Part : std::uint8_t { more_follows, last };

  std::size_t consume(std::string_view bytes, Part part);
  std::size_t consume_window(std::string_view window, Part part);
  void read_line(std::string_view window, std::uint32_t start, std::size_t first,
                 std::size_t last, Line& line);
  void choose_service(Line& line);
  bool begins_group(const Line& line) const;
  void serve(Service service);
  friend base::Result<Summary> read_receipt_again(std::string_view, Receiver&);
  void end_group(std::string_view bytes);
  void end_receipt(std::string_view bytes);
  void hand_over(const Receipt& receipt);
  void end_other(std::string_view bytes);
  void check_bytes(const Line& line);
  void check_first_bytes(std::string_view bytes);
  void end_of_file(std::string_view rest);
  void keep_head(const Line& line);
  void check_total(const Line& line);
  bool stopped() const { return failed_ || notes_.full(); }

  Form form_;
  Frame frame_;
  Service service_ = Service::medical;    // of the lines that follow
  std::span<const RecordRule> rules_ = rules_of(Service::medical);
  Receiver& receiver_;
  Notes notes_;
  Summary summary_;
  std::string carry_;                     // the beginning of what is not complete yet
  Separators separators_;                 // of the window
  std::vector<Line> lines_;               // of the group that is being collected
  std::vector<Line> claimed_;
  std::vector<Line> decided_;
  std::string head_bytes_;                // the provider's IR line, for every receipt after it
  std::vector<std::uint32_t> head_ends_;
  std::optional<Line> head_;
  std::uint64_t lines_done_ = 0;
  bool failed_ = false;
  bool begun_ = false;
  bool total_seen_ = false;
};

/// Reads a whole file from memory (or mapped).
base::Result<Summary> read_claims(std::string_view bytes, Form form, Receiver& receiver);

/// Reads one receipt as it was handed over (`Receipt::bytes`). A provider's receipt comes without
/// its provider then.
base::Result<Summary> read_receipt_again(std::string_view bytes, Receiver& receiver);

}  // namespace kenpo::format::claim
