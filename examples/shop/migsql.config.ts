import { defineConfig } from 'migsql';

export default defineConfig({
  migrations: 'migrations',
  schema: 'schema.ts',
  dialect: ['postgresql', 'mysql', 'mariadb', 'mssql', 'oracle', 'sqlite'],
});
