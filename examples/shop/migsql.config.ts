import { defineConfig } from 'migsql';

export default defineConfig({
  migrations: 'migrations',
  dialect: 'postgresql',
});
