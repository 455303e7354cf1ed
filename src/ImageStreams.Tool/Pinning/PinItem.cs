using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>An image name in a manifest or another file that has no digest, or an older one, and the pull spec with its digest.</summary>
internal sealed record PinItem
{
    /// <summary>The object; null for a name in another file.</summary>
    public ManifestObject? Source { get; init; }

    /// <summary>The name in a file that is no manifest; null for one of an object.</summary>
    public ImageMention? Mention { get; init; }

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

    /// <summary>Gets a value indicating whether a registry did not answer, or the digest cannot be written.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Gets a value indicating whether the registry may be asked over HTTP.</summary>
    public bool IsInsecure { get; init; }

    /// <summary>Gets a value indicating whether the name has a digest already, which may be an older one.</summary>
    public bool IsPinned => Mention?.Digest.Length > 0;

    /// <summary>The place of the name.</summary>
    public TextPlace Place => Mention?.Place ?? Source!.FindPlace(Path);

    /// <summary>The name to ask a registry about; null when it has none. Outside of manifests, a name without registry is one of Docker Hub.</summary>
    public string? Question => Mention is null ? FindRegistryName(Before) : MentionNames.Find(Mention);

    /// <summary>Adds a digest; a name that has this digest already stays as it is.</summary>
    public PinItem Pin(string digest, string reason)
    {
        if (Mention is null)
        {
            return this with { After = ImageReference.Parse(Before).WithTag("").WithId(digest).ToString(), Reason = reason };
        }

        return Mention.Digest == digest ? this with { Reason = reason } : this with { After = Mention.WithDigest(digest).Image, Reason = reason };
    }

    private static string? FindRegistryName(string name) => RegistryPins.HasRegistry(name) ? name : null;
}
