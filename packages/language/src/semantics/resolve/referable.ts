/** What a reference may name, by the item that it stands in. */
export const referable = {
  notify: ['contact', 'schedule', 'extern'],
  members: ['contact', 'extern'],
  override: ['contact', 'extern'],
  page: ['plan', 'schedule', 'contact', 'extern'],
  ack: ['contact', 'extern'],
  expect: ['contact', 'schedule', 'extern'],
} as const;
