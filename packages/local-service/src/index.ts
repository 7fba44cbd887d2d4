/** The ssm-contacts API on this machine, for trying out and for tests. */
export {
  type LocalService,
  type LocalServiceOptions,
  startLocalService,
} from './start-local-service.ts';
export { DataFolderError } from './store/folder-lock.ts';
