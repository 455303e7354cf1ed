using ImageStreams.Manifests;
using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class EmbeddedEditTests
{
    [Theory]
    [InlineData("a: '[{\"p\":\"x\"}]'\n", "a: '[{\"p\":\"y\"}]'\n")]
    [InlineData("a: \"[{\\\"p\\\":\\\"x\\\"}]\"\n", "a: \"[{\\\"p\\\":\\\"y\\\"}]\"\n")]
    [InlineData("a: |\n  [\n    {\"p\": \"x\"}\n  ]\nb: 1\n", "a: |\n  [\n    {\"p\": \"y\"}\n  ]\nb: 1\n")]
    [InlineData("a: >-\n  [{\"p\":\n  \"x\"}]\nb: 1\n", "a: >-\n  [{\"p\": \"y\"}]\nb: 1\n")]
    public void Set_InAJsonText_KeepsBothForms(string text, string expected) =>
        Assert.Equal(expected, Apply(text, Set("a[0].p", "\"y\"")));

    [Fact]
    public void Set_InAJsonTextInJson_KeepsBothForms() => Assert.Equal(
        "{\"a\":\"[{\\\"p\\\":\\\"x\\\",\\\"paused\\\":true}]\"}",
        ApplyTo("{\"a\":\"[{\\\"p\\\":\\\"x\\\"}]\"}", "a.json", Set("a[0].paused", "true")));

    [Theory]
    [InlineData("a: text\n")]
    [InlineData("a: '[{]'\n")]
    [InlineData("a: '[\"[{}]\"]'\n")]
    public void Set_InAnotherText_IsRefused(string text) =>
        Assert.Equal(ManifestEditFailure.TypeMismatch, Refuse(text, Set("a[0].p", "\"y\"")).Reason);
}
