using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Patching;
using ImageStreams.Schemas;

namespace ImageStreams.Tests.Patching;

/// <summary>Objects of as many levels as are read, on the smallest stack of a thread that .NET creates by itself.</summary>
public sealed class DeepPatchTests
{
    private const int StackSize = 1536 * 1024;

    /// <summary>The levels below the field: the object and the field have one each.</summary>
    private const int Levels = 500;

    private static ObjectSchema Images => ObjectSchemas.Find("image.openshift.io", "v1", "Image")!;

    [Theory]
    [InlineData(PatchType.Merge, 1)]
    [InlineData(PatchType.StrategicMerge, 0)] // it replaces the metadata of the image as a whole
    public void Patch_OfManyLevels_FitsTheStack(PatchType type, int kept)
    {
        var (current, patch) = (CreateImage("a"), CreateImage("b"));

        var patched = RunOnSmallStack(() => ObjectPatcher.Patch(
            Parse(current), ObjectPatch.Merge(patch) with { Type = type }, Images).Object);

        Assert.Equal((kept, 1), (CountLevels(patched, "a"), CountLevels(patched, "b")));
    }

    [Fact]
    public void JsonPatch_OfManyLevels_FitsTheStack()
    {
        var image = CreateImage("a");
        var operations = $$$"""
            [{"op":"test","path":"","value":{{{image}}}},{"op":"copy","from":"/dockerImageMetadata","path":"/x"}]
            """;

        var patched = RunOnSmallStack(() => ObjectPatcher.Patch(Parse(image), ObjectPatch.Json(operations), Images).Object);

        Assert.True(JsonNode.DeepEquals(patched["dockerImageMetadata"], patched["x"]));
    }

    [Fact]
    public void Apply_OfManyLevels_FitsTheStack()
    {
        var now = Timestamp.Parse("2026-01-01T00:00:00Z");
        var writer = FieldOwnersSample.Writer("alice");

        var (second, conflict) = RunOnSmallStack(() =>
        {
            var first = Assert.IsType<ApplyOutcome.Applied>(
                FieldOwners.Apply(null, Parse(CreateImage("a")), [], writer, false, now, Images));
            var next = FieldOwners.Apply(first.Object, Parse(CreateImage("b")), first.Entries, writer, false, now, Images);
            var other = FieldOwners.Apply(
                first.Object, Parse(CreateImage("a", "2")), first.Entries, FieldOwnersSample.Writer("bob"), false, now, Images);
            return (Assert.IsType<ApplyOutcome.Applied>(next), Assert.IsType<ApplyOutcome.Conflicted>(other));
        });

        Assert.Equal((0, 1), (CountLevels(second.Object, "a"), CountLevels(second.Object, "b")));
        Assert.EndsWith(".n.n.a", Assert.Single(conflict.Conflicts).Field, StringComparison.Ordinal);
    }

    private static T RunOnSmallStack<T>(Func<T> act)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = act();
                }
#pragma warning disable CA1031 // Thrown again on the thread of the test.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = e;
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result!;
    }

    private static JsonObject Parse(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json)).Root!.AsObject();

    private static string CreateImage(string name, string value = "1") =>
        "{\"metadata\":{\"name\":\"x\"},\"dockerImageMetadata\":"
        + string.Concat(Enumerable.Repeat("{\"n\":", Levels)) + $"{{\"{name}\":{value}}}" + new string('}', Levels) + "}";

    /// <summary>Counts the objects below the metadata of the image that have a field.</summary>
    private static int CountLevels(JsonObject image, string name)
    {
        var count = 0;
        for (var level = image["dockerImageMetadata"] as JsonObject; level is not null; level = level["n"] as JsonObject)
        {
            count += level.ContainsKey(name) ? 1 : 0;
        }

        return count;
    }
}
