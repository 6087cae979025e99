/** A judge that is asked once about each text: scripts repeat their statements. */
export function remembered(judge: (sql: string) => readonly string[]): (sql: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (sql) => {
    const complaints = known.get(sql) ?? judge(sql);
    known.set(sql, complaints);
    return complaints;
  };
}
