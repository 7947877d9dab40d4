import { hidesCause, refusal } from './refusal';

const API_06 =
  "ErrorCode:[API-06], ErrorDescription:[Factory initialize failed] - Unable to create a sink for identifier 'Jdbc'.";

describe('refusal', () => {
  it('names the plugin that is missing, and what to do', () => {
    const { problems } = refusal(
      "Plugin PluginIdentifier{engineType='seatunnel', pluginType='source', pluginName='NoSuchSource'} not found.",
      [],
    );
    expect(problems).toEqual([
      {
        severity: 'error',
        message:
          "SeaTunnel refused the job: Plugin PluginIdentifier{engineType='seatunnel', pluginType='source', pluginName='NoSuchSource'} not found.",
        remedy: expect.stringContaining('plugin-mapping.properties'),
        field: 'source.NoSuchSource',
      },
    ]);
  });

  it('puts what was found before first, and SeaTunnel last', () => {
    const found = { severity: 'warning', message: 'Check its name.' } as const;
    const { problems } = refusal(API_06, [found]);
    expect(problems[0]).toBe(found);
    expect(problems[1]).toMatchObject({
      message:
        "SeaTunnel refused the job: Factory initialize failed: Unable to create a sink for identifier 'Jdbc'.",
      remedy: expect.stringContaining('does not tell the cause'),
      field: 'sink.Jdbc',
    });
  });

  it('adds the cause where the log tells it', () => {
    expect(hidesCause(API_06)).toBe(true);
    const { problems } = refusal(API_06, [], 'Connection refused');
    expect(problems[0].message).toMatch(
      /It does not tell the cause; its server log says: Connection refused$/,
    );
  });

  it('leaves stack traces and class names away', () => {
    const { message } = refusal(
      "org.apache.seatunnel.a.JobException: org.b.SqlException: can't find field [nosuch]\n\tat c.D(E.java:1)",
      [],
    );
    expect(message).toBe(
      "SeaTunnel refused the job: can't find field [nosuch].",
    );
  });
});
