using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>Says where a tag of a stream leads, and by which way.</summary>
/// <remarks>Pure, and linear in the length of the way; each tag is looked at once.</remarks>
public static class TagResolver
{
    /// <summary>Follows the wishes of a stream's tags from one to the next, as OpenShift does.</summary>
    /// <remarks>Looks at the wishes (<c>spec</c>) only. An empty tag name is a name like any other here.</remarks>
    public static TagFollowing Follow(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        //   asked ──follows──▶ tag ──follows──▶ tag ──follows──▶ an image, or nothing
        //                       ▲                │
        //                       └────────────────┘  a tag that was there already: circular
        var path = new List<TagHop>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var wish = stream.Spec.Tags.Find(tag);
            path.Add(new TagHop { Stream = stream.Metadata.Name ?? "", Tag = tag, Wish = wish });
            if (!seen.Add(tag))
            {
                return new TagFollowing.Circular { Path = path.ToValueList() };
            }

            if (wish is null)
            {
                return new TagFollowing.NotFound { Path = path.ToValueList() };
            }

            if (wish.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
            {
                return new TagFollowing.Found { Path = path.ToValueList() };
            }

            if (!LocalTags.TryFollow(stream, from, out var next))
            {
                return new TagFollowing.CrossStream { Path = path.ToValueList() };
            }

            tag = next;
        }
    }

    /// <summary>The image that a tag stands for, with the way there; or why there is none.</summary>
    /// <remarks>
    /// The history of the tag that is asked for decides, as it does in OpenShift; the wishes say how it came to be.
    /// A tag that was only pushed to has no wish, and a way of one step.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name; empty means <c>latest</c>.</param>
    public static TagResolution Resolve(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var following = Follow(stream, PullSpecs.OrLatest(tag));
        var path = following.Path;
        if (PullSpecs.Resolve(stream, path[0].Tag, AcceptLastGood) is PullSpecResolution.Imported imported)
        {
            return new TagResolution.Resolved
            {
                Path = path,
                Event = PullSpecs.FindLatestEvent(stream, path[0].Tag)!,
                PullSpec = imported.PullSpec,
                HasNewer = imported.HasNewer,
            };
        }

        return following switch
        {
            TagFollowing.NotFound => new TagResolution.NotFound { Path = path },
            TagFollowing.Circular => new TagResolution.Circular { Path = path },
            TagFollowing.CrossStream => new TagResolution.CrossStream { Path = path },
            _ => FindFailure(stream, path) is { } failure
                ? new TagResolution.FailedImport { Path = path, Condition = failure }
                : new TagResolution.PendingImport { Path = path },
        };
    }

    private static PullSpecOptions AcceptLastGood { get; } = new() { AcceptLastGood = true };

    /// <summary>The failure of the tag at the end of the way, which is the one that is imported.</summary>
    private static TagEventCondition? FindFailure(ImageStream stream, ValueList<TagHop> path) =>
        stream.Status.Tags.Find(path[^1].Tag)?.Conditions.FirstOrDefault(condition =>
            condition.Type == TagEventCondition.ImportSuccess && condition.Status == ConditionStatus.False);
}
