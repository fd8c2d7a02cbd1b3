namespace Phm.Populations;

/// <summary>Tells listeners that people have been loaded or generated.</summary>
internal static class PopulationActivity
{
    public static void Tell(Population population, bool isSynthetic)
    {
        using var activity = PhmActivities.Source.StartActivity(PhmActivities.Population);
        if (activity is not { IsAllDataRequested: true }) return;
        // The identifiers themselves must not be a tag: whoever exports telemetry would send them out of the room. A delegate answers a
        // listener in this process, who has the text already, and an exporter can make nothing of it but the name of its type.
        // It holds the identifiers and not the population, which may be let go of.
        Func<string, bool> isIdentifier = new PatientIdentifiers(population.Patients.Ids).Contains;
        activity.SetTag(PhmActivities.PopulationName, population.Name)
            .SetTag(PhmActivities.PopulationPeople, (long)population.Count)
            .SetTag(PhmActivities.PopulationIdentifiers, isIdentifier)
            .SetTag(PhmActivities.PopulationSynthetic, isSynthetic);
    }
}
