/** Stock that was past before ages were kept is as old as its row: else a reversal would bring it back without an age. */
export const pastAges = `
UPDATE past_on_hand SET since = coalesce((SELECT e.at FROM inventory_transactions t JOIN inventory_events e ON e.id = t.event_id
  WHERE t.stock_id = past_on_hand.id ORDER BY t.event_id LIMIT 1), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
WHERE since = ''
`;
