/** Every method that the server answers, and the pure function that answers it. */
import type { Feature } from '../feature.ts';

export const features: readonly Feature[] = [];
