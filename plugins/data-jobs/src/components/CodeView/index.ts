export { LazyCodeDiff, LazyCodeView } from './LazyCode';
