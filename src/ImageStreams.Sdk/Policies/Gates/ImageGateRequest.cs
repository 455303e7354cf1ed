using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>An image that a check is asked about.</summary>
public sealed record ImageGateRequest
{
    /// <summary>The spec tag that would move to the image.</summary>
    public required ImageStreamTagName Target { get; init; }

    /// <summary>The repository with the tag that the policy chose, without a digest.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>The digest of the tag, which may be that of an index; all that is checked must belong to it.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Gets a value indicating whether the registry may be contacted without verified TLS.</summary>
    public bool Insecure { get; init; }

    /// <summary>The scope in which credentials of the registry are looked up; empty by default.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>Fetches the image's metadata, such as its labels; null where nobody can.</summary>
    public Func<CancellationToken, Task<Image>>? FetchImage { get; init; }
}
