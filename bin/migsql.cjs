#!/usr/bin/env node
'use strict';
/*
 * Starts the command line. Most of a short run would be spent compiling the bundle, so V8's compiled form of it is
 * kept beside it, by Node version and build; where that folder cannot be written, the run is only slower.
 */
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

const args = process.argv.slice(2);
const bundle = join(__dirname, '..', 'dist', 'cli.cjs');

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  console.log(`migsql ${require('../package.json').version}`);
} else {
  // The bundle is ASCII, and so read fastest.
  start(readFileSync(bundle, 'latin1')).main(args);
}

function start(source) {
  const build = /^\/\*(\w+)\*\//.exec(source)[1];
  const cache = join(dirname(bundle), `cli-${build}-${process.version}-${process.arch}.v8cache`);
  const script = new vm.Script(Module.wrap(source), {
    filename: bundle,
    cachedData: contentOf(cache),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // On the way out the functions that the run needed are compiled and go into the cache as well.
  if (script.cachedDataRejected !== false) process.once('exit', () => keep(cache, script.createCachedData()));
  // oclif requires the bundle by name: registered like any module, it is loaded once.
  const module = (require.cache[bundle] = new Module(bundle, require.main));
  module.filename = bundle;
  module.loaded = true;
  script.runInThisContext()(module.exports, Module.createRequire(bundle), module, bundle, dirname(bundle));
  return module.exports;
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Written beside and renamed: nobody reads half of it. */
function keep(file, data) {
  try {
    writeFileSync(`${file}.${process.pid}`, data);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A cache that cannot be kept is only missed.
  }
}
