import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { picture } from './browser';
import { Portal } from './portal';

/** An operation on a real engine takes its time. */
const SLOW = 60_000;

/** How a person asks for a verb. */
type Asking = {
  /** What the button says. */
  verb: string;
  /** What the dialog says in the end. */
  done: string;
  /** Where the button is: beside the others, or in the menu of the rest. */
  from: 'bar' | 'menu' | Locator;
  /** What the dialog says of the state, before anybody agrees. */
  warns: RegExp;
  /** Fills in what the dialog asks. */
  fill?: (dialog: Locator) => Promise<void>;
};

/** The page of a job, used as a person uses it. */
export class JobPage {
  constructor(
    readonly page: Page,
    private readonly portal: Portal,
    readonly name: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(
      `${this.portal.url}/catalog/default/datajob/${this.name}/job`,
    );
    await this.bar().waitFor({ timeout: SLOW });
  }

  async tab(title: string): Promise<void> {
    await this.page
      .getByRole('tablist', { name: 'Parts of the job' })
      .getByRole('tab', { name: title })
      .click();
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  /** Waits until the headline of the job says it. */
  async says(sentence: RegExp): Promise<void> {
    await this.page
      .getByRole('heading', { level: 2, name: sentence })
      .waitFor({ timeout: SLOW });
  }

  /** Asks for a verb, sees it through, and looks it up in the history. */
  async perform(asking: Asking, shot: string): Promise<void> {
    const { verb, done, from } = asking;
    if (from === 'bar') await this.button(verb).click();
    else if (from === 'menu') await this.chooseFromMenu(verb);
    else await from.click();

    const dialog = this.page.getByRole('dialog');
    await dialog.getByText(asking.warns).first().waitFor();
    await asking.fill?.(dialog);
    await picture(this.page, `verb-${shot}-dialog`);
    await dialog.getByRole('button', { name: verb, exact: true }).click();

    // The cross of the dialog is called so too, without saying it.
    const close = dialog.getByRole('button').filter({ hasText: /^Close$/ });
    await close.waitFor({ timeout: SLOW });
    await picture(this.page, `verb-${shot}-outcome`);
    const outcome = await dialog.innerText();
    const steps = await dialog.getByRole('listitem').count();
    assert.match(outcome, new RegExp(`^${done}$`, 'm'), outcome);
    assert.ok(steps > 0, outcome);
    await close.click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The newest operation of the history, opened; resolves to what it says. */
  async newestOperation(verb: string): Promise<string> {
    await this.tab('History');
    const operations = this.section('Operations');
    const newest = operations
      .getByRole('button')
      .first()
      .and(
        operations.getByRole('button', {
          name: new RegExp(`^${verb}\\s*Succeeded`),
        }),
      );
    await newest.waitFor();
    await newest.click();
    const steps = operations.getByRole('list', { name: 'Steps' }).first();
    await steps.waitFor();
    return `${await newest.innerText()}\n${await steps.innerText()}`;
  }

  /** A row of the list of snapshots. */
  async snapshot(text: RegExp): Promise<Locator> {
    await this.tab('Snapshots');
    const row = this.section('Snapshots')
      .getByRole('row')
      .filter({ hasText: text })
      .first();
    await row.waitFor();
    return row;
  }

  private bar(): Locator {
    return this.page.getByRole('group', { name: 'Actions' });
  }

  private button(verb: string): Locator {
    return this.bar().getByRole('button', { name: verb, exact: true });
  }

  private async chooseFromMenu(verb: string): Promise<void> {
    await this.button('Other actions').click();
    await this.page
      .getByRole('menuitem', { name: new RegExp(`^${verb}`) })
      .click();
  }
}
