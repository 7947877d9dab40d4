import { describeTranslations } from '../testUtils';
import { messages } from './en';
import chinese from './zh';

describeTranslations({ english: messages, chinese });
