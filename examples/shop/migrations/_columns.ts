import { column, now, types } from 'migsql';

/** When a row was made and last touched; the application keeps `updated_at`. */
export const auditColumns = () => [
  column('created_at', types.timestamp({ zone: true }), { nullable: false, default: now() }),
  column('updated_at', types.timestamp({ zone: true })),
];
