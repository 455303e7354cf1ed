namespace ImageStreams.Kubernetes;

/// <summary>Options of the Events that hosted controllers write about streams and objects.</summary>
/// <remarks>Copied when the host starts; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class KubernetesEventOptions
{
    /// <summary>The default of <see cref="Component"/>: <c>imagestreams</c>.</summary>
    public const string DefaultComponent = "imagestreams";

    /// <summary>The default of <see cref="BurstPerObject"/>: 10.</summary>
    public const int DefaultBurstPerObject = 10;

    /// <summary>The default of <see cref="MaxPerMinute"/>: 60.</summary>
    public const int DefaultMaxPerMinute = 60;

    /// <summary>The default of <see cref="MaxSeries"/>: 4,096.</summary>
    public const int DefaultMaxSeries = 4096;

    /// <summary>The default of <see cref="RepeatInterval"/>: 5 minutes.</summary>
    public static readonly TimeSpan DefaultRepeatInterval = TimeSpan.FromMinutes(5);

    private const int Most = 1 << 20;
    private const int MaxComponentLength = 63;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Gets or sets a value indicating whether Events are written; true by default.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The name of the writer: 1 to 63 letters, digits, <c>-</c>, <c>.</c> and <c>_</c>; <c>imagestreams</c> by default.</summary>
    public string Component { get; set; } = DefaultComponent;

    /// <summary>The time in which an Event that is repeated is only counted, and written at most once; more than zero, at most a day; 5
    /// minutes by default. It is also the time after which an object may have one more Event beyond <see cref="BurstPerObject"/>.</summary>
    public TimeSpan RepeatInterval { get; set; } = DefaultRepeatInterval;

    /// <summary>The number of writes about one object at once, beyond which they are dropped; 1 to 1,048,576.</summary>
    public int BurstPerObject { get; set; } = DefaultBurstPerObject;

    /// <summary>The number of writes in a minute, beyond which they are dropped; 1 to 1,048,576.</summary>
    public int MaxPerMinute { get; set; } = DefaultMaxPerMinute;

    /// <summary>The number of different Events, and of objects, that are remembered; those of longest ago are forgotten first; 1 to
    /// 1,048,576.</summary>
    public int MaxSeries { get; set; } = DefaultMaxSeries;

    /// <summary>Finds what is wrong with the options.</summary>
    /// <returns>A sentence for each problem; empty when the options can be used.</returns>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrEmpty(Component) || Component.Length > MaxComponentLength || !Component.All(IsAllowed))
        {
            yield return $"{nameof(Component)} is '{Component}'; it must have 1 to {MaxComponentLength} letters, digits, '-', '.' or '_'.";
        }

        if (RepeatInterval <= TimeSpan.Zero || RepeatInterval > Day)
        {
            yield return $"{nameof(RepeatInterval)} is {RepeatInterval:c}; it must be more than zero and at most {Day:c}.";
        }

        foreach (var (name, value) in new[]
        {
            (nameof(BurstPerObject), BurstPerObject), (nameof(MaxPerMinute), MaxPerMinute), (nameof(MaxSeries), MaxSeries),
        })
        {
            if (value is < 1 or > Most)
            {
                yield return $"{name} is {value}; it must be between 1 and {Most}.";
            }
        }
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_';
}
