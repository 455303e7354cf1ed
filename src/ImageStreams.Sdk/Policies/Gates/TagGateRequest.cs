using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>A spec tag that its policy would move.</summary>
public sealed record TagGateRequest
{
    /// <summary>The spec tag, whose annotations have its gates, approvals and memory.</summary>
    public required TagReference Tag { get; init; }

    /// <summary>The spec tag's name.</summary>
    public required ImageStreamTagName Target { get; init; }

    /// <summary>The repository that is followed; its tag and digest are ignored.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>
    /// The tags that the policy prefers to the one that is followed now, the best one first, with their digests. Only the first
    /// <see cref="TagGateState.MaxCandidates"/> count; one without a digest is held.
    /// </summary>
    public required IReadOnlyList<CandidateTag> Candidates { get; init; }

    /// <summary>Gets a value indicating whether the registry may be contacted without verified TLS.</summary>
    public bool Insecure { get; init; }

    /// <summary>The scope in which credentials of the registry are looked up; empty by default.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>Fetches the metadata of a candidate's image, for checks that look at it; null where nobody can.</summary>
    public Func<CandidateTag, CancellationToken, Task<Image>>? FetchImage { get; init; }
}
