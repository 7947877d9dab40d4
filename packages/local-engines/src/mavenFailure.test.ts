import { mavenFailure } from './mavenFailure';

describe('mavenFailure', () => {
  it.each([
    [
      '[ERROR] Failed to execute goal: Could not transfer artifact org.apache.flink:flink-core:pom:2.3.0 from/to mirror: connect timed out',
      /^Maven could not reach its registry to download flink-2.3.0: .*connect timed out\.$/,
      /network.*mirror/,
    ],
    [
      '[ERROR] Unknown host repo.example.test: Temporary failure in name resolution',
      /Unknown host repo.example.test/,
      /network/,
    ],
    [
      '[ERROR] Could not find artifact org.demo:gone:jar:1 in mirror',
      /^The Maven registry does not have org.demo:gone:jar:1, which flink-2.3.0 needs\.$/,
      /mirror/,
    ],
    [
      'java.io.IOException: No space left on device',
      /^The disk became full while Maven downloaded flink-2.3.0\.$/,
      /Free some space/,
    ],
    [
      '[ERROR] Cannot access mirror in offline mode and the artifact x has not been downloaded from it before.',
      /set to work offline/,
      /offline/,
    ],
    [
      '[ERROR] Something unheard of.',
      /could not download flink-2.3.0: Something unheard of\.$/,
      /by hand/,
    ],
    ['', /it gave no reason/, /by hand/],
  ])('%s', (output, message, remedy) => {
    const problem = mavenFailure('flink-2.3.0', output);
    expect(problem.message).toMatch(message);
    expect(problem.remedy).toMatch(remedy);
  });
});
