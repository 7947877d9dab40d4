/**
 * Parts that the pages of data jobs, lineage and the data kinds share.
 *
 * @packageDocumentation
 */
export { EntityLink } from './components/EntityLink';
export { Fact, Facts } from './components/Facts';
export { errorText, LoadFailure, StaleNotice } from './components/LoadFailure';
export { OpenDialog } from './components/OpenDialog';
export { PlainTable } from './components/PlainTable';
export { ScrollRegion } from './components/ScrollRegion';
export { Section } from './components/Section';
export { Duration, RelativeTime } from './components/Time';
export { useThemeVariant } from './hooks/useThemeVariant';
export { type TimeFormat, useTimeFormat } from './hooks/useTimeFormat';
export { errorStatus } from './logic/errorStatus';
export { dataEntitiesReactTranslationRef } from './translation';
export {
  flattenMessages,
  type MessageKey,
  type Translated,
} from './translations/flattenMessages';
