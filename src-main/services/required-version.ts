import { DomainError } from '../domain/problem.ts';

/**
 * The stored group, if it is still the version that the user has seen.
 * @throws DomainError `not-found`, `changed-meanwhile`.
 */
export function requireVersion<Group extends { readonly version: number }>(
  found: Group | undefined,
  version: number | undefined,
): Group {
  if (found === undefined)
    throw new DomainError('not-found', 'This group was deleted in another window. Nothing was saved.');
  if (found.version !== version)
    throw new DomainError(
      'changed-meanwhile',
      'This group was changed in another window. Nothing was saved.',
    );
  return found;
}
