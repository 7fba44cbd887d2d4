/** Gives ids to changes of what is only live: its names need not be unique, nor other than ours. */
export type FreshId = (wanted: string, arn: string) => string;

export function createFreshId(taken: Iterable<string>): FreshId {
  const ids = new Set(taken);
  return (wanted, arn) => {
    // The end of an ARN is unique where the name is not.
    let id = ids.has(wanted) ? `${wanted}@${arn.slice(arn.lastIndexOf('/') + 1)}` : wanted;
    while (ids.has(id)) id += "'";
    ids.add(id);
    return id;
  };
}
