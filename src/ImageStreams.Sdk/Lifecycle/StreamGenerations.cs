using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Numbers what a stream asks for, and what came of it.</summary>
/// <remarks>On streams in normal form.</remarks>
internal static class StreamGenerations
{
    /// <summary>The generation of a new stream, and of every wish in it.</summary>
    public const long First = 1;

    /// <summary>A wish of a generation.</summary>
    public static TagReference Number(TagReference wish, long generation) =>
        wish.Generation == generation ? wish : wish with { Generation = generation };

    /// <summary>
    /// Another wish makes the next generation. Users cannot number tags; they may only ask for a new import with 0.
    /// </summary>
    public static ImageStream Advance(ImageStream stream, ImageStream old)
    {
        var asked = stream with
        {
            Spec = stream.Spec with { Tags = stream.Spec.Tags.Map(wish => Keep(wish, old.Spec.Tags.Find(wish.Name))) },
        };
        var generation = old.Metadata.Generation;
        var next = asked.Spec != old.Spec || generation == 0 ? generation + 1 : generation;
        return With(asked, next, asked.Spec.Tags.Map(wish => Number(wish, old, asked.Metadata.Namespace, next)));
    }

    /// <summary>Numbers the newest events that have no number, in a stream of which only the status is written.</summary>
    public static ImageStream Observe(ImageStream stream, ImageStream old)
    {
        var histories = stream.Status.Tags.Map(history => Observe(history, stream, old));
        return histories.IsSameAs(stream.Status.Tags)
            ? stream
            : stream with { Status = stream.Status with { Tags = histories } };
    }

    private static TagReference Keep(TagReference wish, TagReference? old) =>
        wish.Generation == 0 || old is null || old.Generation == wish.Generation
            ? wish
            : wish with { Generation = old.Generation };

    private static TagReference Number(TagReference wish, ImageStream old, string? ns, long generation)
    {
        var isDue = wish.Generation is null or 0
            || TagChanges.IsNewOrChanged(old.Spec.Tags.Find(wish.Name), wish, ns);
        return isDue ? Number(wish, generation) : wish;
    }

    private static NamedTagEventList Observe(NamedTagEventList history, ImageStream stream, ImageStream old)
    {
        if (history.Items is not [{ Generation: 0 } newest, ..])
        {
            return history;
        }

        var asked = HasMoved(newest, old.Status.Tags.Find(history.Tag))
            ? stream.Spec.Tags.Find(history.Tag)?.Generation
            : null;
        var numbered = newest with { Generation = asked ?? stream.Metadata.Generation };
        return history with { Items = history.Items.SetItem(0, numbered) };
    }

    private static bool HasMoved(TagEvent newest, NamedTagEventList? old) =>
        old is { Items: [var before, ..] }
        && (before.Image != newest.Image || before.PullSpec != newest.PullSpec || before.Generation > newest.Generation);

    private static ImageStream With(ImageStream stream, long generation, KeyedList<TagReference> wishes) => stream with
    {
        Metadata = stream.Metadata with { Generation = generation },
        Spec = stream.Spec with { Tags = wishes },
    };
}
