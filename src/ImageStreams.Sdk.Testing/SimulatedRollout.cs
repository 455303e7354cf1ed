using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <summary>A roll-out in an <see cref="ImageStreamWorld"/>: new pods of a workload.</summary>
public sealed record SimulatedRollout
{
    /// <summary>The workload.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What the containers run, init containers first, each with its name: <c>web=myapp@sha256:…</c>.</summary>
    public required ValueList<string> Images { get; init; }

    /// <summary>The template of the pods, as JSON.</summary>
    public required string Template { get; init; }
}
