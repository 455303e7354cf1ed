using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>One entry of an <see cref="ImageLock"/>: the image that a tag led to when it was looked up.</summary>
/// <remarks>Immutable; compares by content; safe to share between threads.</remarks>
public sealed record LockedImage
{
    /// <summary>The tag as it was asked for: <c>NAMESPACE/STREAM:TAG</c> or a pull spec. The key of the entry.</summary>
    public required string Tag { get; init; }

    /// <summary>The tags of streams that led to the pull spec, the requested one first; empty when a pull spec was asked
    /// for.</summary>
    public ValueList<string> Path { get; init; }

    /// <summary>The pull spec at the end of the path: an image in a registry, by tag or by digest.</summary>
    public required string PullSpec { get; init; }

    /// <summary>The digest that the pull spec named: that of an index, or of the manifest of a single image.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The media type of the index or manifest.</summary>
    public required string MediaType { get; init; }

    /// <summary>The size of the index or manifest in bytes, without the layers.</summary>
    public required long Size { get; init; }

    /// <summary>The place where the digest was looked up.</summary>
    public LockedImageSource Source { get; init; }

    /// <summary>The repository that answered instead of the pull spec's own, such as <c>mirror.example.com/ubi9/ubi</c>; null
    /// when it answered itself.</summary>
    public string? Mirror { get; init; }

    /// <summary>The platforms of the index, sorted by name, each once; the one platform of a single image. Attestations are not
    /// among them.</summary>
    public ValueList<LockedPlatform> Platforms
    {
        get;
        init => field = LockOrder.Sort(value, platform => platform.Platform);
    }

    /// <summary>The fields of the file that this version does not know; they are written back as they are.</summary>
    public ValueMap<RawJson> OtherFields { get; init; }

    /// <summary>Gets a value indicating whether the digest is that of an index.</summary>
    public bool IsIndex => Registries.MediaTypes.IsIndex(MediaType);

    /// <summary>The names of the platforms, sorted.</summary>
    public ValueList<string> PlatformNames => [.. Platforms.Select(platform => platform.Platform)];

    /// <summary>Returns the pull spec by digest, <c>REGISTRY/REPOSITORY@DIGEST</c>: of the index when there is one.</summary>
    public string ToPullSpec() => CreatePullSpec(Digest);

    /// <summary>Returns the pull spec of one platform by digest.</summary>
    /// <param name="platform">A platform of this image.</param>
    /// <exception cref="ArgumentNullException"><paramref name="platform"/> is null.</exception>
    public string ToPullSpec(LockedPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return CreatePullSpec(platform.Digest);
    }

    /// <summary>Selects the platform of a runtime identifier of .NET.</summary>
    /// <remarks><c>linux-x64</c>, <c>linux-musl-x64</c> and <c>alpine-x64</c> are <c>linux/amd64</c>; <c>linux-arm64</c> is
    /// <c>linux/arm64</c>, with or without its variant v8; <c>linux-arm</c> is <c>linux/arm/v7</c>. Of several versions of Windows,
    /// the newest is selected.</remarks>
    /// <param name="runtimeIdentifier">The runtime identifier, such as <c>linux-x64</c>, in any case.</param>
    /// <returns>The platform, or the reason why there is none; its message names the platforms that exist.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runtimeIdentifier"/> is null.</exception>
    public PlatformSelection Select(string runtimeIdentifier)
    {
        ArgumentNullException.ThrowIfNull(runtimeIdentifier);
        return RuntimePlatforms.TryGetNames(runtimeIdentifier, out var names)
            ? PlatformSelection.Create(this, names, runtimeIdentifier)
            : new PlatformSelection.UnknownRuntime { Image = this, Requested = runtimeIdentifier };
    }

    /// <summary>Finds a platform by its name.</summary>
    /// <param name="platform">The name as containers have it, such as <c>linux/amd64</c>.</param>
    /// <returns>The platform, or the reason why there is none; its message names the platforms that exist.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="platform"/> is null.</exception>
    public PlatformSelection SelectPlatform(string platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return PlatformSelection.Create(this, RuntimePlatforms.GetEqualNames(platform), platform);
    }

    /// <summary>Returns the requested tag and the pull spec by digest.</summary>
    public override string ToString() => $"{Tag} = {ToPullSpec()}";

    private string CreatePullSpec(Digest digest) =>
        ImageReference.Parse(PullSpec).WithTag("").WithId(digest.ToString()).ToString();
}
