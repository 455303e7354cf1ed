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

    /// <summary>The causes of the build.</summary>
    public required ValueList<BuildTriggerCause> TriggeredBy { get; init; }

    /// <summary>The pull spec of its base image; null where its strategy names none.</summary>
    public string? BaseImage { get; init; }

    /// <summary>The phase.</summary>
    public SimulatedBuildPhase Phase { get; init; }

    /// <summary>The time of the request.</summary>
    public required DateTimeOffset Requested { get; init; }

    /// <summary>The time when the build began to run; null before that.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The time when the build ended; null before that.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The image that the build made; null before that.</summary>
    public Digest? Image { get; init; }

    /// <summary>The reason why the build waits, has failed or was canceled; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns the name and the phase, such as <c>Build shop/myapp-1 (Running)</c>.</summary>
    public override string ToString() => $"Build {BuildConfig.Metadata.Namespace}/{Name} ({Phase})";
}
