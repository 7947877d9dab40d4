export { ImpactPage } from './ImpactPage';
export { ImpactReportView } from './ImpactReportView';
export { OwnerImpact } from './OwnerImpact';
