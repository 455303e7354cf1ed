using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tool;

/// <summary>The API server in front, as the cluster describes it in <c>extension-apiserver-authentication</c>.</summary>
/// <param name="Authorities">The authorities of its certificate.</param>
/// <param name="Names">The names that its certificate may have.</param>
internal sealed record AggregatorLogin(X509Certificate2Collection Authorities, IReadOnlyList<string> Names)
{
    private const string AuthorityKey = "requestheader-client-ca-file";
    private const string NamesKey = "requestheader-allowed-names";

    /// <summary>Reads the config map of the cluster.</summary>
    /// <exception cref="ToolException">It cannot be read, or has no authority.</exception>
    public static async Task<AggregatorLogin> ReadAsync(ClusterConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var configMaps = connection.GetResource(new() { Version = "v1", Plural = "configmaps" });
            var map = await configMaps.GetAsync("kube-system", "extension-apiserver-authentication", cancellationToken).ConfigureAwait(false);
            return Read(map.UnknownFields["data"].ToJsonElement());
        }
        catch (Exception e) when (e is ApiException or KeyNotFoundException or JsonException or CryptographicException)
        {
            throw ToolException.Failed($"The API server in front is not known: {e.Message}", e);
        }
    }

    /// <summary>Lets the users in whom it passes on.</summary>
    public void Configure(RequestHeaderLoginOptions headers)
    {
        headers.GetAuthorities = () => Authorities;
        foreach (var name in Names)
        {
            headers.AllowedNames.Add(name);
        }
    }

    private static AggregatorLogin Read(JsonElement data)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(data.GetProperty(AuthorityKey).GetString());
        using var names = JsonDocument.Parse(data.GetProperty(NamesKey).GetString() ?? "[]");
        return new AggregatorLogin(authorities, [.. names.RootElement.EnumerateArray().Select(static name => name.GetString() ?? "")]);
    }
}
