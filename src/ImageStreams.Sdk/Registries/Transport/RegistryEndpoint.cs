using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>A host and the transport to reach it.</summary>
public sealed record RegistryEndpoint
{
    /// <summary>The host with an optional port, as in a URL.</summary>
    public required string Host { get; init; }

    /// <summary>The transport.</summary>
    public required RegistryTransport Transport { get; init; }

    /// <summary>The registry that led to this host by a redirect or a challenge, empty for none; <see langword="null"/> when the
    /// host may have any address.</summary>
    /// <remarks>A handler of such an endpoint connects to private addresses only under the conditions of
    /// <see cref="PrivateAddressAccess"/>.</remarks>
    public string? LedFrom { get; init; }

    /// <summary>The key of the endpoint in the options of each request, for handlers that treat hosts
    /// differently.</summary>
    public static HttpRequestOptionsKey<RegistryEndpoint> RequestKey { get; } = new("ImageStreams.Registries.Endpoint");

    /// <summary>Returns the endpoint of a registry. The host of Docker Hub's API differs from its name.</summary>
    internal static RegistryEndpoint FromRegistry(string registry, RegistryTransport transport) =>
        new() { Host = DockerHub.Canonicalize(registry) == DockerHub.Registry ? DockerHub.RegistryV2 : registry, Transport = transport };

    /// <summary>Returns the endpoint of a URI; certificates are not verified when the request may be insecure.</summary>
    internal static RegistryEndpoint FromUri(Uri uri, bool insecure) =>
        new() { Host = uri.Authority, Transport = GetTransport(uri, insecure) };

    internal Uri ToUri(string pathAndQuery) =>
        new($"{(Transport == RegistryTransport.Http ? "http" : "https")}://{Host}{pathAndQuery}");

    private static RegistryTransport GetTransport(Uri uri, bool insecure) => (uri.Scheme, insecure) switch
    {
        ("http", _) => RegistryTransport.Http,
        (_, true) => RegistryTransport.HttpsUnverified,
        _ => RegistryTransport.Https,
    };
}
