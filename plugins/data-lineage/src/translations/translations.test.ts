import { join } from 'node:path';
import { describeTranslations } from '@datalark/backstage-plugin-data-entities-react/testUtils';
import { messages } from './en';
import chinese from './zh';

describeTranslations({
  english: messages,
  chinese,
  shown: {
    folder: join(__dirname, '..'),
    keys: [/[`'"]([a-z]\w*\.[^`'"\s]+)[`'"]/g],
  },
});
