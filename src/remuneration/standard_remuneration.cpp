#include "remuneration/standard_remuneration.h"

namespace kenpo::remuneration {

base::Words wording(DeterminationKind kind) {
  switch (kind) {
    case DeterminationKind::acquisition:
      return {"資格取得時決定", "At acquisition"};
    case DeterminationKind::regular:
      return {"定時決定", "Regular determination"};
    case DeterminationKind::revision:
      return {"随時改定", "Revision"};
    case DeterminationKind::childcare_end:
      return {"育児休業等終了時改定", "End of childcare leave"};
    case DeterminationKind::maternity_end:
      return {"産前産後休業終了時改定", "End of maternity leave"};
    case DeterminationKind::insurer:
      return {"保険者算定", "Insurer's determination"};
    case DeterminationKind::workplaces:
      return {"二以上事業所の決定", "Determination for two workplaces"};
    case DeterminationKind::voluntary:
      return {"任意継続・特例退職の決定", "Determination of a voluntary member"};
    case DeterminationKind::correction:
      return {"訂正", "Correction"};
  }
  return {};
}

}  // namespace kenpo::remuneration
