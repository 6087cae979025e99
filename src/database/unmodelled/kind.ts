/** Where a catalogue lists things of one kind. */
export interface Kind {
  /** An SQL expression, or a text between quotes; so are the next three. */
  readonly kind: string;
  readonly schema?: string;
  readonly name: string;
  /** What it belongs to. */
  readonly of?: string;
  readonly from: string;
  readonly where: string;
  /** Whether these are things that ops make, of which the user may not see what they are. */
  readonly isHidden?: true;
}
