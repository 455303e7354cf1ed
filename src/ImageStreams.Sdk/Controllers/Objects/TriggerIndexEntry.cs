using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>The entry of an object in an index of triggers.</summary>
internal sealed record TriggerIndexEntry
{
    /// <summary>The key: a prefix for the kind, the namespace and the name.</summary>
    public required string Key { get; init; }

    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The tags that the object listens to; never empty.</summary>
    public required ValueList<ObjectFieldTrigger> Triggers { get; init; }

    /// <summary>
    /// The streams of the triggers that are not paused, as <c>namespace/name</c>; a stream is listed once for each of its
    /// triggers.
    /// </summary>
    public ValueList<string> ImageStreams => Triggers
        .Where(trigger => !trigger.Paused
            && TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name))
        .Select(trigger => $"{trigger.From.NamespaceOr(Namespace)}/{trigger.From.Name.Split(':', 2)[0]}")
        .ToValueList();
}
