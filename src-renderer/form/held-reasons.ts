/** Why some fields of a section cannot be edited now: one entry for each distinct reason. */
export interface HeldReason {
  /** Id of the element that shows the reason, for `aria-describedby`. */
  readonly id: string;
  readonly because: string;
  /** Labels of the fields it holds, in their order. */
  readonly labels: readonly string[];
}

/** Gathers the reasons of a section's fields. @param prefix makes the ids unique in the document. */
export function gatherReasons(
  prefix: string,
  held: Iterable<{ readonly label: string; readonly because: string }>,
): readonly HeldReason[] {
  const byReason = new Map<string, string[]>();
  for (const { label, because } of held) {
    const labels = byReason.get(because);
    if (labels === undefined) byReason.set(because, [label]);
    else labels.push(label);
  }
  return [...byReason].map(([because, labels], index) => ({
    id: `${prefix}-reason-${index}`,
    because,
    labels,
  }));
}

/** The id of the element that shows a reason, or undefined where there is none. */
export function reasonId(reasons: readonly HeldReason[], because: string | undefined): string | undefined {
  return reasons.find((reason) => reason.because === because)?.id;
}

/** Names several fields in one breath: `Serial number: Active, Primary stocking; Owner: Active`. */
export function joinLabels(labels: readonly string[]): string {
  const byHead = new Map<string, string[]>();
  for (const label of labels) {
    const [head = '', ...tail] = label.split(': ');
    const rest = tail.join(': ');
    byHead.set(head, [...(byHead.get(head) ?? []), ...(rest === '' ? [] : [rest])]);
  }
  return [...byHead]
    .map(([head, rest]) => (rest.length === 0 ? head : `${head}: ${rest.join(', ')}`))
    .join('; ');
}
