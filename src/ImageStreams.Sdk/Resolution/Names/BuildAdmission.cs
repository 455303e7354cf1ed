using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>What becomes of a build when it is admitted.</summary>
public sealed record BuildAdmission
{
    /// <summary>The build with the references that it gets; the one that came when it gets none.</summary>
    public required Build Build { get; init; }

    /// <summary>
    /// What was done about each image that the build takes: those of its source first, then that of its strategy.
    /// </summary>
    public required ValueList<AdmissionResult> Results { get; init; }
}
