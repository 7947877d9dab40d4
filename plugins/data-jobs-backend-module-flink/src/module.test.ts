import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  JobEngineFactory,
  jobEnginesExtensionPoint,
} from '@datalark/backstage-plugin-data-jobs-node';
import dataJobsModuleFlink from './index';

describe('dataJobsModuleFlink', () => {
  it('adds the engine type flink-session, whose engines say what they can do', async () => {
    const factories: JobEngineFactory[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          jobEnginesExtensionPoint,
          { addEngineFactory: factory => factories.push(factory) },
        ],
      ],
      features: [dataJobsModuleFlink],
    });
    expect(factories.map(({ type }) => type)).toEqual(['flink-session']);
    const create = (block: Record<string, string>) =>
      factories[0].create({
        name: 'prod',
        config: new ConfigReader(block),
        logger: mockServices.logger.mock(),
      });
    const jobManagerUrl = 'http://flink:8081';
    expect(create({ jobManagerUrl, title: 'Production' })).toMatchObject({
      name: 'prod',
      title: 'Production',
      capabilities: { jobTypes: ['flink-jar'] },
    });
    expect(
      create({ jobManagerUrl, sqlGatewayUrl: 'http://flink:8083' }),
    ).toMatchObject({ capabilities: { jobTypes: ['flink-sql', 'flink-jar'] } });
  });
});
