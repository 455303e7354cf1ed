namespace ImageStreams.Importing;

/// <summary>The demand of consumers that each return at an interval of their own.</summary>
internal sealed class DemandCurve
{
    private const double Tolerance = 1 + 1e-9;   // the sum may exceed the capacity by rounding errors
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private readonly Dictionary<TimeSpan, double> _weights = [];

    public double PerSecond => _weights.Sum(weight => weight.Value / weight.Key.TotalSeconds);

    /// <summary>Adds a consumer that takes a weight each time; one that never returns takes nothing.</summary>
    public void Add(TimeSpan interval, double weight)
    {
        if (interval < Longest)
        {
            _weights[interval] = _weights.GetValueOrDefault(interval) + weight;
        }
    }

    /// <summary>
    /// Computes the shortest interval that is possible when all consumers share a capacity; zero when each can have its own.
    /// </summary>
    /// <remarks>
    /// The fair share: consumers with a small demand get all of it, and the others get equal parts.
    /// <code>
    ///   interval
    ///     │               ┌───   consumers with long intervals
    ///     │ ~~~~~~~~~~~┌──┘      the level, to which shorter intervals are raised
    ///     │      ┌─────┘
    ///     └──────┘────────────
    /// </code>
    /// </remarks>
    public TimeSpan ComputeFairInterval(double capacity)
    {
        var others = PerSecond;
        if (others <= capacity * Tolerance)
        {
            return TimeSpan.Zero;
        }

        var raised = 0.0;
        var level = 0.0;
        foreach (var (interval, weight) in _weights.OrderBy(weight => weight.Key))
        {
            if (level > 0 && level <= interval.TotalSeconds)
            {
                break;
            }

            raised += weight;
            others -= weight / interval.TotalSeconds;
            level = raised / Math.Max(capacity - others, 0);
        }

        return level < Longest.TotalSeconds ? TimeSpan.FromSeconds(level) : Longest;
    }
}
