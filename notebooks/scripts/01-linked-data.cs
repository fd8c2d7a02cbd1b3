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

// Written by 'phm export --to script' from ../01-linked-data.ipynb: change that and export again.
// 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/01-linked-data, or to a folder named after FILE.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Phm.Charting;
using Phm.Ingest;
using Phm.Measures;
using Phm.Populations;
using Phm.Synthetic;
using static NotebookDisplay;

NotebookDisplay.Begin("01-linked-data", "..", args);

// # 01 · Linked data: who is here, and can we trust it?
//
// **The question.** Health and care services each keep their own records: the GP, the hospital, community nurses, the mental health trust, the council.
// Each sees a part of a person. *Linked* data put the parts side by side under one pseudonym, so that we can ask about people instead of about services:
// who are they, what do they live with, which services do they meet, and what does that cost?
//
// **What you will do.** Load a linked dataset, judge its quality, describe the population, and learn how this product protects people in small groups.
// You need no C#: read a cell, run it (Shift+Enter), change a word, run it again.
//
// > **Everything here is synthetic.** The 10,000 people of *Wealdshire* do not exist. Their ages, conditions and use of services are calibrated to published
// > figures of Kent and Medway and of England; how these go together is largely assumption. Never quote a number from this notebook as a finding.

// ## 1. Load the data
//
// The first line below loads the library; the next ones say which parts of it we want to use. `LinkedData.Load` reads a folder with one file a table. It is strict:
// one bad row, and it stops with a message that says which file, line and column, so that nothing wrong slips in quietly.

NotebookDisplay.Cell("03-load");
var data = LinkedData.Load("../data-samples/kent-10k");
display(data);

// **How to read it.** One person has many rows: a row of `activity` is a contact, an attendance or an admission; a row of `diagnoses` is a condition with the day on which it
// was first recorded. That day can lie decades back, which is why diagnoses start long before the activity does. Two tables are marked `[x]`: they did not come with this
// sample, and an analysis that needs them would say so instead of counting zero.

// ## 2. Is it good enough to use?
//
// Before any analysis, look for what cannot be true (activity after death), what is doubled, and what is missing. The checks count rows and people; they do not delete anything,
// because whether a finding matters depends on the question you ask later.

NotebookDisplay.Cell("06-quality");
display(data.Quality);

// **How to read it.** The zeros are good news, and those before birth and after death are also a sign that these data were *made*: real linked data always have some activity after death, such as letters that came late. People without any
// activity are as in real life (healthy, or never linked), and they are the row to think about: leave them in, because they belong in every denominator.
//
// Now the completeness of each column. Empty is often right: most people have no death date. Ethnic group is the one to watch, because people whose ethnic group is not
// recorded differ from those whose is, and an analysis of inequality that drops them can mislead.

NotebookDisplay.Cell("08-completeness");
display(data.Quality.Completeness);

// What does a mistake look like? Here the folder does not exist. The message says what was expected and what to do. It never repeats a value from a patient's row, so an error can be pasted into an e-mail.

NotebookDisplay.Cell("10-error");
try
{
    display(LinkedData.Load("../data-samples/kent-11k"));
}
catch (Exception problem)
{
    NotebookDisplay.Failed(problem);
}

// ## 3. Who is the population?
//
// We look at one financial year. A *period* decides who counts (everyone alive and registered on any of its days) and how old they are (age on its first day).

NotebookDisplay.Cell("12-who");
var kent = data.Population;
var year = Period.FinancialYear(2024);

display(kent.AgeAndSex(year).Pyramid());

// **How to read it.** Each bar is a share of everyone, women on one side and men on the other. The shape of Kent and Medway in 2020 was given to the people of April 2022, who are two years older here: a bulge in the fifties, and fewer people in
// their twenties, when many leave for study and work.
//
// A *cohort* is a population too, so everything works on it. Here are the people who live in the most deprived fifth of areas, drawn as an outline over everyone.

NotebookDisplay.Cell("14-deprived");
var deprived = kent.Where(year, p => p.DeprivationQuintile == 1, name: "most deprived fifth");

display(kent.AgeAndSex(year).Pyramid(comparedWith: deprived.AgeAndSex(year)));

// **How to read it.** On the whole the outline is wider below and narrower at the top: deprived areas are younger. (It wobbles, because it rests on about 1,500 people, and it ends where too few are left.) This matters for almost everything that follows, because older people use more
// care. Comparing spend per head between areas without allowing for age would make deprived areas look cheap.

// ## 4. What do people live with?
//
// A person with three conditions stands in three bars, so the bars add up to more than the number of people. Each share carries its 95% interval: how far chance alone could move it.

NotebookDisplay.Cell("17-conditions");
var conditions = kent.Conditions(year);
display(conditions.Bars());

NotebookDisplay.Cell("18-conditions-table");
display(conditions);

// **How to read it.** Hypertension leads with **16.3%**<!-- phm: conditions.Share(Condition.Hypertension) -->, as it leads among the registers of general practice in England (Quality and Outcomes Framework). Depression and painful conditions follow, which hospital data alone show only in part: this is what
// linkage with primary care adds.
//
// **Limit.** A condition counts if it was recorded. People who have not been diagnosed are not here, and the gap is not the same everywhere.

// ## 5. Which services do they use?

NotebookDisplay.Cell("21-use");
display(kent.Services(year));

NotebookDisplay.Cell("22-use-chart");
display(kent.Services(year).Bars());

// **How to read it.** Four people in five meet the GP, few are admitted, and yet emergency admissions take the largest share of spend. That contrast, many small contacts and a few very
// large ones, is why the next notebook looks at *who* the money is spent on.
//
// **Limit.** Costs are unit costs multiplied by activity, not invoices. Several are placeholders because no public figure was found (outpatient attendance, mental health contact, care-home week):
// the parameter file named at the end marks them as *placeholder*.

// ## 6. Small numbers: why some cells are hidden
//
// A table can give someone away. If one girl of 13 to 17 in a village has a rare condition, a table that says "1" has told everyone who knows her. So, by default, counts of 1 to 7 are suppressed and shown as `[c]`, all
// others are rounded to 5, and further cells are suppressed wherever a hidden one could be worked out from the totals.
//
// Look at a small cohort, people with multiple sclerosis:

NotebookDisplay.Cell("25-disclosure");
var smallCohort = kent.Where(year, p => p.Has(Condition.MultipleSclerosis), name: "people with multiple sclerosis");
display(smallCohort.AgeAndSex(year, AgeBands.NorthWestLondon));

// **How to read it.** `[c]` is confidential, `[x]` is not available, and `0` is truly nobody: the three are never mixed up, here, in charts, or in a file you export. If you need the exact numbers for direct care, that is a different
// route with a stated purpose, not a setting to switch off.

// ## 7. How far can you believe synthetic people?
//
// As far as the parameters behind them. Every parameter has a status; this is how many there are of each.

NotebookDisplay.Cell("28-parameters");
display(SyntheticParameters.KentAndMedway.ByStatus());

// ## What a trainer would ask
//
// 1. The completeness table says that ethnic group is recorded for about nine in ten people. Name two ways in which that could bias a study of inequality.
// 2. Change `2024` to `2022` in section 3 and run from there. What changes, what does not, and why?
// 3. Show the age and sex of people with dementia (`kent.Where(year, p => p.Has(Condition.Dementia)).AgeAndSex(year, AgeBands.Kent)`). Which sex is larger at 85 and over, and is that a difference in risk or in who survives?
// 4. In section 6, change the age bands to `AgeBands.Kent`. Why are more cells hidden?
// 5. A colleague wants to remove everyone without activity "because they are not real patients". What would happen to every rate?
//
// **Sources.** Population: Office for National Statistics, mid-2020 estimates and 2018-based projections (Open Government Licence v3.0). Conditions: Quality and Outcomes Framework 2019/20 (Open Parliament
// Licence). Suppression and rounding: the default follows the rule published for Hospital Episode Statistics. Symbols `[c]` and `[x]`: UK Government Analysis Function. Intervals: Wilson (1927). All parameters with
// their sources: `src/Phm/Synthetic/kent-and-medway.parameters.csv`.
//
// **Next:** 02 · Segmentation.
