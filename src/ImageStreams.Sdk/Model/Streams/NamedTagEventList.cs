using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The history of images that one tag has pointed to, newest first.</summary>
[WireObject]
public sealed partial record NamedTagEventList : IKeyed
{
    string IKeyed.Key => Tag;

    /// <summary>The tag's name.</summary>
    [WireField("tag")]
    public string Tag { get; init; } = "";

    /// <summary>The events, newest first; the first is what the tag points to.</summary>
    [WireField("items")]
    public ValueList<TagEvent> Items { get; init; }

    /// <summary>The latest event, which is what the tag points to; null when there is none.</summary>
    public TagEvent? Latest => Items is [var latest, ..] ? latest : null;

    /// <summary>What went wrong when the tag was last imported.</summary>
    [WireField("conditions", OmitEmpty = true)]
    public ValueList<TagEventCondition> Conditions { get; init; }
}
