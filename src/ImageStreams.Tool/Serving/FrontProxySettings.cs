using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ImageStreams.AspNetCore;

namespace ImageStreams.Tool;

/// <summary>Reads the API server in front, as the cluster describes it in <c>extension-apiserver-authentication</c>.</summary>
internal static class FrontProxySettings
{
    /// <summary>The namespace of the config map.</summary>
    public const string Namespace = "kube-system";

    /// <summary>The name of the config map.</summary>
    public const string Name = "extension-apiserver-authentication";

    private const string AuthorityKey = "requestheader-client-ca-file";
    private const string NamesKey = "requestheader-allowed-names";

    /// <summary>Reads the config map.</summary>
    /// <exception cref="FormatException">It has no authority, or a value is not what it should be.</exception>
    public static RequestHeaderLoginOptions Read(ClusterObject configMap)
    {
        try
        {
            return Read(configMap.UnknownFields["data"].ToJsonElement());
        }
        catch (Exception e) when (e is KeyNotFoundException or JsonException or CryptographicException or InvalidOperationException)
        {
            throw new FormatException($"The config map {Name} does not describe the API server in front: {e.Message}", e);
        }
    }

    private static RequestHeaderLoginOptions Read(JsonElement data)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(data.GetProperty(AuthorityKey).GetString());
        var options = new RequestHeaderLoginOptions { GetAuthorities = () => authorities };
        foreach (var name in ReadTexts(data, NamesKey))
        {
            options.AllowedNames.Add(name);
        }

        // As every API server reads it: no names are all names.
        options.AllowsAnyName = options.AllowedNames.Count == 0;
        options.UserHeader = ReadHeaders(data, "requestheader-username-headers") ?? options.UserHeader;
        options.UidHeader = ReadHeaders(data, "requestheader-uid-headers") ?? options.UidHeader;
        options.GroupHeader = ReadHeaders(data, "requestheader-group-headers") ?? options.GroupHeader;
        options.ExtraPrefix = ReadHeaders(data, "requestheader-extra-headers-prefix") ?? options.ExtraPrefix;
        return authorities.Count > 0 ? options : throw new CryptographicException($"{AuthorityKey} has no certificate.");
    }

    private static string? ReadHeaders(JsonElement data, string key) =>
        ReadTexts(data, key) is { Count: > 0 } names ? string.Join(',', names) : null;

    private static List<string> ReadTexts(JsonElement data, string key)
    {
        if (!data.TryGetProperty(key, out var text) || text.GetString() is not { Length: > 0 } json)
        {
            return [];
        }

        using var names = JsonDocument.Parse(json);
        return [.. names.RootElement.EnumerateArray().Select(static name => name.GetString() ?? "").Where(static name => name.Length > 0)];
    }
}
