using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>What became of one trigger of an object, whatever its kind.</summary>
public abstract record TriggerOutcome
{
    private protected TriggerOutcome()
    {
    }

    /// <summary>What became of it.</summary>
    public required TriggerStatus Status { get; init; }

    /// <summary>
    /// The image that the trigger asks for: what its tag points to or, for a deployment configuration, pointed to last; null
    /// when that was not asked, or there is none.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>
    /// The tag that the trigger listens to, its namespace empty where that of the object is meant; null when it names none.
    /// </summary>
    public abstract ImageStreamTagName? Tag { get; }

    /// <summary>The outcome in a sentence.</summary>
    public abstract string Explanation { get; }

    private protected static ImageStreamTagName? FindTagName(string? kind, string? ns, string? name) =>
        kind == ReferenceKinds.ImageStreamTag && ImageStreamTagName.TrySplit(name ?? "", out var stream, out var tag)
            ? ImageStreamTagName.FromParts(ns ?? "", stream.ToString(), tag.ToString())
            : null;
}
