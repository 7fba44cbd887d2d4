/** The ssm-contacts API on this machine, for trying out and for tests. */
export type { Faults } from './faults/fault-kinds.ts';
export { faultHelp, parseFaults } from './faults/parse-faults.ts';
export type { Credentials } from './signature.ts';
export {
  type LocalService,
  type LocalServiceOptions,
  startLocalService,
} from './start-local-service.ts';
export { DataFolderError } from './store/folder-lock.ts';
