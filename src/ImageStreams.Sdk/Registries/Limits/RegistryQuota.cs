using Polly;

namespace ImageStreams.Registries;

/// <summary>What a registry said last about how much it may be asked (<c>RateLimit-*</c>).</summary>
/// <remarks>Registries say different things; each value is there only if its header was. What they count differs, too:
/// Docker Hub counts manifests that are fetched, not <c>HEAD</c>.</remarks>
public sealed record RegistryQuota
{
    /// <summary>Under which a pipeline's context has the quota, once an answer told it.</summary>
    public static readonly ResiliencePropertyKey<RegistryQuota> Key = new("ImageStreams.RegistryQuota");

    /// <summary>The registry in lower case, <c>docker.io</c> for each name of Docker Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>In whose name it was asked; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>How much may be asked in a time.</summary>
    public long? Limit { get; init; }

    /// <summary>How much of it is left.</summary>
    public long? Remaining { get; init; }

    /// <summary>The time that the limit is for.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>When there will be more.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>When the registry said so.</summary>
    public required DateTimeOffset ObservedAt { get; init; }
}
