using ImageStreams.Internal;
namespace ImageStreams.Registries;

/// <summary>How many requests a host gets in a time: a bucket of tokens that fills up steadily.</summary>
public sealed record RequestBudget
{
    /// <summary>The requests for each <see cref="Per"/>; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public required int Requests { get; init => field = Guard.Positive(value); }

    /// <summary>The time that <see cref="Requests"/> are for; a second by default, at most 30 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 30 days.</exception>
    public TimeSpan Per { get; init => field = Guard.Positive(value, TimeSpan.FromDays(30)); } = TimeSpan.FromSeconds(1);

    /// <summary>The requests that may follow each other at once after a rest; as many as <see cref="Requests"/> when 0,
    /// the default.</summary>
    /// <remarks>After a rest a time may see both, the burst and what fills up: twice the requests by default.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Burst { get; init => field = Guard.NotNegative(value); }

    internal int Capacity => Burst > 0 ? Burst : Requests;

    internal double PerSecond => Requests / Per.TotalSeconds;
}
