using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Resolution;

/// <summary>What becomes of a workload when it is admitted.</summary>
public sealed record WorkloadAdmission
{
    /// <summary>The workload with the images that it gets; the one that came when it gets none.</summary>
    public required Workload Workload { get; init; }

    /// <summary>What was done about each container, in their order: init containers first.</summary>
    public required ValueList<AdmissionResult> Results { get; init; }
}
