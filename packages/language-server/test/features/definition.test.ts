import { describe, expect, it } from 'vitest';
import { definition } from '../../src/features/definition.ts';
import { bracketed, picture, uriIn } from '../pictures.ts';

/** The text of the cursor's file with the definitions marked. */
async function defined(text: string): Promise<string> {
  const { snapshot, params } = await picture(text);
  const found = definition(snapshot, params) ?? [];
  return bracketed(
    snapshot.file,
    found.map(({ range }) => range),
  );
}

describe('definition', () => {
  it('of a contact that a plan notifies', async () => {
    expect(await defined('contact alice < >\nplan sre < stage 5m < notify @al┆ice > >')).toBe(
      'contact [alice] < >\nplan sre < stage 5m < notify @alice > >',
    );
  });

  it.each(['┆@bob', '@┆bob', '@bo┆b', '@bob┆'])('wherever in the reference: %s', async (ref) => {
    expect(await defined(`plan p < stage 5m < notify ${ref} > >\ncontact bob < >`)).toContain(
      'contact [bob]',
    );
  });

  it('lies in another file', async () => {
    const { snapshot, params } = await picture({
      'plans.oncall': 'plan sre < stage 5m < notify @┆alice > >',
      'people/alice.oncall': '# Alice\ncontact alice < >',
    });
    expect(definition(snapshot, params)).toEqual([
      {
        uri: uriIn('people/alice.oncall'),
        range: { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } },
      },
    ]);
  });

  it('of a channel is that of its own contact', async () => {
    const text = `contact alice <
  channel phone voice "+12065550100"
  stage 5m < notify pho┆ne >
>
contact bob < channel phone voice "+12065550101" >`;
    const found = await defined(text);
    expect(found).toContain('channel [phone] voice "+12065550100"');
    expect(found).toContain('channel phone voice "+12065550101"');
  });

  it('of a channel in a template is each that it stands for', async () => {
    const found = await defined(`template paged < stage 5m < notify pho┆ne > >
contact alice < channel phone voice "+12065550100" use paged >
contact bob < channel phone voice "+12065550101" use paged >
contact carol < channel phone voice "+12065550102" >`);
    expect(found.match(/\[phone\]/g)).toHaveLength(2);
    expect(found).toContain('contact carol < channel phone');
  });

  it('tells a rotation from a contact of its name', async () => {
    expect(await defined('contact sre < >\nrotation sre < >\nschedule s < rotation @s┆re >')).toBe(
      'contact sre < >\nrotation [sre] < >\nschedule s < rotation @sre >',
    );
  });

  it('of a keyword is none', async () => {
    const { snapshot, params } = await picture('con┆tact alice < >');
    expect(definition(snapshot, params)).toBeNull();
  });
});
