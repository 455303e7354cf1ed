using ImageStreams.Patching;
using static ImageStreams.Tests.Patching.PatchCase;

namespace ImageStreams.Tests.Patching;

public sealed class StrategicMergePatchTests
{
    private const string Current =
        """{"metadata":{"name":"app","finalizers":["a","b"],"labels":{"l":"1"}},"spec":{"tags":[{"name":"1","reference":true},{"name":"2"}]}}""";

    [Theory]
    [InlineData("""{"spec":{"tags":[{"name":"2","reference":true}]}}""", """[{"name":"1","reference":true},{"name":"2","reference":true}]""")]
    [InlineData("""{"spec":{"tags":[{"name":"0"}]}}""", """[{"name":"0"},{"name":"1","reference":true},{"name":"2"}]""")]
    [InlineData("""{"spec":{"tags":[{"name":"1","$patch":"delete"}]}}""", """[{"name":"2"}]""")]
    [InlineData("""{"spec":{"tags":[{"$patch":"replace"},{"name":"9"}]}}""", """[{"name":"9"}]""")]
    [InlineData("""{"spec":{"$setElementOrder/tags":[{"name":"2"},{"name":"1"}]}}""", """[{"name":"2"},{"name":"1","reference":true}]""")]
    [InlineData("""{"spec":{"tags":[{"name":"1","$retainKeys":["name"]}]}}""", """[{"name":"1"},{"name":"2"}]""")]
    [InlineData("""{"spec":{"tags":[{"name":"3","reference":true},{"name":"3","generation":1}]}}""", """[{"name":"3","reference":true,"generation":1},{"name":"1","reference":true},{"name":"2"}]""")]
    public void Patch_Tags_MergeByName(string patch, string tags) => AssertPatched(
        Current.Replace("""[{"name":"1","reference":true},{"name":"2"}]""", tags, StringComparison.Ordinal), Current, ObjectPatch.StrategicMerge(patch));

    [Theory]
    [InlineData("""{"metadata":{"finalizers":["c"]}}""", """["c","a","b"]""")]
    [InlineData("""{"metadata":{"$deleteFromPrimitiveList/finalizers":["a","none"]}}""", """["b"]""")]
    [InlineData("""{"metadata":{"$deleteFromPrimitiveList/finalizers":"a"}}""", """["a","b"]""")]
    public void Patch_Finalizers_MergeByValue(string patch, string finalizers) => AssertPatched(
        Current.Replace("""["a","b"]""", finalizers, StringComparison.Ordinal), Current, ObjectPatch.StrategicMerge(patch));

    [Theory]
    [InlineData("""{"metadata":{"labels":{"$patch":"replace","m":"2"}}}""", """{"m":"2"}""")]
    [InlineData("""{"metadata":{"labels":{"$patch":"delete"}}}""", "{}")]
    [InlineData("""{"metadata":{"labels":{"$retainKeys":["m"],"m":"2"}}}""", """{"m":"2"}""")]
    [InlineData("""{"metadata":{"labels":{"l":null,"m":"2"}}}""", """{"m":"2"}""")]
    public void Patch_Labels_FollowDirectives(string patch, string labels) => AssertPatched(
        Current.Replace("""{"l":"1"}""", labels, StringComparison.Ordinal), Current, ObjectPatch.StrategicMerge(patch));

    [Fact]
    public void Patch_ValueThatIsNew_LosesItsDirectivesAndNulls() => AssertPatched(
        """{"metadata":{"labels":{"a":"1"}}}""",
        """{"metadata":{}}""",
        ObjectPatch.StrategicMerge("""{"metadata":{"labels":{"a":"1","b":null},"annotations":{"$patch":"replace","c":"1"}}}"""));

    [Theory]
    [InlineData("""{"spec":{"tags":[{"name":"1","$patch":"merge"}]}}""", "merging lists cannot yet be specified in the patch")]
    [InlineData("""{"spec":{"tags":[{"name":"1","$patch":"bogus"}]}}""", "unknown patch type: bogus in map: map[$patch:bogus name:1]")]
    [InlineData("""{"spec":{"$patch":"merge"}}""", "unknown patch type: merge in map: map[$patch:merge]")]
    [InlineData("""{"spec":{"tags":[{"$patch":"delete"}]}}""", "map: map[$patch:delete] does not contain declared merge key: name")]
    [InlineData("""{"spec":{"tags":[{"reference":true}]}}""", "map: map[reference:true] does not contain declared merge key: name")]
    [InlineData("""{"spec":{"$setElementOrder/tags":"x"}}""", "expected a []interface {}, but received a string")]
    [InlineData("""{"spec":{"$setElementOrder/tags":["1"]}}""", "value for key 0 is not a map")]
    [InlineData("""{"spec":{"$retainKeys":["tags"],"lookupPolicy":{}}}""", "invalid patch format of retainKeys")]
    [InlineData("""{"spec":{"$retainKeys":"tags"}}""", "invalid patch format of retainKeys")]
    [InlineData(
        """{"spec":{"$deleteFromPrimitiveList/tags":["1"]}}""",
        "list element types are not identical: [[map[name:1 reference:true] map[name:2]] [1]]")]
    [InlineData(
        """{"spec":{"$setElementOrder/tags":[{"name":"1"}],"tags":[{"name":"2"}]}}""",
        "The order in patch list:\n[map[name:2]]\n doesn't match $setElementOrder list:\n[map[name:1]]\n")]
    [InlineData("""{"spec":{"tags":[null]}}""", "list element types are not identical: [[map[name:1 reference:true] map[name:2]] [<nil>]]")]
    [InlineData("[]", "json: cannot unmarshal array into Go value of type map[string]interface {}")]
    public void Patch_DirectiveThatDoesNotFit_IsABadRequest(string patch, string message) =>
        Assert.Equal(message, AssertRefused(PatchFailure.BadRequest, Current, ObjectPatch.StrategicMerge(patch)).Message);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"spec":{"tags":[]}}""")]
    public void Patch_Nothing_ChangesNothing(string patch) => AssertPatched(Current, Current, ObjectPatch.StrategicMerge(patch));
}
