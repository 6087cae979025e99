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
}
