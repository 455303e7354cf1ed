using System.Collections.Immutable;
using k8s;

namespace ImageStreams.Kubernetes;

/// <summary>The settings of a connection that KubernetesClient applies when it sends a request by itself.</summary>
internal sealed record ConnectionSettings
{
    /// <summary>The root of the server, without the name and the password of a user, which have no place in messages.</summary>
    public required Uri Server { get; init; }

    /// <summary>The name that the server's certificate has, where it is another one than in the address; null otherwise.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>The highest version of HTTP.</summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version20;

    /// <summary>The headers of every request, such as those of an impersonated user.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Reads the settings of a client whose configuration is not known.</summary>
    public static ConnectionSettings FromAddress(Uri address) => new() { Server = RemoveUser(address) };

    /// <summary>Reads the settings of a configuration.</summary>
    public static ConnectionSettings FromConfiguration(KubernetesClientConfiguration configuration, Uri address) => new()
    {
        Server = RemoveUser(address),
        TlsServerName = string.IsNullOrWhiteSpace(configuration.TlsServerName) ? null : configuration.TlsServerName,
        HttpVersion = configuration.DisableHttp2 ? System.Net.HttpVersion.Version11 : System.Net.HttpVersion.Version20,
    };

    private static Uri RemoveUser(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
}
