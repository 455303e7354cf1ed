using ImageStreams.Patching;
using static ImageStreams.Tests.Patching.PatchCase;

namespace ImageStreams.Tests.Patching;

public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1,null]}""", """{"a":[1,null]}""")]
    [InlineData("""{"a":"foo"}""", """{"a":{"b":{"c":null}}}""", """{"a":{"b":{}}}""")]
    [InlineData("""{"a":1}""", "{}", """{"a":1}""")]
    public void Patch_ByTheRfc_Merges(string current, string patch, string expected) =>
        AssertPatched(expected, current, ObjectPatch.Merge(patch));

    [Theory]
    [InlineData("null", "Invalid JSON Patch")]
    [InlineData("[]", "error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("\"x\"", "error decoding patch: json: cannot unmarshal string into Go value of type map[string]interface {}")]
    [InlineData("{", "error decoding patch: unexpected end of JSON input")]
    [InlineData("metadata:", "error decoding patch: invalid character 'm' looking for beginning of value")]
    public void Patch_NoObject_IsABadRequest(string patch, string message) =>
        Assert.Equal(message, AssertRefused(PatchFailure.BadRequest, "{}", ObjectPatch.Merge(patch)).Message);

    [Fact]
    public void Patch_Twice_ChangesNothingMore()
    {
        var patch = ObjectPatch.Merge("""{"metadata":{"labels":{"a":"1","b":null}},"spec":{"tags":[{"name":"x"}]}}""");
        var once = Patch("""{"metadata":{"labels":{"b":"2"}}}""", patch).ToJsonString();

        Assert.Equal(once, Patch(once, patch).ToJsonString());
    }

    [Fact]
    public void Patch_TooDeep_IsABadRequest()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 600)) + "1" + new string('}', 600);

        AssertRefused(PatchFailure.BadRequest, "{}", ObjectPatch.Merge(deep));
    }
}
