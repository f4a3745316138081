import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  beginWalk,
  expectStands,
  goToPack,
  makeNumberGroup,
  pack,
  pick,
  receive,
  release,
  ship,
} from './flow-walk.ts';

// A transfer order under each row of the table of "Serial number capturing": picked, shipped and received at the
// destination on the pages. The serials travel along, and nobody enters them a second time.

const SHIPPED = 'Shipped serial numbers arrive with the units and are not entered again.';

async function expectShipped(page: Page, ...serials: readonly string[]): Promise<void> {
  const list = page.getByRole('list', { name: 'Shipped serial numbers' });
  await expect(list.getByRole('listitem')).toHaveText([...serials]);
}

test('None: of a part the user says which serials go; they arrive unasked', async ({ page }) => {
  await beginWalk(page, {
    stock: '\nA-100,61,BULK-1,CAM-1,1\nA-100,61,BULK-1,CAM-2,1\nA-100,61,BULK-1,CAM-3,1',
    transfer: 'TO-1,1,A-100,2,61,62',
  });
  await expectStands(page, 'A-100', '61 BULK-1 CAM-1 1', '61 BULK-1 CAM-2 1', '61 BULK-1 CAM-3 1');

  await release(page, 'TO-1', 2);
  await pick(page, 'TO-1', 'BULK-1', {
    says: 'A part of what stands here is taken: say which serial numbers.',
    serials: ['CAM-1', 'CAM-3'],
  });
  await expectStands(
    page,
    'A-100',
    '61 BULK-1 CAM-2 1',
    '61 STAGE Picked CAM-1 1',
    '61 STAGE Picked CAM-3 1',
  );

  await goToPack(page, 'TO-1');
  await ship(page, '1 line of TO-1 is on the way.');
  await expectStands(page, 'A-100', '61 In transit CAM-1 1', '61 In transit CAM-3 1', '61 BULK-1 CAM-2 1');

  await receive(page, 'TO-1', 'RECV', { says: SHIPPED }, () => expectShipped(page, 'CAM-1', 'CAM-3'));
  await expectStands(page, 'A-100', '61 BULK-1 CAM-2 1', '62 RECV CAM-1 1', '62 RECV CAM-3 1');
});

test('Picking: the pick asks, and the destination does not', async ({ page }) => {
  await beginWalk(page, { stock: 'A-200,61,BULK-2,,3', transfer: 'TO-2,1,A-200,2,61,62' });
  await expectStands(page, 'A-200', '61 BULK-2 Blank 3');

  await release(page, 'TO-2', 2);
  await pick(page, 'TO-2', 'BULK-2', {
    says: 'One serial number for each unit.',
    serials: ['DRO-1', 'DRO-2'],
  });
  await expectStands(
    page,
    'A-200',
    '61 BULK-2 Blank 1',
    '61 STAGE Picked DRO-1 1',
    '61 STAGE Picked DRO-2 1',
  );

  await goToPack(page, 'TO-2');
  await ship(page, '1 line of TO-2 is on the way.');
  await expectStands(page, 'A-200', '61 In transit DRO-1 1', '61 In transit DRO-2 1', '61 BULK-2 Blank 1');

  await receive(page, 'TO-2', 'RECV', { says: SHIPPED }, () => expectShipped(page, 'DRO-1', 'DRO-2'));
  await expectStands(page, 'A-200', '61 BULK-2 Blank 1', '62 RECV DRO-1 1', '62 RECV DRO-2 1');
});

test('Packing: the packing station asks, and the destination does not', async ({ page }) => {
  await beginWalk(page, { stock: 'A-300,61,BULK-3,,3', transfer: 'TO-3,1,A-300,2,61,62' });
  await expectStands(page, 'A-300', '61 BULK-3 Blank 3');

  await release(page, 'TO-3', 2);
  await pick(page, 'TO-3', 'BULK-3', { says: 'Blank units go first: nothing is asked.' });
  await expectStands(page, 'A-300', '61 BULK-3 Blank 1', '61 STAGE Picked Blank 2');

  await goToPack(page, 'TO-3');
  await pack(page, 'A-300', { says: 'One serial number for each unit.', serials: ['PRI-1', 'PRI-2'] });
  await expectStands(
    page,
    'A-300',
    '61 BULK-3 Blank 1',
    '61 PACK-1 Packed PRI-1 1',
    '61 PACK-1 Packed PRI-2 1',
  );

  await goToPack(page, 'TO-3');
  await ship(page, '1 line of TO-3 is on the way.');
  await expectStands(page, 'A-300', '61 In transit PRI-1 1', '61 In transit PRI-2 1', '61 BULK-3 Blank 1');

  await receive(page, 'TO-3', 'RECV', { says: SHIPPED }, () => expectShipped(page, 'PRI-1', 'PRI-2'));
  await expectStands(page, 'A-300', '61 BULK-3 Blank 1', '62 RECV PRI-1 1', '62 RECV PRI-2 1');
});

test('a generated number: it travels, and the destination makes none', async ({ page }) => {
  await beginWalk(page, { purchase: 'PO-5,1,A-500,2,ea,61', transfer: 'TO-5,1,A-500,2,61,62' });
  await makeNumberGroup(page);
  await receive(page, 'PO-5', 'BULK-5', { says: 'Number group SN will make the serial numbers.' });
  await expectStands(page, 'A-500', '61 BULK-5 SN-001 1', '61 BULK-5 SN-002 1');

  await release(page, 'TO-5', 2);
  await pick(page, 'TO-5', 'BULK-5', { says: 'Everything here is taken: nothing is asked.' });
  await expectStands(page, 'A-500', '61 STAGE Picked SN-001 1', '61 STAGE Picked SN-002 1');

  await goToPack(page, 'TO-5');
  await ship(page, '1 line of TO-5 is on the way.');
  await expectStands(page, 'A-500', '61 In transit SN-001 1', '61 In transit SN-002 1');

  await receive(page, 'TO-5', 'RECV', { says: SHIPPED }, () => expectShipped(page, 'SN-001', 'SN-002'));
  await expectStands(page, 'A-500', '62 RECV SN-001 1', '62 RECV SN-002 1');
});
