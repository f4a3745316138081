/**
 * The indexes of on-hand, apart from the migrations because a large import drops them and makes them anew.
 * `on_hand_order` is the grid's default order and covers the sums; `on_hand_serial` finds a scanned serial and its
 * duplicates.
 */
export const onHandIndexes: Readonly<Record<string, string>> = {
  on_hand_order: `CREATE INDEX on_hand_order ON on_hand
    (item_number, warehouse, location, license_plate, inventory_status, batch_number, serial_number, quantity)`,
  on_hand_serial: `CREATE INDEX on_hand_serial ON on_hand (serial_number COLLATE NOCASE, item_number)
    WHERE serial_number <> ''`,
};
