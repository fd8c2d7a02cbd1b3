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

// Written by 'phm export --to script' from ../02-segmentation.ipynb: change that and export again.
// 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/02-segmentation, or to a folder named after FILE.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Phm.Charting;
using Phm.Ingest;
using Phm.Populations;
using Phm.Segmentation;
using Phm.Synthetic;
using static NotebookDisplay;

NotebookDisplay.Begin("02-segmentation", "..", args);

// # 02 · Segmentation: who needs what, and where does the money go?
//
// **The question.** An average person does not exist. Planning care for "the population" means planning for groups of people who need similar things: children who are mostly healthy, adults with one condition,
// older people with frailty. *Segmentation* puts everyone into exactly one such group. Then we can see how many they are, what is spent on them, and where.
//
// Kent and Medway built its whole-population strategy on such a grid: age across condition, with the number of people and the spend on every service in every cell. This notebook builds the same grid, on synthetic people.
//
// > **Everything here is synthetic.** The people of *Wealdshire* do not exist; see notebook 01. What you learn is the method, not a fact about Kent.

NotebookDisplay.Cell("02-load");
var kent = LinkedData.Load("../data-samples/kent-10k").Population;
var year = Period.FinancialYear(2023);

// ## 1. The rules
//
// **Method in plain words.** A scheme is a list of rules in order, the most demanding first. Each person goes down the list and stops at the first rule that they meet. Someone with cancer *and* dementia therefore lands in
// "Dementia or frailty", because that rule comes first. Nobody is counted twice, and nobody is lost: the last rule catches everyone.

NotebookDisplay.Cell("04-scheme");
display(SegmentationScheme.KentGrid);

// **How to read it.** The order *is* a decision. It says what shapes a person's care most. Move "Cancer" to the top, and the dementia segment shrinks without anyone having changed. The published programmes name their segments but not their code
// lists, so the definitions here are our own, and every table repeats that.

// ## 2. The grid

NotebookDisplay.Cell("07-grid");
var grid = SegmentationScheme.KentGrid.Apply(kent, year);
display(grid);

// **How to read it.** Compare the two columns of shares. The mostly healthy are **56%**<!-- phm: grid.Value(GridMeasure.ShareOfPeople, "Mostly healthy") --> of the people and take **27%**<!-- phm: grid.Value(GridMeasure.ShareOfSpend, "Mostly healthy") --> of the spend. People with dementia or frailty are **2.6%**<!-- phm: grid.Value(GridMeasure.ShareOfPeople, "Dementia or frailty") -->
// and take **19%**<!-- phm: grid.Value(GridMeasure.ShareOfSpend, "Dementia or frailty") -->. Most people cost little; the needs of a few are where a redesign of care pays or fails.
//
// Now the same by age. The darker a cell, the more people are in it.

NotebookDisplay.Cell("09-people");
display(grid.Heatmap(of: GridMeasure.People));

NotebookDisplay.Cell("10-perhead");
display(grid.Heatmap(of: GridMeasure.SpendPerHead));

// **How to read it.** Read the second picture row by row: in most age bands spend is higher in the segments on the left, which come first in the rules, than in the two on the right. Then read it column by column: among adults of one segment it rises with age. So neither age nor condition alone explains spend, which is why
// the grid has both. Cells marked `[c]` hold so few people that they are hidden (and some that would give these away); `[x]` means there is nobody to average over.
//
// **Limit.** Spend per head in a small cell swings with one long hospital stay. Do not rank cells; look for the broad slope.

// ## 3. What is the money spent on?

NotebookDisplay.Cell("13-service");
display(grid.SpendByService());

NotebookDisplay.Cell("14-service-table");
display(grid.ByService());

// **How to read it.** For the mostly healthy, planned hospital care and primary care make up about half of the bar. For dementia and frailty, social care and emergency admissions make up about two thirds. Serious mental illness, in the table, shows the point of linking: the largest part that is shown is
// mental health care, which a hospital dataset would miss altogether. A segment whose bar is not drawn has a part that is hidden; the table shows which.

// ## 4. How unequal is spend?
//
// Line people up from the costliest to the cheapest and add up as you walk. If everyone cost the same, the line would be the diagonal.

NotebookDisplay.Cell("17-concentration");
var concentration = kent.Concentration(year);
display(concentration.Curve());

NotebookDisplay.Cell("18-concentration-table");
display(concentration);

// **How to read it.** The costliest 5% account for **51%**<!-- phm: concentration.ShareOfSpend(0.05) --> of the spend on all services. The Health Foundation found about half for 5% in England too (2014/15), but on primary care, hospital and drugs only; on that narrower scope this sample is somewhat
// less uneven. The generator is calibrated to it within a tolerance, so this is a check and not a discovery.
//
// **The trap.** The costliest 5% of people of this year are mostly *not* the costliest 5% of next year: some recover, some die. A programme that picks them today and compares them with themselves a year later will see costs fall without doing anything. This is
// regression to the mean, and notebook after notebook will come back to it.

// ## 5. One locality against the system
//
// The same grid exists for every locality, place and the system, and on request for networks and practices. Here are the localities beside everyone, and then one of them in detail.

NotebookDisplay.Cell("21-localities");
display(grid.By(Level.Locality));

NotebookDisplay.Cell("22-locality-segments");
display(grid.By(Level.Locality, GridMeasure.ShareOfPeople));

NotebookDisplay.Cell("23-locality-spend");
display(grid.By(Level.Locality, GridMeasure.SpendPerHead));

NotebookDisplay.Cell("24-one-locality");
display(grid.In("Estbourne Bay"));

// **How to read it.** Ask first whether a difference in spend per head is a difference in *people*: the second table shows how the segments are distributed. Then compare the same segment across localities, in the third: a few people in a small segment can move a
// locality's total. A locality of this sample has between 2,000 and 3,000 people; a real one has 30,000 to 50,000, and its numbers swing far less.
//
// **Practice level is off by default.** What must be hidden depends on the finest level that is shown, because a network is the sum of its practices. Say `grid.DownTo(Level.Practice).By(Level.Locality, GridMeasure.People)` and see what it costs.

// ## 6. Who moves between segments?
//
// People do not stay where they are. Movements are few, and in a sample of 10,000 people nearly all of them would have to be hidden. So we make a larger place, of 80,000<!-- phm: place.Count --> people, with the generator that made the sample, and we use fewer
// segments: a scheme of our own, four steps from no condition to frailty. Type `kent.Where(year, p => p.` in your own notebook and press TAB to see what can be asked of a person.

NotebookDisplay.Cell("27-steps");
var steps = SegmentationScheme.Named("Four steps")
    .Segment("Frailty or dementia", p => p.Has(Condition.Dementia) || (p.Age >= 65 && p.Deficits >= 9), because: "lives with dementia or with moderate or severe frailty")
    .Segment("2+ conditions", p => p.LongTermConditions >= 2, because: "lives with two or more long-term conditions")
    .Segment("One condition", p => p.LongTermConditions == 1, because: "lives with one long-term condition")
    .Otherwise("None");

var place = SyntheticPopulation.Generate(new SyntheticOptions { People = 80_000, Years = 2, StartYear = 2023 });
var movement = steps.Apply(place, year).Movement(to: year.Next);
display(movement.Heatmap());

NotebookDisplay.Cell("28-movement-table");
display(movement);

// **How to read it.** Each row is a segment of this year; read along it to see where its people were a year later. Most stay. The cells that matter for prevention lie beside the diagonal: from none to one condition, from one to two, and from there to
// frailty. "Died" is a column too: a segment that gets smaller by death has not improved. Few people get better on paper, because records rarely take a condition back.
//
// **Limit.** In this synthetic population frailty progresses more slowly than the one English study of transitions found (Walsh 2023), because that study and the published prevalence of frailty cannot both be met when deficits are never
// withdrawn. The calibration report says so, figure by figure.

// ## 7. Another way to cut: Bridges to Health
//
// Bridges to Health (Lynn and others, 2007) divides people by what they need from care, in eight segments. The people are the same; only the rules differ.

NotebookDisplay.Cell("31-bridges");
var bridges = SegmentationScheme.BridgesToHealth.Apply(kent, year);
display(bridges);

NotebookDisplay.Cell("32-bridges-chart");
display(bridges.Bars(GridMeasure.ShareOfSpend));

// **How to read it.** "Long-term conditions" is one large segment here; the Kent grid tells apart one condition, two or more, cancer and serious mental illness. A segment that is hidden may be large enough by itself: it is hidden because a small one beside it could
// otherwise be worked out. Neither scheme is right. Use the scheme whose segments you could name a team for: if nobody would be responsible for a segment, it is a statistic, not a plan.

// ## 8. Your own scheme
//
// Section 6 used one already. Here is another, which asks how many people live with a mental *and* a physical condition.

NotebookDisplay.Cell("35-own");
var mine = SegmentationScheme.Named("Mind and body")
    .Segment("Mind and body", p => p.MentalConditions > 0 && p.PhysicalConditions > 0, because: "lives with a mental and a physical condition")
    .Segment("Mind", p => p.MentalConditions > 0, because: "lives with mental conditions only")
    .Segment("Body", p => p.PhysicalConditions > 0, because: "lives with physical conditions only")
    .Otherwise("Neither");

display(mine.Apply(kent, year));

// **How to read it.** People who live with both cost more a head than those with physical conditions alone. That is an *association*: people with both also live with more conditions altogether, and these data cannot say what treating the mind would save.
//
// And for any scheme you can ask why people are where they are:

NotebookDisplay.Cell("37-reasons");
display(grid.Reasons());

// ## What a trainer would ask
//
// 1. Which two segments would you redesign care for first, and what would you need to know before you spent money on it?
// 2. In section 1, what happens to the share of "Cancer" if its rule comes before "Dementia or frailty"? Write the scheme and see.
// 3. A manager says: "5% of people cost half of the money, so let us find those 5% and halve their costs." Give two reasons why this will disappoint.
// 4. In section 5 one locality has a higher spend per head than the others. Is it wasteful? Which table would you look at, and in which order?
// 5. In section 6, make the place with `StartYear = 2022, Years = 3` and look at the year before as well. Is the share that moves from none to one condition stable?
//
// ## Limits
//
// Synthetic people, whose disclosure control is shown for teaching; conditions as recorded; each table is protected together with the other tables of its grid, but not with those of another grid, so in real work publish one; unit costs, some of them placeholders; one year of spend, in which a single stay can weigh more than everything else. Segments describe; they do not say what causes spend, nor what would reduce it. The evaluation of what works
// comes later, with matched controls.
//
// **Sources.** Kent and Medway strategy on the Kent Integrated Dataset; North West London whole-systems grid (IPPR); Lynn J and others, Bridges to Health (2007), segment names partly from memory (M); frailty bands: Clegg 2016, doi:10.1093/ageing/afw039; concentration:
// Health Foundation 2019; Nuffield Trust 2012 (about 3% of patients account for nearly half of costs).
