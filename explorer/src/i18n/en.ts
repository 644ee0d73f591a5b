import { en as departments } from '../views/departments/texts'
import { en as duties } from '../views/duties/texts'
import { en as history } from '../views/history/texts'
import { en as import_ } from '../views/import/texts'
import { en as leaders } from '../views/leaders/texts'
import { en as matrix } from '../views/matrix/texts'
import { en as network } from '../views/network/texts'
import { en as organs } from '../views/organs/texts'
import { en as overlaps } from '../views/overlaps/texts'
import { en as overview } from '../views/overview/texts'
import { en as proposals } from '../views/proposals/texts'
import { en as questions } from '../views/questions/texts'
import { en as sandbox } from '../views/sandbox/texts'
import { en as things } from '../views/things/texts'
import type { Texts } from './zh'

export const en: Texts = {
  product: 'Tiaokuai',
  tagline: 'organs · counterparts · charges · duties',
  language: '中文',
  skip: 'Skip to content',
  copy: 'Copy link',
  copied: 'Copied',
  download: 'Download',
  theme: { dark: 'Dark', light: 'Light' },
  news: { newest: 'Revision {{n}} is here', see: 'See the changes' },
  nav: { label: 'Views', more: 'More' },
  search: { label: 'Search', placeholder: 'Name, 简称 or pinyin initials', none: 'Nothing found', how: 'matches “{{name}}”' },
  where: { county: 'County', allCounties: 'All counties', township: 'Township', allTownships: 'Whole county', version: 'Version', now: 'Now', basis: 'Basis' },
  version: {
    now: 'Current version', revision: 'Revision {{n}}', day: 'On {{day}}', scenario: 'Scenario', past: 'This is {{what}}, not the current data', back: 'Back to now',
    pickDay: 'On a day', go: 'Show', of: 'the result of scenario “{{title}}”', ofScenario: 'the result of a scenario', ofRevision: 'revision {{n}}', ofDay: 'the county on {{day}}',
  },
  basis: { all: 'Every basis', DOCUMENT: 'Document', INFERRED: 'Inferred', ILLUSTRATIVE: 'Illustrative', documentOnly: 'Documents only', none: 'not stated' },
  state: {
    loading: 'Loading…', empty: 'Nothing here', offline: 'The server cannot be reached', offlineHint: 'See that it is still running, then try again.', retry: 'Try again',
    broken: 'This page failed', brokenHint: 'Reload it; if it fails again, tell your maintainer the text below.', notFound: 'No such page', notFoundHint: 'The address may be mistyped, or come from a newer version.',
    noCounty: 'Choose a county first', noTownship: 'Choose a township first', stale: 'Updating…',
    noSuchCounty: 'There is no county with the code {{code}}', noSuchCountyHint: 'The address may be mistyped. Choose another:',
    bare: 'This county has no data yet', bareHint: 'Import a filled-in workbook, and the views have something to show.', toImport: 'Import',
    unloaded: 'This page did not load', unloadedHint: 'The program may have been updated. Reload, and you are here again.', reload: 'Reload',
  },
  panel: { query: 'Show the query', table: 'Table', picture: 'Picture', csv: 'Export CSV', svg: 'Export SVG', png: 'Export PNG', xlsx: 'Export Excel', menu: 'Export', close: 'Close' },
  table: { sort: 'Sort by “{{column}}”', more: '{{n}} more', rest: '{{n}} more not listed', total: '{{n}} in all', select: 'Select' },
  unit: { organs: '{{n}} organs', overlaps: '{{n}} overlaps', townships: '{{n}} townships' },
  severity: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low', NONE: 'None' },
  kind: {
    COUNTY: 'County', TOWNSHIP: 'Township', ORGAN: 'Organ', DEPARTMENT: 'Department', SECTION: 'Section', LEADER: 'Leader', DUTY: 'Duty', MEASURE: 'Measure',
    INDICATOR: 'Indicator', SOURCE: 'Source', FORMER: 'Former',
  },
  organKind: { OFFICE: 'Office', INSTITUTION: 'Institution', DISPATCHED: 'Station', STATUTORY: 'Statutory body' },
  metric: {
    townships: 'Townships', organs: 'Organs', stations: 'Stations etc.', leaders: 'Leaders', departments: 'Departments', duties: 'Duties', overlaps: 'Overlaps',
    cost: 'Coordination cost', reducible: 'Reducible', county: 'County', updated: 'Updated', revision: 'Revision', costPerTownship: 'Cost per township',
  },
  case: {
    OPEN: 'Open', CONFIRMED: 'Confirmed', JUSTIFIED: 'Justified', DISMISSED: 'Dismissed', RESOLVED: 'Resolved',
    LEGALLY_REQUIRED: 'Required by law', SET_FROM_ABOVE: 'Set from above', TRANSITION: 'In transition', SEPARATION: 'Approval, supervision and enforcement kept apart', COORDINATED: 'Coordinated by a measure', OTHER: 'Other',
  },

  overview,
  overlaps,
  organs,
  departments,
  network,
  leaders,
  matrix,
  duties,
  history,
  import: import_,
  proposals,
  questions,
  sandbox,
  things,
}
