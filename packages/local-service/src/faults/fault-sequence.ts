import { createHash } from 'node:crypto';
import { type FaultKind, type Faults, faultKinds, isFaultKind } from './fault-kinds.ts';

/** The fault of each call in turn. It follows from the seed and the count of the call alone. */
export function faultSequence({ shares, seed = 1 }: Faults): () => FaultKind | undefined {
  const kinds = Object.keys(faultKinds).filter(isFaultKind);
  let count = 0;
  return () => {
    count += 1;
    let rest = randomShare(seed, count);
    return kinds.find((kind) => {
      rest -= shares[kind] ?? 0;
      return rest < 0;
    });
  };
}

/** From 0 to less than 1. */
function randomShare(seed: number, count: number): number {
  return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE() / 2 ** 32;
}
