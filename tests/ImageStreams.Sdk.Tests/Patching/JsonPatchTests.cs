using System.Text.Json.Nodes;
using ImageStreams.Patching;
using static ImageStreams.Tests.Patching.PatchCase;

namespace ImageStreams.Tests.Patching;

public sealed class JsonPatchTests
{
    private const string Current = """{"a":{"b":1},"l":[1,2,3]}""";

    [Theory]
    [InlineData("""[{"op":"add","path":"/a/c","value":[1]}]""", """{"a":{"b":1,"c":[1]},"l":[1,2,3]}""")]
    [InlineData("""[{"op":"add","path":"/l/-","value":4},{"op":"add","path":"/l/0","value":0}]""", """{"a":{"b":1},"l":[0,1,2,3,4]}""")]
    [InlineData("""[{"op":"add","path":"/l/-1","value":4}]""", """{"a":{"b":1},"l":[1,2,3,4]}""")]
    [InlineData("""[{"op":"remove","path":"/l/-1"}]""", """{"a":{"b":1},"l":[1,2]}""")]
    [InlineData("""[{"op":"replace","path":"/a/new","value":2}]""", """{"a":{"b":1,"new":2},"l":[1,2,3]}""")]
    [InlineData("""[{"op":"replace","path":"","value":{"x":1}}]""", """{"x":1}""")]
    [InlineData("""[{"op":"move","from":"/a/b","path":"/c"}]""", """{"a":{},"l":[1,2,3],"c":1}""")]
    [InlineData("""[{"op":"copy","from":"/a","path":"/a/c"}]""", """{"a":{"b":1,"c":{"b":1}},"l":[1,2,3]}""")]
    [InlineData("""[{"op":"copy","from":"/a/none","path":"/n"}]""", """{"a":{"b":1},"l":[1,2,3],"n":null}""")]
    [InlineData("""[{"op":"test","path":"/a/none","value":null},{"op":"test","path":"/a","value":{"b":1}}]""", Current)]
    [InlineData("""[{"op":"add","path":"/a/x~1y~0","value":1}]""", """{"a":{"b":1,"x/y~":1},"l":[1,2,3]}""")]
    [InlineData("""[{"op":"add","path":"ignored/z","value":1}]""", """{"a":{"b":1},"l":[1,2,3],"z":1}""")]
    [InlineData("[]", Current)]
    [InlineData("null", Current)]
    public void Patch_Operations_DoWhatServersDo(string patch, string expected) =>
        AssertPatched(expected, Current, ObjectPatch.Json(patch));

    [Theory]
    [InlineData("""[{"op":"test","path":"/a/b","value":2}]""")]
    [InlineData("""[{"op":"remove","path":"/a/none"}]""")]
    [InlineData("""[{"op":"remove","path":"/l/3"}]""")]
    [InlineData("""[{"op":"add","path":"/none/x","value":1}]""")]
    [InlineData("""[{"op":"add","path":"a","value":1}]""")]
    [InlineData("""[{"op":"add","path":"","value":{}}]""")]
    [InlineData("""[{"op":"replace","path":""}]""")]
    [InlineData("""[{"op":"move","from":"/a","path":"/a/b"}]""")]
    [InlineData("""[{"op":"nosuch","path":"/a"}]""")]
    [InlineData("""[{"path":"/a"}]""")]
    [InlineData("[null]")]
    public void Patch_OperationThatDoesNotApply_IsInvalidWithoutCauses(string patch)
    {
        var refused = AssertRefused(PatchFailure.Invalid, Current, ObjectPatch.Json(patch));

        Assert.StartsWith("the server rejected our request due to an error in our request", refused.Message, StringComparison.Ordinal);
        Assert.Empty(refused.Causes);
    }

    [Theory]
    [InlineData("", "error decoding patch: unexpected end of JSON input")]
    [InlineData("{}", "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp")]
    [InlineData("[1]", "error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp")]
    [InlineData("[{\"op\":1}]", "error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string")]
    [InlineData("[tru]", "error decoding patch: invalid character ']' in literal true (expecting 'e')")]
    public void Patch_NoPatch_IsABadRequest(string patch, string message) =>
        Assert.Equal(message, AssertRefused(PatchFailure.BadRequest, Current, ObjectPatch.Json(patch)).Message);

    [Fact]
    public void Patch_TooManyOperations_IsTooLarge()
    {
        var operations = string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/a/b","value":1}""", 10_001));

        AssertRefused(PatchFailure.TooLarge, Current, ObjectPatch.Json($"[{operations}]"));
    }

    [Fact]
    public void Patch_CopiesThatGrow_EndEarly()
    {
        var operations = string.Join(',', Enumerable.Repeat("""{"op":"copy","from":"/a","path":"/a/c"}""", 1000));

        Assert.Throws<PatchException>(() => Patch(Current, ObjectPatch.Json($"[{operations}]")));
    }

    [Fact]
    public void Patch_MovesThatNest_AreRefusedBeforeTheyAreTooDeep()
    {
        var step = """{"op":"add","path":"/n","value":{}},{"op":"move","from":"/a","path":"/n/a"},{"op":"move","from":"/n","path":"/a"}""";

        AssertRefused(PatchFailure.TooLarge, Current, ObjectPatch.Json($"[{string.Join(',', Enumerable.Repeat(step, 3000))}]"));
    }

    [Fact]
    public void Patch_DuplicateNames_LastWinsAndIsReported()
    {
        var patched = ObjectPatcher.Patch(
            JsonNode.Parse(Current)!.AsObject(),
            ObjectPatch.Json("""[{"op":"add","path":"/x","path":"/y","value":1,"extra":2}]"""),
            Streams);

        Assert.Equal(1, (long)patched.Object["y"]!);
        Assert.Equal(["json patch duplicate field \"[0].path\"", "json patch unknown field \"[0].extra\""], patched.Problems);
    }

    [Fact]
    public void Patch_Anything_LeavesTheObjectAsItIs()
    {
        var current = JsonNode.Parse(Current)!.AsObject();

        ObjectPatcher.Patch(current, ObjectPatch.Json("""[{"op":"remove","path":"/a"}]"""), Streams);

        Assert.Equal(Current, current.ToJsonString());
    }
}
