using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class RemoveTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\nc: 3\n", "b", "a: 1\nc: 3\n")]
    [InlineData("a: 1\nb: 2\n", "b", "a: 1\n")]
    [InlineData("a: 1\nb: 2", "b", "a: 1")]
    [InlineData("a: 1\nb: 2\n", "a", "b: 2\n")]
    [InlineData("a: 1\n", "a", "{}\n")]
    [InlineData("a: |\n  x\nb: 2", "b", "a: |\n  x\n")]
    [InlineData("m:\n  a: 1\nb: 2\n", "m.a", "m: {}\nb: 2\n")]
    [InlineData("m: # why\n  # one\n  a: 1\nb: 2\n", "m.a", "m: {} # why\nb: 2\n")]
    [InlineData("m: &x\n  a: 1\nb: 2\n", "m.a", "m: &x {}\nb: 2\n")]
    [InlineData("l:\n- a\nb: 2\n", "l[0]", "l: []\nb: 2\n")]
    [InlineData("l:\n- a\n- b\n", "l[0]", "l:\n- b\n")]
    [InlineData("- a: 1\n  b: 2\n- c\n", "[0].a", "- b: 2\n- c\n")]
    [InlineData("- a: 1 # one\n  # two\n  b: 2\n", "[0].a", "- # two\n  b: 2\n")]
    [InlineData("- a: 1\n  b: 2\n", "[0].b", "- a: 1\n")]
    [InlineData("- a: 1\n- c\n", "[0].a", "- {}\n- c\n")]
    [InlineData("- - a\n  - b\n", "[0][0]", "- - b\n")]
    [InlineData("m: {a: 1, b: 2, c: 3}\n", "m.b", "m: {a: 1, c: 3}\n")]
    [InlineData("m: { a: 1, b: 2 }\n", "m.b", "m: { a: 1 }\n")]
    [InlineData("m: { a: 1, b: 2 }\n", "m.a", "m: { b: 2 }\n")]
    [InlineData("m: { a: 1 }\n", "m.a", "m: {}\n")]
    [InlineData("l: [a, b, ]\n", "l[1]", "l: [a, ]\n")]
    [InlineData("a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n")]
    [InlineData("a: 1\na: 2\nb: 3\n", "a", "b: 3\n")]
    [InlineData("---\na: 1\n---\nb: 1\n", "a", "---\n{}\n---\nb: 1\n")]
    public void Remove_Entry_TakesItsLines(string text, string path, string expected) =>
        Assert.Equal(expected, Apply(text, Remove(path)));

    [Theory]
    [InlineData("# file\na: 1\nb: 2\n", "a", "# file\nb: 2\n")]
    [InlineData("a: 1\n# two\n# more\nb: 2\nc: 3\n", "b", "a: 1\nc: 3\n")]
    [InlineData("a: 1\n# section\n\n# two\nb: 2\nc: 3\n", "b", "a: 1\n# section\n\nc: 3\n")]
    [InlineData("a: 1\n\nb: 2\n\nc: 3\n", "b", "a: 1\n\nc: 3\n")]
    [InlineData("a: 1\n\nb: 2\n", "b", "a: 1\n")]
    [InlineData("a: 1\nb: 2 # two\n# three\nc: 3\n", "b", "a: 1\n# three\nc: 3\n")]
    [InlineData("l:\n  # one\n  - a\n  # two\n  - b\n", "l[0]", "l:\n  # two\n  - b\n")]
    [InlineData("m:\n  a: 1\n# other column\n  b: 2\n", "m.b", "m:\n  a: 1\n# other column\n")]
    [InlineData("s: |\n  # text\nb: 2\nc: 3\n", "b", "s: |\n  # text\nc: 3\n")]
    [InlineData("s: |\n  # text\n\nb: 2\n\nc: 3\n", "b", "s: |\n  # text\n\n\nc: 3\n")]
    public void Remove_EntryWithComments_TakesThoseDirectlyAbove(string text, string path, string expected) =>
        Assert.Equal(expected, Apply(text, Remove(path)));

    [Fact]
    public void Remove_All_LeavesAnEmptyCollection() =>
        Assert.Equal("m: {}\nl: [x]\n", Apply("m:\n  a: 1\n  b: 2\nl: [a, b]\n", Remove("m.a"), Remove("m.b"), Remove("l[1]"), Set("l[0]", "\"x\"")));

    [Fact]
    public void RemoveAndInsert_InOneCollection_BothHappen() => Assert.Equal(
        "l:\n- new\n- b\n- end\nm:\n  x: 1\n",
        Apply("l:\n- a\n- b\n- c\nm:\n  y: 1\n", Remove("l[0]"), Insert("l[1]", "\"new\""), Remove("l[2]"), Insert("l", ^0, "\"end\""),
            Remove("m.y"), Set("m.x", "1")));

    [Fact]
    public void RemoveAndInsert_AtTheEndOfSeveralCollections_InnermostFirst() => Assert.Equal(
        "a:\n  b:\n    y: 1\n  z: 2\nq: 3\n",
        Apply("a:\n  b:\n    x: 1\n    y: 1\n    w: 1\n", Remove("a.b.w"), Remove("a.b.x"), Set("a.z", "2"), Set("q", "3")));
}
