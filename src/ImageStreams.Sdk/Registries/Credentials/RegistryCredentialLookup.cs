using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>What came of looking for a credential: the credential, if there is one, and who was asked for it.</summary>
public sealed record RegistryCredentialLookup
{
    private const string Nothing = "nothing for it";

    /// <summary>Nothing found, and nobody to ask.</summary>
    public static RegistryCredentialLookup Empty { get; } = new();

    /// <summary>The credential to use; <see langword="null"/> to go on anonymously.</summary>
    public RegistryCredential? Credential { get; init; }

    /// <summary>The sources asked, in their order; the last one is where the credential comes from.</summary>
    public ValueList<RegistryCredentialAttempt> Tried { get; init; }

    /// <summary>Creates the answer of one source that has a credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="source">What the source is called.</param>
    /// <param name="entry">Which of its entries matched; empty when it has no entries.</param>
    public static RegistryCredentialLookup Found(RegistryCredential credential, string source, string entry = "") =>
        new() { Credential = credential, Tried = [Attempt(source, entry.Length == 0 ? "used" : $"used '{entry}'")] };

    /// <summary>Creates the answer of one source that has none.</summary>
    /// <param name="source">What the source is called.</param>
    /// <param name="explanation">Why not, in a few words.</param>
    public static RegistryCredentialLookup None(string source, string explanation = Nothing) =>
        new() { Tried = [Attempt(source, explanation)] };

    private static RegistryCredentialAttempt Attempt(string source, string outcome) =>
        new() { Source = source, Outcome = outcome };
}
