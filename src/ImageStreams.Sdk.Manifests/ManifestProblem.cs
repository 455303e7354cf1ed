namespace ImageStreams.Manifests;

/// <summary>A problem of a manifest: a text that cannot be read, or that means something else than it seems to.</summary>
public sealed record ManifestProblem
{
    /// <summary>The kind of the problem.</summary>
    public required ManifestProblemKind Kind { get; init; }

    /// <summary>The place of the problem.</summary>
    public required TextPlace Place { get; init; }

    /// <summary>The sentence that says what is wrong, why, and what to write instead.</summary>
    public required string Message { get; init; }

    /// <summary>Gets a value indicating whether something could not be read because of the problem; otherwise it was read, and
    /// probably means something else than its author thinks.</summary>
    public bool IsError => Kind
        is not (ManifestProblemKind.AmbiguousScalar or ManifestProblemKind.UnknownParameter or ManifestProblemKind.Duplicate);

    /// <summary>Formats the problem as compilers do.</summary>
    public override string ToString() => $"{Place}: {(IsError ? "error" : "warning")} {Message}";
}
