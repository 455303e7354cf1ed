using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>How much a registry lets itself be pulled from in a time.</summary>
public sealed record PullQuota
{
    private static readonly TimeSpan MaxPeriod = TimeSpan.FromDays(30);

    /// <summary>Docker Hub's for whoever does not log in: 100 pulls in 6 hours for each IPv4 address or IPv6 /64
    /// network.</summary>
    public static PullQuota DockerHubAnonymous { get; } = CreateDockerHub("Docker Hub, anonymous", 100);

    /// <summary>Docker Hub's for accounts that are not paid for: 200 pulls in 6 hours. The others have no limit.</summary>
    public static PullQuota DockerHubAuthenticated { get; } = CreateDockerHub("Docker Hub, authenticated", 200);

    /// <summary>What it is called in a forecast.</summary>
    public string Name { get; init; } = "";

    /// <summary>The pulls in each <see cref="Period"/>: manifests that are fetched; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public required int Pulls { get; init => field = Guard.Positive(value); }

    /// <summary>The time that <see cref="Pulls"/> are for; at most 30 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 30 days.</exception>
    public required TimeSpan Period { get; init => field = Guard.Positive(value, MaxPeriod); }

    /// <summary>Whether a check for a new image (<c>HEAD</c>) counts as a pull, too; not by default, nor on Docker
    /// Hub.</summary>
    public bool ChecksCountAsPulls { get; init; }

    internal double PerSecond => Pulls / Period.TotalSeconds;

    /// <summary>The quota that a registry told, such as the answer of <see cref="HttpRegistryClient.FindQuota"/>.</summary>
    /// <param name="quota">What it told.</param>
    /// <returns>The quota; null when its limit or its time is not known, or is none that can be.</returns>
    public static PullQuota? From(RegistryQuota quota)
    {
        ArgumentNullException.ThrowIfNull(quota);

        return quota is { Limit: > 0 and <= int.MaxValue and var pulls, Window: { } per }
            && per > TimeSpan.Zero
            && per <= MaxPeriod
            ? new PullQuota { Name = $"told by {quota.Registry}", Pulls = (int)pulls, Period = per }
            : null;
    }

    /// <summary>Returns the quota in words.</summary>
    public override string ToString() =>
        $"{Pulls} pulls in {DurationTexts.Format(Period)}{(Name.Length == 0 ? "" : $" ({Name})")}";

    private static PullQuota CreateDockerHub(string name, int pulls) =>
        new() { Name = name, Pulls = pulls, Period = TimeSpan.FromHours(6) };
}
