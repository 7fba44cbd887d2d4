import { describe, expect, it } from 'vitest';
import { documentLink } from '../../src/features/document-link.ts';
import { bracketed, picture } from '../pictures.ts';

describe('documentLink', () => {
  it('leads from codes to their pages', async () => {
    const { snapshot, params } = await picture(
      '# oncall-ignore unused-contact: later\ncontact a < >\nproject p < lint unused-ignore off lint nonsense off >',
    );
    const links = documentLink(snapshot, params);
    expect(links.map(({ target }) => target)).toEqual([
      'https://example.com/unused-contact',
      'https://example.com/unused-ignore',
    ]);
    const drawn = bracketed(
      snapshot.file,
      links.map(({ range }) => range),
    );
    expect(drawn).toContain('# oncall-ignore [unused-contact]: later');
    expect(drawn).toContain('lint [unused-ignore] off lint nonsense off');
  });

  it.each([
    [
      'aws',
      'us-east-2',
      'https://console.aws.amazon.com/systems-manager/incidents/home?region=us-east-2',
    ],
    [
      'aws-us-gov',
      'us-gov-west-1',
      'https://console.amazonaws-us-gov.com/systems-manager/incidents/home?region=us-gov-west-1',
    ],
  ])('leads from ARNs to the console of their partition: %s', async (partition, region, target) => {
    const arn = `arn:${partition}:ssm-contacts:${region}:111122223333:contact/director`;
    const { snapshot, params } = await picture(`extern contact director "${arn}"`);
    const links = documentLink(snapshot, params);
    expect(links).toMatchObject([{ target }]);
    expect(
      bracketed(
        snapshot.file,
        links.map(({ range }) => range),
      ),
    ).toBe(`extern contact director "[${arn}]"`);
  });

  it('leads nowhere from what is no ARN of a contact', async () => {
    const { snapshot, params } = await picture(
      'extern contact d "arn:aws:s3:::x"\nextern contact e $E',
    );
    expect(documentLink(snapshot, params)).toEqual([]);
  });
});
