import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { PickNeeds, PickWork } from '../../../src-main/domain/pick.ts';
import type { ApiProblem } from '../../api/client.ts';
import { enterGoesOn } from '../../form/enter-goes-on.ts';
import { QuantityUnit } from '../../form/quantity-unit.tsx';
import { StepField } from '../../form/step-field.tsx';
import { withUnit } from './pick-words.ts';
import type { PickDraft } from './use-pick-step.ts';

/** Props of `PickFields`. */
export interface PickFieldsProps {
  readonly work: PickWork;
  readonly draft: PickDraft;
  readonly atPlace: PickNeeds | undefined;
  /** In thousandths of the inventory unit; undefined while it cannot be read. */
  readonly quantity: number | undefined;
  readonly problem: ApiProblem | undefined;
  readonly onChange: (changes: Partial<PickDraft>) => void;
  /** Enter in the last field. */
  readonly onLast: () => void;
}

/** How much is picked, and where it is put. Enter goes to the next field. */
export function PickFields(props: PickFieldsProps): ReactElement {
  const { work, draft, atPlace, quantity, problem, onChange, onLast } = props;
  const problemAt = (path: string): string | undefined =>
    problem?.path === path ? problem.sentence : undefined;
  const { inventoryUnit, remaining } = work;
  const inUnits =
    draft.unit === '' || quantity === undefined ? '' : `= ${withUnit(quantity, inventoryUnit)}, `;
  return (
    <Box
      onKeyDown={(event) => enterGoesOn(event, onLast)}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: 1.5 }}
    >
      <QuantityUnit
        text={draft.quantity}
        unit={draft.unit}
        inventoryUnit={inventoryUnit}
        units={atPlace?.units ?? []}
        onText={(text) => onChange({ quantity: text })}
        onUnit={(unit) => onChange({ unit })}
        problem={problemAt('quantity')}
        help={`${inUnits}${withUnit(remaining, inventoryUnit)} to pick`}
      />
      <StepField
        label="Put to location"
        name="putLocation"
        value={draft.putLocation}
        onText={(putLocation) => onChange({ putLocation })}
        problem={problemAt('putLocation')}
      />
      <StepField
        label="Put to license plate"
        name="putLicensePlate"
        value={draft.putLicensePlate}
        onText={(putLicensePlate) => onChange({ putLicensePlate })}
        problem={problemAt('putLicensePlate')}
      />
    </Box>
  );
}
