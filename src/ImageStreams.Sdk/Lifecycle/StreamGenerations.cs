using System.Runtime.InteropServices;
using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Assigns generations to streams, spec tags and events.</summary>
/// <remarks>Works on streams in normal form.</remarks>
internal static class StreamGenerations
{
    /// <summary>The generation of a new stream, and of every spec tag in it.</summary>
    public const long First = 1;

    /// <summary>Assigns a generation to a spec tag.</summary>
    public static TagReference AssignGeneration(TagReference specTag, long generation) =>
        specTag.Generation == generation ? specTag : specTag with { Generation = generation };

    /// <summary>Advances the generation of a stream whose spec has changed, and of the changed spec tags.</summary>
    /// <remarks>Users cannot set generations, except 0 to request a new import.</remarks>
    public static ImageStream Advance(ImageStream stream, ImageStream old)
    {
        var ns = stream.Metadata.Namespace;
        var kept = Change(stream.Spec.Tags, old, KeepGeneration);
        var requested = stream.WithTags(kept, stream.Status.Tags);
        var generation = old.Metadata.Generation;
        var next = requested.Spec != old.Spec || generation == 0 ? generation + 1 : generation;
        var tags = Change(kept, old, (specTag, before) => AssignNext(specTag, before, ns, next))
            .Map(specTag => specTag.Generation is null or 0 ? AssignGeneration(specTag, next) : specTag, ItemMarks.HasGeneration);
        return requested.WithTags(tags, stream.Status.Tags) with { Metadata = requested.Metadata with { Generation = next } };
    }

    /// <summary>Changes the spec tags that are not those of the old stream, and shares those that become equal again.</summary>
    private static KeyedList<TagReference> Change(
        KeyedList<TagReference> specTags, ImageStream old, Func<TagReference, TagReference?, TagReference> change)
    {
        var edits = new List<KeyedEdit<TagReference>>();
        foreach (var (before, specTag) in specTags.FindChanges(old.Spec.Tags))
        {
            if (specTag is not null && change(specTag, before) is var changed && !ReferenceEquals(changed, specTag))
            {
                edits.Add(KeyedEdit<TagReference>.Set(changed.Equals(before) ? before : changed));
            }
        }

        return specTags.Apply(CollectionsMarshal.AsSpan(edits));
    }

    /// <summary>Assigns generations to the latest events that have none, when only the status of a stream is written.</summary>
    public static ImageStream SetObservedGenerations(ImageStream stream, ImageStream old)
    {
        var histories = stream.Status.Tags.Map(
            history => SetObservedGeneration(history, stream, old), ItemMarks.IsObserved);
        return stream.WithTags(stream.Spec.Tags, histories);
    }

    private static TagReference KeepGeneration(TagReference specTag, TagReference? old) =>
        specTag.Generation == 0 || old is null || old.Generation == specTag.Generation
            ? specTag
            : specTag with { Generation = old.Generation };

    private static TagReference AssignNext(TagReference specTag, TagReference? old, string? ns, long generation) =>
        TagChanges.IsNewOrChanged(old, specTag, ns) ? AssignGeneration(specTag, generation) : specTag;

    private static NamedTagEventList SetObservedGeneration(NamedTagEventList history, ImageStream stream, ImageStream old)
    {
        if (history.Latest is not { Generation: 0 } latest)
        {
            return history;
        }

        var requested = HasMoved(latest, old.Status.Tags.Find(history.Tag))
            ? stream.Spec.Tags.Find(history.Tag)?.Generation
            : null;
        var observed = latest with { Generation = requested ?? stream.Metadata.Generation };
        return history with { Items = history.Items.SetItem(0, observed) };
    }

    private static bool HasMoved(TagEvent latest, NamedTagEventList? old) =>
        old?.Latest is { } before
        && (before.Image != latest.Image || before.PullSpec != latest.PullSpec || before.Generation > latest.Generation);
}
