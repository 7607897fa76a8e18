/**
 * What an instructor does at the page of the inspector, played by Playwright.
 */
import { expect, type Locator, type Page } from 'playwright/test';
import type { WatchedWorld } from './watched-world.ts';
import { watch } from './watcher.ts';

/** The inspector beside the page of the resource owner, at the diagram. */
export async function openDiagram(page: Page, world: WatchedWorld): Promise<Page> {
  const inspector = await watch(page, world);
  // Where nobody has said anything yet, the start page comes first.
  const onwards = inspector.getByRole('button', { name: 'To the diagram' });
  await expect(onwards.or(inspector.getByRole('tree'))).toBeVisible();
  if (await onwards.isVisible()) await onwards.click();
  return inspector;
}

/** A message in the diagram, by what is read aloud of it. */
export function message(inspector: Page, name: string | RegExp): Locator {
  return inspector.getByRole('treeitem', { name, level: 2 });
}

/** The heading of a flow. */
export function flow(inspector: Page, name: string): Locator {
  return inspector.getByRole('treeitem', { name, level: 1 });
}

type Drawn = { flow: string; from: string; to: string; name: string };

/** All messages in their order, as the table has them; the diagram draws only those in view. */
export async function readTable(inspector: Page): Promise<Drawn[]> {
  // In one look: while more messages come, a row that is asked for later may be another.
  const texts = await inspector
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent ?? ''),
      ),
    );
  return texts.map(([, flow = '', from = '', to = '', name = '']) => {
    return { flow, from, to, name };
  });
}

/** And back to the diagram, the second time. */
export function showTable(inspector: Page): Promise<void> {
  return inspector.getByRole('button', { name: 'Table' }).click();
}

/**
 * Expect that the arrow of a message leads from one lane to another. While more
 * messages come, the rows move, and one that is measured may just be leaving
 * the document: so it is looked at until it stands where it belongs.
 */
export async function expectArrow(row: Locator, from: string, to: string): Promise<void> {
  const middle = async (lane: string) => {
    const head = row.page().locator('.lane-head', {
      has: row.page().getByText(lane, { exact: true }),
    });
    const { x, width } = await placeOf(head);
    return x + width / 2;
  };
  const arrow = row.locator('.arrow');
  await expect(async () => {
    const [drawn, tail, head] = await Promise.all([
      placeOf(arrow),
      middle(from),
      middle(to),
    ]);
    expect(Math.abs(drawn.x - Math.min(tail, head))).toBeLessThan(15);
    expect(Math.abs(drawn.x + drawn.width - Math.max(tail, head))).toBeLessThan(15);
    await expect(arrow).toContainClass(head > tail ? 'to-right' : 'to-left');
  }).toPass({ timeout: 15_000 });
}

/** In pixels, from the left of the window. */
async function placeOf(drawn: Locator): Promise<{ x: number; width: number }> {
  const box = await drawn.boundingBox({ timeout: 1000 });
  if (!box) throw new Error(`${drawn} is not drawn`);
  return box;
}

/** It shows what the inspector says: then the next message is held. */
export async function switchStepModeOn(inspector: Page): Promise<void> {
  const stepMode = inspector.getByRole('switch', { name: 'Step mode' });
  await stepMode.click();
  await expect(stepMode).toBeChecked();
}

/** Hold one kind of message from now on, by its name in the menu; or no longer. */
export async function holdEach(inspector: Page, name: string, on = true): Promise<void> {
  await inspector.getByText(/^Breakpoints/).click();
  const checkbox = inspector.getByRole('checkbox', { name, exact: true });
  // It shows at once what was clicked; messages are held when the inspector knows of it.
  const known = inspector.waitForResponse('**/api/step');
  await checkbox.click();
  await known;
  await expect(checkbox).toBeChecked({ checked: on });
  // A click elsewhere closes the menu, and leaves the space key to step mode.
  await inspector.getByRole('heading', { name: 'Four Roles' }).click();
}

/** Expect that this message waits in the wire, and is the one that is open. */
export async function expectHeld(inspector: Page, name: string | RegExp): Promise<void> {
  await expect(heldHere(inspector)).toBeVisible();
  await expect(heading(inspector)).toContainText(name);
}

/** What waits in the wire, the oldest first. */
export function queue(inspector: Page): Locator {
  return inspector
    .getByRole('region', { name: 'Step mode, time and exports' })
    .getByRole('listitem');
}

/**
 * Let messages go, one after the other, with the space key.
 *
 * @param last the last of them
 * @returns what they are called, in the order in which they waited
 */
export async function stepThrough(inspector: Page, last: string): Promise<string[]> {
  const names: string[] = [];
  while (names.at(-1) !== last) {
    await expect(heldHere(inspector)).toBeVisible();
    const text = await heading(inspector).textContent();
    names.push(text?.replace(/^\d+ /, '') ?? '');
    await letGo(inspector, () => inspector.keyboard.press('Space'));
  }
  return names;
}

/** Until the message that is open waits no more. */
async function letGo(inspector: Page, act: () => Promise<void>): Promise<void> {
  const text = await heading(inspector).textContent();
  await act();
  const isGone = async () =>
    (await heldHere(inspector).isHidden()) ||
    (await heading(inspector).textContent()) !== text;
  await expect.poll(isGone, { intervals: [20] }).toBe(true);
}

/** Of the message that is open: `14 authorization response: code`. */
function heading(inspector: Page): Locator {
  return opened(inspector).getByRole('heading', { level: 2 });
}

/** The message that is open. */
export function opened(inspector: Page): Locator {
  return inspector.getByRole('complementary', { name: 'The message that is open' });
}

export function heldHere(inspector: Page): Locator {
  return inspector.getByRole('region', { name: 'Held in the wire' });
}

/** Give a parameter of the held message another value, and send it on. */
export async function changeAndSendOn(
  inspector: Page,
  name: string,
  change: (value: string) => string,
): Promise<void> {
  const held = heldHere(inspector);
  await held.getByRole('button', { name: 'Change it' }).click();
  await changeField(held, name, change);
  await sendOnChanged(inspector);
}

/** The message that is open, as it is. */
export function sendOn(inspector: Page): Promise<void> {
  const button = heldHere(inspector).getByRole('button', { name: 'Send it on as it is' });
  return letGo(inspector, () => button.click());
}

export function sendOnChanged(inspector: Page): Promise<void> {
  const button = heldHere(inspector).getByRole('button', { name: 'Send it on changed' });
  return letGo(inspector, () => button.click());
}

/** In a form that changes a message. What is secret is covered until asked for. */
export async function changeField(
  form: Locator,
  name: string,
  change: (value: string) => string,
): Promise<void> {
  const field = form.getByRole('textbox', { name: fieldName(name) });
  const cover = form.getByRole('button', { name: `Show ${name} and change it` });
  await expect(field.or(cover)).toBeVisible();
  if (await cover.isVisible()) await cover.click();
  await field.fill(change(await field.inputValue()));
}

/** Parameters can be renamed too, and so have two fields; the members of a JSON object have one. */
function fieldName(name: string): RegExp {
  return new RegExp(`^(Value of )?${name}$`);
}

/** Another letter at the end. */
export function mistype(value: string): string {
  return `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`;
}

/** What the open message says of why it was refused. */
export async function askWhy(inspector: Page): Promise<Locator> {
  await opened(inspector).getByRole('tab', { name: /^Why/ }).click();
  return opened(inspector).getByRole('tabpanel');
}
