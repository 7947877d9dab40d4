import { until } from './until';

describe('until', () => {
  it('asks again after a refusal and after a failure', async () => {
    const answers = [
      () => 1,
      () => {
        throw new Error('not yet');
      },
      () => 3,
    ];
    const ask = () => answers.shift()!();
    expect(await until('three', ask, value => value > 2)).toBe(3);
    expect(answers).toEqual([]);
  });

  it('says what it waited for, and the last answer', async () => {
    await expect(
      until(
        'the end',
        () => ({ state: 'running' }),
        () => false,
        0,
      ),
    ).rejects.toThrow('Waited 0 s for the end; last: {"state":"running"}');
  });

  it('says how the last question failed', async () => {
    const ask = async () => {
      throw new Error('connection refused');
    };
    await expect(until('an answer', ask, Boolean, 0)).rejects.toThrow(
      'Waited 0 s for an answer; last: connection refused',
    );
  });
});
