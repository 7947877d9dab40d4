export { Requester } from './Requester';
