using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The result of looking for a credential: the credential, if any, and the sources tried.</summary>
public sealed record RegistryCredentialLookup
{
    private const string NoMatch = "no match";

    /// <summary>No credential, and no source to try.</summary>
    public static RegistryCredentialLookup Empty { get; } = new();

    /// <summary>The credential; <see langword="null"/> for anonymous access.</summary>
    public RegistryCredential? Credential { get; init; }

    /// <summary>The sources tried, in their order; a credential comes from the last one.</summary>
    public ValueList<RegistryCredentialAttempt> Tried { get; init; }

    /// <summary>Creates the result of one source that has a credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="source">The name of the source.</param>
    /// <param name="entry">The key that matched; empty when the source has no keys.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="credential"/>, <paramref name="source"/> or <paramref name="entry"/> is null.
    /// </exception>
    public static RegistryCredentialLookup Found(RegistryCredential credential, string source, string entry = "")
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entry);
        return new() { Credential = credential, Tried = [CreateAttempt(source, entry.Length == 0 ? "used" : $"used '{entry}'")] };
    }

    /// <summary>Creates the result of one source that has no credential.</summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="explanation">The reason, in a few words.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="source"/> or <paramref name="explanation"/> is null.
    /// </exception>
    public static RegistryCredentialLookup None(string source, string explanation = NoMatch)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(explanation);
        return new() { Tried = [CreateAttempt(source, explanation)] };
    }

    private static RegistryCredentialAttempt CreateAttempt(string source, string outcome) =>
        new() { Source = source, Outcome = outcome };

    /// <summary>Returns whether a credential was found, and how many sources were tried; never the credential.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Credential is null ? "no credential" : "a credential")}, sources tried: {Tried.Count}");
}
