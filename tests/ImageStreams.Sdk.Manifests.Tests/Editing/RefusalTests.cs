using ImageStreams.Manifests;
using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class RefusalTests
{
    private const string Text = "a: 1\nm:\n  b: 2\nl:\n- c\n";

    [Theory]
    [InlineData("x", ManifestEditFailure.NotFound)]
    [InlineData("m.x", ManifestEditFailure.NotFound)]
    [InlineData("x.y.z", ManifestEditFailure.NotFound)]
    [InlineData("l[1]", ManifestEditFailure.NotFound)]
    [InlineData("l.c", ManifestEditFailure.TypeMismatch)]
    [InlineData("m[0]", ManifestEditFailure.TypeMismatch)]
    [InlineData("a.b", ManifestEditFailure.TypeMismatch)]
    [InlineData("", ManifestEditFailure.TypeMismatch)]
    [InlineData("l[x]", ManifestEditFailure.InvalidPath)]
    [InlineData("m['b", ManifestEditFailure.InvalidPath)]
    public void Remove_WhatIsNotThere_IsRefused(string path, ManifestEditFailure reason)
    {
        var error = Refuse(Text, Remove(path));
        Assert.Equal((reason, path), (error.Reason, error.Path));
        Assert.StartsWith($"{error.Place}: object: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Insert_WhereAValueIs_IsRefused()
    {
        Assert.Equal(ManifestEditFailure.AlreadyExists, Refuse(Text, Insert("m.b", "1")).Reason);
        Assert.Equal(ManifestEditFailure.NotFound, Refuse(Text, Insert("l[2]", "1")).Reason);
        Assert.Equal(ManifestEditFailure.NotFound, Refuse(Text, Set("l[3]", "1")).Reason);
        Assert.Equal(ManifestEditFailure.NotFound, Refuse(Text, Insert("l", ^2, "1")).Reason);
    }

    [Fact]
    public void Edit_OverlappingEdits_AreRefused()
    {
        Assert.Equal(ManifestEditFailure.Overlap, Refuse(Text, Set("m", "1"), Set("m.b", "1")).Reason);
        Assert.Equal(ManifestEditFailure.Overlap, Refuse(Text, Set("m.b", "1"), Remove("m")).Reason);
        Assert.Equal(ManifestEditFailure.Overlap, Refuse(Text, Set("a", "1"), Set("a", "1")).Reason);
        Assert.Equal(ManifestEditFailure.Overlap, Refuse(Text, Remove("l"), Insert("l", 0, "1")).Reason);
    }

    [Fact]
    public void Edit_ValueThatNoTextHas_IsRefused()
    {
        Assert.Equal(ManifestEditFailure.InvalidValue, Refuse(Text, Set("a", "{\"x\":1,\"x\":2}")).Reason);
        Assert.Equal(ManifestEditFailure.InvalidValue, Refuse(Text, Set("a", "\"\\ud800\"")).Reason);
    }

    [Fact]
    public void Edit_LongPath_IsRefused()
    {
        var path = string.Concat(Enumerable.Repeat("a.", 100_000)) + "a";
        Assert.Equal(ManifestEditFailure.InvalidPath, Refuse("b: 1\n", Set(path, "1")).Reason);
        Assert.Equal(ManifestEditFailure.NotSafe, Refuse("b: 1\n", Set(path[..600], "1")).Reason);
    }

    [Fact]
    public void Create_WithoutValue_IsRefused() => Assert.Throws<ArgumentException>(() => ManifestEdit.Set("a", default));

    [Fact]
    public void Message_NeverHasTheValue()
    {
        var error = Refuse("a: geheim\n", Set("a.b", "\"secret\""));
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
