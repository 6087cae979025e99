import type { Grant } from '../../ops/grant.ts';
import type { Revoke } from '../../ops/revoke.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeNames } from '../write.ts';
import { cascade, words } from './words.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';

/** How a database names what is granted, on what, and to whom; each refuses what it has not. */
export interface GrantForms {
  readonly privilege: (privilege: Privilege, on: Securable, dialect: Dialect) => string;
  /** All that stands behind ON. */
  readonly securable: (on: Securable, dialect: Dialect) => string;
  readonly grantee: (grantee: Grantee, dialect: Dialect) => string;
}

function granted({ privileges, on }: Pick<Grant, 'privileges' | 'on'>, forms: GrantForms, dialect: Dialect): string {
  const columns = on.kind === 'table' && on.columns ? ` (${writeNames(dialect, on.columns)})` : '';
  const list = privileges.map((each) => forms.privilege(each, on, dialect) + columns);
  return `${list.join(', ')} ON ${forms.securable(on, dialect)}`;
}

const grantees = (to: readonly Grantee[], forms: GrantForms, dialect: Dialect): string =>
  to.map((each) => forms.grantee(each, dialect)).join(', ');

/** `GRANT SELECT, INSERT ON t TO a, b WITH GRANT OPTION` */
export const grantAs =
  (forms: GrantForms) =>
  (op: Grant, { dialect }: LoweringContext): readonly Lowered[] => [
    schemaStatement(
      words(
        `GRANT ${granted(op, forms, dialect)} TO ${grantees(op.to, forms, dialect)}`,
        op.withGrantOption && 'WITH GRANT OPTION',
      ),
    ),
  ];

/** `REVOKE SELECT ON t FROM a CASCADE` */
export const revokeAs =
  (forms: GrantForms) =>
  (op: Revoke, { dialect }: LoweringContext): readonly Lowered[] => [
    schemaStatement(
      words(`REVOKE ${granted(op, forms, dialect)} FROM ${grantees(op.from, forms, dialect)}`, cascade(op)),
    ),
  ];
