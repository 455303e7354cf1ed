using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>One platform of a <see cref="LockedImage"/>: its manifest, and facts about the image that do not change with time.</summary>
/// <remarks>Immutable; compares by content; safe to share between threads.</remarks>
public sealed record LockedPlatform
{
    /// <summary>The platform: <c>linux/amd64</c>, <c>linux/arm64/v8</c>, or, with the version of the operating system,
    /// <c>windows(10.0.20348.2113)/amd64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The digest of the manifest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The media type of the manifest.</summary>
    public required string MediaType { get; init; }

    /// <summary>The size of the manifest in bytes, without the layers.</summary>
    public required long Size { get; init; }

    /// <summary>The time in UTC at which the image says it was created, in whole seconds; null when it does not say so.</summary>
    public DateTimeOffset? Created { get; init => field = ToSeconds(value); }

    /// <summary>The labels <c>org.opencontainers.image.*</c> that tell images apart (<see cref="ImageLock.Labels"/>), sorted by
    /// name.</summary>
    public ValueMap<string> Labels { get; init => field = LockOrder.Sort(value); }

    /// <summary>The fields of the file that this version does not know; they are written back as they are.</summary>
    public ValueMap<RawJson> OtherFields { get; init; }

    /// <summary>Returns the platform and its digest.</summary>
    public override string ToString() => $"{Platform} {Digest}";

    private static DateTimeOffset? ToSeconds(DateTimeOffset? time) => time is { } given
        ? new DateTimeOffset(given.UtcTicks - (given.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
        : null;
}
