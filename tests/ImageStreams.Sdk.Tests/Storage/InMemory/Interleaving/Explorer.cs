namespace ImageStreams.Tests.Storage;

/// <summary>Plays a scenario in every order of its threads' steps, within a bound of preemptions.</summary>
/// <remarks>
/// Depth first: a schedule follows its plan of choices, then takes the first of each; the next plan is the same up to the
/// last choice that has another one left. The scenario is created anew for each schedule and must depend on nothing else.
/// </remarks>
internal static class Explorer
{
    /// <summary>For small scenarios: all interleavings there are.</summary>
    public const int Unbounded = int.MaxValue;

    /// <returns>The number of schedules, and the first failure among them; null if there is none.</returns>
    public static (int Schedules, string? Failure) Explore(Func<IReadOnlyList<Action>> scenario, int preemptions)
    {
        using var workers = new Workers(scenario().Count);
        IReadOnlyList<int>? plan = [];
        var schedules = 0;
        string? failure = null;
        while (plan is not null && failure is null)
        {
            (failure, plan) = Play(workers, scenario(), plan, preemptions);
            schedules++;
        }

        return (schedules, failure);
    }

    private static (string? Failure, List<int>? Next) Play(
        Workers workers, IReadOnlyList<Action> acts, IReadOnlyList<int> plan, int preemptions)
    {
        using var schedule = new Schedule(plan, preemptions);
        schedule.Run(workers, acts);
        return (schedule.Failure, After(schedule.Choices));
    }

    private static List<int>? After(List<(int Chosen, int Options)> choices)
    {
        var last = choices.FindLastIndex(choice => choice.Chosen + 1 < choice.Options);
        return last < 0 ? null : [.. choices[..last].Select(choice => choice.Chosen), choices[last].Chosen + 1];
    }
}
