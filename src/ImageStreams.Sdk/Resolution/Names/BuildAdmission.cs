using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>A build after admission.</summary>
public sealed record BuildAdmission
{
    /// <summary>The build with its new references; the same object when none is rewritten.</summary>
    public required Build Build { get; init; }

    /// <summary>The results for the images of the build: those of its source first, then that of its strategy.</summary>
    public required ValueList<AdmissionResult> Results { get; init; }

    /// <summary>Returns the build.</summary>
    public override string ToString() => Build.ToString();
}
