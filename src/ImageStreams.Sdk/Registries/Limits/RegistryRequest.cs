using Polly;

namespace ImageStreams.Registries;

/// <summary>A request that is about to be sent, as retries, limits and circuit breakers see it.</summary>
/// <remarks>Strategies of a pipeline find it in the properties of their context, under <see cref="Key"/>.</remarks>
public sealed record RegistryRequest
{
    /// <summary>Under which a pipeline's context has the request.</summary>
    public static readonly ResiliencePropertyKey<RegistryRequest> Key = new("ImageStreams.RegistryRequest");

    /// <summary>The registry in lower case, <c>docker.io</c> for each name of Docker Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>The repository's path.</summary>
    public required string Repository { get; init; }

    /// <summary>In whose name the registry is asked; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>What is wanted, as faults name it: <c>manifest 3.8</c>.</summary>
    public string Target { get; init; } = "";

    internal static RegistryRequest FromCall(RegistryCall call) => new()
    {
        Registry = RegistryScope.Canonical(call.Repository.Registry),
        Repository = call.Repository.Name,
        CredentialScope = call.Repository.CredentialScope,
        Method = call.Method.Method,
        Target = call.Target,
    };
}
