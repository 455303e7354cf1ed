using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>The reason why a requested tag could not be looked up.</summary>
public sealed record ImageLockProblem
{
    /// <summary>The tag as it was asked for.</summary>
    public required string Tag { get; init; }

    /// <summary>The kind of the problem.</summary>
    public required ImageLockProblemKind Kind { get; init; }

    /// <summary>The sentence that says what is wrong, why, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The pull spec that was asked about; null when the problem arose before that.</summary>
    public string? PullSpec { get; init; }

    /// <summary>The failure of the registry; null when no registry failed.</summary>
    public RegistryFailure? RegistryFailure { get; init; }

    /// <summary>Gets a value indicating whether the same question may have an answer later, as when a registry is not
    /// reachable.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Returns the tag and the sentence.</summary>
    public override string ToString() => $"{ObjectNames.Show(Tag)}: {Message}";
}
