namespace ImageStreams.Tests.Recordings;

/// <summary>The report on the replay of a scenario.</summary>
internal sealed record ReplayReport
{
    public required string Scenario { get; init; }

    /// <summary>The number of requests in the recording.</summary>
    public required int Requests { get; init; }

    /// <summary>The exchanges that were not replayed, with the reasons.</summary>
    public required IReadOnlyList<(Exchange Exchange, string Why)> LeftOut { get; init; }

    /// <summary>The exchanges whose recorded answer was not settled, and was compared as the settled one.</summary>
    public required IReadOnlyList<Exchange> Settled { get; init; }

    /// <summary>The exchanges that the recorded server failed to answer, and ours refuses with a sentence.</summary>
    public required IReadOnlyList<Exchange> Better { get; init; }

    /// <summary>The answers that differ from the recording, with each difference.</summary>
    public required IReadOnlyList<(Exchange Exchange, IReadOnlyList<string> Differences)> Different { get; init; }

    public int AsRecorded => Requests - LeftOut.Count - Better.Count - Different.Count;

    /// <summary>One line of numbers.</summary>
    public string Summary => Summarise(Scenario, [this]);

    /// <summary>One line of numbers for several scenarios.</summary>
    public static string Summarise(string title, IReadOnlyCollection<ReplayReport> reports) =>
        $"{title}: {reports.Sum(one => one.Requests)} requests, {reports.Sum(one => one.AsRecorded)} as recorded, "
        + $"{reports.Sum(one => one.LeftOut.Count)} left out, {reports.Sum(one => one.Better.Count)} refused instead of 500, "
        + $"{reports.Sum(one => one.Different.Count)} different";

    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return Summary;
        foreach (var (exchange, why) in LeftOut)
        {
            yield return $"  left out  {exchange}: {why}";
        }

        foreach (var exchange in Settled)
        {
            yield return $"  settled   {exchange}: compared with followers of followers moved, which on the server is luck.";
        }

        foreach (var exchange in Better)
        {
            yield return $"  better    {exchange}: the recorded server answered {exchange.Status}.";
        }

        foreach (var (exchange, differences) in Different)
        {
            yield return $"  DIFFERENT {exchange}";
            foreach (var difference in differences)
            {
                yield return $"              {difference}";
            }
        }
    }
}
