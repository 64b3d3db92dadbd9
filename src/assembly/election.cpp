#include "assembly/election.h"

namespace kenpo::assembly {

base::Words wording(ElectionStep step) {
  switch (step) {
    case ElectionStep::announced:
      return {"告示", "announced"};
    case ElectionStep::roll_frozen:
      return {"選挙人名簿の確定", "roll frozen"};
    case ElectionStep::candidate:
      return {"立候補の届出", "candidacy"};
    case ElectionStep::candidate_withdrawn:
      return {"立候補の取下げ", "candidacy withdrawn"};
    case ElectionStep::counted_first:
      return {"1人目の開票", "first count"};
    case ElectionStep::counted_second:
      return {"2人目の開票(一致)", "second count, agreeing"};
    case ElectionStep::counts_differ:
      return {"開票の不一致(数え直し)", "counts differ"};
    case ElectionStep::lot_drawn:
      return {"くじ", "lot drawn"};
    case ElectionStep::lot_witnessed:
      return {"くじの立会い", "lot witnessed"};
    case ElectionStep::result:
      return {"当選の告示", "result announced"};
    case ElectionStep::erased:
      return {"名簿と票の消去", "roll and ballots erased"};
  }
  return {};
}

}  // namespace kenpo::assembly
