export { formFields, jsonObject } from './body.ts';
export type { RequestContext, RequestEnvironment } from './environment.ts';
export {
  databaseIsAway,
  diskIsFull,
  inWrongState,
  notAllowed,
  notFound,
  RequestError,
  tooBusy,
  unreadable,
} from './errors.ts';
