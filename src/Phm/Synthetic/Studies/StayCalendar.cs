using Phm.Activation;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>
/// Lays the stays of a questionnaire into its window, one after the other: an emergency admission that is no readmission lies more than 30 days after
/// the end of the stay before, a readmission 1 to 30 days after it, and every stay ends within the window.
/// </summary>
internal sealed class StayCalendar(SyntheticParameters parameters)
{
    private const int LongestReturn = CountDraw.FreshAfter - 1;

    private readonly int _days = StudyFrame.WindowDays(parameters);
    private readonly double _withoutNight = parameters.Number("stay.without_night");
    private readonly double _mean = parameters.Number("stay.mean");
    private readonly double _spread = parameters.Number("stay.spread");

    /// <summary>The stays with their first days, in order of time.</summary>
    public List<Stay> Of(StudyQuestionnaire q, ref RandomStream random)
    {
        var stays = Order(q, ref random);
        if (stays.Count == 0) return stays;
        int[] gaps = new int[stays.Count];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = LeastGap(stays, i, ref random);
        Shorten(stays, gaps);
        var slack = Slack(stays, gaps);
        var places = Places(stays, slack, ref random);
        var (day, used) = (0, 0);
        for (var i = 0; i < stays.Count; i++)
        {
            day += gaps[i] + (stays[i].IsReadmission ? 0 : places[i] - used);
            if (!stays[i].IsReadmission) used = places[i];
            stays[i] = stays[i] with { Day = day };
            day += stays[i].Nights;
        }
        return stays;
    }

    private List<Stay> Order(StudyQuestionnaire q, ref RandomStream random)
    {
        var readmissions = q[ActivationOutcome.ReadmissionsWithin30Days];
        var fresh = q[ActivationOutcome.EmergencyAdmissions] - readmissions;
        var episodes = new List<List<Stay>>();
        for (var i = 0; i < fresh; i++) episodes.Add([Emergency(ref random, isReadmission: false)]);
        for (var i = 0; i < readmissions; i++) episodes[random.Below(fresh)].Add(Emergency(ref random, isReadmission: true));
        var overnight = q.OvernightStays;
        var more = q[ActivationOutcome.ElectiveOvernightNights] - overnight;
        for (var i = 0; i < overnight; i++)
        {
            // The last stay takes the nights that are left.
            var own = i == overnight - 1 ? more : random.Below(more + 1);
            more -= own;
            episodes.Add([new(PointOfDelivery.ElectiveAdmission, 1 + own)]);
        }
        for (var i = q[ActivationOutcome.ElectiveAdmissions] - overnight; i > 0; i--) episodes.Add([new(PointOfDelivery.DayCase, 0)]);
        for (var i = episodes.Count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (episodes[i], episodes[j]) = (episodes[j], episodes[i]);
        }
        return [.. episodes.SelectMany(episode => episode)];
    }

    private Stay Emergency(ref RandomStream random, bool isReadmission)
    {
        var nights = random.Chance(_withoutNight) ? 0 : Math.Max(1, (int)Math.Round(_mean * random.LogNormal(_spread)));
        return new(PointOfDelivery.EmergencyAdmission, Math.Min(nights, _days / 3), isReadmission);
    }

    private static int LeastGap(List<Stay> stays, int i, ref RandomStream random)
    {
        if (i == 0) return 0;
        if (stays[i].IsReadmission) return 1 + random.Below(LongestReturn);
        return stays[i].Point == PointOfDelivery.EmergencyAdmission ? CountDraw.FreshAfter : 1;
    }

    /// <summary>Where a window is too short for all of it, emergency stays and the days before readmissions are, the longest first.</summary>
    private void Shorten(List<Stay> stays, int[] gaps)
    {
        while (Slack(stays, gaps) < 0)
        {
            var (longest, isGap, most) = (-1, false, 0);
            for (var i = 0; i < stays.Count; i++)
            {
                if (stays[i].Point == PointOfDelivery.EmergencyAdmission && stays[i].Nights > most) (longest, isGap, most) = (i, false, stays[i].Nights);
                if (stays[i].IsReadmission && gaps[i] - 1 > most) (longest, isGap, most) = (i, true, gaps[i] - 1);
            }
            if (longest < 0) throw new InvalidOperationException($"A window of {_days} days has no room for {stays.Count} stays.");
            if (isGap) gaps[longest]--;
            else stays[longest] = stays[longest] with { Nights = stays[longest].Nights - 1 };
        }
    }

    /// <summary>Days that no stay and no gap needs, shared out by chance: for each stay, how many of them lie before it.</summary>
    private static int[] Places(List<Stay> stays, int slack, ref RandomStream random)
    {
        var places = new int[stays.Count];
        for (var i = 0; i < places.Length; i++) places[i] = random.Below(slack + 1);
        Array.Sort(places);
        return places;
    }

    private int Slack(List<Stay> stays, int[] gaps) => _days - 1 - stays.Sum(stay => stay.Nights) - gaps.Sum();
}
