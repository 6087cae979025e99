import type { SchemaModel } from '../schema/model.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type Facet, type Facets, type Part, grantFacets, objectFacets, partsOfKey, tableFacets } from './facets.ts';

/** What differs between two schemas. */
export interface Delta {
  /** Things, and the properties of things that stay, with what they are now. */
  readonly made: Facets;
  readonly dropped: Facets;
  /** What is there before and after, or is a property, and is not what it was. */
  readonly written: ReadonlyMap<string, Facet & { readonly now?: string }>;
}

/** All that differs, by key. */
export const changed = ({ made, dropped, written }: Delta): readonly string[] => [...made.keys(), ...dropped.keys(), ...written.keys()];

/** Schemas as facets; those of each part are worked out once. */
export interface FacetReader {
  readonly delta: (before: SchemaModel, after: SchemaModel) => Delta;
  readonly has: (model: SchemaModel, key: string) => boolean;
}

type FacetsOf = (part: Part, key: string) => Facets;

const MAPS = ['tables', 'objects', 'grants'] as const;

export function facetReader(dialect: DialectName): FacetReader {
  const known = new WeakMap<Part, Facets>();
  const facetsOf: FacetsOf = (part, key) => {
    const facets = known.get(part) ?? workOut(part, key, dialect);
    known.set(part, facets);
    return facets;
  };
  return { delta: (before, after) => delta(before, after, facetsOf), has: (model, key) => has(model, key, facetsOf) };
}

function workOut(part: Part, key: string, dialect: DialectName): Facets {
  if ('columns' in part && 'indexes' in part) return tableFacets(part, dialect);
  return 'privileges' in part ? grantFacets(part, key) : objectFacets(part, dialect);
}

function has(model: SchemaModel, key: string, facetsOf: FacetsOf): boolean {
  const [map, place = ''] = partsOfKey(key);
  if (map === 'names') return everyPart(model).some(([at, part]) => facetsOf(part, at).has(key));
  const part = map === 'tables' ? model.tables.get(place) : model.objects.get(place);
  return part !== undefined && facetsOf(part, place).has(key);
}

const everyPart = ({ tables, objects }: SchemaModel): readonly (readonly [string, Part])[] => [...tables, ...objects];

function delta(before: SchemaModel, after: SchemaModel, facetsOf: FacetsOf): Delta {
  const [gone, there] = [new Map<string, Facet>(), new Map<string, Facet>()];
  for (const map of MAPS) {
    const [former, now] = [before[map] as ReadonlyMap<string, Part>, after[map] as ReadonlyMap<string, Part>];
    if (former === now) continue;
    for (const [key, part] of former) if (now.get(key) !== part) facetsOf(part, key).forEach((facet, each) => gone.set(each, facet));
    for (const [key, part] of now) if (former.get(key) !== part) facetsOf(part, key).forEach((facet, each) => there.set(each, facet));
  }
  return compared(gone, there);
}

/** A property comes and goes with its thing; where that stays, it is written. */
function compared(gone: Facets, there: Facets): Delta {
  const isThing = ([, { of }]: readonly [string, Facet]): boolean => of === undefined;
  const made = new Map([...there].filter((each) => isThing(each) && !gone.has(each[0])));
  const dropped = new Map([...gone].filter((each) => isThing(each) && !there.has(each[0])));
  const stays = ({ of }: Facet): boolean => of === undefined || !(made.has(of) || dropped.has(of));
  const written = [...new Map([...gone, ...there])]
    .filter(([key, facet]) => stays(facet) && !made.has(key) && !dropped.has(key) && gone.get(key)?.value !== there.get(key)?.value)
    .map(([key, facet]) => [key, { ...facet, ...(there.has(key) && { now: there.get(key)!.value }) }] as const);
  return { made, dropped, written: new Map(written) };
}
