using System.Buffers;
using System.Globalization;
using FsCheck.Xunit;
using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>Pictures of large slices are small, and count every node and edge.</summary>
[Properties(MaxTest = 200)]
public class PictureFoldingTests
{
    private static readonly string[] Things = ["tag", "image", "image elsewhere", "build", "workload"];

    [Property(Replay = "2026,71")]
    public void ToDot_AnySlice_IsWithinTheLimits(ushort[] numbers, byte maxNodes, byte maxEdges)
    {
        var dot = new DotReader(RandomSlices.Create(numbers).ToDot(Options(maxNodes, maxEdges)));

        Assert.InRange(dot.Nodes.Count, 0, maxNodes + 1);
        Assert.InRange(dot.Edges.Count, 0, maxEdges);
    }

    [Property(Replay = "2026,73")]
    public void ToDot_AnySlice_CountsEveryNodeAndEdge(ushort[] numbers, byte maxNodes, byte maxEdges)
    {
        var slice = RandomSlices.Create(numbers);

        var dot = new DotReader(slice.ToDot(Options(maxNodes, maxEdges)));

        Assert.Equal(slice.Nodes.Count, dot.Nodes.Sum(CountNodes));
        Assert.Equal(slice.Edges.Count, dot.Edges.Sum(CountEdges) + dot.Nodes.Sum(lines => CountLines(lines, "edge", "within")));
    }

    [Property(Replay = "2026,79")]
    public void ToDot_SameSlice_IsTheSameText(ushort[] numbers, byte maxNodes) => Assert.Equal(
        RandomSlices.Create(numbers).ToDot(Options(maxNodes, 100)),
        RandomSlices.Create([.. numbers]).ToDot(Options(maxNodes, 100)));

    [Property(Replay = "2026,83")]
    public void ToMermaid_AnySlice_HasTheNodesAndEdgesOfTheDot(ushort[] numbers, byte maxNodes, byte maxEdges)
    {
        var slice = RandomSlices.Create(numbers);
        var dot = new DotReader(slice.ToDot(Options(maxNodes, maxEdges)));

        var lines = slice.ToMermaid(Options(maxNodes, maxEdges)).Split('\n').Select(line => line.Trim()).ToList();

        Assert.Equal(dot.Edges.Count, lines.Count(line => line.Contains("->|", StringComparison.Ordinal)));
        Assert.Equal(dot.Nodes.Count + dot.Edges.Count, lines.Count(line => line.StartsWith('n')));
    }

    [Fact]
    public void ToDot_LargeSlice_IsFoldedInSteps()
    {
        var slice = RandomSlices.Chain(5000);   // a thousand namespaces, five streams in each

        Assert.Equal(300, new DotReader(slice.ToDot(new() { MaxEdges = 1000 })).Nodes.Count);
        Assert.Equal(1000, new DotReader(slice.ToDot(new() { MaxNodes = 1000, MaxEdges = 1000 })).Nodes.Count);
        Assert.Equal(5000, new DotReader(slice.ToDot(new() { MaxNodes = 5000, MaxEdges = 5000 })).Nodes.Count);
        Assert.Equal(
            [["all the rest", "5000 tags", "4999 edges within"]],
            new DotReader(slice.ToDot(new() { MaxNodes = 1 })).Nodes);
    }

    [Fact]
    public void ToDot_NoNodes_IsAnEmptyPicture() =>
        Assert.Empty(new DotReader(TagGraph.Empty.ToSlice().ToDot()).Nodes);

    [Fact]
    public void Writers_FourTimesTheSlice_AllocateAboutFourTimes()
    {
        Assert.All(Writers, write =>
        {
            Allocated(write, RandomSlices.Chain(2_000));
            var small = Allocated(write, RandomSlices.Chain(20_000));
            var large = Allocated(write, RandomSlices.Chain(80_000));

            Assert.InRange(large, 0, 6 * small);
        });
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void Options_LimitsOutOfRange_AreRefused(int maxNodes, int maxEdges) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphPictureOptions { MaxNodes = maxNodes, MaxEdges = maxEdges });

    private static IReadOnlyList<Action<GraphSlice>> Writers { get; } =
    [
        slice => slice.WriteDot(TextWriter.Null),
        slice => slice.WriteDot(TextWriter.Null, new() { MaxNodes = int.MaxValue, MaxEdges = int.MaxValue }),
        slice => slice.WriteMermaid(TextWriter.Null, new() { MaxNodes = int.MaxValue, MaxEdges = int.MaxValue }),
        slice => slice.WriteJson(new ArrayBufferWriter<byte>()),
    ];

    private static long Allocated(Action<GraphSlice> write, GraphSlice slice)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        write(slice);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static GraphPictureOptions Options(byte maxNodes, byte maxEdges) =>
        new() { MaxNodes = maxNodes + 1, MaxEdges = maxEdges };

    /// <summary>The number of nodes that a node of the picture stands for.</summary>
    private static int CountNodes(string[] lines) =>
        Things.Sum(thing => CountLines(lines, thing, "")) is var count and > 0 ? count : 1;

    /// <summary>The number before a noun, in the singular or plural.</summary>
    private static int CountLines(string[] lines, string thing, string behind) => lines
        .Select(line => line.Split(' ', 2))
        .Where(words => words.Length == 2 && Singular(words[1]) == $"{thing} {behind}".TrimEnd())
        .Sum(words => int.Parse(words[0], CultureInfo.InvariantCulture));

    private static string Singular(string words) => words.Replace("s elsewhere", " elsewhere", StringComparison.Ordinal)
        .Replace("edges ", "edge ", StringComparison.Ordinal).TrimEnd('s');

    private static int CountEdges(string[] lines) => lines[0].Split(", ").Sum(part =>
        part.Split('×') is [_, var count] ? int.Parse(count.Split(' ')[0], CultureInfo.InvariantCulture) : 1);
}
