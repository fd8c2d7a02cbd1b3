namespace Phm.Synthetic.Studies;

/// <summary>
/// The numbers between 0 and 1 at which the distributions of counts are inverted. Within a level there is one in each of as many equal strata as there are
/// questionnaires (a Latin hypercube), so a level's counts follow their distribution far closer than by chance alone. Their order follows
/// the health that all outcomes of a questionnaire share, and chance.
/// </summary>
internal static class HealthUniforms
{
    public static double[] Of(StudyQuestionnaire[] questionnaires, double correlation, ref RandomStream random)
    {
        var rest = Math.Sqrt(1 - correlation * correlation);
        var scores = new double[questionnaires.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = correlation * questionnaires[i].Health + rest * random.Normal();
        var uniforms = new double[questionnaires.Length];
        foreach (var level in Enumerable.Range(0, scores.Length).GroupBy(i => questionnaires[i].Level))
        {
            int[] order = [.. level.OrderBy(i => scores[i])];
            for (var rank = 0; rank < order.Length; rank++) uniforms[order[rank]] = (rank + random.Uniform()) / order.Length;
        }
        return uniforms;
    }
}
