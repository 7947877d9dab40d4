import { describeTranslations } from '@datalark/backstage-plugin-data-entities-react/testUtils';
import { messages } from './en';
import chinese from './zh';

describeTranslations({ english: messages, chinese, same: ['sql.label'] });
