// Papers of a notification: kept sealed, opened under the case's purpose, refused otherwise.
#include "report/attachment_act.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "eligibility/notification_store.h"
#include "report/attachment_rule.h"
#include "report/report_for_tests.h"

namespace kenpo::report {
namespace {

using namespace test_support;
using eligibility::Notification;
using eligibility::NotificationKind;
using eligibility::NotificationOutcome;

inline constexpr notice::Operation keep{
    .name = "test.keep_notification",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

const std::string pdf = "%PDF-1.7\n1 0 obj <<>> endobj canary-paper\n%%EOF\n";
const std::string png = "\x89PNG\r\n\x1A\n....IEND\xAE\x42\x60\x82";
const std::string jpeg = "\xFF\xD8\xFF\xE0....\xFF\xD9";

struct Row {
  const char* why;
  std::string bytes;
  std::optional<AttachmentKind> kind;
};

TEST(AttachmentRule, TakesWholePdfAndPicturesThatRunNothing) {
  const Row rows[] = {
      {"pdf", pdf, AttachmentKind::pdf},
      {"png", png, AttachmentKind::png},
      {"jpeg", jpeg, AttachmentKind::jpeg},
      {"nothing", "", {}},
      {"text", "hello", {}},
      {"program", "MZ\x90", {}},
      {"page", "<html>", {}},
      {"zip", "PK\x03\x04", {}},
      {"pdf that is cut off", pdf.substr(0, pdf.size() - 7), {}},
      {"png that is cut off", png.substr(0, png.size() - 1), {}},
      {"jpeg that is cut off", jpeg.substr(0, jpeg.size() - 1), {}},
      {"pdf with a script", "%PDF-1.7\n<</JS (app.alert(1))>>\n%%EOF\n", {}},
      {"pdf that launches", "%PDF-1.7\n<</Launch 1>>\n%%EOF\n", {}},
      {"pdf with a file inside", "%PDF-1.7\n<</EmbeddedFile 1>>\n%%EOF\n", {}},
      {"pdf with a name that only begins so", "%PDF-1.7\n<</JSON 1>>\n%%EOF\n",
       AttachmentKind::pdf},
      {"too large", pdf + std::string(attachment_limit_bytes, ' ') + pdf, {}},
  };
  for (const auto& row : rows) {
    const auto kind = check_attachment(row.bytes);
    EXPECT_EQ(kind.ok(), row.kind.has_value()) << row.why;
    if (kind.ok() && row.kind) {
      EXPECT_EQ(*kind, *row.kind) << row.why;
    }
  }
}

class AttachmentTest : public ReportTest {
 protected:
  Notification kept(NotificationKind kind,
                    NotificationOutcome outcome = NotificationOutcome::open) {
    Notification made{.kind = kind,
                      .outcome = outcome,
                      .person = base::PersonId::draw(),
                      .establishment = works_.id,
                      .case_id = base::CaseId::draw(),
                      .entered_at = society_.clock().now(),
                      .received_on = day(2026, 11, 24),
                      .on = day(2026, 11, 1)};
    must(society_.gate().perform<keep>(
        clerk(), [&](const notice::Permit<keep>& permit) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(eligibility::add(transaction, access, made));
          return transaction.commit(permit.recorder());
        }));
    return made;
  }
  base::Result<Attachment> attach(const Notification& to, const std::string& bytes) {
    auto ledger = this->ledger();
    return add_attachment(ledger, clerk(), to.id, bytes);
  }
  AttachmentList listed(const Notification& of) {
    auto ledger = this->ledger();
    return must(list_attachments(ledger, clerk(), of.id));
  }
};

TEST_F(AttachmentTest, WhatIsAddedComesBackByteForByte) {
  for (const auto kind : {NotificationKind::acquisition, NotificationKind::dependent_added}) {
    const auto notification = kept(kind);
    const auto large = pdf + std::string(150'000, 'x') + "%%EOF";
    must(attach(notification, png));
    const auto added = must(attach(notification, large));
    EXPECT_EQ(listed(notification).attachments.size(), 2u);
    auto ledger = this->ledger();
    EXPECT_EQ(must(open_attachment(ledger, clerk(), notification.id, added.id)).bytes, large);
  }
}

TEST_F(AttachmentTest, LiesSealed) {
  must(attach(kept(NotificationKind::dependent_added), pdf));
  must(attach(kept(NotificationKind::loss), pdf));
  society_.reopen();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(society_.directory())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find("canary-paper"), bytes.npos) << entry.path();
  }
}

TEST_F(AttachmentTest, RefusesTheSameTwiceTooManyAndClosedCases) {
  const auto notification = kept(NotificationKind::loss);
  must(attach(notification, pdf));
  EXPECT_FALSE(attach(notification, pdf).ok());
  for (std::size_t at = 1; at < attachments_limit; ++at) {
    must(attach(notification, pdf + std::to_string(at) + "%%EOF"));
  }
  EXPECT_FALSE(attach(notification, png).ok());
  const auto closed = kept(NotificationKind::loss, NotificationOutcome::decided);
  EXPECT_FALSE(attach(closed, pdf).ok());
  EXPECT_FALSE(listed(closed).open);
}

TEST_F(AttachmentTest, IsForTheCaseAndItsRolesOnly) {
  const auto first = kept(NotificationKind::loss);
  const auto second = kept(NotificationKind::loss);
  const auto added = must(attach(first, pdf));
  auto ledger = this->ledger();
  EXPECT_FALSE(open_attachment(ledger, clerk(), second.id, added.id).ok()) << "another case";
  EXPECT_FALSE(open_attachment(ledger, benefit_clerk(), first.id, added.id).ok());
  EXPECT_FALSE(list_attachments(ledger, society_.stranger(), first.id).ok());
  EXPECT_FALSE(add_attachment(ledger, benefit_clerk(), first.id, png).ok());
  society_.change_policy([](notice::Policy& policy) {
    policy.notice.pairs &= ~notice::mask_of(
        notice::Pair{notice::Category::dependent_household,
                     notice::Purpose::dependent_recognition_and_verification});
  });
  EXPECT_FALSE(open_attachment(ledger, clerk(), first.id, added.id).ok()) << "row withdrawn";
}

}  // namespace
}  // namespace kenpo::report
