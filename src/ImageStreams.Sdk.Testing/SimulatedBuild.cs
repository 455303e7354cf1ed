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

    /// <summary>The number of the build, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The name of the build, such as <c>myapp-1</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{BuildConfig.Metadata.Name}-{Number}");

    /// <summary>The causes of the build.</summary>
    public required ValueList<BuildTriggerCause> TriggeredBy { get; init; }

    /// <summary>The pull spec of the base image; null when the strategy names none.</summary>
    public string? BaseImage { get; init; }

    /// <summary>The phase of the build.</summary>
    public SimulatedBuildPhase Phase { get; init; }

    /// <summary>The time of the request.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>The time when the build began to run; null before that.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The time when the build ended; null before that.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The image that the build created; null before that.</summary>
    public Digest? Image { get; init; }

    /// <summary>The reason why the build waits, failed or was canceled; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns the name and the phase, such as <c>Build shop/myapp-1 (Running)</c>.</summary>
    public override string ToString() => $"Build {BuildConfig.Metadata.Namespace}/{Name} ({Phase})";
}
