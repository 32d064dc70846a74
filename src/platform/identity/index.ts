export { personOfFeed } from './feed.ts';
export { type Identity, openIdentity, PASSWORD_LENGTH, type SignIn, USERNAME_PATTERN } from './identity.ts';
export { type PlaceAtDevice, placeOfDevice } from './place-device.ts';
export { cookieSecret } from './secret.ts';
export { personOf } from './session.ts';
export { tokenOfCookie } from './session-cookie.ts';
