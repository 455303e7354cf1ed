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
    /// <remarks>Users cannot set generations; they can only request a new import with 0.</remarks>
    public static ImageStream Advance(ImageStream stream, ImageStream old)
    {
        var tags = stream.Spec.Tags.Map(specTag => KeepGeneration(specTag, old.Spec.Tags.Find(specTag.Name)));
        var requested = stream with { Spec = stream.Spec with { Tags = tags } };
        var generation = old.Metadata.Generation;
        var next = requested.Spec != old.Spec || generation == 0 ? generation + 1 : generation;
        return requested with
        {
            Metadata = requested.Metadata with { Generation = next },
            Spec = requested.Spec with { Tags = tags.Map(specTag => AssignNext(specTag, old, stream.Metadata.Namespace, next)) },
        };
    }

    /// <summary>Assigns generations to the latest events that have none, when only the status of a stream is written.</summary>
    public static ImageStream SetObservedGenerations(ImageStream stream, ImageStream old)
    {
        var histories = stream.Status.Tags.Map(history => SetObservedGeneration(history, stream, old));
        return histories.IsSameAs(stream.Status.Tags)
            ? stream
            : stream with { Status = stream.Status with { Tags = histories } };
    }

    private static TagReference KeepGeneration(TagReference specTag, TagReference? old) =>
        specTag.Generation == 0 || old is null || old.Generation == specTag.Generation
            ? specTag
            : specTag with { Generation = old.Generation };

    private static TagReference AssignNext(TagReference specTag, ImageStream old, string? ns, long generation)
    {
        var isDue = specTag.Generation is null or 0
            || TagChanges.IsNewOrChanged(old.Spec.Tags.Find(specTag.Name), specTag, ns);
        return isDue ? AssignGeneration(specTag, generation) : specTag;
    }

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
