using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public class InsertTests
{
    [Theory]
    [InlineData("l:\n- a\n- b\n", 0, "l:\n- x\n- a\n- b\n")]
    [InlineData("l:\n- a\n- b\n", 1, "l:\n- a\n- x\n- b\n")]
    [InlineData("l:\n- a\n- b\n", 2, "l:\n- a\n- b\n- x\n")]
    [InlineData("l:\n  # one\n  - a # a\n  # two\n  - b\n", 0, "l:\n  - x\n  # one\n  - a # a\n  # two\n  - b\n")]
    [InlineData("l:\n  # one\n  - a # a\n  # two\n  - b\n", 1, "l:\n  # one\n  - a # a\n  - x\n  # two\n  - b\n")]
    [InlineData("l: [a, b]\n", 1, "l: [a, x, b]\n")]
    [InlineData("l: []\n", 0, "l:\n- x\n")]
    [InlineData("l:\nm: 1\n", 0, "l:\n- x\nm: 1\n")]
    [InlineData("m: 1\n", 0, "m: 1\nl:\n- x\n")]
    [InlineData("l:\n  [\n    a,\n    b\n  ]\n", 2, "l:\n  [\n    a,\n    b,\n    x\n  ]\n")]
    public void Insert_Item_StandsBeforeTheOldOne(string text, int index, string expected) =>
        Assert.Equal(expected, Apply(text, Insert("l", index, "\"x\"")));

    [Fact]
    public void Insert_FirstItemBehindADash_TakesItsPlace() => Assert.Equal(
        "- - x\n  - k: 1\n    z: 2\n  - a\n", Apply("- - a\n", Insert("[0]", 0, "\"x\""), Insert("[0]", 0, "{\"k\":1,\"z\":2}")));

    [Fact]
    public void Insert_ObjectsAtTheEnd_AreWrittenInTheirOrder() => Assert.Equal(
        "l:\n  - a: 1\n  - b: 2\n    c:\n      - 3\n  - d\n",
        Apply("l:\n  - a: 1\n", Insert("l", ^0, "{\"b\":2,\"c\":[3]}"), Insert("l", ^0, "\"d\"")));

    [Fact]
    public void Insert_KeyThatIsReadOtherwise_IsInQuotes() =>
        Assert.Equal("a: 1\n\"on\": 2\n\"a: b\": 3\n", Apply("a: 1\n", Insert("on", "2"), Insert("['a: b']", "3")));
}
