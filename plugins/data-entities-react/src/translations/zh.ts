import { messages } from './en';
import { flattenMessages } from './flattenMessages';

/** Chinese texts. */
export default flattenMessages<typeof messages>({
  load: { retry: '重试' },
});
