using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>An agreement to one image under one tag.</summary>
public sealed record TagApproval
{
    /// <summary>The tag of the repository, such as <c>2.1</c>; 1 to 128 characters.</summary>
    public required string Tag { get; init; }

    /// <summary>The digest that was looked at; it is this image alone that is approved.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The name of the one who agrees; 1 to 128 characters.</summary>
    public required string By { get; init; }

    /// <summary>The end of the approval, to the second; null for none.</summary>
    public DateTimeOffset? Until { get; init; }
}
