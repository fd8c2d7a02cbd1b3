#!/usr/bin/env dotnet
#:project ../../src/Phm/Phm.csproj
#:include NotebookDisplay.cs
#:property PublishAot=false
#:property ImplicitUsings=disable
#:property Nullable=annotations
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property EnforceCodeStyleInBuild=false
#:property RestorePackagesWithLockFile=false

// Written by 'phm export --to script' from ../03-audit-and-reproduction.ipynb: change that and export again.
// 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/03-audit-and-reproduction, or to a folder named after FILE.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Phm.CaseFinding;
using Phm.Disclosure;
using Phm.Ingest;
using Phm.Measures;
using Phm.Populations;
using static NotebookDisplay;

NotebookDisplay.Begin("03-audit-and-reproduction", "..", args);

// # 03 · Audit and reproduction: can we believe this analysis?
//
// **The question.** A colleague sends you a notebook with its outputs. It says that something should be paid for. Before anybody acts on a number, somebody has to ask: does this number come out of these data and this code?
// Here the question has an answer, and you get it in a minute.
//
// **What you will do.** Read an analysis that somebody sent, check it in three ways (by digests, by running it again, and by asking the same question in another language), find the one number that was altered, and see how a list of
// patients is kept out of everything that is passed on.
//
// > **Everything here is synthetic**, as in notebooks 01 and 02. The analysis to check was written for this notebook; one of its numbers was altered by hand.

// ## 1. What is kept with a notebook
//
// When `phm run --update` has run a notebook from top to bottom in a fresh process, it keeps the outputs and, beside them, an *audit manifest*: a digest of every cell and of its outputs, of every data file that was read, of the library, and
// the seeds and parameters. A digest is a fingerprint: change one byte, and it is another.

// Cell 3 is mermaid and has no part in this script:
//
// flowchart LR
//     data[(Data files)] --> run[phm run --update]
//     source[Code and prose] --> run
//     library[Library] --> run
//     run --> outputs[Kept outputs]
//     run --> manifest[Audit manifest]
//     outputs --> verify{phm verify}
//     manifest --> verify
//     verify -->|same| trust([Re-derived])
//     verify -->|different| report([What, where, and why])

// **How to read it.** The manifest is no signature: whoever alters an output can alter the manifest too. That is why there are two checks. The quick one compares fingerprints and finds slips and clumsy alterations. The full one runs everything again, so a kept number that the code does not give is found however well the manifest was made to fit.
// Neither finds code or data that were wrong, or were altered, before the run: that takes a reader, and section 5.

// ## 2. The analysis that was sent
//
// It lies in `data-samples/analysis-to-check`. We do not run it yet; we only read what it says: its first paragraph and its table, as they stand in the file. (Behind a number in the paragraph you see `<!-- phm: … -->`. Readers of the notebook do not see it; section 6 explains it.)

NotebookDisplay.Cell("06-sent");
var file = "../data-samples/analysis-to-check/diabetes.ipynb";
var sent = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cells");

string Text(JsonElement lines) => string.Concat(lines.EnumerateArray().Select(line => line.GetString()));

Console.WriteLine(Text(sent[0].GetProperty("source")));
Console.WriteLine(Text(sent[2].GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain")));

// **How to read it.** Nothing looks wrong. The sentence agrees with the table, the numbers are of a plausible size, and the other rows give no hint. Reading alone does not find this kind of alteration, whether it was made by intent or by a slip in a spreadsheet.

// ## 3. The quick check: fingerprints
//
// In a terminal, at the top of the repository, you type (`phm` is short for `dotnet run --project src/Phm.Cli --`)
//
// ```
// phm verify --quick data-samples/analysis-to-check/diabetes.ipynb
// ```
//
// Here two cells do it, so that you can see the result on this page. You can pass over their code: the first says how to start `phm`, the second picks from its answer what has changed.

NotebookDisplay.Cell("09-phm");
// Starts phm as a terminal would, and gives what it prints. The build puts it into artifacts/cli.
JsonElement Verify(params string[] options)
{
    var start = new ProcessStartInfo("dotnet", ["../artifacts/cli/Phm.Cli.dll", "verify", file, "--json", "--output", "../artifacts/verify-03", .. options]) { RedirectStandardOutput = true };
    using (var phm = Process.Start(start))
    {
        var result = JsonDocument.Parse(phm.StandardOutput.ReadToEnd()).RootElement;
        phm.WaitForExit();
        return result.GetProperty("notebooks")[0];
    }
}

NotebookDisplay.Cell("10-quick");
// Another build of the library is another fingerprint too, and yours may be another; what is asked here is source, data and outputs.
var quick = Verify("--quick");
var changes = quick.GetProperty("changes").EnumerateArray().Where(change => change.GetProperty("kind").GetString() is "source" or "data" or "output");

display(changes.Select(change => new { What = change.GetProperty("kind").GetString(), Says = change.GetProperty("message").GetString() }).ToArray());

// **How to read it.** Two fingerprints do not fit: the prose of the first cell was edited after the run, and the outputs of the third cell are not the ones that the run wrote. The others fit, those of the data files and of the code among them. What was edited, and what stood there before, fingerprints cannot say.

// ## 4. The full check: run it again
//
// Without `--quick`, `phm verify` runs the notebook in a fresh process, from top to bottom, and compares: tables cell by cell, charts by their shapes and numbers, text word by word, numbers in the prose with the expressions behind them. Numbers may differ by one part in a billion, so that another processor does not raise
// an alarm; everything else must be the same.

NotebookDisplay.Cell("13-full");
var full = Verify();

var differences =
    from cell in full.GetProperty("cells").EnumerateArray()
    from difference in cell.GetProperty("differences").EnumerateArray()
    select new
    {
        Cell = cell.GetProperty("index").GetInt32() + 1,
        Verdict = difference.GetProperty("verdict").GetString(),
        Where = difference.GetProperty("where").GetString(),
        Kept = difference.GetProperty("kept").GetString(),
        Obtained = difference.GetProperty("obtained").GetString(),
    };
display(differences.ToArray());

// **How to read it.** The same number stands in three places: the sentence, the table as a page shows it, and the table as plain text. In each, what was kept is not what the run gives. Everything else was derived again, to the last digit: the other rows, the chart, the rate in the sentence. The marks » and « show where two texts part.
//
// `phm verify` also writes a page with both sides next to each other, `artifacts/verify/verification.html`. It ends with exit code 0 only if every kept output was derived again, so a script or a server can refuse a notebook that does not verify.

// ## 5. A third opinion: the same question in SQL
//
// Running the same code again proves that the number comes out of the code. It does not prove that the code asks the right question. So ask it once more, in another language, from the rows. One call writes the linked data to a SQLite database; cells that start with `#!sql-kent` query it.

NotebookDisplay.Cell("16-database");
var kent = LinkedData.Load("../data-samples/kent-10k").Population;
LinkedDatabase.Save(kent, "../artifacts/kent-10k.sqlite");

// Left out: #!connect sqlite --kernel-name kent "Data Source=../artifacts/kent-10k.sqlite"

// Cell 17 is sql-kent and has no part in this script:
//
// WITH cohort AS (
//     SELECT DISTINCT p.patient_id
//     FROM patients p
//     JOIN diagnoses d ON d.patient_id = p.patient_id
//     WHERE p.birth_date <= '1958-04-01'                        -- 65 or older on the first day
//       AND coalesce(p.death_date, '9999') >= '2023-04-01'      -- alive on some day of the year
//       AND coalesce(p.registered_from, '0000') <= '2024-03-31'
//       AND coalesce(p.registered_to, '9999') >= '2023-04-01'   -- and registered on some day
//       AND d.condition = 'diabetes'
//       AND d.onset <= '2024-03-31'                             -- and living with diabetes
//       AND coalesce(d."end", '9999') >= '2023-04-01'
// ),
// emergency AS (
//     SELECT a.cost
//     FROM activity a
//     JOIN cohort USING (patient_id)
//     WHERE a.point_of_delivery = 'emergency'
//       AND a.date BETWEEN '2023-04-01' AND '2024-03-31'
// ),
// sums AS (
//     SELECT (SELECT count(*) FROM cohort)     AS people,
//            (SELECT count(*) FROM emergency)  AS admissions,
//            (SELECT sum(cost) FROM emergency) AS spend
// )
// SELECT 5 * round(people / 5.0)            AS "People, to the nearest 5",
//        5 * round(admissions / 5.0)        AS "Admissions, to the nearest 5",
//        10 * round(spend / people / 10)    AS "Spend per head, to the nearest £10"
// FROM sums

// **How to read it.** The rows give nearly what the library gives, £2,715<!-- phm: use.SpendPerHead(PointOfDelivery.EmergencyAdmission) -->, and not what was sent. The difference between the two is disclosure control: the library rounds the spend and the people before it divides. Note what the query had to spell out: who is in the population (alive and registered on some day of the year), how old people are (on the first day), and from when a condition counts. These definitions are where honest analyses differ; compare them first.
//
// **Limit.** SQL sees single rows and protects nobody: it rounds here because the query says so. Outside a secure environment, show what the library shows. And two calculations on the same data share the mistakes of the data.

// ## 6. Numbers in sentences
//
// A sentence with a number goes stale the moment the data change. In this sentence the number is tied to code: the cohort costs **£2,715**<!-- phm: use.SpendPerHead(PointOfDelivery.EmergencyAdmission) --> a head in emergency admissions. Double-click the cell to see how: behind the number stands `<!-- phm: expression -->`, which no reader sees. `phm run --update` rewrites the number, and `phm verify` fails when
// sentence and value disagree. The form stays as the author chose it: pounds stay pounds, one decimal stays one decimal, a share that is written as a percentage stays one.

NotebookDisplay.Cell("20-prose");
var year = Period.FinancialYear(2023);
var cohort = kent.Where(year, p => p.Age >= 65 && p.Has(Condition.Diabetes), name: "diabetes, 65 and over");
var use = cohort.Services(year);

// ## 7. Keeping patients out of the notebook
//
// Suppose that the team of nurses is agreed, and asks who the people are. A *case list* holds them, and shows itself as counts only.

NotebookDisplay.Cell("22-list");
var list = cohort.CaseList(year, CaseColumn.Patient, CaseColumn.Age, CaseColumn.Practice, CaseColumn.Spend);
display(list);

// To see the rows you have to say what for, and each time is noted in an audit log: who, when, what, why, how many rows. Without a purpose nothing is shown:

NotebookDisplay.Cell("24-purpose");
try
{
    display(list.Reveal(Purpose.DirectCare("")));
}
catch (Exception problem)
{
    NotebookDisplay.Failed(problem);
}

// **How to read it.** Even with a purpose, rows are for the screen and for the team, never for a notebook that is kept. When outputs are kept or verified, they are searched for the identifiers of all patients whose data the notebook has read, for NHS numbers, and for tables with a row for each person.
// One finding, and `phm run --update` refuses and names the cell. Try it: write `list.Reveal(Purpose.TeachingWithSyntheticData("to see what the guard does"))` into a new cell of a copy of this notebook, and run the copy with `--update`. Then read the log with `phm audit`.

// ## A reviewer's list
//
// 1. `phm verify --quick`: is anything edited since the run? Which data was it?
// 2. `phm verify`: does everything come out again? Read every difference; "within tolerance" is fine, "changed" is a question to the author.
// 3. Look at what was skipped and why (`phm-skip-verify` needs a reason).
// 4. Take the number that the decision hangs on, and derive it in another way.
// 5. Ask what the number leaves out: who is not in the data, what the price is, what would have happened anyway.
//
// ## What a trainer would ask
//
// 1. The altered number makes emergency admissions look dearer. Which decisions would that have moved, and who would have noticed?
// 2. A notebook verifies, and its conclusion is still wrong. Give two ways in which that happens. (The sentence "a team of specialist nurses should pay for itself" is one: nothing in the notebook supports it.)
// 3. You get `changed` in many cells, and the note says that a data file has other content. Whom do you ask first?
// 4. Change `65` to `75` in section 6 and run. Which sentence becomes wrong, and what does `phm verify` say?
// 5. A colleague wants to tag a cell `phm-skip-verify` because "it is different every time". What should the cell do instead?
//
// ## Limits
//
// Verification shows that numbers come out of code and data. It does not show that the code is right, that the data are complete, or that an association is an effect. The manifest is no proof of who ran what. The search for identifiers cannot read pictures.
// What is rounded and protected hides small differences between data.
//
// **Sources.** Tolerance, digests and tags: this product's own; the names of parts of a notebook are those of nbformat 4.5 (Jupyter). Linked data and unit costs: see notebook 01.
