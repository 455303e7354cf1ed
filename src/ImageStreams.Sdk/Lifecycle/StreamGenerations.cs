using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Numbers what a stream asks for, and what came of it.</summary>
/// <remarks>On streams in normal form.</remarks>
internal static class StreamGenerations
{
    /// <summary>The generation of a new stream, and of every wish in it.</summary>
    public const long First = 1;

    /// <summary>A wish of a generation.</summary>
    public static TagReference AssignGeneration(TagReference specTag, long generation) =>
        specTag.Generation == generation ? specTag : specTag with { Generation = generation };

    /// <summary>
    /// Another wish makes the next generation. Users cannot number tags; they may only ask for a new import with 0.
    /// </summary>
    public static ImageStream Advance(ImageStream stream, ImageStream old)
    {
        var requested = stream with
        {
            Spec = stream.Spec with { Tags = stream.Spec.Tags.Map(specTag => KeepGeneration(specTag, old.Spec.Tags.Find(specTag.Name))) },
        };
        var generation = old.Metadata.Generation;
        var next = requested.Spec != old.Spec || generation == 0 ? generation + 1 : generation;
        return With(requested, next, requested.Spec.Tags.Map(specTag => AssignGeneration(specTag, old, requested.Metadata.Namespace, next)));
    }

    /// <summary>Numbers the newest events that have no number, in a stream of which only the status is written.</summary>
    public static ImageStream SetObservedGenerations(ImageStream stream, ImageStream old)
    {
        var histories = stream.Status.Tags.Map(history => SetObservedGenerations(history, stream, old));
        return histories.IsSameAs(stream.Status.Tags)
            ? stream
            : stream with { Status = stream.Status with { Tags = histories } };
    }

    private static TagReference KeepGeneration(TagReference specTag, TagReference? old) =>
        specTag.Generation == 0 || old is null || old.Generation == specTag.Generation
            ? specTag
            : specTag with { Generation = old.Generation };

    private static TagReference AssignGeneration(TagReference specTag, ImageStream old, string? ns, long generation)
    {
        var isDue = specTag.Generation is null or 0
            || TagChanges.IsNewOrChanged(old.Spec.Tags.Find(specTag.Name), specTag, ns);
        return isDue ? AssignGeneration(specTag, generation) : specTag;
    }

    private static NamedTagEventList SetObservedGenerations(NamedTagEventList history, ImageStream stream, ImageStream old)
    {
        if (history.Latest is not { Generation: 0 } latest)
        {
            return history;
        }

        var requested = HasMoved(latest, old.Status.Tags.Find(history.Tag))
            ? stream.Spec.Tags.Find(history.Tag)?.Generation
            : null;
        var numbered = latest with { Generation = requested ?? stream.Metadata.Generation };
        return history with { Items = history.Items.SetItem(0, numbered) };
    }

    private static bool HasMoved(TagEvent latest, NamedTagEventList? old) =>
        old?.Latest is { } before
        && (before.Image != latest.Image || before.PullSpec != latest.PullSpec || before.Generation > latest.Generation);

    private static ImageStream With(ImageStream stream, long generation, KeyedList<TagReference> specTags) => stream with
    {
        Metadata = stream.Metadata with { Generation = generation },
        Spec = stream.Spec with { Tags = specTags },
    };
}
