using FsCheck.Xunit;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Tests.Graphs;

/// <summary>Resolving all tags at once gives the same as resolving each.</summary>
[Properties(MaxTest = 200)]
public class OutcomeLawTests
{
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    [Property(Replay = "2026,1101")]
    public void ResolveAll_AnyWorld_AgreesWithTheResolver(int seed)
    {
        var streams = new RandomWorld(seed).Objects.Streams;
        var (outcomes, set) = (TagGraph.FromStreams(streams).ResolveAll(), new ImageStreamSet(streams));
        Assert.All(streams.SelectMany(GetTags), tag =>
            Assert.Equal(Describe(tag, TagResolver.Resolve(set, tag, Across)), outcomes.Find(tag)));
    }

    [Property(Replay = "2026,1103")]
    public void ResolveAll_AnyWorld_CountsItsOutcomes(int seed)
    {
        var outcomes = TagGraph.Create(new RandomWorld(seed).Objects).ResolveAll();
        Assert.Equal((outcomes.Count, outcomes.TotalHops), (outcomes.All.Count(), outcomes.All.Sum(outcome => outcome.Hops)));
        Assert.All(Enum.GetValues<TagOutcomeKind>(), kind =>
        {
            Assert.Equal(outcomes.All.Where(outcome => outcome.Kind == kind), outcomes.GetByKind(kind));
            Assert.Equal(outcomes.CountByKind(kind), outcomes.GetByKind(kind).Count());
        });
    }

    private static IEnumerable<ImageStreamTagName> GetTags(ImageStream stream) => stream.Spec.Tags.Select(specTag => specTag.Name)
        .Concat(stream.Status.Tags.Select(history => history.Tag))
        .Distinct()
        .Select(tag => ImageStreamTagName.FromParts(stream.Metadata.Namespace!, stream.Metadata.Name!, tag));

    private static ImageStreams.Graphs.TagOutcome Describe(ImageStreamTagName tag, TagResolution resolution)
    {
        var at = resolution is TagResolution.Resolved resolved ? resolved.DecidedAt : resolution.Hops.Count - 1;
        var decider = resolution.Hops[at];
        return new ImageStreams.Graphs.TagOutcome
        {
            Tag = tag,
            Kind = Enum.Parse<TagOutcomeKind>(resolution.GetType().Name),
            Decider = ImageStreamTagName.FromParts(decider.Namespace, decider.Stream, decider.Tag),
            Hops = at,
        };
    }
}
