/** Lanes for cells in which plans are applied: see test/safety/cells.ts. */
import { type AddCell, type Lane, everyCell } from '../safety/cells.ts';
import { type Bed, type BedName, bedOf, serverOf } from './bed.ts';
import { type Proxy, proxyTo } from './proxy.ts';

/** A server's database, and another way to it. */
export interface Proxied {
  readonly bed: Bed;
  readonly proxy: Proxy;
}

/** What is made for the first cell, and then used again. */
function lane<D>(make: () => Promise<D>, close: (made: D) => void): Lane<D> {
  let made: Promise<D> | undefined;
  return { empty: () => (made ??= make()), drop: () => void made?.then(close) };
}

export const bedLane = (name: BedName) => (): Lane<Bed> => lane(() => bedOf(name), (bed) => void bed.close());

export const proxiedLane = (name: 'postgresql' | 'mariadb') => (): Lane<Proxied> =>
  lane(
    async () => ({ bed: await bedOf(name), proxy: await proxyTo(serverOf(name)) }),
    ({ bed, proxy }) => {
      proxy.close();
      void bed.close();
    },
  );

/** Cells of one suite, by the database that they are on. */
export const named =
  <D>(cell: AddCell<D>, name: string): AddCell<D> =>
  (what, outcome) =>
    cell(`${name}, ${what}`, outcome);

/** Every so manieth, from another one on each time; all of them in long runs. */
export function sampled<T>(all: readonly T[], every: number, offset: number): readonly T[] {
  return everyCell ? all : all.filter((_, index) => (index + offset) % every === 0);
}
