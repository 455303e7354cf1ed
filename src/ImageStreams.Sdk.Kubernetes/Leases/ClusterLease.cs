using System.Text.Json.Nodes;

namespace ImageStreams.Kubernetes;

/// <summary>A lease as a cluster keeps it: <c>leases.coordination.k8s.io</c>.</summary>
internal sealed record ClusterLease
{
    /// <summary>The name of the lease, which the name of the object is made of.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the object; null for one that is to be created.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The object as it was read, with what others have written; null for one that is to be created.</summary>
    public JsonObject? Source { get; init; }

    /// <summary>The holder; empty when it was given up.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The duration in whole seconds, rounded up; at least 1.</summary>
    public long DurationSeconds { get; init; } = 1;

    /// <summary>The number of times that it was acquired, less one.</summary>
    public long Transitions { get; init; }

    /// <summary>The time of the last renewal by the clock of its holder, which is shown and never compared.</summary>
    public DateTimeOffset Renewed { get; init; }
}
