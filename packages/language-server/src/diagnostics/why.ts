/** Why diagnostics may have changed: by what the client did, or by the time. */
export type Why = 'edit' | 'time';
