namespace ImageStreams.Importing;

/// <summary>How much is asked for in a second by those who come again and again, each at an interval of its own.</summary>
internal sealed class DemandCurve
{
    private const double Tolerance = 1 + 1e-9;   // what adds up to the capacity fits, whatever was rounded
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private readonly Dictionary<TimeSpan, double> _weights = [];

    public double PerSecond => _weights.Sum(weight => weight.Value / weight.Key.TotalSeconds);

    /// <summary>Adds somebody who takes so much each time; one who never comes takes nothing.</summary>
    public void Add(TimeSpan interval, double weight)
    {
        if (interval < Longest)
        {
            _weights[interval] = _weights.GetValueOrDefault(interval) + weight;
        }
    }

    /// <summary>The interval that nobody can come more often than, so that all get no more than there is; zero when all can
    /// have their own.</summary>
    /// <remarks>
    /// The fair share: who asks for less gets all of it, and the others get equally much.
    /// <code>
    ///   interval
    ///     │               ┌───   who comes rarely anyway
    ///     │ ~~~~~~~~~~~┌──┘      the level: those below it are lifted to it
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

        var (lifted, level) = (0.0, 0.0);
        foreach (var (interval, weight) in _weights.OrderBy(weight => weight.Key))
        {
            if (level > 0 && level <= interval.TotalSeconds)
            {
                break;
            }

            lifted += weight;
            others -= weight / interval.TotalSeconds;
            level = lifted / Math.Max(capacity - others, 0);
        }

        return level < Longest.TotalSeconds ? TimeSpan.FromSeconds(level) : Longest;
    }
}
