/** oclif's plugin writes the functions of all shells with this command; its own way in is a plugin of oclif alone. */
declare module '@oclif/plugin-autocomplete/lib/commands/autocomplete/create.js' {
  import { Command } from '@oclif/core';

  export default class Create extends Command {
    override run(): Promise<void>;
  }
}
