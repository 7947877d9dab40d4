import { render, screen } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { EntityListContextProps } from '@backstage/plugin-catalog-react';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { dataKindColumns } from './dataKindColumns';

const columnsOf = (...entities: Entity[]) =>
  dataKindColumns({ entities, filters: {} } as EntityListContextProps);
const fieldsOf = (...entities: Entity[]) =>
  columnsOf(...entities).map(({ field }) => field);

describe('the columns of the catalog', () => {
  it.each([
    ['datajob-flink-sql', ['engine', 'state']],
    ['dataset', ['source', 'columns']],
  ])('show the fields of a %s beside its type', (name, own) => {
    const fields = fieldsOf(goodEntity(name));
    const place = fields.indexOf('entity.spec.type');
    expect(fields.slice(place + 1, place + 1 + own.length)).toEqual(
      own.map(path => `entity.spec.${path}`),
    );
  });

  it('stay as they are for other kinds, and for an empty list', () => {
    const component = { ...goodEntity('dataset'), apiVersion: 'other.io/v1' };
    expect(fieldsOf(component)).not.toContain('entity.spec.columns');
    expect(fieldsOf(component, goodEntity('dataset'))).toContain(
      'entity.spec.columns',
    );
    expect(fieldsOf()).toContain('entity.spec.type');
  });

  it('show, sort and find a value', () => {
    const job = goodEntity('datajob-flink-sql');
    const other = { ...job, spec: { ...job.spec, engine: 'zeta' } };
    const engine = columnsOf(job).find(
      ({ field }) => field === 'entity.spec.engine',
    )!;
    const row = (entity: Entity) => ({ entity } as any);
    render(<>{engine.render!(row(other), 'row')}</>);
    expect(screen.getByText('zeta')).toBeVisible();
    expect(engine.customSort!(row(job), row(other), 'row')).toBeLessThan(0);
    const finds = (query: string) =>
      engine.customFilterAndSearch!(query, row(other), engine);
    expect([finds('ZET'), finds('flink')]).toEqual([true, false]);
  });

  it('say what holds where the entity is silent', () => {
    const job = goodEntity('datajob-flink-sql');
    const silent = { ...job, spec: { ...job.spec, state: undefined } };
    const state = columnsOf(job).find(
      ({ field }) => field === 'entity.spec.state',
    )!;
    expect(state.render!({ entity: silent } as any, 'row')).toBe('running');
  });

  it('count the columns of a dataset', () => {
    const dataset = goodEntity('dataset');
    const columns = columnsOf(dataset).find(
      ({ field }) => field === 'entity.spec.columns',
    )!;
    expect(columns.render!({ entity: dataset } as any, 'row')).toBe(
      String((dataset.spec!.columns as unknown[]).length),
    );
  });
});
