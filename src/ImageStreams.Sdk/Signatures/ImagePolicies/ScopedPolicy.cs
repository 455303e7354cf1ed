namespace ImageStreams.Signatures;

/// <summary>One scope of one policy.</summary>
internal sealed record ScopedPolicy
{
    public required ImageScope Scope { get; init; }

    /// <summary>The namespace; empty for a policy of the cluster.</summary>
    public required string Namespace { get; init; }

    public required SignatureRequirement Requirement { get; init; }
}
