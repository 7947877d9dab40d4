import { checkJob, readJobConfig } from '@datalark/seatunnel-config';
import { join } from 'node:path';
import { expectGolden } from '../__testUtils__/golden';
import { renderSeatunnel } from './renderSeatunnel';

const fixture = (name: string) => join(__dirname, '__fixtures__', name);
const fake = {
  plugin: 'FakeSource',
  options: {
    'row.num': 5,
    schema: { fields: { id: 'bigint', name: 'string' } },
  },
};

describe('renderSeatunnel', () => {
  it('links source, transforms and sink in a chain', () => {
    const { config, warnings } = renderSeatunnel({
      processing: 'batch',
      source: fake,
      transforms: [
        {
          plugin: 'Sql',
          options: { query: 'select id, upper(name) as name from source' },
        },
        { plugin: 'Filter', options: { fields: ['name'] } },
      ],
      sink: { plugin: 'Console' },
    });
    expectGolden(config, fixture('chain.conf'));
    const again = readJobConfig(config);
    expect(again.problems).toEqual([]);
    expect(checkJob(again.config!)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('keeps references to secrets, leaves out what is empty', () => {
    const { config } = renderSeatunnel({
      processing: 'batch',
      parallelism: 2,
      source: fake,
      sink: {
        plugin: 'Jdbc',
        options: {
          url: 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/warehouse',
          driver: 'org.postgresql.Driver',
          user: 'datalark',
          password: '${secret:warehouse-postgres}',
          generate_sink_sql: true,
          database: 'warehouse',
          table: 'public.people',
          primary_keys: ['id'],
          query: '',
        },
      },
    });
    expectGolden(config, fixture('jdbc.conf'));
    expect(config).not.toContain('query');
  });

  it('says what SeaTunnel would refuse, and repeats no secret', () => {
    const message = (() => {
      try {
        return renderSeatunnel({
          processing: 'batch',
          source: fake,
          sink: { plugin: 'Jdbc', options: { password: 'letmein' } },
        }).config;
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toMatch(
      /SeaTunnel would not take this job: .*sink\[0\]\.Jdbc\.url/s,
    );
    expect(message).not.toContain('letmein');
  });
});
