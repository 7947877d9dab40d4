export { CompatibilityText } from './CompatibilityText';
export { NextStep } from './NextStep';
export { StateChoice } from './StateChoice';
export { VerbPreview } from './VerbPreview';
