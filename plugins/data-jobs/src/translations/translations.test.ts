import { join } from 'node:path';
import { describeTranslations } from '@datalark/backstage-plugin-data-entities-react/testUtils';
import { messages } from './en';
import chinese from './zh';

describeTranslations({
  english: messages,
  chinese,
  // Words of the engines.
  same: ['definition.text.flink-sql'],
  shown: {
    folder: join(__dirname, '..'),
    keys: [/t\(\s*[`'"]([^`'"]+)[`'"]/g, /'(dialog\.snapshot\w+)'/g],
  },
});
