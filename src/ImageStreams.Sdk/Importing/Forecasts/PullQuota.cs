using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The number of pulls that a registry allows in a period.</summary>
public sealed record PullQuota
{
    private static readonly TimeSpan MaxPeriod = TimeSpan.FromDays(30);

    /// <summary>
    /// The quota of Docker Hub for anonymous users: 100 pulls in 6 hours for each IPv4 address or IPv6 /64 network.
    /// </summary>
    public static PullQuota DockerHubAnonymous { get; } = CreateDockerHub("Docker Hub, anonymous", 100);

    /// <summary>The quota of Docker Hub for free accounts: 200 pulls in 6 hours. Paid accounts have no limit.</summary>
    public static PullQuota DockerHubAuthenticated { get; } = CreateDockerHub("Docker Hub, authenticated", 200);

    /// <summary>The name in a forecast.</summary>
    public string Name { get; init; } = "";

    /// <summary>The number of pulls in each <see cref="Period"/>, which are requests for manifests; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public required int Pulls { get; init => field = Guard.Positive(value); }

    /// <summary>The period of <see cref="Pulls"/>; more than zero, at most 30 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 30 days.</exception>
    public required TimeSpan Period { get; init => field = Guard.Positive(value, MaxPeriod); }

    /// <summary>
    /// Gets a value indicating whether a check for a new image (<c>HEAD</c>) counts as a pull; false by default, as on
    /// Docker Hub.
    /// </summary>
    public bool ChecksCountAsPulls { get; init; }

    internal double PerSecond => Pulls / Period.TotalSeconds;

    /// <summary>
    /// Creates the quota that a registry reports, such as the result of <see cref="HttpRegistryClient.FindQuota"/>.
    /// </summary>
    /// <param name="quota">The reported quota.</param>
    /// <returns>The quota; null when its limit or its period is unknown or invalid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quota"/> is null.</exception>
    public static PullQuota? FromRegistryQuota(RegistryQuota quota)
    {
        ArgumentNullException.ThrowIfNull(quota);

        if (quota is not { Limit: > 0 and <= int.MaxValue and var pulls, Window: { } period })
        {
            return null;
        }

        return period > TimeSpan.Zero && period <= MaxPeriod
            ? new PullQuota { Name = $"reported by {quota.Registry}", Pulls = (int)pulls, Period = period }
            : null;
    }

    /// <summary>Returns the quota in words.</summary>
    public override string ToString() =>
        $"{Quantity.Format(Pulls, "pull")} in {DurationTexts.Format(Period)}{(Name.Length == 0 ? "" : $" ({Name})")}";

    private static PullQuota CreateDockerHub(string name, int pulls) =>
        new() { Name = name, Pulls = pulls, Period = TimeSpan.FromHours(6) };
}
