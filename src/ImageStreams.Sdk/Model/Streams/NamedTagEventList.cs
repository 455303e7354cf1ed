using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The history of one tag: the images that it has pointed to, newest first.</summary>
[WireObject(Definition = DefinitionNames.Image + "NamedTagEventList")]
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

    /// <summary>The conditions of the last import of the tag.</summary>
    [WireField("conditions", OmitEmpty = true)]
    public ValueList<TagEventCondition> Conditions { get; init; }

    /// <summary>The condition of a failed last import; null when the last import did not fail.</summary>
    public TagEventCondition? ImportFailure
    {
        get
        {
            foreach (var condition in Conditions)
            {
                if (condition.Type == TagEventCondition.ImportSuccess && condition.Status == ConditionStatus.False)
                {
                    return condition;
                }
            }

            return null;
        }
    }

    /// <summary>Returns the tag and the number of events.</summary>
    public override string ToString() => $"{Tag}: {Quantity.Format(Items.Count, "event")}";
}
