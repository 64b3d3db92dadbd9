#include "remuneration/manual_determination.h"

namespace kenpo::remuneration {

base::Words wording(ManualKind kind) {
  switch (kind) {
    case ManualKind::childcare_end:
      return {"育児休業等終了時改定", "End of childcare leave"};
    case ManualKind::maternity_end:
      return {"産前産後休業終了時改定", "End of maternity leave"};
    case ManualKind::annual_regular:
      return {"年間平均による保険者算定(定時決定)", "Average of a year, regular determination"};
    case ManualKind::annual_revision:
      return {"年間平均による保険者算定(随時改定)", "Average of a year, revision"};
    case ManualKind::revision:
      return {"随時改定(届出によらない決定)", "Revision without notification"};
    case ManualKind::workplaces:
      return {"二以上事業所勤務の合算", "Several workplaces"};
    case ManualKind::workplaces_revision:
      return {"随時改定(二以上事業所勤務の合算)", "Revision on the sum of several workplaces"};
    case ManualKind::voluntary:
      return {"任意継続・特例退職の標準報酬", "Voluntary members and special retirees"};
    case ManualKind::insurer:
      return {"保険者算定", "Insurer's determination"};
  }
  return {};
}

base::Plain article(ManualKind kind) {
  switch (kind) {
    case ManualKind::childcare_end:
      return "健康保険法43条の2";
    case ManualKind::maternity_end:
      return "健康保険法43条の3";
    case ManualKind::revision:
      return "健康保険法43条";
    case ManualKind::workplaces:
      return "健康保険法44条3項";
    case ManualKind::workplaces_revision:
      return "健康保険法43条・44条3項";
    case ManualKind::annual_regular:
    case ManualKind::annual_revision:
      return "健康保険法44条1項";
    case ManualKind::voluntary:
      return "健康保険法47条・附則3条";
    case ManualKind::insurer:
      return "健康保険法44条1項・2項";
  }
  return {};
}

DeterminationKind determination_of(ManualKind kind) {
  switch (kind) {
    case ManualKind::childcare_end:
      return DeterminationKind::childcare_end;
    case ManualKind::maternity_end:
      return DeterminationKind::maternity_end;
    case ManualKind::revision:
    case ManualKind::workplaces_revision:
      return DeterminationKind::revision;
    case ManualKind::voluntary:
      return DeterminationKind::voluntary;
    case ManualKind::workplaces:
      return DeterminationKind::workplaces;
    case ManualKind::annual_regular:
    case ManualKind::annual_revision:
    case ManualKind::insurer:
      return DeterminationKind::insurer;
  }
  return DeterminationKind::insurer;
}

base::Words wording(ManualState state) {
  switch (state) {
    case ManualState::open:
      return {"決裁待ち", "Awaiting approval"};
    case ManualState::confirmed:
      return {"決定済み", "Decided"};
    case ManualState::refused:
      return {"却下", "Refused"};
  }
  return {};
}

}  // namespace kenpo::remuneration
