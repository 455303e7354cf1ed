using FsCheck.Xunit;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Laws of every world of a few streams; each byte of a world says what one of its tags follows.</summary>
[Properties(MaxTest = 1000)]
public class AcrossStreamsLawTests
{
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };
    private static readonly string[] Namespaces = ["n1", "n2"];
    private static readonly string[] StreamNames = ["a", "b"];
    private static readonly string[] TagNames = ["0", "1", "latest"];
    private static readonly string[] Targets = ["0", "1", "latest", "a:0", "a:1", "a:", "b:0", "b:1", "b:", "c:0", "b:9", "a:0:1"];

    [Property(Replay = "2026,901")]
    public void Resolve_AcrossStreams_AgreesWithTheNaiveAlgorithm(byte[] seeds)
    {
        var world = AWorld(seeds);
        var streams = new ImageStreamSet(world);
        foreach (var name in GetNames(world))
        {
            Assert.Equal(Naive(world, name), Summary(TagResolver.Resolve(streams, name, Across)));
        }
    }

    [Property(Replay = "2026,903")]
    public void Resolve_WithinOneStream_IsTheSameFromASetAsFromTheStream(byte[] seeds)
    {
        var world = AWorld(seeds);
        var streams = new ImageStreamSet(world);
        foreach (var name in GetNames(world))
        {
            var stream = streams.Find(name.Namespace, name.Stream)!;
            Assert.Equal(TagResolver.Resolve(stream, name.Tag), TagResolver.Resolve(streams, name));
            Assert.Equal(TagResolver.Follow(stream, name.Tag), TagResolver.Follow(streams, name));
        }
    }

    [Property(Replay = "2026,905")]
    public void Resolve_AcrossStreams_ExtendsThePathWithinTheStream(byte[] seeds)
    {
        var world = AWorld(seeds);
        var streams = new ImageStreamSet(world);
        foreach (var name in GetNames(world))
        {
            var within = TagResolver.Follow(streams, name);
            var across = TagResolver.Follow(streams, name, Across);
            Assert.Equal(within.Hops.AsEnumerable(), across.Hops.Take(within.Hops.Count));
            Assert.Equal(within.End == TagPathEnd.CrossStream, across.Hops.Count > within.Hops.Count);
        }
    }

    [Property(Replay = "2026,907")]
    public void Explain_AnyWorld_ReportsEveryTagOfThePathAndConcludesOnce(byte[] seeds)
    {
        var world = AWorld(seeds);
        var streams = new ImageStreamSet(world);
        foreach (var name in GetNames(world))
        {
            var explained = TagResolver.Explain(streams, name, Across);
            Assert.Equal(TagResolver.Resolve(streams, name, Across), explained.Resolution);
            Assert.Equal(
                explained.Resolution.Hops.Select(hop => (hop.Name, hop.Rule)),
                explained.Steps.Where(step => step.Kind == ResolutionStepKind.SpecTag).Select(step => (step.Subject, step.Rule)));
            Assert.Same(explained.Steps[^1], Assert.Single(explained.Steps, step => step.Kind == ResolutionStepKind.Conclusion));
        }
    }

    private static List<ImageStream> AWorld(byte[] seeds)
    {
        var next = 0;
        int Seed() => seeds.Length == 0 ? 0 : seeds[next++ % seeds.Length] + (next / Math.Max(1, seeds.Length));
        return [.. from ns in Namespaces from name in StreamNames select AStream(name, Seed).In(ns)];
    }

    private static ImageStream AStream(string name, Func<int> seed)
    {
        var builder = AnImageStream(name);
        foreach (var tag in TagNames)
        {
            var (specTag, history) = (seed(), seed());
            builder = specTag % 11 == 0 ? builder.PushedTag(tag) : AddSpecTag(builder.Tag(tag), specTag);
            builder = history % 5 == 0 ? builder.PointsTo('1') : history % 5 == 1 ? builder.HasFailed("Gone") : builder;
        }

        return builder.Build();
    }

    private static StreamBuilder AddSpecTag(StreamBuilder builder, int seed) => (seed % 17) switch
    {
        0 => builder,
        1 => builder.FollowsImage("quay.io/app/web:1"),
        2 => builder.FollowsImage("not a name"),
        3 => builder.From(new ObjectReference { Kind = "Pod", Name = "a:0" }),
        4 => builder.From(ObjectReference.ImageStreamImage("no-mark")),
        _ => builder.Follows(Targets[seed % Targets.Length], (seed % 4) switch { 0 => "n1", 1 => "n2", _ => null }),
    };

    private static IEnumerable<ImageStreamTagName> GetNames(IEnumerable<ImageStream> world) =>
        from stream in world
        from tag in TagNames.Append("9")
        select ImageStreamTagName.FromParts(stream.Metadata.Namespace!, stream.Metadata.Name!, tag);

    private static string Summary(TagResolution resolution)
    {
        var decider = resolution is TagResolution.Resolved resolved ? resolved.DecidedBy.Name : "nobody";
        return $"{resolution.GetType().Name} by {decider}: {string.Join(' ', resolution.Hops.Select(hop => hop.Name))}";
    }

    /// <summary>The same question, answered by recursion with a linear search for each step.</summary>
    private static string Naive(List<ImageStream> world, ImageStreamTagName requested)
    {
        List<ImageStreamTagName> path = [];
        var end = NaiveEnd(world, requested, path);
        var decider = path.FirstOrDefault(name => FindHistory(world, name) is { Items.IsEmpty: false });
        return $"{(decider is null ? end : "Resolved")} by {decider?.ToString() ?? "nobody"}: {string.Join(' ', path)}";
    }

    private static string NaiveEnd(List<ImageStream> world, ImageStreamTagName name, List<ImageStreamTagName> path)
    {
        var isRepeated = path.Contains(name);
        path.Add(name);
        var specTag = FindStream(world, name)?.Spec.Tags.FirstOrDefault(specTag => specTag.Name == name.Tag);
        return isRepeated ? "Circular" : specTag is null ? "NotFound" : specTag.From switch
        {
            null => "PendingImport",
            { Kind: "ImageStreamTag" } from => NaiveEnd(world, NaiveTarget(name, from), path),
            { Kind: "Pod" } or { Name: "not a name" or "no-mark" } => "Invalid",
            _ => FindHistory(world, name) is { Conditions.IsEmpty: false } ? "FailedImport" : "PendingImport",
        };
    }

    private static ImageStreamTagName NaiveTarget(ImageStreamTagName name, ObjectReference from)
    {
        var parts = from.Name!.Split(':', 2);
        return parts.Length == 1
            ? ImageStreamTagName.FromParts(from.Namespace ?? name.Namespace, name.Stream, parts[0])
            : ImageStreamTagName.FromParts(from.Namespace ?? name.Namespace, parts[0], parts[1].Length == 0 ? "latest" : parts[1]);
    }

    private static ImageStream? FindStream(List<ImageStream> world, ImageStreamTagName name) => world.FirstOrDefault(
        stream => stream.Metadata.Name == name.Stream && stream.Metadata.Namespace == name.Namespace);

    private static NamedTagEventList? FindHistory(List<ImageStream> world, ImageStreamTagName name) =>
        FindStream(world, name)?.Status.Tags.FirstOrDefault(history => history.Tag == name.Tag);
}
