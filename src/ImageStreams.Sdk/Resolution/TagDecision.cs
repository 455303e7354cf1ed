namespace ImageStreams.Resolution;

/// <summary>Finds the tag on a way whose history says what the way leads to.</summary>
internal static class TagDecision
{
    /// <summary>What the first tag with a history makes of a way, or null.</summary>
    /// <remarks>Within one stream only the tag that is asked for is looked at.</remarks>
    public static TagResolution.Resolved? Find(TagPathScope scope, TagPath path)
    {
        var candidates = scope.IsAcross ? path.Hops.Count : 1;
        for (var at = 0; at < candidates; at++)
        {
            var hop = path.Hops[at];
            if (scope.Find(hop.Namespace, hop.Stream) is { } stream
                && stream.Status.Tags.Find(hop.Tag)?.Latest is { } latest)
            {
                return CreateResolved(path, at, stream, latest);
            }
        }

        return null;
    }

    /// <summary>What an event makes of a way.</summary>
    /// <param name="path">The way.</param>
    /// <param name="at">The position of the tag that decides.</param>
    /// <param name="stream">The stream of that tag.</param>
    /// <param name="tagEvent">The event.</param>
    public static TagResolution.Resolved CreateResolved(TagPath path, int at, ImageStream stream, TagEvent tagEvent)
    {
        var specTag = path.Hops[at].Reference;
        var choice = ReferencePolicyPullSpec.Create(stream, stream.Status.DockerImageRepository, specTag, tagEvent);
        return new TagResolution.Resolved
        {
            Path = path,
            DecidedAt = at,
            Event = tagEvent,
            PullSpec = choice.Text,
            Origin = choice.Origin,
            HasNewer = specTag?.Generation > tagEvent.Generation,
        };
    }
}
