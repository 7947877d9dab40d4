export { TimeSeriesChart } from './TimeSeriesChart';
export type { ChartLine } from './TimeSeriesChart';
