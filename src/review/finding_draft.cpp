#include "review/finding_draft.h"

namespace kenpo::review {

std::string key_of(const FindingDraft& draft) {
  std::string key(draft.check->id);
  key += ' ';
  key += draft.claim.text();
  key += ' ';
  if (draft.other) key += draft.other->text();
  key += ' ';
  key += draft.subject;
  return key;
}

}  // namespace kenpo::review
