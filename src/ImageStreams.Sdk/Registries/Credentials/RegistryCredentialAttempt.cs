namespace ImageStreams.Registries;

/// <summary>One source of credentials that was tried, and its outcome; contains no secret.</summary>
public sealed record RegistryCredentialAttempt
{
    /// <summary>The source: a file, a helper, a pull secret, or a name given in code.</summary>
    public required string Source { get; init; }

    /// <summary>The outcome, such as <c>used 'quay.io/team'</c> or <c>no match</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Returns the source, with the outcome in parentheses.</summary>
    public override string ToString() => $"{Source} ({Outcome})";
}
