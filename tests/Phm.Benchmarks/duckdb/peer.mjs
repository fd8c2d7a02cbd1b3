// DuckDB beside Phm: import, Kent grid and totals per person over the same native linked data.
//
// Optional. To install, once, in this folder:
//     npm install
// The benchmarks then find it by themselves; without it, their table says that the peer is absent.
//
// node peer.mjs --version        prints the version of DuckDB, and so tells whether it is installed
// node peer.mjs FOLDER THREADS FIRST LAST REPEATS CELLS
//     FOLDER   plain CSV files of native linked data, version 1
//     FIRST    first day of the year, LAST its last, as YYYY-MM-DD
//     CELLS    file to write the cells of the grid to: locality, age band, segment, service (empty for people), number
// It prints one line of JSON: the time of each task and sums to check against. Every number is a median of REPEATS warm
// runs but the import, which runs once, as it does on the other side.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';

const [folder, threads, first, last, repeats, cells] = process.argv.slice(2);
if (folder === '--version') {
    console.log(version());
    process.exit(0);
}
const year = `BETWEEN DATE '${first}' AND DATE '${last}'`;

const conditions = ['hypertension', 'depression', 'anxiety', 'asthma', 'diabetes', 'chd', 'ckd', 'af', 'stroke', 'copd', 'cancer', 'dementia',
    'heart_failure', 'smi', 'learning_disability', 'epilepsy', 'osteoporosis', 'rheumatoid_arthritis', 'pad', 'painful_condition', 'hearing_loss',
    'visual_impairment', 'ibs', 'ibd', 'constipation', 'alcohol', 'substance_misuse', 'parkinsons', 'multiple_sclerosis', 'liver_disease', 'thyroid',
    'physical_disability', 'palliative_care', 'pregnancy', 'obesity', 'ndh'];
const services = ['gp', 'prescribing', 'ae', 'emergency', 'elective', 'day_case', 'outpatient', 'community', 'mental_health', 'social_care'];
const bit = name => `(1::UBIGINT << ${conditions.indexOf(name)})`;
const notLongTerm = ['pregnancy', 'palliative_care', 'obesity', 'ndh'].reduce((mask, name) => mask | 1n << BigInt(conditions.indexOf(name)), 0n);
const longTerm = ((1n << BigInt(conditions.length)) - 1n) & ~notLongTerm;

// The types are the narrowest that hold the data, so that the peer is at its best.
const tables = {
    practices: { practice_code: 'VARCHAR', practice_name: 'VARCHAR', network: 'VARCHAR', locality: 'VARCHAR', place: 'VARCHAR', system: 'VARCHAR' },
    patients: {
        patient_id: 'VARCHAR', birth_date: 'DATE', sex: 'VARCHAR', ethnic_group: 'VARCHAR', practice_code: 'VARCHAR', imd_decile: 'UTINYINT',
        registered_from: 'DATE', registered_to: 'DATE', death_date: 'DATE', care_home: 'UTINYINT',
    },
    activity: {
        patient_id: 'VARCHAR', date: 'DATE', point_of_delivery: 'service', end_date: 'DATE', primary_diagnosis: 'VARCHAR', cost: 'DECIMAL(10,2)',
        attended: 'UTINYINT', provider: 'VARCHAR',
    },
    diagnoses: { patient_id: 'VARCHAR', condition: 'condition', onset: 'DATE', end: 'DATE' },
    deficits: { patient_id: 'VARCHAR', deficit: 'VARCHAR', onset: 'DATE' },
    measurements: { patient_id: 'VARCHAR', date: 'DATE', measure: 'VARCHAR', value: 'FLOAT' },
    medications: { patient_id: 'VARCHAR', medicine: 'VARCHAR', start: 'DATE', end: 'DATE' },
    activation: { patient_id: 'VARCHAR', date: 'DATE', score: 'FLOAT', level: 'UTINYINT' },
    assessments: { patient_id: 'VARCHAR', date: 'DATE', eq5d_index: 'FLOAT', anxious: 'UTINYINT' },
    interventions: { patient_id: 'VARCHAR', programme: 'VARCHAR', start: 'DATE', end: 'DATE' },
};

// The segments of Schemes.KentGrid, in the order in which they are tried. The key is the pseudonym, as imported, or a number.
const grid = (prefix, key) => `
WITH lived AS (
    SELECT ${key}, bit_or(1::UBIGINT << enum_code(condition)) AS bits
    FROM ${prefix}diagnoses WHERE onset <= DATE '${last}' AND ("end" IS NULL OR "end" >= DATE '${first}') GROUP BY ${key}),
frailty AS (SELECT ${key}, count(*) AS deficits FROM ${prefix}deficits WHERE onset <= DATE '${last}' GROUP BY ${key}),
people AS MATERIALIZED (
    SELECT p.${key}, p.locality,
        CASE WHEN birth_date <= DATE '${first}' - INTERVAL 85 YEAR THEN '85+' WHEN birth_date <= DATE '${first}' - INTERVAL 75 YEAR THEN '75-84'
            WHEN birth_date <= DATE '${first}' - INTERVAL 65 YEAR THEN '65-74' WHEN birth_date <= DATE '${first}' - INTERVAL 40 YEAR THEN '40-64'
            WHEN birth_date <= DATE '${first}' - INTERVAL 18 YEAR THEN '18-39' WHEN birth_date <= DATE '${first}' - INTERVAL 13 YEAR THEN '13-17'
            ELSE '0-12' END AS band,
        CASE WHEN bits & ${bit('palliative_care')} <> 0 THEN 'End of life'
            WHEN bits & ${bit('dementia')} <> 0 OR (birth_date <= DATE '${first}' - INTERVAL 65 YEAR AND deficits >= 9) THEN 'Dementia or frailty'
            WHEN bits & ${bit('cancer')} <> 0 THEN 'Cancer'
            WHEN bits & ${bit('smi')} <> 0 THEN 'Serious mental illness'
            WHEN bits & ${bit('learning_disability')} <> 0 THEN 'Learning disability'
            WHEN bits & ${bit('physical_disability')} <> 0 THEN 'Physical disability'
            WHEN bit_count(bits & ${longTerm}::UBIGINT) >= 2 THEN '2+ conditions'
            WHEN bit_count(bits & ${longTerm}::UBIGINT) = 1 THEN 'One condition'
            ELSE 'Mostly healthy' END AS segment
    FROM located p LEFT JOIN lived USING (${key}) LEFT JOIN frailty USING (${key})
    WHERE birth_date <= DATE '${last}' AND (death_date IS NULL OR death_date >= DATE '${first}')
        AND (registered_from IS NULL OR registered_from <= DATE '${last}') AND (registered_to IS NULL OR registered_to >= DATE '${first}'))
SELECT locality, band, segment, NULL AS service, count(*)::BIGINT AS number FROM people GROUP BY ALL
UNION ALL
SELECT locality, band, segment, point_of_delivery, (sum(cost) * 100)::BIGINT FROM ${prefix}activity JOIN people USING (${key}) WHERE date ${year} GROUP BY ALL`;

const totals = (prefix, key) => `
SELECT ${key}, (sum(cost) * 100)::BIGINT AS pence, count(*) AS contacts FROM ${prefix}activity WHERE date ${year} GROUP BY ${key}`;

const instance = await DuckDBInstance.create(':memory:', { threads });
const db = await instance.connect();
const run = sql => db.run(sql);
const timing = async work => {
    const processor = process.cpuUsage();
    const start = performance.now();
    await work();
    const { user, system } = process.cpuUsage(processor);
    return { Wall: (performance.now() - start) / 1000, Processor: (user + system) / 1e6 };
};
const median = async work => {
    const times = [];
    await work();
    for (let i = 0; i < Number(repeats); i++) times.push(await timing(work));
    return times.sort((a, b) => a.Wall - b.Wall)[Math.floor(times.length / 2)];
};
const quoted = path => `'${path.replaceAll("'", "''")}'`;

async function load() {
    for (const [name, columns] of Object.entries(tables)) {
        const file = join(folder, `${name}.csv`);
        if (!existsSync(file)) continue;
        const types = Object.entries(columns).map(([column, type]) => `'${column}': '${type}'`).join(', ');
        await run(`CREATE TABLE raw_${name} AS SELECT * FROM read_csv(${quoted(file)}, header = true, delim = ',', quote = '"', columns = {${types}})`);
    }
}

// What follows the import is not timed: each person gets a number and their locality, and rows get the number for a key.
async function locate() {
    await run(`CREATE TABLE located AS SELECT row_number() OVER (ORDER BY p.rowid)::INTEGER AS person, p.*,
        coalesce(q.locality, 'Practice not known') AS locality FROM raw_patients p LEFT JOIN raw_practices q USING (practice_code)`);
}

async function number() {
    for (const name of ['activity', 'diagnoses', 'deficits']) {
        await run(`CREATE TABLE ${name} AS SELECT person, t.* EXCLUDE patient_id FROM raw_${name} t JOIN located USING (patient_id)`);
        await run(`DROP TABLE raw_${name}`);
    }
}

async function measure(prefix, key) {
    return {
        Grid: await median(async () => (await db.runAndReadAll(grid(prefix, key))).getRows()),
        Totals: await median(() => run(`CREATE OR REPLACE TEMP TABLE totals AS ${totals(prefix, key)}`)),
    };
}

await run(`CREATE TYPE condition AS ENUM (${conditions.map(quoted)})`);
await run(`CREATE TYPE service AS ENUM (${services.map(quoted)})`);
const imported = await timing(load);
await locate();
const asImported = await measure('raw_', 'patient_id');
await number();
const numbered = await measure('', 'person');
const rows = (await db.runAndReadAll(grid('', 'person'))).getRows();
writeFileSync(cells, rows.map(row => row.map(value => value ?? '').join('\t')).join('\n') + '\n');
const [[people, pence, contacts]] = (await db.runAndReadAll('SELECT count(*), sum(pence), sum(contacts) FROM totals')).getRows();
console.log(JSON.stringify({
    Version: version(), Import: imported, AsImported: asImported, Numbered: numbered,
    TotalsCheck: { PeopleWithContacts: Number(people), Pence: Number(pence), Contacts: Number(contacts) },
    PeakBytes: process.resourceUsage().maxRSS * 1024,
}));
