using System.Collections.Frozen;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>The content of a credential file: entries, helpers of single hosts, and a helper of all others.</summary>
internal sealed record CredentialDocument
{
    public static CredentialDocument Empty { get; } = new();

    public CredentialTable Table { get; init; } = new([]);

    /// <summary>The names of helpers by host (<c>credHelpers</c>).</summary>
    public FrozenDictionary<string, string> Helpers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The helper for everything else (<c>credsStore</c>); empty for none.</summary>
    public string Store { get; init; } = "";

    /// <summary>Returns the helper of a registry; empty for none.</summary>
    public string GetHelper(string registry) => Helpers.GetValueOrDefault(DockerHub.Canonicalize(registry), "");
}
