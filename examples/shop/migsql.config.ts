import { defineConfig } from 'migsql';

export default defineConfig({
  migrations: 'migrations',
  schema: 'schema.ts',
  dialect: 'postgresql',
});
