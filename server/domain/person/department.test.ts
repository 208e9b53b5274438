import { expect, test } from '@jest/globals';
import { departmentOfPostcode } from './department.ts';

test.each([
  ['59000', '59'],
  ['02200', '02'],
  ['20090', '2A'],
  ['20137', '2A'],
  ['20200', '2B'],
  ['20600', '2B'],
  ['97110', '971'],
  ['97400', '974'],
  ['97600', '976'],
  ['00100', null],
  ['96000', null],
  ['99999', null],
  ['5900', null],
  ['59000 ', null],
])('the postcode %s is of the department %s', (postcode, department) => {
  expect(departmentOfPostcode(postcode)).toBe(department);
});
