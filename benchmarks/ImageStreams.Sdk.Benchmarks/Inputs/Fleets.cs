namespace ImageStreams.Benchmarks.Inputs;

/// <summary>Streams of a whole cluster, made by rule: <c>fleet</c>, <c>chain</c>, <c>cycles</c> and <c>update</c>.</summary>
public static class Fleets
{
    private const int CycleStep = 1_000;
    private const int UpdateStride = 7_919;
    private const int Teams = 97;

    /// <summary>Half of the tags are images; the others follow a tag nearby, and all of them end at an image.</summary>
    public static ImageStream[] Fleet(int tags) => TagGrid.Generate(tags, FleetFrom);

    /// <summary>Each tag follows the next one; the last is an image.</summary>
    public static ImageStream[] Chain(int tags) => TagGrid.Generate(
        tags, k => k == tags - 1 ? CreateImage(k, new SplitMix64((ulong)k)) : Follow(k + 1));

    /// <summary>A fleet in which every thousandth tag, the last of its thousand, is part of one cycle.</summary>
    /// <param name="tags">The number of tags; a multiple of 1,000.</param>
    public static ImageStream[] Cycles(int tags)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(tags % CycleStep, 0);
        return TagGrid.Generate(
            tags, k => k % CycleStep == CycleStep - 1 ? Follow((int)(((long)k + CycleStep) % tags)) : FleetFrom(k));
    }

    /// <summary>The position of the stream that an update changes.</summary>
    public static int Updated(int op, int streams) => (int)((long)op * UpdateStride % streams);

    /// <summary>The stream after an update: its tag <c>t0</c> follows another image.</summary>
    public static ImageStream Update(ImageStream stream, int op)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var specTag = stream.Spec.Tags[0];
        var from = ObjectReference.DockerImage($"{specTag.From!.Name!.Split(':')[0]}:u{op}");
        return stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag with { From = from }) } };
    }

    private static ObjectReference FleetFrom(int k)
    {
        var numbers = new SplitMix64((ulong)k);
        var (percent, r2, r3) = (numbers.Next() % 100, numbers.Next(), numbers.Next());
        var (stream, position) = (TagGrid.GetStream(k), TagGrid.GetPosition(k));
        var first = TagGrid.FirstOfNamespace(stream);
        var target = (int)(r3 % 10);
        return percent switch
        {
            _ when position == 0 => Image(k, r2),
            < 50 => Image(k, r2),
            < 80 => TagGrid.Bare(Below(r2, position)),
            < 95 when stream > first => TagGrid.Neighbor(first + Below(r2, stream - first), target),
            >= 95 when stream > 0 => TagGrid.Anywhere(Below(r2, stream), target),
            _ => Image(k, r2),
        };
    }

    private static ObjectReference CreateImage(int k, SplitMix64 numbers)
    {
        _ = numbers.Next();
        return Image(k, numbers.Next());
    }

    private static ObjectReference Image(int k, ulong team) => TagGrid.Image(team % Teams, k);

    private static int Below(ulong number, int limit) => (int)(number % (ulong)limit);

    private static ObjectReference Follow(int k) => TagGrid.Anywhere(TagGrid.GetStream(k), TagGrid.GetPosition(k));
}
