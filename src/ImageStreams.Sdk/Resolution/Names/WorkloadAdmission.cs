using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Resolution;

/// <summary>A workload after admission.</summary>
public sealed record WorkloadAdmission
{
    /// <summary>The workload with its new images; the same object when none is rewritten.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The results for the containers, in their order: init containers first.</summary>
    public required ValueList<AdmissionResult> Results { get; init; }

    /// <summary>Returns the workload.</summary>
    public override string ToString() => Workload.ToString();
}
