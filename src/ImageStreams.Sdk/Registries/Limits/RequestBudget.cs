using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>The maximum rate of requests to a registry: a bucket of tokens that fills up steadily.</summary>
public sealed class RequestBudget : ICheckedOptions
{
    /// <summary>Default of <see cref="Per"/>: one second.</summary>
    public static readonly TimeSpan DefaultPer = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MaxPer = TimeSpan.FromDays(30);

    /// <summary>The requests in each <see cref="Per"/>; at least 1, and there is no default.</summary>
    public int Requests { get; set; }

    /// <summary>The period; more than zero, at most 30 days.</summary>
    public TimeSpan Per { get; set; } = DefaultPer;

    /// <summary>The requests that may follow each other immediately after an idle period; 0, the default, for as many as
    /// <see cref="Requests"/>.</summary>
    /// <remarks>After an idle period, one period can have the burst and the refill: twice the requests by default.</remarks>
    public int Burst { get; set; }

    internal int Capacity => Burst > 0 ? Burst : Requests;

    internal double PerSecond => Requests / Per.TotalSeconds;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(Requests, 1);
        errors.Positive(Per, MaxPer);
        errors.AtLeast(Burst, 0);
    }

    internal RequestBudget Copy() => (RequestBudget)MemberwiseClone();
}
