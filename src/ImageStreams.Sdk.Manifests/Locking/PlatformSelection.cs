using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The platform of a <see cref="LockedImage"/> for a runtime identifier, or the reason why there is none.</summary>
public abstract record PlatformSelection
{
    private PlatformSelection()
    {
    }

    /// <summary>The image that was selected from.</summary>
    public required LockedImage Image { get; init; }

    /// <summary>The runtime identifier or platform that was asked for.</summary>
    public required string Requested { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public string Message => LockTexts.Explain(this);

    /// <summary>Returns the sentence.</summary>
    public sealed override string ToString() => Message;

    /// <summary>Selects the first of several names that the image has; of several versions of an operating system, the
    /// newest.</summary>
    internal static PlatformSelection Create(LockedImage image, ValueList<string> names, string requested) =>
        names.Select(name => RuntimePlatforms.FindNewest(image.Platforms, name)).FirstOrDefault(found => found is not null) is { } platform
            ? new Found { Image = image, Requested = requested, Platform = platform }
            : new Missing { Image = image, Requested = requested, PlatformName = names[0] };

    /// <summary>The image has the platform.</summary>
    public sealed record Found : PlatformSelection
    {
        /// <summary>The platform.</summary>
        public required LockedPlatform Platform { get; init; }

        /// <summary>The pull spec of the platform's manifest, by digest.</summary>
        public string PullSpec => Image.ToPullSpec(Platform);
    }

    /// <summary>The image does not have the platform.</summary>
    public sealed record Missing : PlatformSelection
    {
        /// <summary>The name of the platform, such as <c>linux/arm64</c>.</summary>
        public required string PlatformName { get; init; }
    }

    /// <summary>The runtime identifier names no platform of containers, such as <c>any</c>.</summary>
    public sealed record UnknownRuntime : PlatformSelection;
}
