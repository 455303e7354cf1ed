using Polly;

namespace ImageStreams.Registries;

/// <summary>A request that is about to be sent, for retries, limits and circuit breakers.</summary>
/// <remarks>Strategies of a pipeline find it in the properties of their context, under <see cref="Key"/>.</remarks>
public sealed record RegistryRequest
{
    /// <summary>The key of the request in the context of a resilience pipeline.</summary>
    public static readonly ResiliencePropertyKey<RegistryRequest> Key = new("ImageStreams.RegistryRequest");

    /// <summary>The registry in lower case, <c>docker.io</c> for each name of Docker Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>The path of the repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The credential scope of the request; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>The requested content in messages, such as <c>manifest 3.8</c>.</summary>
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
