using System.Globalization;
using FsCheck.Xunit;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>Laws of every graph of tags; entry i of a graph says what tag i follows.</summary>
[Properties(MaxTest = 1000)]
public class TagPathLawTests
{
    private const string Missing = "missing";

    [Property(Replay = "2026,1")]
    public void Follow_AnyGraph_RepeatsATagOnlyAtTheEndOfACycle(byte[] graph)
    {
        var stream = CreateStream(graph);
        foreach (var tag in stream.Spec.Tags)
        {
            var path = TagResolver.Follow(stream, tag.Name);
            var tags = path.Hops.Select(hop => hop.Tag).ToList();
            var distinct = tags.Distinct().Count();

            Assert.Equal(path.End == TagPathEnd.Circular ? tags.Count - 1 : tags.Count, distinct);
            Assert.Contains(path.Last.Tag, path.End == TagPathEnd.Circular ? tags[..^1] : tags);
        }
    }

    [Property(Replay = "2026,3")]
    public void Follow_AnyGraph_AgreesWithTheNaiveAlgorithm(byte[] graph)
    {
        var stream = CreateStream(graph);
        foreach (var tag in stream.Spec.Tags)
        {
            var path = TagResolver.Follow(stream, tag.Name);
            Assert.Equal(Naive(stream, tag.Name, []), (path.End, Join(path.Hops.Select(hop => hop.Tag))));
        }
    }

    [Property(Replay = "2026,5")]
    public void Resolve_AnyGraphWithoutHistory_FollowsTheSamePath(byte[] graph)
    {
        var stream = CreateStream(graph);
        foreach (var tag in stream.Spec.Tags)
        {
            Assert.Equal(TagResolver.Follow(stream, tag.Name).Hops, TagResolver.Resolve(stream, tag.Name).Hops);
        }
    }

    private static ImageStream CreateStream(byte[] graph)
    {
        var builder = AnImageStream();
        for (var i = 0; i < graph.Length; i++)
        {
            var target = graph[i] % (graph.Length + 3);
            Connect(builder.Tag(i.ToString(CultureInfo.InvariantCulture)), target, target - graph.Length);
        }

        return builder.Build();
    }

    private static StreamBuilder Connect(StreamBuilder builder, int target, int beyond) => beyond switch
    {
        0 => builder.FollowsImage("quay.io/app/web"),
        1 => builder.Follows("other:1"),
        2 => builder.Follows(Missing),
        _ => builder.Follows(target % 2 == 0 ? $"{target}" : $"ruby:{target}"),
    };

    /// <summary>The same question, answered by recursion with a linear search for each step.</summary>
    private static (TagPathEnd End, string Path) Naive(ImageStream stream, string tag, List<string> before)
    {
        List<string> path = [.. before, tag];
        var from = stream.Spec.Tags.FirstOrDefault(specTag => specTag.Name == tag)?.From;
        return before.Contains(tag) ? (TagPathEnd.Circular, Join(path))
            : tag == Missing ? (TagPathEnd.NoSuchTag, Join(path))
            : from!.Kind == "DockerImage" ? (TagPathEnd.Arrived, Join(path))
            : from.Name == "other:1" ? (TagPathEnd.CrossStream, Join(path))
            : Naive(stream, from.Name!.Split(':')[^1], path);
    }

    private static string Join(IEnumerable<string> tags) => string.Join(' ', tags);
}
