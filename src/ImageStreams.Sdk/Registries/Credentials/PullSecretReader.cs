using System.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads Kubernetes pull secrets: one secret or a list, in which secrets of other types are skipped.</summary>
internal static class PullSecretReader
{
    private const string ConfigType = "kubernetes.io/dockerconfigjson";
    private const string LegacyType = "kubernetes.io/dockercfg";
    private const string ConfigKey = ".dockerconfigjson";
    private const string LegacyKey = ".dockercfg";

    /// <summary>Reads the entries of all pull secrets, in their order.</summary>
    /// <exception cref="RegistryCredentialException">The text or a pull secret in it is malformed.</exception>
    public static List<CredentialEntry> Read(ReadOnlyMemory<byte> utf8) =>
        CredentialJson.Read("The pull secret", utf8, static root =>
            FindList(root) is { } secrets
                ? secrets.Where(IsPullSecret).SelectMany(ReadOne).ToList()
                : ReadOne(RequirePullSecret(root)));

    /// <summary>Returns the name of the secret, for messages and explanations.</summary>
    public static string GetName(JsonElement secret)
    {
        var metadata = secret.ValueKind == JsonValueKind.Object && secret.TryGetProperty("metadata", out var found)
            ? found
            : default;
        var ns = RegistryJson.GetString(metadata, "namespace");
        var name = RegistryJson.GetString(metadata, "name");
        return UntrustedText.Clean($"pull secret {ns}{(ns.Length > 0 ? "/" : "")}{name}".TrimEnd());
    }

    /// <summary>Finds the secrets of a list; <see langword="null"/> when the JSON is none. An empty list may have the items
    /// <c>null</c>.</summary>
    private static IEnumerable<JsonElement>? FindList(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items))
        {
            return null;
        }

        return items.ValueKind switch
        {
            JsonValueKind.Array => items.EnumerateArray(),
            JsonValueKind.Null => [],
            _ => null,
        };
    }

    private static bool IsPullSecret(JsonElement secret) => RegistryJson.GetString(secret, "type") is LegacyType or ConfigType;

    private static JsonElement RequirePullSecret(JsonElement secret) => IsPullSecret(secret)
        ? secret
        : throw CredentialErrors.Malformed(GetName(secret), "$.type", $"is neither {ConfigType} nor {LegacyType}");

    private static List<CredentialEntry> ReadOne(JsonElement secret)
    {
        var isLegacy = RegistryJson.GetString(secret, "type") == LegacyType;
        var origin = GetName(secret);
        var content = GetContent(secret, isLegacy ? LegacyKey : ConfigKey, origin);
        return new CredentialDocumentReader(origin).ReadEntries(content, isLegacy)
            .ConvertAll(entry => entry with { Document = origin });
    }

    /// <summary>Reads <c>stringData</c>, as users write it, or <c>data</c>, as the API server returns it.</summary>
    private static byte[] GetContent(JsonElement secret, string key, string origin)
    {
        if (TryGet(secret, "stringData", key, out var plain))
        {
            return Encoding.UTF8.GetBytes(plain);
        }

        var packed = TryGet(secret, "data", key, out var text) ? text : "";
        var bytes = new byte[packed.Length];
        return packed.Length > 0 && Convert.TryFromBase64String(packed, bytes, out var length)
            ? bytes[..length]
            : throw CredentialErrors.Malformed(origin, CredentialJson.Member("$.data", key), "is missing or not Base64");
    }

    private static bool TryGet(JsonElement secret, string map, string key, out string text)
    {
        text = secret.TryGetProperty(map, out var values) ? RegistryJson.GetString(values, key) : "";
        return text.Length > 0;
    }
}
