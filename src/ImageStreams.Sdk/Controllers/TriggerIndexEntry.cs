using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>An object that listens to tags, as a watcher indexes it.</summary>
public sealed record TriggerIndexEntry
{
    /// <summary>What the object is filed under: a prefix for its kind, its namespace and its name.</summary>
    public required string Key { get; init; }

    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The tags it listens to; never empty.</summary>
    public required ValueList<ObjectFieldTrigger> Triggers { get; init; }

    /// <summary>
    /// The streams whose changes concern the object, as <c>namespace/name</c>: those of triggers that are not paused.
    /// A stream stands here once for each of its triggers.
    /// </summary>
    public ValueList<string> ImageStreams => Triggers
        .Where(trigger => !trigger.Paused
            && trigger.From is { Kind: ReferenceKinds.ImageStreamTag, ApiVersion: null or "" }
            && trigger.From.Name.Contains(':', StringComparison.Ordinal))
        .Select(trigger => $"{trigger.From.NamespaceOr(Namespace)}/{trigger.From.Name.Split(':', 2)[0]}")
        .ToValueList();
}
