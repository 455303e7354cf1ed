namespace ImageStreams.Registries;

/// <summary>One location from which an image may be pulled: the source itself or a mirror.</summary>
public sealed record PullSource
{
    /// <summary>The repository at the location, as it is to be contacted.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>Gets a value indicating whether the location is a mirror of the requested repository.</summary>
    public bool IsMirror { get; init; }

    /// <summary>The reason for not contacting the location; <see langword="null"/> when it is contacted.</summary>
    public PullSourceExclusionReason? ExclusionReason { get; init; }

    /// <summary>The rule behind the decision, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns the repository, the decision to contact it, and the reason.</summary>
    public override string ToString() =>
        $"{Repository}: {(ExclusionReason is null ? "contacted" : "not contacted")}, {Explanation}";
}
