namespace ImageStreams.Registries;

/// <summary>A host and the way to reach it.</summary>
public sealed record RegistryEndpoint
{
    private const string DockerHubApi = "registry-1.docker.io";

    /// <summary>The host with an optional port, as it stands in a URL.</summary>
    public required string Host { get; init; }

    /// <summary>How the host is reached.</summary>
    public required RegistryTransport Transport { get; init; }

    /// <summary>Returns the endpoint of a registry. Docker Hub's API lives on another host than its name
    /// says.</summary>
    internal static RegistryEndpoint Of(string registry, RegistryTransport transport) =>
        new() { Host = IsDockerHub(registry) ? DockerHubApi : registry, Transport = transport };

    /// <summary>Returns the endpoint that serves a URI; unverified when the request was allowed to be
    /// insecure.</summary>
    internal static RegistryEndpoint Of(Uri uri, bool insecure) =>
        new() { Host = uri.Authority, Transport = TransportOf(uri, insecure) };

    internal Uri ToUri(string pathAndQuery) =>
        new($"{(Transport == RegistryTransport.Http ? "http" : "https")}://{Host}{pathAndQuery}");

    private static bool IsDockerHub(string registry) =>
        registry.Equals("docker.io", StringComparison.OrdinalIgnoreCase)
        || registry.Equals("index.docker.io", StringComparison.OrdinalIgnoreCase);

    private static RegistryTransport TransportOf(Uri uri, bool insecure) => (uri.Scheme, insecure) switch
    {
        ("http", _) => RegistryTransport.Http,
        (_, true) => RegistryTransport.HttpsUnverified,
        _ => RegistryTransport.Https,
    };
}
