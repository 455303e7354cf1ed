using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <summary>A rollout in an <see cref="ImageStreamWorld"/>: new pods of a workload.</summary>
public sealed record SimulatedRollout
{
    /// <summary>The workload.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>The number of the rollout, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>The time of the rollout.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The images of the containers, init containers first, each with its container:
    /// <c>web=myapp@sha256:…</c>.</summary>
    public required ValueList<string> Images { get; init; }

    /// <summary>The template of the pods, as JSON.</summary>
    public required string Template { get; init; }

    /// <summary>Returns the workload and the revision, such as <c>Deployment shop/web revision 2</c>.</summary>
    public override string ToString() => $"{Object} revision {Revision}";
}
