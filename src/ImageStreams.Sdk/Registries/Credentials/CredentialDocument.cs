using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>The content of a credential file: entries, helpers of single hosts, and a helper of all others.</summary>
internal sealed record CredentialDocument
{
    public static CredentialDocument Empty { get; } = new();

    public CredentialTable Table { get; init; } = new([]);

    /// <summary>The names of helpers by host (<c>credHelpers</c>).</summary>
    public FrozenDictionary<string, CredentialHelperEntry> Helpers { get; init; } =
        FrozenDictionary<string, CredentialHelperEntry>.Empty;

    /// <summary>The helper for everything else (<c>credsStore</c>).</summary>
    public CredentialHelperEntry Store { get; init; } = CredentialHelperEntry.None;

    /// <summary>Finds the helper of a registry; empty when the file names none for it on purpose, and
    /// <see langword="null"/> when it does not list the registry.</summary>
    /// <exception cref="RegistryCredentialException">The entry is not the name of a helper.</exception>
    public string? FindHelper(string registry) => Helpers.GetValueOrDefault(CredentialKey.NormalizeHost(registry))?.GetName();
}
