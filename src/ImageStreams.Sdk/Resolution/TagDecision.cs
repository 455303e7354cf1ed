namespace ImageStreams.Resolution;

/// <summary>Finds the tag on a way whose history says what the way leads to.</summary>
internal static class TagDecision
{
    /// <summary>What the first tag with a history makes of a way, or null.</summary>
    /// <remarks>Within one stream only the tag that is asked for is looked at.</remarks>
    public static TagResolution.Resolved? Find(TagScope scope, TagWay way)
    {
        var candidates = scope.IsAcross ? way.Path.Count : 1;
        for (var at = 0; at < candidates; at++)
        {
            var hop = way.Path[at];
            if (scope.Find(hop.Namespace, hop.Stream) is { } stream
                && PullSpecs.NewestOf(stream.Status.Tags.Find(hop.Tag)) is { } newest)
            {
                return Decide(way, at, stream, newest);
            }
        }

        return null;
    }

    /// <summary>What an event makes of a way.</summary>
    /// <param name="way">The way.</param>
    /// <param name="at">The position of the tag that decides.</param>
    /// <param name="stream">The stream of that tag.</param>
    /// <param name="tagEvent">The event.</param>
    public static TagResolution.Resolved Decide(TagWay way, int at, ImageStream stream, TagEvent tagEvent)
    {
        var wish = way.Path[at].Wish;
        var choice = PullSpecChoice.Of(stream, stream.Status.DockerImageRepository, wish, tagEvent);
        return new TagResolution.Resolved
        {
            Way = way,
            DecidedAt = at,
            Event = tagEvent,
            PullSpec = choice.Text,
            Origin = choice.Origin,
            HasNewer = wish?.Generation > tagEvent.Generation,
        };
    }
}
