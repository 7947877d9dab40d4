export { EntityLink } from './EntityLink';
export { Requester } from './Requester';
