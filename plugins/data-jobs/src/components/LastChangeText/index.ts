export { LastChangeText } from './LastChangeText';
