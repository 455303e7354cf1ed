using System.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads one entry of <c>auths</c>: a token, or a login in <c>username</c> and <c>password</c> or encoded in
/// <c>auth</c>.</summary>
internal sealed class CredentialEntryReader(string origin, string path)
{
    /// <summary>Reads the credential; <see langword="null"/> when the entry has none because a helper or store keeps
    /// it.</summary>
    /// <exception cref="RegistryCredentialException">The entry is malformed.</exception>
    public RegistryCredential? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (GetText(entry, "registrytoken") is { Length: > 0 } registryToken)
        {
            return new RegistryCredential.BearerToken { Token = registryToken };
        }

        return GetText(entry, "identitytoken") is { Length: > 0 } identityToken
            ? new RegistryCredential.IdentityToken { Token = identityToken }
            : ReadLogin(entry);
    }

    /// <summary>Reads <c>auth</c> before <c>username</c> and <c>password</c>, as Docker and Kubernetes do.</summary>
    private RegistryCredential.Login? ReadLogin(JsonElement entry)
    {
        if (GetText(entry, "auth") is { Length: > 0 } packed)
        {
            return Unpack(packed);
        }

        var user = GetText(entry, "username");
        var password = GetText(entry, "password");
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw Malformed("username", "has a colon");
        }

        return user.Length + password.Length == 0
            ? null
            : new RegistryCredential.Login { UserName = user, Password = password };
    }

    /// <summary>Decodes Base64 of <c>user:password</c>, with or without padding. Line breaks, with which <c>base64</c> and some
    /// editors wrap it, are skipped, as in Docker and Kubernetes.</summary>
    private RegistryCredential.Login Unpack(string packed)
    {
        var text = packed.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Trim()
            .TrimEnd('=');
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length))
        {
            throw Malformed("auth", "is not Base64");
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? throw Malformed("auth", "holds no user name and password, separated by a colon")
            : new RegistryCredential.Login { UserName = pair[..colon], Password = pair[(colon + 1)..].Trim('\0') };
    }

    private string GetText(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return "";
        }

        return value.ValueKind == JsonValueKind.String
            ? RegistryJson.GetText(value)
            : throw Malformed(name, "is not a string");
    }

    private RegistryCredentialException Malformed(string name, string expectation) =>
        CredentialErrors.Malformed(origin, $"{path}.{name}", expectation);
}
