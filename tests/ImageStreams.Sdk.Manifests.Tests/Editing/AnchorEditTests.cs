using ImageStreams.Manifests;
using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class AnchorEditTests
{
    [Theory]
    [InlineData("a: &x {p: 1}\nb: *x\n", "b", "2", "a: &x {p: 1}\nb: 2\n")]
    [InlineData("a: &x {p: 1}\nb: *x # why\n", "b", "{\"q\":1}", "a: &x {p: 1}\nb: # why\n  q: 1\n")]
    [InlineData("a: &x 1\nb: 2\n", "a", "3", "a: &x 3\nb: 2\n")]
    [InlineData("a: &x\n  p: 1\nb:\n  <<: *x\n", "b.p", "2", "a: &x\n  p: 1\nb:\n  <<: *x\n  p: 2\n")]
    [InlineData("a: &x\n  p: 1\nb:\n  <<: *x\n", "b.q", "2", "a: &x\n  p: 1\nb:\n  <<: *x\n  q: 2\n")]
    public void Set_BesideAnAnchor_ChangesNoOther(string text, string path, string value, string expected) =>
        Assert.Equal(expected, Apply(text, Set(path, value)));

    [Theory]
    [InlineData("a: &x {p: 1}\nb: *x\n", "a.p")]
    [InlineData("a: &x {p: 1}\nb: *x\n", "b.p")]
    [InlineData("a: &x 1\nb: *x\n", "a")]
    [InlineData("a:\n  c: &x 1\nb: *x\n", "a")]
    [InlineData("a: &x\n  p: {q: 1}\nb:\n  <<: *x\n", "b.p.q")]
    [InlineData("a: &x\n  p: {q: 1}\nb:\n  <<: *x\n", "a.p.q")]
    public void Set_SharedValue_IsRefused(string text, string path)
    {
        var error = Refuse(text, Set(path, "7"));
        Assert.Equal((ManifestEditFailure.Shared, path), (error.Reason, error.Path));
        Assert.Equal("app.yaml", error.Place?.File);
    }

    [Fact]
    public void Remove_MergedOrAnchoredEntry_IsRefused()
    {
        Assert.Equal(ManifestEditFailure.Shared, Refuse("a: &x\n  p: 1\nb:\n  <<: *x\n", Remove("b.p")).Reason);
        Assert.Equal(ManifestEditFailure.Shared, Refuse("a: &x 1\nb: *x\n", Remove("a")).Reason);
    }

    [Fact]
    public void Set_AllValuesOfAnAnchorAlike_ChangesTheAnchoredOne()
    {
        Assert.Equal("a: &x {p: 7}\nb: *x\n", Apply("a: &x {p: 1}\nb: *x\n", Set("a.p", "7"), Set("b.p", "7")));
        Assert.Equal(
            "a: &x {p: 7}\nb: [*x, *x]\n",
            Apply("a: &x {p: 1}\nb: [*x, *x]\n", Set("a.p", "7"), Set("b[1].p", "7"), Set("b[0].p", "7")));
        Assert.Equal(ManifestEditFailure.Shared, Refuse("a: &x {p: 1}\nb: *x\n", Set("a.p", "7"), Set("b.p", "8")).Reason);
    }

    [Fact]
    public void Set_AnchoredScalarAndItsAliasesAlike_KeepsBoth() =>
        Assert.Equal("a: &x 7\nb: *x\n", Apply("a: &x 1\nb: *x\n", Set("a", "7"), Set("b", "7")));

    [Fact]
    public void Remove_EntryWithAnUnusedAnchor_IsFine() => Assert.Equal("b: 1\n", Apply("a: &x 1\nb: 1\n", Remove("a")));
}
