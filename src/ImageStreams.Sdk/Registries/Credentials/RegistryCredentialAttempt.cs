namespace ImageStreams.Registries;

/// <summary>One source that was asked for a credential, and what came of it; holds no secret.</summary>
public sealed record RegistryCredentialAttempt
{
    /// <summary>The source: a file, a helper, a pull secret, or the name that it was given.</summary>
    public required string Source { get; init; }

    /// <summary>What it had, such as <c>used 'quay.io/team'</c> or <c>nothing for it</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Returns the source, with the outcome in brackets.</summary>
    public override string ToString() => $"{Source} ({Outcome})";
}
