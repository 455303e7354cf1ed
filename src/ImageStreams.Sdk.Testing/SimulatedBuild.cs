using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Testing;

/// <summary>A build in an <see cref="ImageStreamWorld"/>.</summary>
public sealed record SimulatedBuild
{
    /// <summary>The build configuration as it was when the build was requested.</summary>
    public required BuildConfig BuildConfig { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Its name, such as <c>myapp-1</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{BuildConfig.Metadata.Name}-{Number}");

    /// <summary>Why it was requested.</summary>
    public required ValueList<BuildTriggerCause> TriggeredBy { get; init; }

    /// <summary>The pull spec of its base image; null where its strategy names none.</summary>
    public string? BaseImage { get; init; }

    /// <summary>How far it has come.</summary>
    public SimulatedBuildPhase Phase { get; init; }

    /// <summary>When it was requested.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>When it began to run; null while it has not.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The image that it made; null while there is none.</summary>
    public Digest? Image { get; init; }

    /// <summary>Why it waits or has failed; null when it does not, and has not.</summary>
    public string? Reason { get; init; }
}
