using System.Text.Json.Nodes;
using ImageStreams.Patching;
using ImageStreams.Schemas;

namespace ImageStreams.Tests.Patching;

/// <summary>Applies patches to streams in tests.</summary>
internal static class PatchCase
{
    public static ObjectSchema Streams => ObjectSchemas.Find("image.openshift.io", "v1", "ImageStream")!;

    public static JsonObject Patch(string current, ObjectPatch patch, FieldValidation validation = FieldValidation.Warn) =>
        ObjectPatcher.Patch(JsonNode.Parse(current)!.AsObject(), patch, Streams, validation).Object;

    public static void AssertPatched(string expected, string current, ObjectPatch patch)
    {
        var actual = Patch(current, patch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
    }

    public static PatchException AssertRefused(PatchFailure failure, string current, ObjectPatch patch)
    {
        var refused = Assert.Throws<PatchException>(() => Patch(current, patch));
        Assert.Equal(failure, refused.Failure);
        return refused;
    }
}
