using System.Globalization;
using Polly;

namespace ImageStreams.Registries;

/// <summary>The quota that a registry sent last (<c>RateLimit-*</c>).</summary>
/// <remarks>Registries send different headers; a value is set only when its header was sent. They also count different
/// requests: Docker Hub counts manifests that are fetched, not <c>HEAD</c>.</remarks>
public sealed record RegistryQuota
{
    /// <summary>The key of the quota in the context of a resilience pipeline, once a response has one.</summary>
    public static readonly ResiliencePropertyKey<RegistryQuota> Key = new("ImageStreams.RegistryQuota");

    /// <summary>The registry in lower case, <c>docker.io</c> for each name of Docker Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>The credential scope of the request; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>The number of requests allowed in <see cref="Window"/>.</summary>
    public long? Limit { get; init; }

    /// <summary>The number of requests left.</summary>
    public long? Remaining { get; init; }

    /// <summary>The period of the limit.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>The time at which the quota resets.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>The time of the response.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Returns the registry and its quota, such as <c>docker.io: 76 of 100 left</c>.</summary>
    public override string ToString() => $"{Registry}: {Remaining?.ToString(CultureInfo.InvariantCulture) ?? "?"} of {Limit?.ToString(CultureInfo.InvariantCulture) ?? "?"} left";
}
