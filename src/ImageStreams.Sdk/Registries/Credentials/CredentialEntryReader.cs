using System.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads one entry of <c>auths</c>: a token, or a login that is written out or packed into <c>auth</c>.</summary>
internal sealed class CredentialEntryReader(string origin, string path)
{
    /// <summary>Returns the credential; <see langword="null"/> when the entry only notes that there was a login.</summary>
    /// <exception cref="RegistryCredentialException">The entry is malformed.</exception>
    public RegistryCredential? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return GetText(entry, "registrytoken") is { Length: > 0 } registryToken
                ? new RegistryCredential.BearerToken { Token = registryToken }
            : GetText(entry, "identitytoken") is { Length: > 0 } identityToken
                ? new RegistryCredential.IdentityToken { Token = identityToken }
            : ReadLogin(entry);
    }

    /// <summary><c>auth</c> before <c>username</c> and <c>password</c>, as Docker and Kubernetes read it.</summary>
    private RegistryCredential.Login? ReadLogin(JsonElement entry)
    {
        if (GetText(entry, "auth") is { Length: > 0 } packed)
        {
            return Unpack(packed);
        }

        var (user, password) = (GetText(entry, "username"), GetText(entry, "password"));
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw Malformed("username", "has a colon");
        }

        return user.Length + password.Length == 0
            ? null
            : new RegistryCredential.Login { UserName = user, Password = password };
    }

    /// <summary>Base64 of <c>user:password</c>, with or without padding.</summary>
    private RegistryCredential.Login Unpack(string packed)
    {
        var text = packed.Trim().TrimEnd('=');
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
            : throw Malformed(name, "is not a text");
    }

    private RegistryCredentialException Malformed(string name, string expectation) =>
        CredentialErrors.Malformed(origin, $"{path}.{name}", expectation);
}
