using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The <see cref="PullQuota"/> of one registry, in the form of options.</summary>
/// <remarks>All options bind from configuration.</remarks>
public sealed class PullQuotaOptions : ICheckedOptions
{
    private static readonly TimeSpan MaxPeriod = TimeSpan.FromDays(30);

    /// <summary>The registry: a host with an optional port, such as <c>docker.io</c> or
    /// <c>registry.example:5000</c>.</summary>
    public string Registry { get; set; } = "";

    /// <summary>The name of the quota in a forecast; empty by default.</summary>
    public string Name { get; set; } = "";

    /// <summary>The pulls in each <see cref="Period"/>: manifests that are fetched. At least 1; there is no default.</summary>
    public int Pulls { get; set; }

    /// <summary>The period; more than zero, at most 30 days; there is no default.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether a check for a new image (<c>HEAD</c>) counts as a pull;
    /// <see langword="false"/> by default, as on Docker Hub.
    /// </summary>
    public bool ChecksCountAsPulls { get; set; }

    /// <summary>Creates the options of a registry from a quota.</summary>
    /// <param name="registry">The registry: a host with an optional port.</param>
    /// <param name="quota">The quota, such as <see cref="PullQuota.DockerHubAuthenticated"/>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> or <paramref name="quota"/> is null.</exception>
    public static PullQuotaOptions FromQuota(string registry, PullQuota quota)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(quota);

        return new PullQuotaOptions
        {
            Registry = registry,
            Name = quota.Name,
            Pulls = quota.Pulls,
            Period = quota.Period,
            ChecksCountAsPulls = quota.ChecksCountAsPulls,
        };
    }

    internal PullQuota ToQuota() =>
        new() { Name = Name, Pulls = Pulls, Period = Period, ChecksCountAsPulls = ChecksCountAsPulls };

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(RegistryGrammar.IsRegistry(Registry), nameof(Registry), Registry, "a host with an optional port");
        errors.AtLeast(Pulls, 1);
        errors.Positive(Period, MaxPeriod);
    }
}
