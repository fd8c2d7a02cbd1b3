using System.CommandLine;
using Phm.Ingest;
using Phm.Populations;
using Phm.Synthetic;

namespace Phm.Cli;

/// <summary><c>phm data generate</c>: makes synthetic linked data.</summary>
internal static class GenerateCommand
{
    private const string Activation = "activation";

    private static readonly SyntheticOptions Defaults = new();
    private static readonly Option<int> People = new("--people") { Description = "How many people, 100 to 10,000,000.", DefaultValueFactory = _ => Defaults.People };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Seed of all randomness.", DefaultValueFactory = _ => Defaults.Seed };
    private static readonly Option<int> Years = new("--years") { Description = "Financial years of records, 1 to 10.", DefaultValueFactory = _ => Defaults.Years };
    private static readonly Option<int> Start = new("--start") { Description = "Year in whose April the records start.", DefaultValueFactory = _ => Defaults.StartYear };
    private static readonly Option<string?> Study = Among(new("--study") { Description = "Make the cohort of a published study instead: activation, for patient activation in Islington (Barker 2018)." }, Activation);
    private static readonly Option<string?> Parameters = new("--parameters") { Description = "CSV file of parameters; those of Kent and Medway, or of the study, by default." };
    private static readonly Option<string?> Out = new("--out") { Description = "New folder for the data; none is written without it." };
    private static readonly Option<bool> ShowCalibration = new("--calibration") { Description = "Print published figures beside those of the synthetic people." };

    public static Command Create()
    {
        var command = new Command("generate",
            """
            Makes linked data of people who do not exist, calibrated to published figures. The same options give the same bytes.

            Examples:
              phm data generate --out my-data                          10,000 people, three years
              phm data generate --people 200000 --years 1 --calibration
              phm data generate --study activation --seed 2018 --out cohort
            """)
        { People, Seed, Years, Start, Study, Parameters, Out, ShowCalibration };
        command.SetAction(result =>
        {
            if (result.GetValue(Study) is not null)
            {
                if (((Option[])[People, Years, Start]).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option)
                    throw new ArgumentException($"{option.Name} does not go with {Study.Name}: the study says how many people there are and when.");
                return RunStudy(result.GetValue(Seed), result.GetValue(Parameters), result.GetValue(Out), result.GetValue(ShowCalibration));
            }
            var options = new SyntheticOptions { People = result.GetValue(People), Seed = result.GetValue(Seed), Years = result.GetValue(Years), StartYear = result.GetValue(Start) };
            return Run(options, result.GetValue(Parameters), result.GetValue(Out), result.GetValue(ShowCalibration));
        });
        return command;
    }

    private static int RunStudy(ulong seed, string? file, string? folder, bool calibration)
    {
        RequireSomethingToDo(folder, calibration);
        var parameters = file is null ? SyntheticParameters.ActivationStudy : SyntheticParameters.Load(file);
        var cohort = ActivationStudyCohort.Generate(seed, parameters);
        if (folder is not null) Save(cohort, folder, FormattableString.Invariant($"{cohort.Activations.Rows:N0} questionnaires and "));
        if (calibration) Console.WriteLine(Calibration.OfActivationStudy(cohort, parameters));
        return ExitCode.Success;
    }

    private static int Run(SyntheticOptions options, string? parameters, string? folder, bool calibration)
    {
        RequireSomethingToDo(folder, calibration);
        var population = Progress.Show("Generating", progress =>
            SyntheticPopulation.Generate(options, parameters is null ? null : SyntheticParameters.Load(parameters), progress));
        if (folder is not null) Save(population, folder, "");
        if (calibration) Console.WriteLine(Calibration.Of(population, Period.FinancialYear(options.StartYear)));
        return ExitCode.Success;
    }

    private static void Save(Population population, string folder, string besides)
    {
        LinkedData.Save(population, folder);
        Console.WriteLine(FormattableString.Invariant($"{population.Count:N0} synthetic people{(besides.Length > 0 ? ", " + besides : " and ")}{population.Activity.Rows:N0} rows of activity in '{folder}'."));
    }

    private static void RequireSomethingToDo(string? folder, bool calibration)
    {
        if (folder is null && !calibration) throw new ArgumentException("Nothing to do: say --out FOLDER, --calibration, or both.");
    }

    private static Option<string?> Among(Option<string?> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
