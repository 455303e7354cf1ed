using System.Diagnostics;
using ImageStreams.Patching;
using static ImageStreams.Tests.Patching.PatchCase;

namespace ImageStreams.Tests.Patching;

/// <summary>Patches that were made to cost time, of the size that servers accept.</summary>
/// <remarks>The time limit is a hundred times what they take; where the time is quadratic, it is minutes or hours.</remarks>
public sealed class HostilePatchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Apply_SetOfManyNumbers_IsRejectedSoon()
    {
        var numbers = string.Join(',', Enumerable.Range(0, 300_000));

        var outcome = MustEndSoon(() => new FieldOwnersSample().Apply("alice", $$$"""{"metadata":{"finalizers":[{{{numbers}}}]}}"""));

        var message = Assert.IsType<ApplyOutcome.Rejected>(outcome).Message;
        Assert.Contains(".metadata.finalizers[=0]: expected string, got number", message, StringComparison.Ordinal);
        Assert.Equal(100, message.Split("\n  ").Length - 1);
    }

    [Fact]
    public void FieldElements_WithNumbers_HaveDifferentHashes()
    {
        var elements = Enumerable.Range(0, 1000)
            .Select(number => FieldElement.Keyed([new FieldKey("port", FieldScalar.FromJson("80")), new FieldKey("x", FieldScalar.FromText($"{number}"))]))
            .Concat(Enumerable.Range(0, 1000).Select(number => FieldElement.Item(FieldScalar.FromJson($"{number}"))));

        Assert.InRange(elements.Select(element => element.GetHashCode()).Distinct().Count(), 1900, 2000);
        Assert.Equal(FieldScalar.FromJson("1").GetHashCode(), FieldScalar.FromJson("1.0").GetHashCode());
    }

    [Fact]
    public void Apply_ManyUnknownFields_NamesTheFirstHundred()
    {
        var fields = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"x{number}\":1"));

        var outcome = MustEndSoon(() => new FieldOwnersSample().Apply("alice", $$$"""{"spec":{{{{fields}}}}}"""));

        Assert.Equal(100, Assert.IsType<ApplyOutcome.Rejected>(outcome).Message.Split("\n  ").Length - 1);
    }

    [Fact]
    public void Patch_DuplicatesBelowALongName_AreReadSoon()
    {
        var name = new string('x', 1_000_000);
        var fields = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"a{number % 1000}\":1"));

        var patched = MustEndSoon(() => ObjectPatcher.Patch([], ObjectPatch.Merge($$$"""{"{{{name}}}":{{{{fields}}}}}"""), Streams));

        Assert.Single(patched.Problems);
        Assert.Equal(1000, patched.Object[name]!.AsObject().Count);
    }

    [Theory]
    [InlineData(PatchType.Merge)]
    [InlineData(PatchType.StrategicMerge)]
    public void Patch_RemovesManyLabels_EndsSoon(PatchType type)
    {
        var names = Enumerable.Range(0, 100_000).Select(number => $"k{number}").ToList();
        var current = $$$"""{"metadata":{"labels":{{{{string.Join(',', names.Select(name => $"\"{name}\":\"\""))}}}} } }""";
        var patch = $$$"""{"metadata":{"labels":{{{{string.Join(',', names.Select(name => $"\"{name}\":null"))}}}} } }""";

        var patched = MustEndSoon(() => Patch(current, ObjectPatch.Merge(patch) with { Type = type }));

        Assert.Equal("""{"metadata":{"labels":{}}}""", patched.ToJsonString());
    }

    [Fact]
    public void Patch_ManyOperationsOnALongList_EndSoon()
    {
        var current = $$$"""{"l":[{{{string.Join(',', Enumerable.Range(0, 300_000))}}}]}""";
        var operations = string.Join(',', Enumerable.Repeat("""{"op":"add","path":"/l/0","value":1}""", 10_000));

        MustEndSoon(() => AssertRefused(PatchFailure.TooLarge, current, ObjectPatch.Json($"[{operations}]")));
    }

    [Fact]
    public void Apply_WithAThousandManagers_EndsSoon()
    {
        var stream = new FieldOwnersSample();
        for (var i = 0; i < 1000; i++)
        {
            stream.Apply($"m{i}", $$$"""{"metadata":{"labels":{"k{{{i}}}":"1"} } }""");
        }

        var outcome = MustEndSoon(() => stream.Apply("last", """{"metadata":{"labels":{"k7":"2"}}}""", force: true));

        Assert.Equal(1000, Assert.IsType<ApplyOutcome.Applied>(outcome).Entries.Count);
    }

    private static T MustEndSoon<T>(Func<T> act)
    {
        var watch = Stopwatch.StartNew();
        var result = act();
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
        return result;
    }
}
