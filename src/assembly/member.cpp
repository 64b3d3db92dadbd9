#include "assembly/member.h"

namespace kenpo::assembly {

base::Words wording(MemberKind kind) {
  return kind == MemberKind::appointed ? base::Words{"選定議員", "appointed member"}
                                       : base::Words{"互選議員", "elected member"};
}

base::Words wording(MembershipEnd end) {
  switch (end) {
    case MembershipEnd::resigned:
      return {"辞任", "resigned"};
    case MembershipEnd::lost_insurance:
      return {"資格の喪失", "no longer eligible"};
    case MembershipEnd::death:
      return {"死亡", "death"};
  }
  return {};
}

base::Words wording(Post post) {
  switch (post) {
    case Post::chair:
      return {"理事長", "chair of the board"};
    case Post::executive_director:
      return {"常務理事", "executive director"};
    case Post::director:
      return {"理事", "director"};
    case Post::auditor:
      return {"監事", "auditor"};
  }
  return {};
}

}  // namespace kenpo::assembly
