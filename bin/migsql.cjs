#!/usr/bin/env node
'use strict';
/*
 * Starts the command line. Most of a short run would be spent compiling the bundle, so V8's compiled form of it is
 * kept beside it, for each command what that one needs, by Node version and build. Where that folder cannot be
 * written, the run is only slower.
 */
const { hash } = require('node:crypto');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

const HASH_LENGTH = 20;
const args = process.argv.slice(2);
const bundle = join(__dirname, '..', 'dist', 'cli.cjs');

if (args[0] === '--version' || args[0] === '-V') console.log(`migsql ${require('../package.json').version}`);
else {
  keepHeapSmall();
  start(readBundle());
}

/**
 * Rows of a large file are garbage as soon as they are written, and V8 lets the heap grow fourfold before it looks for
 * any. With half as much again, 100,000 rows for Oracle peak at 190 MB instead of 275, in the same time.
 */
function keepHeapSmall() {
  v8.setFlagsFromString('--heap-growing-percent=50');
}

/** The bundle is ASCII, and so read fastest. */
function readBundle() {
  try {
    return readFileSync(bundle, 'latin1');
  } catch (error) {
    console.error(`error: migsql is not whole: ${error.message}\n  Install it again, or build it: node build.mjs.`);
    process.exit(70);
  }
}

function start(source) {
  const [, build] = /^\/\*(\w+)\*\//.exec(source);
  const purpose = args.includes('--help') || args.length === 0 ? 'help' : args[0];
  const name = `cli-${build}-${process.version}-${process.arch}-${encodeURIComponent(purpose)}.v8cache`;
  const cache = join(dirname(bundle), name);
  const cachedData = readCache(cache);
  const script = new vm.Script(Module.wrap(source), {
    filename: bundle,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // oclif requires the bundle by name: registered like any module, it is loaded once.
  const cli = (require.cache[bundle] = Object.assign(new Module(bundle), { filename: bundle, loaded: true }));
  script.runInThisContext()(cli.exports, Module.createRequire(bundle), cli, bundle, dirname(bundle));
  if ((!cachedData || script.cachedDataRejected) && (purpose === 'help' || purpose in cli.exports.COMMANDS)) {
    // On the way out the functions that the run needed are compiled and are kept as well.
    process.once('exit', (code) => code === 0 && writeCache(cache, script.createCachedData()));
  }
  cli.exports.main(args);
}

/** V8 trusts what it is given, so what is not as it was written is not given to it. */
function readCache(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(HASH_LENGTH);
    return hash('sha1', data, 'buffer').equals(bytes.subarray(0, HASH_LENGTH)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed: nobody reads half of it. */
function writeCache(file, data) {
  try {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([hash('sha1', data, 'buffer'), data]));
    renameSync(draft, file);
  } catch {
    // A cache that cannot be kept is only missed.
  }
}
