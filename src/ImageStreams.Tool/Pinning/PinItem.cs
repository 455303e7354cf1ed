using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>An image name in a manifest that has no digest, and the pull spec with its digest.</summary>
internal sealed record PinItem
{
    /// <summary>The object.</summary>
    public required ManifestObject Source { get; init; }

    /// <summary>The path of the name.</summary>
    public required string Path { get; init; }

    /// <summary>The kind of the place.</summary>
    public required PinKind Kind { get; init; }

    /// <summary>The name as it is.</summary>
    public required string Before { get; init; }

    /// <summary>The pull spec with a digest; null when none is known.</summary>
    public string? After { get; init; }

    /// <summary>The origin of the digest, or the reason why there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets a value indicating whether the registry may be asked over HTTP.</summary>
    public bool IsInsecure { get; init; }

    /// <summary>The place of the name.</summary>
    public TextPlace Place => Source.FindPlace(Path);
}
