using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

public class JsonPatchesTests
{
    [Theory]
    [InlineData(JsonPatches.Merge, """{"a":1,"b":{"c":2,"d":3}}""", """{"a":null,"b":{"c":4}}""", """{"b":{"c":4,"d":3}}""")]
    [InlineData(JsonPatches.Merge, """{"t":[{"name":"x"}]}""", """{"t":[{"name":"y"}]}""", """{"t":[{"name":"y"}]}""")]
    [InlineData(
        JsonPatches.StrategicMerge,
        """{"t":[{"name":"x","a":1}]}""",
        """{"t":[{"name":"y"},{"name":"x","b":2}]}""",
        """{"t":[{"name":"x","a":1,"b":2},{"name":"y"}]}""")]
    [InlineData(JsonPatches.Operations, """{"a":{}}""", """[{"op":"add","path":"/a/b","value":[1]}]""", """{"a":{"b":[1]}}""")]
    public void Apply_Patch_ChangesAsTheServerDoes(string type, string target, string patch, string expected) => Assert.Equal(
        expected, JsonPatches.Apply(type, JsonNode.Parse(target), JsonNode.Parse(patch))!.ToJsonString());

    [Fact]
    public void Apply_Patch_DoesNotChangeTheTarget()
    {
        var target = JsonNode.Parse("""{"t":[{"name":"x"}]}""")!;

        JsonPatches.Apply(JsonPatches.StrategicMerge, target, JsonNode.Parse("""{"t":[{"name":"x","a":1}]}"""));

        Assert.Equal("""{"t":[{"name":"x"}]}""", target.ToJsonString());
    }

    [Fact]
    public void Apply_OtherOperation_Throws() => Assert.Throws<NotSupportedException>(() => JsonPatches.Apply(
        JsonPatches.Operations, JsonNode.Parse("{}"), JsonNode.Parse("""[{"op":"move"}]""")));
}
