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

// Written by 'phm export --to script' from ../04-patient-activation.ipynb: change that and export again.
// 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/04-patient-activation, or to a folder named after FILE.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Phm.Activation;
using Phm.Charting;
using Phm.Findings;
using Phm.Ingest;
using Phm.Populations;
using Phm.Statistics;
using Phm.Synthetic;
using static NotebookDisplay;

NotebookDisplay.Begin("04-patient-activation", "..", args);

// # 04 · Patient activation: do people who manage their health use less care?
//
// **The question.** *Patient activation* is what somebody knows, can do and dares to do about their own health. It is measured by a short questionnaire, the Patient Activation Measure, whose score from 0 to 100 falls into four levels. In Islington, people at the highest level were admitted to
// hospital as an emergency about half as often as people at the lowest. Is that because they are more activated, or because they are younger, better off and less ill? And what may a programme promise that wants to move people up a level?
//
// This notebook takes the published study apart and puts it together again: the four levels, use as it is (*crude*), why crude misleads, use with other differences taken into account (*adjusted*), and the result beside the published figures.
//
// > **Everything here is synthetic, and made to match.** The people do not exist. Their levels, means and spread were made to be those of table 1 of the study, and confounded so that adjustment gives the published ratios. That the analysis finds them again shows that the *method* recovers what was put in. It is no evidence that
// > activation changes use.

NotebookDisplay.Cell("02-load");
var cohort = ActivationStudyCohort.Generate(seed: 2018);
var study = cohort.PatientActivation();

// ## 1. The four levels
//
// **In plain words.** At level 1 people do not yet see a part for themselves; at level 2 they have some knowledge and little confidence; at level 3 they act; at level 4 they keep it up, also when life gets hard. A level is not a judgement of a person: illness, money and how one was treated before all weigh on it. (The questionnaire belongs to its owner: neither its questions nor its scoring table are in this product. The score, or the level, is what we take in.)

NotebookDisplay.Cell("04-levels");
display(study);

NotebookDisplay.Cell("05-levels-chart");
display(study.Bars());

// **How to read it.** Level 1 is **22%**<!-- phm: study.Share(1) --> of the *questionnaires*. It is not 22% of the *people*: there are 12,270<!-- phm: study.Questionnaires() --> questionnaires of about 9,350<!-- phm: study.People() --> people, many of whom answered twice or more, some at different levels. That is trap number one, and it
// matters for the method as well: two questionnaires of one person are not two independent observations, so every regression below is *clustered* by person, so that its intervals are not too narrow.
//
// Where the cut between two levels lies is a convention. An older version of the measure is said to have put level 4 at 67 (from memory, not confirmed, and every table that rests on it says so). Say `cohort.PatientActivation(cutPoints: CutPoints.Older)` and see how many people change their level without having changed.

// ## 2. Crude use
//
// What did people use around the day on which they answered? The study does not say how long it looked; here it is half a year before to half a year after, and `UseWindow` changes it.

NotebookDisplay.Cell("08-crude");
display(study.CrudeUse);

NotebookDisplay.Cell("09-crude-chart");
display(study.CrudeUse.Bars(ActivationOutcome.EmergencyAdmissions));

// **How to read it.** The last column is what a slide would show: emergency admissions at level 4 are **0.54**<!-- phm: study.CrudeUse.Ratio(ActivationOutcome.EmergencyAdmissions) --> of those at level 1, missed GP appointments **0.48**<!-- phm: study.CrudeUse.Ratio(ActivationOutcome.GpDidNotAttend) -->. Then look at the standard deviations. For emergency admissions the SD is more than three times
// the mean: most people have none and a few have many. Such counts are *over-dispersed*. A method that takes them for evenly spread (a plain Poisson regression) would claim far too much certainty.
//
// One row breaks the pattern: elective admissions at level 4, with an SD of 5.17. A handful of people with very many admissions can make a mean. Never read a mean without its spread.

// ## 3. Why crude misleads
//
// Look at the last three rows of the table in section 2, age and conditions: people at level 1 are older than those at level 4 and live with more conditions. Age and illness raise use whatever somebody's level is. Something that goes with the level *and* raises use is a **confounder**. Is the difference in illness more than chance? A linear regression of the number of mental conditions on
// the level says:

NotebookDisplay.Cell("12-confounding");
var table = study.Table();
display(Model.Linear("MentalConditions").On("ActivationLevel").ClusteredBy("Person").Fit(table));

// **How to read it.** The reference is level 1. At level 4 people live with 0.19 fewer mental conditions on average, and the interval is far from 0. So the groups differ in illness, and a part of the crude ratio may come from that. How much? That is what adjustment answers: compare people of *the same* age, sex, deprivation and number of conditions.

// ## 4. One outcome, adjusted
//
// Emergency admissions are counts with far more spread than a Poisson distribution has, so the model is a **negative binomial regression**. Read the next line aloud: a count of emergency admissions, on the level, a smooth curve of age, sex, decile of deprivation and the numbers of conditions, per year that was observed, clustered by person.

NotebookDisplay.Cell("15-adjusted");
var crude = Model.Count("EmergencyAdmissions").On("ActivationLevel")
    .Exposure("Years").ClusteredBy("Person")
    .Fit(table, Family.NegativeBinomial);

var adjusted = Model.Count("EmergencyAdmissions")
    .On("ActivationLevel", Term.Spline("Age", 4), "Sex", "ImdDecile", "PhysicalConditions", "MentalConditions")
    .Exposure("Years").ClusteredBy("Person")
    .Fit(table, Family.NegativeBinomial);
display(adjusted);

NotebookDisplay.Cell("16-adjusted-forest");
display(crude.RateRatios("ActivationLevel")
    .ForestPlot(beside: adjusted.RateRatios("ActivationLevel"), name: "Crude", besideName: "Adjusted"));

// **How to read it.** Crude, level 4 has 0.54<!-- phm: use.CrudeRatio(ActivationOutcome.EmergencyAdmissions, 4) --> times the admissions of level 1; adjusted, 0.62<!-- phm: use.Ratio(ActivationOutcome.EmergencyAdmissions, 4) --> times. Age, sex, deprivation and the number of conditions account for a part of the difference. What accounts for the rest is not known: activation, or something else. The interval says how sure we may be of the number; it does not say that nothing else was at work. What nobody
// recorded (loneliness, pain, a language barrier, how sick the conditions are) is not adjusted for. The dispersion α above 6 is the spread; α of 0 would be Poisson.

// ## 5. All outcomes
//
// The same for every outcome of the study, crude beside adjusted, level 4 against level 1.

NotebookDisplay.Cell("19-all");
var use = study.AdjustedUse();
display(use.ForestPlot(level: 4));

NotebookDisplay.Cell("20-all-table");
display(use);

// **How to read it.** Every adjusted mark lies nearer to 1 than its crude one. The move is largest for missed GP appointments, from 0.48 to 0.77: there, most of the crude gap goes with who the people are, deprivation above all. (Take `"ImdDecile"` out of the model of section 4, count `"GpDidNotAttend"` instead, and see.) Thirty-day readmissions have an interval that holds 1: with so few of them, the data agree with a third fewer, and with no difference at all.
// Elective admissions are the awkward row again, with an interval so wide that it says nothing.
//
// **The trap.** Ten outcomes are ten chances to find something. One interval in twenty misses the truth by design; do not pick the one that suits you.

// ## 6. Beside the published study
//
// Barker and others (2018) published nine adjusted ratios with their intervals. Every published figure in this product carries a *status*: **C** seen in the source, **S** seen only in a secondary source, **D** worked out from C figures, **M** from memory. Only C and D figures get a verdict.

NotebookDisplay.Cell("23-score");
var card = use.AgainstBarker2018();
display(card);

NotebookDisplay.Cell("24-score-chart");
display(card.Of("adjusted ratio").ForestPlot());

// **How to read it.** All nine adjusted ratios lie within their published intervals and all crude ones within 5%. On data that were made to match, this says one thing: the analysis, from the rows to the ratio, does what it should. (Some of our intervals are a little wider than the published ones: ours count a person's questionnaires as one cluster, and how the study did it is not known. And our estimates lie nearer to the published ones than such intervals would let one expect: the cohort is balanced to match, which real people never are.) On *your* data the same line sets your estimates beside the published ones. The verdict looks at the estimate alone: read its interval, too, before you say that a finding holds with you.
//
// The study's exact model, its length of observation and its adjusted ratios of levels 2 and 3 were not found. What stands here for them is our choice, and not a reproduction.

// ## 7. How a table turns into a wrong slide
//
// The same study travelled, on a slide, through many meetings. This is what can be told of its figures:

NotebookDisplay.Cell("27-slide");
display(PublishedFindings.WestKentSlide);

// **Three traps.**
//
// 1. *Which column does 38% belong to?* The slide runs two columns together, as "100 38% range". 38% is the gap between level 1 and level 4 in **emergency admissions**: 1 - 0.62. A&E is 32%, GP 18%, outpatient 19%.
// 2. *Questionnaires are not patients.* 22, 19, 46 and 13% are shares of 12,270 questionnaires, not of 9,348 patients.
// 3. *Crude is not adjusted.* The "c. 72" and "c. 66" of levels 2 and 3 are adjusted. The crude ratios are 0.64 and 0.61. Who takes the slide's figures for crude ones, and adjusts again, adjusts twice. (Ours at level 2 is 0.67: what the study found there was not published, and the slide is a secondary source.)
//
// And a fourth, of language: "38% fewer admissions *if* people were activated" is not what was found. It was found that people at level 4 *had* 38% fewer than people at level 1 who were like them in what was measured.

// ## 8. Who was not measured, and how unequal activation is
//
// In the cohort everyone answered: that is how it was made. In a real place most people never do, and who is missing decides what the mean is worth. So we turn to the sample of notebook 01, a whole population.

NotebookDisplay.Cell("30-coverage");
var kent = LinkedData.Load("../data-samples/kent-10k").Population;
var measured = kent.PatientActivation(Period.FinancialYear(2023));
display(measured.Coverage());

NotebookDisplay.Cell("31-inequality");
display(study.Inequality());

NotebookDisplay.Cell("32-inequality-chart");
display(study.Inequality().Bars());

// **How to read it.** The first table is about a whole population: one person in twenty was measured, hardly anyone without a condition, and no share can be told where few were. The second table and the picture are the study cohort's again: among those who *were* measured, how does the level go with deprivation? The *slope index* is the difference
// between the two ends of society, the most and the least deprived, if the fifths lay on a straight line. Its size is not a finding: deprivation was *made* to go with the level here, to a degree that we chose, because the study does not publish it. In your place, ask before anything else whether the programme reaches those at level 1.
//
// **The trap.** A mean level that rises may mean that people became more activated, or that those at level 1 stopped answering.

// ## 9. What if people moved up a level?
//
// A place asks what would happen if everyone at level 1 came to level 2. The regressions can answer "what would be *expected* of these people, with their age and illness, at the rates of level 2". They cannot answer what coaching would do.

NotebookDisplay.Cell("35-whatif");
var whatIf = use.WhatIf(LevelMove.From(1, to: 2));
display(whatIf);

NotebookDisplay.Cell("36-whatif-chart");
display(whatIf.Bars());

// **How to read it.** The assumption stands in the table because it decides everything: that the association is causal, whole and immediate. It may be none of these. A person may be at level 1 *because* of being ill (the arrow points the other way); coaching moves a score more easily than it moves a life; and who accepts coaching is not who needs it. The number is no forecast, and no bound either: what was not measured may push it both ways. Elective admissions
// show how little it can bear: they seem to fall by a third here, and with `LevelMove.OneLevelUp` they *rise*, because a handful of people with very many of them stand at level 4. Use the number to ask whether a programme is worth a trial, and then evaluate the programme with matched controls.

// ## What a trainer would ask
//
// 1. On the slide stands "level 4 patients cost 38% less". Name two things that are wrong with this sentence.
// 2. In section 4, count `GpDidNotAttend` instead, with and without `"ImdDecile"`. Which way does the ratio of level 4 move, and why?
// 3. Fit `Family.Poisson` without `.ClusteredBy("Person")`. The ratio hardly changes. What does, and would you publish it?
// 4. Change the window with `cohort.PatientActivation(window: new UseWindow(0, 182))`: only use *after* the questionnaire. What question does that answer better?
// 5. Suppose that half of the people at level 1 and a quarter of those at level 4 live alone, which no record tells. How much more would living alone have to raise emergency admissions to explain 0.62 away altogether? Try: can it?
// 6. Your place wants to promise a saving from `LevelMove.OneLevelUp`. Which three sentences must stand beside the number?
//
// ## Limits
//
// Synthetic people, made to match one study; use exists only around the questionnaires; the length of observation, deprivation by level and the adjusted ratios of levels 2 and 3 are assumptions of ours, each marked as such in the parameter file. An association, adjusted for five things; nothing here is an effect. No money is claimed: a ratio of admissions is not a saving.
//
// **Sources.** Barker I, Steventon A, Williamson R, Deeny SR. BMJ Qual Saf 2018;27:989-999, doi:10.1136/bmjqs-2017-007635. Deeny S, Thorlby R, Steventon A, Health Foundation briefing, August 2018. Levels in words: our own.
