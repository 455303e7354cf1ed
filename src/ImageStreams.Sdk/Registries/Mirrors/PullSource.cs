namespace ImageStreams.Registries;

/// <summary>A place that may have an image, and whether it is asked for it.</summary>
public sealed record PullSource
{
    /// <summary>The repository there, as it is to be asked.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>Whether the place is a mirror of the repository that is meant.</summary>
    public bool IsMirror { get; init; }

    /// <summary>Why the place is not asked; <see langword="null"/> when it is.</summary>
    public PullSourceExclusionReason? ExclusionReason { get; init; }

    /// <summary>Which rule says so, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns the place, whether it is asked, and why.</summary>
    public override string ToString() => $"{Repository}: {(ExclusionReason is null ? "asked" : "not asked")}, {Explanation}";
}
