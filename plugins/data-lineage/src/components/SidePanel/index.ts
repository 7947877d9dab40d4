export { SidePanel } from './SidePanel';
export { OriginList } from './OriginList';
export { NodeName } from './NodeName';
export { LinkFacts } from './LinkPanel';
